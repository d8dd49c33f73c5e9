/** Moves a store from stop to stop of a chapter: plays to the next, arrives at once when asked again, goes back exactly. */
import type { AppStore } from '../../store';
import { type Chapter, groupOf, instantOf, runOf, type Stop } from '../../stories';
import { paceOf } from './pace';

export interface PlayerState {
  /** The stop that is being told, by its place in the chapter. */
  readonly index: number;
  /** The stop that is being played to, or null at rest. */
  readonly goal: number | null;
}

export interface Player {
  state(): PlayerState;
  subscribe(listener: () => void): () => void;
  /** Plays to the next stop, or arrives there at once when it is on its way. False at the end. */
  next(): boolean;
  /** To the stop before; while playing, to the one that was left. */
  back(): void;
  /** To a stop, at once. */
  goTo(index: number): void;
  /** Another window has moved on; the store follows by itself. */
  follow(place: PlayerState): void;
  dispose(): void;
}

/** @param leads this window decides when a stop has been reached; where it follows another one, that one does */
export function createPlayer(
  store: AppStore,
  chapter: Chapter,
  stops: readonly Stop[],
  first: number,
  leads: () => boolean = () => true,
): Player {
  const listeners = new Set<() => void>();
  let state: PlayerState = { index: first, goal: null };
  let act = -1;

  const set = (next: PlayerState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const arrive = (index: number) => {
    const stop = stops[index];
    store.pause();
    if (stop.act !== act || !isOnStage(store, chapter, stop)) {
      const { run } = runOf(chapter, stop.act);
      store.openRun(run, stop.time, chapter.acts[stop.act].scenario.id);
      act = stop.act;
    } else {
      store.seek(stop.time);
    }
    store.showGroup(groupOf(stop.cue));
    store.select(stop.cue.point?.(instantOf(chapter, stop)) ?? null);
    set({ index, goal: null });
  };
  const play = (goal: number) => {
    const from = store.time();
    const { time } = stops[goal];
    store.select(null);
    store.showGroup(groupOf(stops[goal].cue));
    store.setRate(paceOf(time - from));
    set({ ...state, goal });
    store.play();
  };
  const stopFrames = store.subscribeFrame((frame) => {
    if (state.goal !== null && leads() && frame.time >= stops[state.goal].time) arrive(state.goal);
  });
  arrive(first);
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    next: () => {
      const { index, goal } = state;
      if (goal !== null) arrive(goal);
      else if (index + 1 >= stops.length) return false;
      else if (store.isMotionReduced() || isApart(stops[index], stops[index + 1])) arrive(index + 1);
      else play(index + 1);
      return true;
    },
    back: () => arrive(state.goal === null ? Math.max(0, state.index - 1) : state.index),
    goTo: arrive,
    follow: set,
    dispose: () => {
      stopFrames();
      store.pause();
    },
  };
}

/** The run that is on stage is that of the stop's act. */
function isOnStage(store: AppStore, chapter: Chapter, stop: Stop): boolean {
  return store.getState().session.run === runOf(chapter, stop.act).run;
}

/** Nothing is to be seen between the two: they are of different runs, or one of them is a drawing. */
function isApart(one: Stop, other: Stop): boolean {
  return one.act !== other.act || one.cue.figure !== undefined || other.cue.figure !== undefined;
}
