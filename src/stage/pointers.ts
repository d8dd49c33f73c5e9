/** Pointers and the wheel on an element, in its own pixels. */

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a picture does with them. Pointers are told apart by their ids. */
export interface PointerEvents {
  down(id: number, at: Point): void;
  /** A pointer that is down has moved. */
  move(id: number, at: Point): void;
  /** @param isPress it was lifted, not taken away by the browser */
  up(id: number, isPress: boolean): void;
  /** Where the mouse is while it is not down; null: elsewhere, or on something that keeps its own events. */
  hover(at: Point | null): void;
  /** @param unit pixels for each step of the wheel; returns whether the page keeps the event */
  wheel(event: WheelEvent, unit: number, x: number): boolean;
}

/** Pixels of a wheel that zoom by a factor of two. */
const WHEEL_OCTAVE = 240;
const WHEEL_LINE = 20;

/** How much more is shown when the wheel has turned so many pixels. */
export const zoomOf = (pixels: number): number => 2 ** (pixels / WHEEL_OCTAVE);

/** How much more is shown when two fingers that were so far apart are now as far as that. */
export const pinchOf = (before: number, after: number): number =>
  Math.max(12, Math.abs(before)) / Math.max(12, Math.abs(after));

/** How much larger an element is shown than its own pixels say: pages can be zoomed by their style. */
export function scaleOf(element: HTMLElement): number {
  return element.getBoundingClientRect().width / element.offsetWidth || 1;
}

/**
 * Begins to listen, and returns what ends that.
 *
 * @param others a selector of what keeps its own events within the element
 */
export function listenToPointers(element: HTMLElement, others: string, on: PointerEvents): () => void {
  const pressed = new Set<number>();
  const listeners = new AbortController();
  const { signal } = listeners;
  const at = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    const scale = scaleOf(element);
    return { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale };
  };
  const isOwn = (event: Event) => !(event.target as Element).closest(others);
  const onUp = (event: PointerEvent) => {
    if (pressed.delete(event.pointerId)) on.up(event.pointerId, event.type === 'pointerup');
  };
  const listen = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
    // React's wheel listeners are passive and could not keep the page from zooming.
    element.addEventListener(type, listener, { signal, passive: false });
  listen('pointerdown', (event) => {
    if (event.button !== 0 || !isOwn(event)) return;
    element.setPointerCapture(event.pointerId);
    pressed.add(event.pointerId);
    on.down(event.pointerId, at(event));
  });
  listen('pointermove', (event) => {
    if (pressed.has(event.pointerId)) on.move(event.pointerId, at(event));
    else if (event.pointerType === 'mouse') on.hover(isOwn(event) ? at(event) : null);
  });
  listen('pointerup', onUp);
  listen('pointercancel', onUp);
  listen('pointerleave', () => on.hover(null));
  listen('wheel', (event) => {
    if (!on.wheel(event, event.deltaMode === 0 ? 1 : WHEEL_LINE, at(event).x)) event.preventDefault();
  });
  return () => listeners.abort();
}
