/** Moves a store through a challenge: it stands still, the prediction is locked, the run plays to what decides. */
import type { Situation } from '../../challenges';
import type { AppStore } from '../../store';

export type Phase = 'predict' | 'locked' | 'running' | 'revealed';
type Stretch = Situation['play'];

export interface ChallengePlayer {
  phase(): Phase;
  /** What is on stage: the frozen run, or what is played after it. */
  stretch(): Stretch;
  subscribe(listener: () => void): () => void;
  lock(): void;
  unlock(): void;
  /** Plays to the decisive moment; asked again, arrives there at once. */
  run(): void;
  /** After it is decided: plays what shows how a choice comes about, or the decisive stretch once more. */
  watch(stretch?: Stretch): void;
  /** Looks at another instant of what has been seen. */
  look(time: number): void;
  dispose(): void;
}

/** A stretch takes this many milliseconds of real time for one of virtual time, within bounds. */
const PACE = 40;
const SHORTEST = 1500;
const LONGEST = 7000;

/** Virtual per real time with which a stretch of virtual microseconds is played. */
export function paceOf(length: number): number {
  const virtual = length / 1000;
  return virtual / Math.min(LONGEST, Math.max(SHORTEST, virtual * PACE));
}

export function createChallengePlayer(store: AppStore, situation: Situation): ChallengePlayer {
  const { run, moment, play, select } = situation;
  const listeners = new Set<() => void>();
  let phase: Phase = 'predict';
  let stretch: Stretch = { run, from: moment, until: moment };
  /** What is being played. */
  let goal: Stretch | null = null;

  const set = (next: Phase) => {
    phase = next;
    for (const listener of listeners) listener();
  };
  const show = (next: Stretch, time: number) => {
    store.pause();
    if (store.getState().session.run === next.run) store.seek(time);
    else store.openRun(next.run, time);
    stretch = next;
    store.select(select === undefined || next.run !== run ? null : { type: 'server', id: select });
  };
  const arrive = () => {
    if (goal === null) return;
    const { until } = goal;
    goal = null;
    store.pause();
    store.seek(until);
    set('revealed');
  };
  const start = (next: Stretch) => {
    show(next, next.from);
    goal = next;
    store.setRate(paceOf(next.until - next.from));
    set('running');
    if (store.isMotionReduced()) arrive();
    else store.play();
  };
  const endings = [
    store.subscribeTime((time) => {
      if (goal !== null && time >= goal.until) arrive();
    }),
    // A rule is off, and a property broke: the store stopped there, and the stretch goes on to its end.
    store.subscribe((state, before) => {
      if (goal !== null && before.playback.playing && !state.playback.playing) queueMicrotask(arrive);
    }),
  ];
  show(stretch, moment);
  return {
    phase: () => phase,
    stretch: () => stretch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lock: () => {
      if (phase === 'predict') set('locked');
    },
    unlock: () => {
      if (phase === 'locked') set('predict');
    },
    run: () => {
      if (phase === 'running') arrive();
      else if (phase === 'locked') start(play);
    },
    watch: (next = play) => {
      if (phase === 'revealed') start(next);
    },
    look: (time) => {
      if (phase !== 'running') store.seek(Math.min(time, stretch.until));
    },
    dispose: () => {
      goal = null;
      for (const end of endings) end();
      store.pause();
    },
  };
}
