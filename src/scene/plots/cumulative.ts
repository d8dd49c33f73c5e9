/** Cumulative curves: which share of the trials took no longer than so much. */
import { linearAxis, logAxis, logEnds, type PlotAxis, type PlotBox } from './axis';
import { type CurveLabel, type Point, placeLabels } from './labels';

export interface CumulativeLine {
  readonly id: string;
  readonly name: string;
  /** What was measured, ascending. */
  readonly sorted: readonly number[];
  /** All trials, also those that never ended. */
  readonly count: number;
}

/** A curve from elsewhere, to compare with: shares of trials from 0 to 1, and what they took at most. */
export interface ReferenceLine {
  readonly id: string;
  readonly curve: readonly (readonly [share: number, value: number])[];
}

export interface CumulativeScene {
  readonly box: PlotBox;
  readonly x: PlotAxis;
  /** From 0 to 100 percent. */
  readonly y: PlotAxis;
  readonly lines: readonly { readonly id: string; readonly path: string }[];
  readonly references: readonly { readonly id: string; readonly path: string; readonly points: readonly Point[] }[];
  readonly labels: readonly CurveLabel[];
  /** Lines of which no trial ended: they lie on the axis. */
  readonly flat: readonly string[];
}

/** @param limit what takes longer was not waited for */
export function cumulativeScene(
  lines: readonly CumulativeLine[],
  references: readonly ReferenceLine[],
  box: PlotBox,
  limit: number,
): CumulativeScene {
  const ours = lines.flatMap(({ sorted }) => (sorted.length === 0 ? [] : [sorted[0], sorted[sorted.length - 1]]));
  const theirs = references.flatMap(({ curve }) => curve.map(([, value]) => Math.min(value, limit)));
  const [low, high] = logEnds([...ours, ...theirs]);
  const x = logAxis(low, Math.min(high, limit), [box.left, box.right]);
  const y = linearAxis(0, 100, [box.bottom, box.top], 4);
  const curves = lines.map(({ id, name, sorted, count }) => ({ id, name, points: stepsOf(sorted, count, x, y) }));
  return {
    box,
    x,
    y,
    lines: curves.map(({ id, points }) => ({ id, path: pathOf(points) })),
    references: references.map(({ id, curve }) => {
      const shown = curve.filter(([, value]) => value <= limit);
      const points = shown.map(([share, value]): Point => [x.of(value), y.of(share * 100)]);
      return { id, path: pathOf(points), points };
    }),
    labels: placeLabels(curves, box),
    flat: lines.filter(({ sorted, count }) => count > 0 && sorted.length === 0).map(({ id }) => id),
  };
}

/** A corner to the right and one upwards for each trial. */
function stepsOf(sorted: readonly number[], count: number, x: PlotAxis, y: PlotAxis): Point[] {
  const points: Point[] = [];
  let height = y.of(0);
  let last = Number.NEGATIVE_INFINITY;
  for (const [i, value] of sorted.entries()) {
    const place = x.of(value);
    const next = y.of(((i + 1) * 100) / count);
    // Steps of less than a pixel cannot be seen.
    if (place - last < 1 && i < sorted.length - 1 && Math.abs(height - next) < 1) continue;
    points.push([place, height], [place, next]);
    [height, last] = [next, place];
  }
  return points;
}

export function pathOf(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

const round = (value: number): number => Math.round(value * 10) / 10;
