/** Pointer, wheel and pinch on the diagram: drag moves, the strip below it seeks, a press goes there and chooses. */
import { type RefObject, useEffect, useRef } from 'react';
import type { Point } from '../../scene';
import { scaleOf } from '../../stage';
import type { DiagramDriver } from './driver';

/** Pixels of a wheel that zoom by a factor of two. */
const WHEEL_OCTAVE = 240;
const WHEEL_LINE = 20;
/** A pointer that moves less than this presses. */
const STILL = 4;

type OnHover = (point: Point | null, message: number) => void;

/** @param onHover the message at the pointer; -1: none */
export function useDiagramPointer(box: RefObject<HTMLElement | null>, driver: DiagramDriver, onHover: OnHover): void {
  const latest = useRef(onHover);
  latest.current = onHover;
  useEffect(
    () => (box.current === null ? undefined : listen(box.current, driver, (...args) => latest.current(...args))),
    [box, driver],
  );
}

interface Finger {
  readonly start: Point;
  at: Point;
  moved: boolean;
  readonly scrubs: boolean;
}

function listen(element: HTMLElement, driver: DiagramDriver, onHover: OnHover): () => void {
  const fingers = new Map<number, Finger>();
  const pointOf = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    const scale = scaleOf(element);
    return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
  };
  const isOwn = (event: Event) => (event.target as Element).closest('button') === null;
  const hover = (point: Point | null) => {
    const message = point === null ? -1 : driver.at(point).message;
    driver.hover(message);
    onHover(point, message);
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || !isOwn(event)) return;
    element.setPointerCapture(event.pointerId);
    const at = pointOf(event);
    const marks = driver.snapshot().scene?.layout.marks ?? Number.POSITIVE_INFINITY;
    const scrubs = at.y > marks + 12;
    fingers.set(event.pointerId, { start: at, at, moved: false, scrubs });
    hover(null);
    if (scrubs && fingers.size === 1) driver.scrub(at.x);
  };
  const onMove = (event: PointerEvent) => {
    const at = pointOf(event);
    const finger = fingers.get(event.pointerId);
    if (finger === undefined) {
      if (event.pointerType === 'mouse') hover(isOwn(event) ? at : null);
      return;
    }
    const before = finger.at;
    finger.at = at;
    finger.moved ||= Math.hypot(at.x - finger.start.x, at.y - finger.start.y) >= STILL;
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other !== undefined) {
      other.moved = true;
      const apart = (x: number) => Math.max(12, Math.abs(x - other.at.x));
      driver.zoom(apart(before.x) / apart(at.x), (at.x + other.at.x) / 2);
    } else if (finger.scrubs) driver.scrub(at.x);
    else if (finger.moved) driver.pan(before.x - at.x);
  };
  const onUp = (event: PointerEvent) => {
    const finger = fingers.get(event.pointerId);
    fingers.delete(event.pointerId);
    if (event.type === 'pointerup' && finger?.moved === false && !finger.scrubs) driver.press(finger.at);
  };
  const onWheel = (event: WheelEvent) => {
    const unit = event.deltaMode === 0 ? 1 : WHEEL_LINE;
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY;
    if (event.ctrlKey || event.metaKey) driver.zoom(2 ** ((event.deltaY * unit) / WHEEL_OCTAVE), pointOf(event).x);
    else driver.pan(sideways * unit);
    event.preventDefault();
  };
  const listeners = new AbortController();
  const { signal } = listeners;
  element.addEventListener('pointerdown', onDown, { signal });
  element.addEventListener('pointermove', onMove, { signal });
  element.addEventListener('pointerup', onUp, { signal });
  element.addEventListener('pointercancel', onUp, { signal });
  element.addEventListener('pointerleave', () => hover(null), { signal });
  // React's wheel listeners are passive and could not keep the page from zooming.
  element.addEventListener('wheel', onWheel, { signal, passive: false });
  return () => listeners.abort();
}
