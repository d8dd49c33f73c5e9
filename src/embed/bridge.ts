/** Between an embed and the page around: hears commands, answers them, and tells what happens. */
import { formatTime } from '../share';
import { transitionsBetween } from '../trace';
import { type CommandType, changesRun, hear } from './commands';
import { addressOf } from './full-page';
import { announceHeight } from './height';
import { kindsOf } from './kinds';
import type { Embed } from './model';
import { type Host, obey } from './obey';

/** What the host hears without having asked for it. */
const USUAL = ['ready', 'play', 'pause', 'seeked', 'cue', 'ended', 'resize', 'error', 'key', 'challenge:*'];

/** `time` at most so often, in real milliseconds. */
const TIME_INTERVAL = 250;

/** A longer stretch of virtual time than this is a jump: what lies in it did not just happen. */
const JUMP = 5_000_000;

interface Listener {
  readonly to: Window;
  readonly origin: string;
  readonly events: Set<string>;
}

export interface Bridge {
  /** Tells the host, and who else has asked for it. */
  tell(event: string, fields?: object): void;
  /** As it is, to the host only: for what other tools understand. */
  post(message: unknown): void;
  end(): void;
}

interface BridgeParts {
  readonly embed: Embed;
  readonly root: HTMLElement;
  destroy(): void;
}

/** Messages that came before the embed was there, in order. */
export interface Waiting {
  readonly events: MessageEvent[];
  stop(): void;
}

/** Keeps what hosts say before anything can be answered. */
export function waitForMessages(): Waiting {
  const events: MessageEvent[] = [];
  const keep = (event: MessageEvent) => {
    if (events.length < WAITING_MOST) events.push(event);
  };
  window.addEventListener('message', keep);
  return { events, stop: () => window.removeEventListener('message', keep) };
}

const WAITING_MOST = 1000;

export function openBridge({ embed, root, destroy }: BridgeParts, waiting: Waiting): Bridge {
  const listeners: Listener[] = [];
  const { origin } = embed.state().options;
  const outside = window.parent === window ? null : window.parent;
  if (outside !== null) listeners.push({ to: outside, origin: origin ?? '*', events: new Set(USUAL) });

  const tell = (event: string, fields: object = {}) => {
    for (const { to, origin: where, events } of listeners) {
      if (isWanted(events, event)) to.postMessage({ raftarium: 1, type: event, ...fields }, where);
    }
  };
  const post = (message: unknown) => outside?.postMessage(message, origin ?? '*');
  const hostOf = (to: Window, where: string): Host => ({
    destroy,
    listenTo: (events) => {
      const known = listeners.find((one) => one.to === to && (one.origin === where || one.origin === '*'));
      if (known !== undefined) for (const name of events) known.events.add(name);
      else if (listeners.length < LISTENERS_MOST) listeners.push({ to, origin: where, events: new Set(events) });
    },
  });
  const onMessage = (event: MessageEvent) => {
    const heard = hear(event.data);
    const from = event.source as Window | null;
    if (heard === null || from === null || from === window) return;
    const { id, command } = heard;
    const where = event.origin === 'null' ? '*' : event.origin;
    const reply = (fields: object) => {
      if (id !== undefined) from.postMessage({ raftarium: 1, id, type: 'reply', ...fields }, where);
    };
    if (!command.ok) {
      reply({ ok: false, error: command.error });
      return;
    }
    const refused = refusalOf(event.origin, origin, changesRun(command.value));
    if (refused !== null) {
      reply({ ok: false, error: refused });
      return;
    }
    obey(embed, command.value, hostOf(from, where)).then(
      (value) => reply({ ok: true, value: value ?? null }),
      (error: unknown) => reply({ ok: false, error: error instanceof Error ? error.message : String(error) }),
    );
  };

  window.addEventListener('message', onMessage);
  waiting.stop();
  const ends = [
    () => window.removeEventListener('message', onMessage),
    watchStore(embed, tell, () => listeners.some(({ events }) => [...events].some((name) => name.startsWith('raft:')))),
    announceHeight(root, post),
  ];
  tell('ready', { version: 1 });
  for (const event of waiting.events.splice(0)) onMessage(event);
  return {
    tell,
    post,
    end: () => {
      for (const end of ends) end();
      listeners.length = 0;
    },
  };
}

const LISTENERS_MOST = 20;

function isWanted(events: ReadonlySet<string>, event: string): boolean {
  return events.has(event) || events.has('*') || events.has(event.replace(/:.*/, ':*'));
}

/** Why a page of this origin is not obeyed, or null. */
export function refusalOf(from: string, only: string | null, changes: boolean): string | null {
  if (only !== null) return from === only ? null : 'This embed obeys another origin.';
  // Two origins that are `null` are two strangers.
  const isOwn = from === window.location.origin && from !== 'null';
  return changes && !isOwn
    ? 'A page of another origin may not change the run: the embed has to name it as its origin.'
    : null;
}

export type { CommandType };

/** What happens in the store, as events. */
function watchStore(embed: Embed, tell: Bridge['tell'], isDetailed: () => boolean): () => void {
  const { store } = embed;
  let toldAt = Number.NEGATIVE_INFINITY;
  let seen = { time: store.time(), revision: store.getState().session.revision };
  const now = () => ({ t: Number(formatTime(store.time())) });
  const link = () => {
    const hash = addressOf(store, embed.state().content);
    if (hash !== null) tell('link', { hash, ...now() });
  };
  const happenings = () => {
    const time = store.time();
    const { trace, revision } = store.getState().session;
    const before = seen;
    seen = { time, revision };
    const isOn = time >= before.time && time - before.time <= JUMP;
    if (!isDetailed() || !isOn) return;
    for (const transition of transitionsBetween(trace, revision === before.revision ? before.time : time - 1, time)) {
      const { at, server, after } = transition;
      const fields = { t: Number(formatTime(at)), server, term: after?.currentTerm ?? null };
      for (const kind of kindsOf(transition)) tell(`raft:${kind}`, fields);
    }
  };
  const ends = [
    store.subscribe((state, before) => {
      const { playing, time } = state.playback;
      const turned = playing !== before.playback.playing;
      if (turned) tell(playing ? 'play' : 'pause', now());
      else if (!playing && time !== before.playback.time) tell('seeked', now());
      if (!playing && (turned || time !== before.playback.time)) link();
      const { notice } = state.view;
      if (notice !== before.view.notice && notice?.type === 'broken') {
        const { property, servers, text } = notice.violation;
        tell('raft:violation', { ...now(), property, servers, text });
      }
    }),
    store.subscribeBeat(() => {
      const real = store.now();
      if (real - toldAt < TIME_INTERVAL) return;
      toldAt = real;
      tell('time', now());
    }),
    store.subscribeTransition(happenings),
    embed.subscribe(({ player }, before) => {
      if (player !== before.player) followCues();
    }),
  ];
  let stopCues = () => {};
  const followCues = () => {
    stopCues();
    const { player, content } = embed.state();
    if (player === null) return;
    let index = player.state().index;
    stopCues = player.subscribe(() => {
      if (player.state().index === index) return;
      index = player.state().index;
      tell('cue', { id: content.told?.stops[index].cue.id, index, ...now() });
    });
  };
  followCues();
  return () => {
    stopCues();
    for (const end of ends) end();
  };
}
