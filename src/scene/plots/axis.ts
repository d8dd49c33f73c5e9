/** Axes of plots: from values to pixels, with ticks. */
import { scaleLinear, scaleLog } from 'd3';

export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlotTick {
  readonly value: number;
  readonly at: number;
  /** Carries a number. */
  readonly labelled: boolean;
}

export interface PlotAxis {
  readonly log: boolean;
  readonly ticks: readonly PlotTick[];
  /** The place of a value in pixels; values beyond the ends are at the ends. */
  readonly of: (value: number) => number;
}

/** From `low` to `high`, spread evenly, about `count` of them labelled. */
export function linearAxis(low: number, high: number, range: readonly [number, number], count: number): PlotAxis {
  const scale = scaleLinear([low, high > low ? high : low + 1], [...range])
    .nice(count)
    .clamp(true);
  const ticks = scale.ticks(count).map((value) => ({ value, at: scale(value), labelled: true }));
  return { log: false, ticks, of: scale };
}

/** From `low` to `high`, both above 0, each decade as long as the others. */
export function logAxis(low: number, high: number, range: readonly [number, number]): PlotAxis {
  const scale = scaleLog([low, high > low ? high : low * 10], [...range]).clamp(true);
  const decades = Math.log10(high / low);
  const named = decades > 2.2 ? [1] : decades > 1.1 ? [1, 3] : [1, 2, 3, 5, 7];
  const ticks: PlotTick[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    for (let digit = 1; digit < 10; digit++) {
      // Text is read exactly where products would not be.
      const value = Number(`${digit}e${power}`);
      if (value >= low && value <= high) ticks.push({ value, at: scale(value), labelled: named.includes(digit) });
    }
  }
  return { log: true, ticks, of: scale };
}

/** Low and high ends for positive numbers on a log axis, a little beyond them. */
export function logEnds(values: readonly number[]): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const value of values) {
    if (value <= 0 || !Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high === 0 ? [1, 1000] : [low * 0.85, high * 1.15];
}

/** Whether numbers are so far apart that only their sizes can be compared. */
export function needsLog(values: readonly number[]): boolean {
  const positive = values.filter((value) => value > 0);
  if (positive.length < values.length || positive.length === 0) return false;
  return Math.max(...positive) / Math.min(...positive) >= 30;
}
