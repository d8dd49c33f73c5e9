/** Carries out the commands of a host. What cannot be done rejects with one sentence. */
import { SPOKEN } from '../i18n';
import { formatTime } from '../share';
import { describe, digestAt } from '../trace';
import { type Command, checkAction } from './commands';
import { addressOf, fullPage } from './full-page';
import type { Embed } from './model';
import { type Content, fetchContent } from './open';
import { iframeCode } from './snippet';

export interface Host {
  /** Also sends these events from now on. */
  listenTo(events: readonly string[]): void;
  /** Ends everything and empties the page. */
  destroy(): void;
}

export async function obey(embed: Embed, command: Command, host: Host): Promise<unknown> {
  const { store } = embed;
  const refused = embed.state().quiz === null ? null : refusalOf(embed, command);
  if (refused !== null) throw new Error(refused);
  switch (command.type) {
    case 'play':
      return embed.play();
    case 'pause':
      return store.pause();
    case 'seek':
      return seek(embed, command.to);
    case 'step':
      return step(embed, command);
    case 'setSpeed':
      return embed.setSpeed(command.speed);
    case 'load':
      return load(embed, await fetchContent(command.options));
    case 'reset':
      return embed.show(embed.state().content);
    case 'getState':
      return stateOf(embed);
    case 'getLink':
      return fullPage(await linkOf(embed));
    case 'getEmbedCode':
      return embedCode(embed);
    case 'act':
      return act(embed, command.action);
    case 'branch':
      return branch(embed, command.branch);
    case 'setTheme':
      return store.setSettings({ theme: command.theme });
    case 'setLang':
      return store.setSettings({ language: command.lang });
    case 'setViews':
      return embed.set({ options: { ...embed.state().options, views: command.views } });
    case 'describe': {
      const language = document.documentElement.lang === 'zh-CN' ? 'zh-CN' : 'en';
      return describe(store.frame(), (await SPOKEN.load(language)).describe);
    }
    case 'screenshot': {
      const { screenshot } = await import('./screenshot');
      return screenshot(command.as);
    }
    case 'on':
      return host.listenTo(command.events);
    case 'destroy':
      return host.destroy();
  }
}

/** Before it is predicted nothing may show what comes, and what is done to the run would make it another question. */
function refusalOf(embed: Embed, { type }: Command): string | null {
  const phase = embed.state().quiz?.phase();
  if (['act', 'branch', 'step'].includes(type)) return 'A challenge is watched as it is: nothing is done to its run.';
  const isWaiting = phase === 'predict' && type === 'play';
  return isWaiting ? 'The challenge stands still until the reader has predicted.' : null;
}

const linkOf = async ({ store, state }: Embed): Promise<string> =>
  (state().content.asked === null ? null : addressOf(store, state().content)) ?? store.link();

/** Of exactly this run at this instant, otherwise as this embed is. */
async function embedCode(embed: Embed): Promise<string> {
  const { store, state } = embed;
  const hash = await linkOf(embed);
  const fields = new URLSearchParams(hash.slice(1));
  const { theme, language: lang } = store.getState().settings;
  const { options, content } = state();
  const own = { ...options, theme, lang, scenario: null, story: null, challenge: null, seed: null };
  const { asked } = content;
  if (asked !== null)
    return iframeCode({ ...own, t: undefined, challenge: asked.id, seed: asked.variant }, fullPage(hash));
  const t = { type: 'time', at: store.time() } as const;
  return iframeCode({ ...own, run: fields.get('run'), t }, fullPage(hash));
}

function seek(embed: Embed, to: Extract<Command, { type: 'seek' }>['to']): void {
  const { quiz } = embed.state();
  if (quiz !== null && to.type === 'time') {
    if (to.at > quiz.stretch().until) throw new Error('The challenge shows no more before the reader has predicted.');
    quiz.look(to.at);
    return;
  }
  if (to.type === 'time') embed.store.seek(to.at);
  else if (!embed.goToCue(to.id)) throw new Error('There is no such cue here.');
}

/** Answers how many steps could be made. */
function step({ store, step, state }: Embed, { by, n }: Extract<Command, { type: 'step' }>): number {
  const direction = n > 0 ? 1 : -1;
  if (by === 'cue' && state().player === null) throw new Error('There are no cues here.');
  for (let done = 0; done < Math.abs(n); done++) {
    const before = store.time();
    if (by === 'event') store.stepEvent(direction);
    else if (by === 'cue') {
      if (!step(direction)) return done;
      continue;
    } else store.stepMark(direction);
    if (store.time() === before) return done;
  }
  return Math.abs(n);
}

function load(embed: Embed, content: Content): void {
  if (content.fault !== null && content.fault !== 'cue') throw new Error(`There is no such ${content.fault}.`);
  embed.show(content);
}

function act({ store }: Embed, action: unknown): void {
  const { run } = store.getState().session;
  const checked = checkAction(action, run, store.frame().servers.length);
  if (!checked.ok) throw new Error(checked.error);
  const done = store.act(checked.value);
  if (!done.ok) throw new Error(`This cannot be done now: ${done.error}.`);
}

/** Opens a branch; without one, tells of all. */
function branch({ store }: Embed, id: number | null): unknown {
  const { branches } = store.getState().session;
  if (id === null) return branches.map(({ id, name, leftAt }) => ({ branch: id, name, t: Number(formatTime(leftAt)) }));
  if (!branches.some((one) => one.id === id)) throw new Error('There is no such branch.');
  return store.switchBranch(id);
}

function stateOf(embed: Embed): unknown {
  const { store } = embed;
  const { session, playback, settings } = store.getState();
  const { options, content, player, quiz } = embed.state();
  const time = store.time();
  return {
    t: Number(formatTime(time)),
    playing: playback.playing,
    speed: playback.auto ? 'auto' : playback.rate,
    scenario: session.scenario,
    story: content.told?.chapter.id ?? null,
    challenge: content.asked?.id ?? null,
    variant: content.asked?.variant ?? null,
    phase: quiz?.phase() ?? null,
    cue: player === null ? null : (content.told?.stops[player.state().index].cue.id ?? null),
    seed: session.run.seed,
    views: options.views,
    theme: settings.theme,
    lang: settings.language,
    untouched: embed.isUntouched(),
    digest: digestAt(session.trace, time),
    servers: store.frame().servers.map(({ id, status, role, term, votedFor, commitIndex, lastApplied, log }) => ({
      id,
      status,
      role,
      term,
      votedFor,
      commitIndex,
      lastApplied,
      lastIndex: log.index,
    })),
  };
}
