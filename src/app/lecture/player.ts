/** Moves a store from cue to cue of a lecture: runs to the next, arrives at once when asked again, goes back exactly. */
import type { Microseconds, Run } from '../../sim';
import { type AppStore, seekFar } from '../../store';
import { paceOf } from '../learn/pace';
import type { LectureCue } from './plan';

export interface LecturePlace {
  /** The cue that is told, by its place. */
  readonly index: number;
  /** The cue that is being run to, or null at rest. */
  readonly goal: number | null;
}

export interface LecturePlayer {
  place(): LecturePlace;
  /** Called with each change; `own`: it was made here, and not by another window. */
  subscribe(listener: (own: boolean) => void): () => void;
  /** Runs to the next cue, or arrives there at once when it is on its way. False at the end. */
  next(): boolean;
  /** To the cue before, exactly; on the way, or after improvising, to the one that was left. False at the beginning. */
  back(): boolean;
  goTo(index: number): void;
  /** Another window has moved on; the store follows by itself. */
  follow(place: LecturePlace): void;
  /** Arrives where it has come to the cue that is being run to; by itself it looks with each frame. */
  look(): void;
  /** What is on stage is another run than that of the cue. */
  isImprovised(): boolean;
  dispose(): void;
}

export interface PlayerOptions {
  readonly cues: readonly LectureCue[];
  readonly first: LecturePlace & {
    /** Where the run stands; null: at the cue. */
    readonly time: Microseconds | null;
    /** What the lecturer made of the run; null: nothing. */
    readonly now: Run | null;
  };
  /** Whether two runs are the same. */
  readonly isSame: (a: Run, b: Run) => boolean;
  /** This window decides when a cue has been reached; where it follows another one, that one does. */
  readonly leads: () => boolean;
}

export function createLecturePlayer(store: AppStore, options: PlayerOptions): LecturePlayer {
  const { cues, first, isSame, leads } = options;
  const listeners = new Set<(own: boolean) => void>();
  let place: LecturePlace = { index: first.index, goal: null };
  const set = (next: LecturePlace, own = true) => {
    place = next;
    for (const listener of listeners) listener(own);
  };
  const isOnStage = (run: Run) => isSame(store.getState().session.run, run);
  const arrive = (index: number) => {
    const cue = cues[index];
    store.pause();
    if (!isOnStage(cue.run)) store.openRun(cue.run, 0, cue.scenario);
    seekFar(store, cue.time);
    store.showGroup(cue.group);
    store.select(cue.point());
    set({ index, goal: null });
  };
  const run = (goal: number) => {
    const { time, group } = cues[goal];
    store.select(null);
    store.showGroup(group);
    store.setRate(paceOf(time - store.time()));
    set({ ...place, goal });
    store.play();
  };
  const isAtRest = () => isOnStage(cues[place.index].run) && store.time() === cues[place.index].time;
  const look = () => {
    if (place.goal !== null && store.time() >= cues[place.goal].time) arrive(place.goal);
  };
  const stop = store.subscribeTime(() => {
    if (leads()) look();
  });
  arrive(first.index);
  if (first.now !== null) store.openRun(first.now, 0);
  if (first.time !== null) seekFar(store, first.time);
  return {
    place: () => place,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    next: () => {
      const { index, goal } = place;
      const next = cues[index + 1];
      if (goal !== null) arrive(goal);
      else if (next === undefined) return false;
      else if (store.isMotionReduced() || isApart(cues[index], next, store.time(), isOnStage)) arrive(index + 1);
      else run(index + 1);
      return true;
    },
    back: () => {
      const { index, goal } = place;
      if (goal !== null || !isAtRest()) arrive(index);
      else if (index === 0) return false;
      else arrive(index - 1);
      return true;
    },
    goTo: arrive,
    follow: (next) => set({ index: at(next.index), goal: next.goal === null ? null : at(next.goal) }, false),
    look,
    isImprovised: () => !isOnStage(cues[place.index].run),
    dispose: () => {
      stop();
      store.pause();
    },
  };

  function at(index: number): number {
    return Math.min(cues.length - 1, Math.max(0, index));
  }
}

/** Nothing is to be seen on the way: another run, a time that is past, or a drawing. */
function isApart(one: LectureCue, next: LectureCue, time: Microseconds, isOnStage: (run: Run) => boolean): boolean {
  return one.figure !== null || next.figure !== null || !isOnStage(next.run) || next.time <= time;
}
