import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type LogLayout, maxStart } from '../scene';

export interface LogScroll {
  /** The first index that is shown; null: the end is followed. */
  readonly start: number | null;
  /** There are more entries than columns. */
  readonly scrollable: boolean;
  /** Scrolls by parts of what is visible: -1 is a page towards the first entry. */
  readonly by: (pages: number) => void;
  readonly toEnd: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const WHEEL_LINE = 20;

/**
 * Scrolling sideways through long logs: wheel with shift or sideways, drags, keys.
 *
 * @param floor the first index that any log still holds
 */
export function useLogScroll(
  table: RefObject<HTMLElement | null>,
  layout: LogLayout,
  last: number,
  floor: number,
): LogScroll {
  const [wanted, setWanted] = useState<number | null>(null);
  const most = maxStart(last, layout.room);
  const scrollable = last + 2 - floor > layout.room;
  const start = scrollable && wanted !== null && wanted < most ? wanted : null;
  const move = (columns: number) => {
    if (!scrollable) return;
    const next = Math.max(floor, (start ?? most) + columns);
    setWanted(next >= most ? null : next);
  };
  const latest = useRef({ move, pitch: layout.pitch });
  latest.current = { move, pitch: layout.pitch };
  useEffect(() => listen(table.current, latest), [table]);

  const page = Math.max(1, layout.room - 3);
  const keys: Record<string, () => void> = {
    ArrowLeft: () => move(-1),
    ArrowRight: () => move(1),
    PageUp: () => move(-page),
    PageDown: () => move(page),
    Home: () => setWanted(floor),
    End: () => setWanted(null),
  };
  return {
    start,
    scrollable,
    by: (pages) => move(Math.round(pages * page)),
    toEnd: () => setWanted(null),
    onKeyDown: (event) => {
      const act = keys[event.key];
      if (act === undefined || !scrollable || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
  };
}

type Latest = RefObject<{ move: (columns: number) => void; pitch: number }>;

/** React's wheel listeners are passive, and these must keep the page where it is. */
function listen(element: HTMLElement | null, latest: Latest): (() => void) | undefined {
  if (element === null) return undefined;
  let rest = 0;
  let dragged: number | null = null;
  const by = (pixels: number) => {
    rest += pixels / latest.current.pitch;
    const whole = Math.trunc(rest);
    rest -= whole;
    if (whole !== 0) latest.current.move(whole);
  };
  const onWheel = (event: WheelEvent) => {
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (event.ctrlKey || Math.abs(sideways) < Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
    event.preventDefault();
    by(event.deltaMode === 0 ? sideways : sideways * WHEEL_LINE);
  };
  const onDown = (event: PointerEvent) => {
    if (event.button === 0) dragged = event.clientX;
  };
  const onMove = (event: PointerEvent) => {
    if (dragged === null) return;
    if (!element.hasPointerCapture(event.pointerId)) {
      if (Math.abs(event.clientX - dragged) < 6) return;
      element.setPointerCapture(event.pointerId);
    }
    by(dragged - event.clientX);
    dragged = event.clientX;
  };
  const onUp = () => {
    dragged = null;
  };
  element.addEventListener('wheel', onWheel, { passive: false });
  element.addEventListener('pointerdown', onDown);
  element.addEventListener('pointermove', onMove);
  element.addEventListener('pointerup', onUp);
  element.addEventListener('pointercancel', onUp);
  return () => {
    element.removeEventListener('wheel', onWheel);
    element.removeEventListener('pointerdown', onDown);
    element.removeEventListener('pointermove', onMove);
    element.removeEventListener('pointerup', onUp);
    element.removeEventListener('pointercancel', onUp);
  };
}
