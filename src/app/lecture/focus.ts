/** One server as large as it can be. */
import { type RefObject, useLayoutEffect, useState } from 'react';

const SCALE = 2.3;

/** The transform of the stage that brings a server to its middle, or that shows all of it for null. */
export function useFocusTransform(box: RefObject<HTMLElement | null>, server: number | null): string {
  const [transform, setTransform] = useState('none');
  useLayoutEffect(() => {
    const stage = box.current;
    const mark =
      server === null
        ? null
        : (stage?.querySelector(`[data-server="${server}"] .body, [data-server="${server}"]`) ?? null);
    if (stage === null || mark === null) {
      setTransform('none');
      return;
    }
    const before = stage.style.transform;
    stage.style.transform = 'none';
    const whole = stage.getBoundingClientRect();
    const part = mark.getBoundingClientRect();
    stage.style.transform = before;
    const x = ((part.left + part.right) / 2 - whole.left) / whole.width;
    const y = ((part.top + part.bottom) / 2 - whole.top) / whole.height;
    setTransform(`translate(${percent(0.5 - x * SCALE)}, ${percent(0.5 - y * SCALE)}) scale(${SCALE})`);
  }, [box, server]);
  return transform;
}

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;
