import { animate } from 'framer-motion/dom/mini';
import { type RefObject, useEffect } from 'react';

/** How panels come: a fifth of a second, from nothing and a little below. They go at once. */
const ENTRANCE = { opacity: [0, 1], transform: ['translateY(4px)', 'none'] };
const OPTIONS = { duration: 0.2, ease: [0, 0, 0.2, 1] as [number, number, number, number] };

/** Lets a panel enter, unless the reader wants nothing to move by itself. */
export function useEntrance(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current: panel } = ref;
    if (panel === null || document.documentElement.dataset.motion === 'reduce' || !('animate' in panel)) return;
    const entrance = animate(panel, ENTRANCE, OPTIONS);
    return () => entrance.cancel();
  }, [ref]);
}
