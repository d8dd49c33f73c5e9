import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Size } from '../scene';

const UNKNOWN: Size = { width: 0, height: 0 };

/** The size of an element in whole pixels, followed as it changes; `fixed` overrides it. */
export function useSize(element: RefObject<HTMLElement | null>, fixed?: Size): Size {
  const [size, setSize] = useState<Size>(UNKNOWN);
  useLayoutEffect(() => {
    const node = element.current;
    if (fixed !== undefined || node === null) return;
    const measure = () => {
      const next = { width: Math.floor(node.clientWidth), height: Math.floor(node.clientHeight) };
      setSize((last) => (last.width === next.width && last.height === next.height ? last : next));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [element, fixed]);
  return fixed ?? size;
}
