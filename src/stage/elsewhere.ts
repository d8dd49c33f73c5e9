/** The drawing thread for a stage: a canvas of its own, from when the thread is ready until it fails. */
import { type RefObject, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { RemoteState } from '../draw';
import type { StagePainter } from './painter';
import type { FrameSource } from './types';

const NOWHERE = { state: (): RemoteState => 'failed', onChange: () => () => {} };

/** How far the thread of a source is. */
export function useRemoteState({ elsewhere }: FrameSource): RemoteState {
  const { state, onChange } = elsewhere?.drawing ?? NOWHERE;
  return useSyncExternalStore(onChange, state, state);
}

interface Parts {
  readonly source: FrameSource;
  readonly host: RefObject<HTMLElement | null>;
  readonly painter: StagePainter;
  /** There is room for a picture. */
  readonly active: boolean;
}

/** Whether the thread draws what moves at present, and whether it ever has: then no other canvas is needed. */
export function useElsewhere({ source, host, painter, active }: Parts) {
  const state = useRemoteState(source);
  const [draws, setDraws] = useState(false);
  const [hasDrawn, setHasDrawn] = useState(false);
  const isReady = state === 'ready' && active;
  useLayoutEffect(() => {
    painter.onThread = (now) => {
      setDraws(now);
      if (now) setHasDrawn(true);
    };
  }, [painter]);
  useEffect(() => {
    const picture = isReady && host.current !== null ? source.elsewhere?.drawing.attach('stage', host.current) : null;
    if (picture == null) return;
    painter.connect(picture);
    const stopWatching = watchTheme(() => painter.restyle());
    return () => {
      stopWatching();
      painter.connect(null);
      picture.end();
      setHasDrawn(false);
    };
  }, [source, isReady, host, painter]);
  return { draws, hasDrawn };
}

function watchTheme(onChange: () => void): () => void {
  if (typeof MutationObserver === 'undefined') return () => {};
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'lang'] });
  return () => observer.disconnect();
}
