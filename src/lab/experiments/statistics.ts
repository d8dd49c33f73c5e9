/** What many numbers come to. */

/** The p-th quantile, p in [0, 1], of sorted numbers: the smallest that at least p of all do not exceed. */
export function quantile(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))];
}

export interface Summary {
  readonly count: number;
  /** Trials in which what was waited for did not happen in time. They count as larger than all others. */
  readonly never: number;
  /** Infinity where so many never ended that it cannot be known; so are the others. */
  readonly median: number;
  readonly p10: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
  /** Of the trials that ended; NaN when none did. */
  readonly mean: number;
  /** The share of the trials that ended with something else than zero, and of it the 95 % interval of Wilson. */
  readonly share: number;
  readonly shareLow: number;
  readonly shareHigh: number;
}

/** @param values one for each trial; null where it never ended */
export function summarise(values: readonly (number | null)[]): Summary {
  const ended = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
  const never = values.length - ended.length;
  const all = [...ended, ...new Array<number>(never).fill(Number.POSITIVE_INFINITY)];
  const at = (p: number): number => (all.length === 0 ? Number.NaN : quantile(all, p));
  const hits = ended.filter((value) => value !== 0).length + never;
  const mean = ended.length === 0 ? Number.NaN : ended.reduce((sum, value) => sum + value, 0) / ended.length;
  const quantiles = { median: at(0.5), p10: at(0.1), p90: at(0.9), p99: at(0.99), max: at(1) };
  return { count: values.length, never, ...quantiles, mean, ...wilson(hits, values.length) };
}

/** The share of hits, and the interval in which it truly is with 95 % confidence. */
export function wilson(hits: number, count: number) {
  if (count === 0) return { share: Number.NaN, shareLow: 0, shareHigh: 1 };
  const z = 1.96;
  const share = hits / count;
  const scale = 1 + (z * z) / count;
  const centre = (share + (z * z) / (2 * count)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count))) / scale;
  return { share, shareLow: Math.max(0, centre - half), shareHigh: Math.min(1, centre + half) };
}
