/** Where the cursor of a plot is, and where pointer and keys move it. */
import type { PointerEvent } from 'react';
import { nearestSpot, type Spot } from '../../scene';

/** A point of a plot that stands for a trial. */
export interface TrialSpot extends Spot {
  readonly line: number;
  readonly trial: number;
}

/** Places among the lines and among the points of that line. */
export interface Cursor {
  readonly line: number;
  readonly index: number;
}

const REACH = 40;

/** On the point nearest to the pointer; null: none is near. */
export function cursorAt(
  spots: readonly (readonly TrialSpot[])[],
  svg: SVGSVGElement | null,
  event: PointerEvent,
  width: number,
): Cursor | null {
  if (svg === null) return null;
  const bounds = svg.getBoundingClientRect();
  const scale = width / bounds.width;
  const [x, y] = [(event.clientX - bounds.left) * scale, (event.clientY - bounds.top) * scale];
  const flat = spots.flat();
  const found = nearestSpot(flat, x, y, REACH);
  if (found < 0) return null;
  let index = found;
  for (let line = 0; line < spots.length; line++) {
    if (index < spots[line].length) return { line, index };
    index -= spots[line].length;
  }
  return null;
}

/** Where a key moves the cursor; null: nowhere. */
export function moved(spots: readonly (readonly TrialSpot[])[], cursor: Cursor | null, key: string): Cursor | null {
  const lines = spots.flatMap((line, i) => (line.length > 0 ? [i] : []));
  if (lines.length === 0) return null;
  const begin = { line: lines[0], index: spots[lines[0]].length >> 1 };
  const isKey = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'].includes(key);
  if (!isKey) return null;
  if (cursor === null || spots[cursor.line] === undefined) return begin;
  const { length } = spots[cursor.line];
  const page = Math.max(1, Math.floor(length / 10));
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    PageUp: -page,
    PageDown: page,
    Home: -length,
    End: length,
  };
  if (key in steps) return { line: cursor.line, index: Math.min(length - 1, Math.max(0, cursor.index + steps[key])) };
  const place = lines.indexOf(cursor.line) + (key === 'ArrowUp' ? -1 : 1);
  const line = lines[Math.min(lines.length - 1, Math.max(0, place))];
  // The same part of the way along the other line.
  const part = length > 1 ? cursor.index / (length - 1) : 0;
  return { line, index: Math.round(part * (spots[line].length - 1)) };
}
