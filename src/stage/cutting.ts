/** Drawing a line across the stage, and dragging the ends of the one that is there. */
import { type PointerEvent, type RefObject, useState } from 'react';
import { distance, type Layout, type Point, type ServerId, splitBy, type Walls } from '../scene';

export interface CutLine {
  readonly from: Point;
  readonly to: Point;
}

interface CuttingOptions {
  svg: RefObject<SVGSVGElement | null>;
  layout: Layout;
  walls: Walls;
  active: boolean;
  onCut?: (groups: ServerId[][]) => void;
}

/** A shorter line was not meant. */
const LENGTH_MIN = 24;

export function useCutting({ svg, layout, walls, active, onCut }: CuttingOptions) {
  const [line, setLine] = useState<CutLine | null>(null);

  const pointOf = (event: PointerEvent): Point => {
    const box = svg.current!.getBoundingClientRect();
    const scale = layout.size.width / Math.max(1, box.width);
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
  };

  return {
    line,
    onPointerDown: (event: PointerEvent): boolean => {
      const grip = gripOf(event.target);
      if (event.button !== 0 || onCut === undefined || (!active && grip === null)) return false;
      const point = pointOf(event);
      const rail = walls.rails[0];
      const from = grip === null || rail === undefined ? point : grip === 'from' ? rail.to : rail.from;
      svg.current?.setPointerCapture(event.pointerId);
      setLine({ from, to: point });
      return true;
    },
    onPointerMove: (event: PointerEvent): boolean => {
      if (line !== null) setLine({ from: line.from, to: pointOf(event) });
      return line !== null;
    },
    onPointerUp: (): boolean => {
      if (line === null) return false;
      setLine(null);
      if (distance(line.from, line.to) >= LENGTH_MIN) onCut?.(splitBy(layout, line.from, line.to));
      return true;
    },
    onPointerCancel: () => setLine(null),
  };
}

function gripOf(target: EventTarget | null): 'from' | 'to' | null {
  if (!(target instanceof Element)) return null;
  const end = target.closest('[data-grip]')?.getAttribute('data-grip');
  return end === 'from' || end === 'to' ? end : null;
}
