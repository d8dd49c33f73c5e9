import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Palette, readPalette } from '../draw';
import { firstWindow, spanOfRate, type TimeWindow, zoomWindow } from '../scene';
import type { FrameSource } from './types';

/** The width of an element in CSS pixels; 0 before it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    setWidth(current.clientWidth);
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** The theme's colours at an element, read anew when the page's theme changes. */
export function usePalette(element: RefObject<HTMLElement | null>): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useLayoutEffect(() => {
    const read = () => {
      if (element.current !== null) setPalette(readPalette(element.current));
    };
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'lang'] });
    // What a canvas shows in a font that arrives late has to be drawn again.
    document.fonts?.addEventListener('loadingdone', read);
    return () => {
      observer.disconnect();
      document.fonts?.removeEventListener('loadingdone', read);
    };
  }, [element]);
  return palette;
}

/** The smallest text of the usual themes, pixels. */
const TEXT_MIN = 12;

/**
 * How much larger than usual the theme wants its texts, 1 or more: 2 on a projector. Pictures with a geometry of their
 * own are laid out smaller and shown larger by that factor, as far as `most` allows.
 */
export function useTextScale(most: number): number {
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const root = document.documentElement;
    const read = () =>
      setScale((Number.parseFloat(getComputedStyle(root).getPropertyValue('--text-min')) || TEXT_MIN) / TEXT_MIN);
    read();
    const observer = new MutationObserver(read);
    observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);
  return Math.max(1, Math.min(scale, most));
}

interface WindowProps {
  readonly source: FrameSource;
  readonly rate: number;
  readonly window?: TimeWindow;
  readonly onWindow?: (window: TimeWindow) => void;
}

/** What is shown. Its length follows the speed until the reader chooses one: `setWindow(window, true)`. */
export function useTimeWindow(props: WindowProps): [TimeWindow, (window: TimeWindow, chosen?: boolean) => void] {
  const { source, rate, onWindow } = props;
  const [own, setOwn] = useState(() => firstWindow(source.current().time, spanOfRate(rate)));
  const chosen = useRef(false);
  const window = props.window ?? own;
  const setWindow = useCallback(
    (next: TimeWindow, byReader = false) => {
      chosen.current ||= byReader;
      setOwn(next);
      onWindow?.(next);
    },
    [onWindow],
  );
  const latest = useRef(window);
  latest.current = window;
  useEffect(() => {
    const { from, to } = latest.current;
    const span = spanOfRate(rate);
    if (!chosen.current && to - from !== span) {
      setWindow(zoomWindow(latest.current, span / (to - from), source.current().time));
    }
  }, [rate, source, setWindow]);
  return [window, setWindow];
}
