/** Pointer, touch and keyboard on the stage, for all marks at once: a mark is found from the event's target. */
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
} from 'react';
import type { StagePainter } from './painter';
import type { FrameSource, StageTarget } from './types';

/** How long a finger rests until the menu opens, in milliseconds of real time. */
const LONG_PRESS_MS = 500;

export interface StageHandlers {
  selection: StageTarget | null;
  onSelect?: (target: StageTarget | null) => void;
  onMenu?: (target: StageTarget, anchor: DOMRect) => void;
  /** Knows where the messages on the canvas are. */
  painter: RefObject<StagePainter | null>;
  source: FrameSource;
}

interface Hit {
  readonly target: StageTarget;
  /** Where it is on the screen. */
  anchor(): DOMRect;
}

/** What the event is about, or null for the empty stage. */
export function hitOf(start: EventTarget | null): Hit | null {
  if (!(start instanceof Element)) return null;
  const element = start.closest('[data-server],[data-message]');
  if (element === null) return null;
  const server = element.getAttribute('data-server');
  const target: StageTarget =
    server !== null
      ? { type: 'server', id: Number(server) }
      : { type: 'message', key: Number(element.getAttribute('data-message')) };
  return { target, anchor: () => (element.querySelector('.hit') ?? element).getBoundingClientRect() };
}

/** A message on the canvas under the pointer, or null. */
function movingHit(event: MouseEvent, painter: StagePainter | null, source: FrameSource): Hit | null {
  const box = event.currentTarget.getBoundingClientRect();
  // The page may be drawn larger than its own pixels, as in the projector theme.
  const scale = box.width / Math.max(1, Number(event.currentTarget.getAttribute('width') ?? box.width));
  const mark =
    painter?.messageAt((event.clientX - box.x) / scale, (event.clientY - box.y) / scale, source.current()) ?? null;
  if (mark === null) return null;
  const [x, y] = [event.clientX, event.clientY];
  return { target: { type: 'message', key: mark.key }, anchor: () => new DOMRect(x - 16, y - 16, 32, 32) };
}

function isSame(a: StageTarget, b: StageTarget | null): boolean {
  if (a.type === 'server') return b?.type === 'server' && a.id === b.id;
  return b?.type === 'message' && a.key === b.key;
}

/** Handlers for the SVG root. */
export function useStageEvents({ selection, onSelect, onMenu, painter, source }: StageHandlers) {
  const press = useRef<ReturnType<typeof setTimeout> | null>(null);
  const wasLong = useRef(false);
  const endPress = useCallback(() => {
    if (press.current !== null) clearTimeout(press.current);
    press.current = null;
  }, []);
  useEffect(() => endPress, [endPress]);

  const openMenu = ({ target, anchor }: Hit) => {
    onSelect?.(target);
    onMenu?.(target, anchor());
  };
  const pointed = (event: MouseEvent) => hitOf(event.target) ?? movingHit(event, painter.current, source);
  const choose = (hit: Hit) => (isSame(hit.target, selection) ? openMenu(hit) : onSelect?.(hit.target));

  return {
    onClick: (event: MouseEvent) => {
      if (wasLong.current) {
        wasLong.current = false;
        return;
      }
      const hit = pointed(event);
      if (hit === null) onSelect?.(null);
      else choose(hit);
    },
    onContextMenu: (event: MouseEvent) => {
      const hit = pointed(event);
      if (hit === null) return;
      event.preventDefault();
      endPress();
      if (!wasLong.current) openMenu(hit);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      const hit = hitOf(event.target);
      if (hit === null) return;
      event.preventDefault();
      event.stopPropagation();
      choose(hit);
    },
    onPointerDown: (event: PointerEvent) => {
      wasLong.current = false;
      if (event.pointerType === 'mouse') return;
      const hit = pointed(event);
      if (hit === null) return;
      press.current = setTimeout(() => {
        wasLong.current = true;
        openMenu(hit);
      }, LONG_PRESS_MS);
    },
    onPointerMove: (event: PointerEvent) => {
      if (Math.abs(event.movementX) + Math.abs(event.movementY) > 6) endPress();
    },
    onPointerUp: endPress,
    onPointerCancel: endPress,
  };
}
