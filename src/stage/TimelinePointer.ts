import { type RefObject, useEffect, useRef } from 'react';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a pointer can ask of the timeline. All lengths are pixels from its top left corner. */
export interface TimelineGestures {
  /** Go to the time at x. */
  seek(x: number): void;
  drag(dragging: boolean): void;
  /** Show `factor` times as much, with x staying where it is. */
  zoom(factor: number, x: number): void;
  pan(pixels: number): void;
  hover(point: Point | null): void;
}

/** Pixels of a wheel that zoom by a factor of two. */
const WHEEL_OCTAVE = 240;
const WHEEL_LINE = 20;

/** Pointer, wheel and pinch on an element. Buttons and the strip within it keep their own events. */
export function useTimelinePointer(element: RefObject<HTMLElement | null>, gestures: TimelineGestures): void {
  const latest = useRef(gestures);
  latest.current = gestures;
  useEffect(() => (element.current === null ? undefined : listen(element.current, latest)), [element]);
}

/** How much larger an element is shown than its own pixels say: pages can be zoomed by their style. */
export function scaleOf(element: HTMLElement): number {
  return element.getBoundingClientRect().width / element.offsetWidth || 1;
}

function listen(element: HTMLElement, latest: RefObject<TimelineGestures>): () => void {
  const fingers = new Map<number, Point>();
  const at = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    const scale = scaleOf(element);
    return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
  };
  const isOwn = (event: Event) => !(event.target as Element).closest('button, [data-own-pointer]');
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || !isOwn(event)) return;
    element.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, at(event));
    if (fingers.size > 1) return;
    latest.current.drag(true);
    latest.current.hover(null);
    latest.current.seek(at(event).x);
  };
  const onMove = (event: PointerEvent) => {
    const point = at(event);
    const before = fingers.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType === 'mouse') latest.current.hover(isOwn(event) ? point : null);
      return;
    }
    const others = [...fingers].filter(([id]) => id !== event.pointerId);
    fingers.set(event.pointerId, point);
    if (others.length === 0) latest.current.seek(point.x);
    else pinch(latest.current, others[0][1], before, point);
  };
  const onUp = (event: PointerEvent) => {
    fingers.delete(event.pointerId);
    if (fingers.size === 0) latest.current.drag(false);
  };
  const onLeave = () => latest.current.hover(null);
  const onWheel = (event: WheelEvent) => {
    const unit = event.deltaMode === 0 ? 1 : WHEEL_LINE;
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (event.ctrlKey || event.metaKey) latest.current.zoom(2 ** ((event.deltaY * unit) / WHEEL_OCTAVE), at(event).x);
    else if (sideways !== 0 && (event.shiftKey || Math.abs(sideways) > Math.abs(event.deltaY))) {
      latest.current.pan(sideways * unit);
    } else return;
    event.preventDefault();
  };
  const listeners = new AbortController();
  const { signal } = listeners;
  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('pointermove', onMove, { signal });
  element.addEventListener('pointerup', onUp, { signal });
  element.addEventListener('pointercancel', onUp, { signal });
  element.addEventListener('pointerleave', onLeave, { signal });
  // React's wheel listeners are passive and could not keep the page from zooming.
  element.addEventListener('wheel', onWheel, { signal, passive: false });
  return () => listeners.abort();
}

function pinch(gestures: TimelineGestures, still: Point, before: Point, after: Point): void {
  const was = Math.max(12, Math.abs(before.x - still.x));
  const is = Math.max(12, Math.abs(after.x - still.x));
  gestures.zoom(was / is, (after.x + still.x) / 2);
}
