/** The keys of the story. */
import { useEffect } from 'react';

export interface StoryKeys {
  next(): void;
  back(): void;
  first(): void;
  last(): void;
}

const NEXT = [' ', 'Enter', 'ArrowRight', 'ArrowDown', 'PageDown'];
const BACK = ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'];

/** Elements that Space and Enter press themselves. */
const PRESSED = 'a[href], button, summary, input, select, textarea, [role="menuitem"], [role="menuitemradio"]';
/** Elements that use the arrows themselves. */
const MOVED = 'input, select, textarea, [role="menu"], [role="group"][tabindex="0"]';

/** All that can be asked of a chapter. */
export interface StoryActions extends StoryKeys {
  takeOver(): void;
  /** There is no chapter after this one. */
  readonly isLast: boolean;
}

export function useStoryKeys(keys: StoryKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (action === null) return;
      event.preventDefault();
      keys[action]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [keys]);
}

type Press = Pick<
  KeyboardEvent,
  'key' | 'target' | 'defaultPrevented' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'repeat'
>;

/** What a key press asks of the story, or null when it is for somebody else. */
export function actionOf(press: Press): keyof StoryKeys | null {
  const { key, target, altKey, ctrlKey, metaKey } = press;
  if (press.defaultPrevented || altKey || ctrlKey || metaKey || press.isComposing || press.repeat) return null;
  const isIn = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  const isPress = key === ' ' || key === 'Enter';
  if (isPress ? isIn(PRESSED) : isIn(MOVED)) return null;
  if (NEXT.includes(key)) return 'next';
  if (BACK.includes(key)) return 'back';
  if (key === 'Home') return 'first';
  return key === 'End' ? 'last' : null;
}

/** How far a finger goes at least, in pixels, and how much more sideways than down. */
const SWIPE = 56;
const SIDEWAYS = 1.6;
/** What fingers move sideways themselves. */
const SWIPED = '.is-scrollable, [role="slider"]';

/** Handlers that take a swipe to the left for "on", and one to the right for "back". */
export function swipeHandlers({ next, back }: Pick<StoryKeys, 'next' | 'back'>) {
  let start: { readonly x: number; readonly y: number } | null = null;
  return {
    onTouchStart: ({ touches, target }: { readonly touches: TouchListLike; readonly target: EventTarget | null }) => {
      const isTaken = target instanceof Element && target.closest(SWIPED) !== null;
      start = touches.length === 1 && !isTaken ? { x: touches[0].clientX, y: touches[0].clientY } : null;
    },
    onTouchEnd: ({ changedTouches }: { readonly changedTouches: TouchListLike }) => {
      if (start === null || changedTouches.length === 0) return;
      const [dx, dy] = [changedTouches[0].clientX - start.x, changedTouches[0].clientY - start.y];
      start = null;
      if (Math.abs(dx) < SWIPE || Math.abs(dx) < SIDEWAYS * Math.abs(dy)) return;
      if (dx < 0) next();
      else back();
    },
  };
}

interface TouchListLike {
  readonly length: number;
  readonly [index: number]: { readonly clientX: number; readonly clientY: number };
}
