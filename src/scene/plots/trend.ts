/** How a measure changes with a parameter: a line for each variant, with the spread of its trials. */
import { linearAxis, logAxis, logEnds, needsLog, type PlotAxis, type PlotBox, type PlotTick } from './axis';
import { pathOf } from './cumulative';
import { type CurveLabel, type Point, placeLabels } from './labels';

export interface TrendPoint {
  readonly x: number;
  /** NaN: nothing was measured. */
  readonly y: number;
  /** Where most of the trials are, or where the true value is. */
  readonly low: number;
  readonly high: number;
}

export interface TrendLine {
  readonly id: string;
  readonly name: string;
  readonly points: readonly TrendPoint[];
}

export interface TrendMark {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
  /** Its place among the points of the line. */
  readonly index: number;
}

export interface TrendScene {
  readonly box: PlotBox;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly lines: readonly { readonly id: string; readonly path: string; readonly marks: readonly TrendMark[] }[];
  readonly labels: readonly CurveLabel[];
}

/**
 * @param xs all values of the parameter
 * @param places the values are names of places, which have no distances
 * @param top the most that the measure can be; null: any
 */
export function trendScene(
  lines: readonly TrendLine[],
  xs: readonly number[],
  box: PlotBox,
  places: boolean,
  top: number | null,
): TrendScene {
  const x = xAxis(xs, box, places);
  const y = yAxis(lines, box, top);
  // Marks of different lines at the same value stand beside one another.
  const shift = (i: number): number => (lines.length === 1 ? 0 : (i - (lines.length - 1) / 2) * 4);
  const drawn = lines.map(({ id, name, points }, i) => {
    const marks = points.flatMap((point, index): TrendMark[] =>
      Number.isFinite(point.y)
        ? [{ x: x.of(point.x) + shift(i), y: y.of(point.y), low: y.of(point.low), high: y.of(point.high), index }]
        : [],
    );
    return { id, name, marks };
  });
  const curves = drawn.map(({ id, name, marks }) => ({
    id,
    name,
    points: marks.map((mark): Point => [mark.x, mark.y]),
  }));
  return {
    box,
    x,
    y,
    lines: drawn.map(({ id, marks }, i) => ({ id, marks, path: places ? '' : pathOf(curves[i].points) })),
    labels: lines.length > 1 ? placeLabels(curves, box) : [],
  };
}

/** Values at even distances where they are names or counts, else where they belong. */
export function xAxis(xs: readonly number[], box: PlotBox, places: boolean): PlotAxis {
  const range = [box.left + 34, box.right - 34] as const;
  if (!places && needsLog(xs)) return onValues(logAxis(Math.min(...xs), Math.max(...xs), range), xs);
  if (!places) {
    const [low, high] = [Math.min(...xs), Math.max(...xs)];
    const of = (value: number) => range[0] + ((value - low) / (high - low || 1)) * (range[1] - range[0]);
    return onValues({ log: false, ticks: [], of }, xs);
  }
  const step = (range[1] - range[0]) / Math.max(1, xs.length - 1);
  return onValues({ log: false, ticks: [], of: (value) => range[0] + xs.indexOf(value) * step }, xs);
}

/** Ticks at the values themselves, without those whose numbers would touch. */
function onValues(axis: PlotAxis, xs: readonly number[]): PlotAxis {
  let last = Number.NEGATIVE_INFINITY;
  const ticks = xs.map((value): PlotTick => {
    const at = axis.of(value);
    const labelled = at - last > 40;
    if (labelled) last = at;
    return { value, at, labelled };
  });
  return { ...axis, ticks };
}

function yAxis(lines: readonly TrendLine[], box: PlotBox, top: number | null): PlotAxis {
  const values = lines
    .flatMap(({ points }) => points.flatMap(({ y, low, high }) => [y, low, high]))
    .filter(Number.isFinite);
  const range = [box.bottom, box.top] as const;
  if (values.length > 0 && needsLog(values)) return logAxis(...logEnds(values), range);
  const high = Math.max(0, ...values);
  const low = Math.min(high, ...values);
  // A share near the whole would hide its differences above zero.
  const from = top !== null && low > top * 0.5 ? Math.floor(low / 10) * 10 : 0;
  return linearAxis(from, top ?? (high > 0 ? high : 1), range, 5);
}
