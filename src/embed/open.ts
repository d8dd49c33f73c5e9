/** What an embed shows: the run that its options name, at the instant that they name. */
import { type ChallengePlayerMaker, loadChallengePlayer, loadPlayer, type PlayerMaker } from '../app/panes';
import type { ChallengeEntry, Posed } from '../challenges';
import type { EmbedOptions } from '../share';
import type { Microseconds, Run } from '../sim';
import { type AppStore, browserEnvironment, createAppStore, type Environment, loadLinks } from '../store';
import type { Chapter, Facts, Stop } from '../stories';
import type { Sight } from './sight';

/** What could not be opened; the reader gets a sentence, and a fresh cluster. */
export type OpenFault = 'run' | 'scenario' | 'story' | 'cue' | 'challenge';

export interface Told {
  readonly chapter: Chapter;
  readonly stops: readonly Stop[];
  /** Where to begin. */
  readonly stop: number;
  readonly createPlayer: PlayerMaker;
  /** What the placeholders of a stop's caption stand for. */
  factsAt(stop: Stop): Facts;
}

/** A challenge in one of its variants, as it stands still. */
export interface Asked {
  readonly id: string;
  readonly topic: ChallengeEntry['topic'];
  readonly variant: number;
  readonly logs: boolean;
  readonly client: boolean;
  readonly situation: Posed;
  readonly createPlayer: ChallengePlayerMaker;
}

export interface Content {
  /** Null: a fresh cluster. */
  readonly run: Run | null;
  readonly time: Microseconds;
  readonly scenario: string | null;
  /** Where the run has shown what it is about; null: it goes on. */
  readonly until: Microseconds | null;
  readonly told: Told | null;
  readonly asked: Asked | null;
  readonly fault: OpenFault | null;
}

type What = Pick<EmbedOptions, 'scenario' | 'story' | 'challenge' | 'run' | 'seed' | 't'>;

/** Fetches what the options name. Never rejects for what they say, only where the host is out of reach. */
export async function fetchContent(what: What): Promise<Content> {
  const time = what.t.type === 'time' ? what.t.at : 0;
  const cue = what.t.type === 'cue' ? what.t.id : null;
  const plain: Content = { run: null, time, scenario: null, until: null, told: null, asked: null, fault: null };
  if (what.run !== null) {
    const run = (await loadLinks()).decodeRun(what.run);
    return run.ok ? { ...plain, run: run.value, fault: cue === null ? null : 'cue' } : { ...plain, fault: 'run' };
  }
  if (what.challenge !== null) return fetchChallenge(plain, what.challenge, what.seed);
  if (what.story !== null) return fetchStory(plain, what.story, cue);
  if (what.scenario === null) return { ...plain, fault: cue === null ? null : 'cue' };
  const { findScenario } = await import('../scenarios');
  const found = findScenario(what.scenario);
  if (found === null) return { ...plain, fault: 'scenario' };
  return { ...plain, run: found.run, scenario: found.id, until: found.until, fault: cue === null ? null : 'cue' };
}

async function fetchStory(plain: Content, id: string, cue: string | null): Promise<Content> {
  const { factsAt, findChapter, findStops, instantOf, runOf } = await import('../stories');
  const entry = findChapter(id);
  if (entry === null) return { ...plain, fault: 'story' };
  const [{ chapter }, createPlayer] = await Promise.all([entry.load(), loadPlayer()]);
  const stops = findStops(chapter);
  if (!stops.ok) return { ...plain, fault: 'story' };
  const at = cue === null ? 0 : stops.value.findIndex((stop) => stop.cue.id === cue);
  const stop = stops.value[Math.max(0, at)];
  return {
    run: runOf(chapter, stop.act).run,
    time: plain.time > 0 ? plain.time : stop.time,
    scenario: chapter.acts[stop.act].scenario.id,
    until: stops.value.findLast((other) => other.act === stop.act)?.time ?? null,
    told: {
      chapter,
      stops: stops.value,
      stop: stop.index,
      createPlayer,
      factsAt: (one) => factsAt(one.cue, instantOf(chapter, one)),
    },
    asked: null,
    fault: at < 0 ? 'cue' : null,
  };
}

/** The first picture is the run as it stands still; the question and its words come after it. */
async function fetchChallenge(plain: Content, id: string, seed: number | null): Promise<Content> {
  const { findChallenge, pose, VARIANTS_MAX } = await import('../challenges');
  const entry = findChallenge(id);
  if (entry === null) return { ...plain, fault: 'challenge' };
  const [challenge, createPlayer] = await Promise.all([entry.load(), loadChallengePlayer()]);
  const drawn = seed ?? Math.floor(Math.random() * 2 ** 32);
  // The numbers of the variants draw themselves, the others go round.
  const variant = 1 + ((drawn + VARIANTS_MAX - 1) % VARIANTS_MAX);
  const situation = pose(challenge, variant);
  const { topic } = entry;
  const { logs, client } = challenge;
  const { run, moment } = situation;
  return { ...plain, run, time: moment, asked: { id, topic, variant, logs, client, situation, createPlayer } };
}

/** The address of a cluster in which nothing has happened yet, and which does not play. */
const STILL = '#seed=0&t=0.001';

/** A store that runs only while it is seen, keeps nothing, and has no part in the address. */
export function createEmbedStore(sight: Sight, options: EmbedOptions, content: Content): AppStore {
  const base = browserEnvironment(undefined, null, null);
  const environment: Environment = {
    ...base,
    location: { hash: STILL },
    history: { replaceState: () => undefined },
    onHashChange: () => () => undefined,
    isHidden: () => !sight.isSeen(),
    onVisibility: sight.onChange,
    // Neither is needed for the first picture, nor while nobody looks.
    loadLinks: () => whenSeen(sight).then(base.loadLinks),
    loadMonitor: () => whenSeen(sight).then(base.loadMonitor),
  };
  const store = createAppStore(environment);
  const { theme, lang: language, motion, scale, hotkeys } = options;
  store.setSettings({ theme, language, motion, scale, shortcuts: hotkeys === 'focus' });
  show(store, options, content);
  return store;
}

/** Puts the content on the stage, paused at its instant. */
export function show(store: AppStore, { servers, seed, speed, loop }: EmbedOptions, content: Content): void {
  if (content.run === null) {
    store.newCluster(servers, seed);
    store.pause();
    store.dismissNotice();
    if (content.time > 0) store.seek(content.time);
  } else {
    store.openRun(content.run, content.time, content.scenario);
  }
  if (speed === 'auto') store.setAuto(true);
  else store.setRate(speed);
  if (loop !== null && content.asked === null) store.setLoop(loop.from, loop.to);
}

/** After the first picture has been seen, when the browser has nothing better to do. */
function whenSeen(sight: Sight): Promise<void> {
  return new Promise((done) => {
    const rest = () => setTimeout(done, 100);
    if (sight.isSeen()) {
      rest();
      return;
    }
    const stop = sight.onChange(() => {
      if (!sight.isSeen()) return;
      stop();
      rest();
    });
  });
}
