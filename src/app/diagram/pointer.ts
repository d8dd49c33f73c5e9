/** Pointer, wheel and pinch on the diagram: drag moves, the strip below it seeks, a press goes there and chooses. */
import { type RefObject, useEffect, useRef } from 'react';
import type { Point } from '../../scene';
import { listenToPointers, pinchOf, zoomOf } from '../../stage';
import type { DiagramDriver } from './driver';

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
  const hover = (point: Point | null) => {
    const message = point === null ? -1 : driver.at(point).message;
    driver.hover(message);
    onHover(point, message);
  };
  return listenToPointers(element, 'button', {
    down(id, at) {
      const marks = driver.snapshot().scene?.layout.marks ?? Number.POSITIVE_INFINITY;
      const scrubs = at.y > marks + 12;
      fingers.set(id, { start: at, at, moved: false, scrubs });
      hover(null);
      if (scrubs && fingers.size === 1) driver.scrub(at.x);
    },
    move(id, at) {
      const finger = fingers.get(id);
      if (finger === undefined) return;
      const before = finger.at;
      finger.at = at;
      finger.moved ||= Math.hypot(at.x - finger.start.x, at.y - finger.start.y) >= STILL;
      const other = [...fingers].find(([one]) => one !== id)?.[1];
      if (other !== undefined) {
        other.moved = true;
        driver.zoom(pinchOf(before.x - other.at.x, at.x - other.at.x), (at.x + other.at.x) / 2);
      } else if (finger.scrubs) driver.scrub(at.x);
      else if (finger.moved) driver.pan(before.x - at.x);
    },
    up(id, isPress) {
      const finger = fingers.get(id);
      fingers.delete(id);
      if (isPress && finger?.moved === false && !finger.scrubs) driver.press(finger.at);
    },
    hover,
    wheel(event, unit, x) {
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY;
      if (event.ctrlKey || event.metaKey) driver.zoom(zoomOf(event.deltaY * unit), x);
      else driver.pan(sideways * unit);
      return false;
    },
  });
}
