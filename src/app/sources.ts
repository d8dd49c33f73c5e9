import { useMemo } from 'react';
import { RemoteDrawing } from '../draw';
import type { FrameSource } from '../stage';
import { type AppStore, useAppStore } from '../store';
import { isRecorded } from '../trace';

/** The store's frames as they settle, for what changes with events only. */
export function useSettledSource(): FrameSource {
  const store = useAppStore();
  return useMemo(() => ({ current: store.settledFrame, subscribe: store.subscribeTransition }), [store]);
}

/** One for each store: its pictures share a drawing thread. */
const sources = new WeakMap<AppStore, FrameSource>();

/** The store's frames, as pictures want them. */
export function useFrameSource(): FrameSource {
  return sourceOf(useAppStore());
}

function sourceOf(store: AppStore): FrameSource {
  const known = sources.get(store);
  if (known !== undefined) return known;
  const drawing = new RemoteDrawing();
  store.subscribe(({ session }, before) => {
    if (session.trace !== before.session.trace) drawing.rest(isRecorded(session.trace));
  });
  store.subscribeTime((time) => {
    const { trace } = store.getState().session;
    drawing.follow(trace.run, { time, known: trace.horizon });
  });
  const { subscribeTime, subscribeEvents, subscribeBeat } = store;
  const source = {
    current: store.frame,
    subscribe: store.subscribeFrame,
    elsewhere: { drawing, subscribeTime, subscribeEvents, subscribeBeat },
  };
  sources.set(store, source);
  return source;
}
