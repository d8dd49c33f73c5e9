import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Size } from './place-menu';

/** The size of an element's content box in whole pixels, kept up to date; null before it is known. */
export function useSize(ref: RefObject<Element | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const take = ({ width, height }: Size) => {
      const [w, h] = [Math.floor(width), Math.floor(height)];
      setSize((kept) => (kept !== null && kept.width === w && kept.height === h ? kept : { width: w, height: h }));
    };
    take({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver((entries) => take(entries[entries.length - 1].contentRect));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
