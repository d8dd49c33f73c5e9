/** Every trial as a dot: a column for each group of trials, side by side, on one axis of values. */
import { linearAxis, logAxis, logEnds, needsLog, type PlotAxis, type PlotBox } from './axis';

export interface DotGroup {
  readonly id: string;
  /** What was measured, by the number of the trial; null: never ended. */
  readonly values: readonly (number | null | undefined)[];
  readonly median: number;
}

export interface DotColumn {
  readonly id: string;
  readonly x: number;
  readonly width: number;
  /** All dots as one path of points, to be stroked with round caps. */
  readonly path: string;
  /** The height of the median; null: there is none. */
  readonly median: number | null;
}

export interface DotsScene {
  readonly box: PlotBox;
  readonly y: PlotAxis;
  readonly columns: readonly DotColumn[];
}

/** The axis of values that all multiples share. */
export function valueAxis(values: readonly number[], box: PlotBox): PlotAxis {
  const range = [box.bottom, box.top] as const;
  if (values.length > 0 && needsLog(values)) return logAxis(...logEnds(values), range);
  return linearAxis(0, Math.max(1e-9, ...values), range, 5);
}

export function dotsScene(groups: readonly DotGroup[], box: PlotBox, y: PlotAxis): DotsScene {
  const step = (box.right - box.left) / Math.max(1, groups.length);
  const width = Math.min(56, step * 0.72);
  const columns = groups.map(({ id, values, median }, i): DotColumn => {
    const x = box.left + (i + 0.5) * step;
    let path = '';
    for (const [trial, value] of values.entries()) {
      if (value === null || value === undefined) continue;
      const at = x + (spread(trial) - 0.5) * width;
      path += `M${Math.round(at * 10) / 10} ${Math.round(y.of(value) * 10) / 10}h0`;
    }
    return { id, x, width, path, median: Number.isFinite(median) ? y.of(median) : null };
  });
  return { box, y, columns };
}

/** Where in its column the dot of a trial is, from 0 to 1: neighbours far from one another, the same each time. */
export function spread(trial: number): number {
  return (trial * 0.618_033_988_75 + 0.5) % 1;
}
