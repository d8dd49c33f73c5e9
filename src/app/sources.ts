import { useMemo } from 'react';
import { RemoteDrawing } from '../draw';
import { useTexts } from '../i18n';
import type { FrameSource, StageTarget } from '../stage';
import { type AppStore, type GroupState, useAppStore, useStore } from '../store';
import { isRecorded } from '../trace';
import { useReducedMotion } from './document';
import { useGroups } from './groups';

/** The store's frames as they settle, for what changes with events only. */
export function useSettledSource(): FrameSource {
  const store = useAppStore();
  return useMemo(() => ({ current: store.settledFrame, subscribe: store.subscribeTransition }), [store]);
}

/** The store's frames, selection, playback and groups as a stage takes them; and the groups, for their chooser. */
export function useStage() {
  const store = useAppStore();
  const texts = useTexts();
  const source = useFrameSource();
  const selection = useStore((state) => state.view.selection);
  const playing = useStore((state) => state.playback.playing);
  const rate = useStore((state) => state.playback.rate);
  const reducedMotion = useReducedMotion();
  const states: readonly GroupState[] = useGroups();
  const shown = useStore((state) => state.session.group);
  const groups = useMemo(() => (states.length === 0 ? null : { shown, states }), [states, shown]);
  const onSelect = (target: StageTarget | null) => store.select(target);
  return {
    states,
    stage: { source, texts: texts.stage, selection, onSelect, rate, paused: !playing, reducedMotion, groups },
  };
}

/** One for each store: its pictures share a drawing thread. */
const sources = new WeakMap<AppStore, FrameSource>();

/** The store's frames, as pictures want them. */
export function useFrameSource(): FrameSource {
  return sourceOf(useAppStore());
}

/** Its pictures are drawn by the page itself: where many may be on a page, each does without a thread. */
export function drawWithoutThread(store: AppStore): void {
  sources.set(store, { current: store.frame, subscribe: store.subscribeFrame });
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
