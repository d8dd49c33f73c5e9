/** Where the texts below an axis go, so that none lies on another. */
import { textWidth } from '../text-width';
import type { PlotTick } from './axis';

const SIZE = 14;
const GAP = 8;

/** The row of each tick's text: 0, 1 for what would touch its neighbour in the first, or null for none. */
export function tickRows(ticks: readonly PlotTick[], text: (value: number) => string): (0 | 1 | null)[] {
  const ends = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return ticks.map(({ value, at, labelled }) => {
    if (!labelled) return null;
    const half = textWidth(text(value), SIZE) / 2;
    const row = at - half >= ends[0] + GAP ? 0 : at - half >= ends[1] + GAP ? 1 : null;
    if (row !== null) ends[row] = at + half;
    return row;
  });
}
