import { type RefObject, useEffect, useRef } from 'react';
import { listenToPointers, pinchOf, zoomOf } from './pointers';

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

/** Pointer, wheel and pinch on an element. Buttons and the strip within it keep their own events. */
export function useTimelinePointer(element: RefObject<HTMLElement | null>, gestures: TimelineGestures): void {
  const latest = useRef(gestures);
  latest.current = gestures;
  useEffect(() => (element.current === null ? undefined : listen(element.current, latest)), [element]);
}

function listen(element: HTMLElement, latest: RefObject<TimelineGestures>): () => void {
  const fingers = new Map<number, Point>();
  return listenToPointers(element, 'button, [data-own-pointer]', {
    down(id, at) {
      fingers.set(id, at);
      if (fingers.size > 1) return;
      latest.current.drag(true);
      latest.current.hover(null);
      latest.current.seek(at.x);
    },
    move(id, at) {
      const before = fingers.get(id)?.x ?? at.x;
      const other = [...fingers].find(([one]) => one !== id)?.[1].x;
      fingers.set(id, at);
      if (other === undefined) latest.current.seek(at.x);
      else latest.current.zoom(pinchOf(before - other, at.x - other), (at.x + other) / 2);
    },
    up(id) {
      fingers.delete(id);
      if (fingers.size === 0) latest.current.drag(false);
    },
    hover: (at) => latest.current.hover(at),
    wheel(event, unit, x) {
      const { deltaX, deltaY, shiftKey } = event;
      const sideways = shiftKey && deltaX === 0 ? deltaY : deltaX;
      if (event.ctrlKey || event.metaKey) latest.current.zoom(zoomOf(deltaY * unit), x);
      else if (sideways !== 0 && (shiftKey || Math.abs(sideways) > Math.abs(deltaY)))
        latest.current.pan(sideways * unit);
      else return true;
      return false;
    },
  });
}
