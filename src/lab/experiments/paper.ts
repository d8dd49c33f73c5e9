/**
 * The curves of Figure 16 of the extended paper (the same as in section 9.4 of the dissertation), as quantiles read off
 * the published vector graphics; and the numbers that the text states, which the readings meet within a percent.
 */
export interface PaperLine {
  /** The range of the election timeout in milliseconds, as the figure names it. */
  readonly range: string;
  /** Pairs of the share of trials, and the milliseconds within which so many had a leader; both ascending. */
  readonly curve: readonly (readonly [number, number])[];
  readonly median: number;
  readonly p99: number;
  readonly max: number;
}

/** The share of the trials for each column below; the first and the last stand for the extremes. */
const SHARES = [0.0005, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.9995] as const;

const READINGS: Readonly<Record<string, readonly number[]>> = {
  '150-150': [9865.9, 19971.6, 28496.3, 41110.2, 60674.3, 84948.1, 121447.7, 528081.4, 528081.4],
  '150-151': [86.2, 434.4, 736.6, 1198.6, 1943.6, 3132.5, 4007.3, 6013.2, 8232.3],
  '150-155': [85.3, 119.2, 154.4, 287.3, 434.8, 609.4, 763.8, 1242.3, 2143.1],
  '150-175': [84.4, 106.8, 120.9, 141, 164.3, 291.2, 313.5, 466.8, 610.1],
  '150-200': [87.1, 110.5, 124.9, 146.5, 166.7, 193.5, 296.3, 352, 512.5],
  '150-300': [92.7, 124.7, 144.3, 171.3, 207.7, 244.3, 265.2, 414.6, 603.3],
  '12-24': [15.3, 19.7, 24.4, 30, 42.1, 53, 66.8, 86.9, 151.7],
  '25-50': [24, 30.6, 35.4, 43, 52.5, 73.7, 83.1, 118.9, 276.3],
  '50-100': [37.1, 47.5, 56.1, 66.7, 79.5, 95.8, 119.8, 168.9, 253.3],
  '100-200': [65.7, 85.1, 100.1, 120.1, 145.3, 165.5, 182.5, 277.1, 335.2],
};

/** The paper's line for a range, or null: it has no such line. */
export function paperLine(range: string): PaperLine | null {
  const values = Object.hasOwn(READINGS, range) ? READINGS[range] : null;
  if (values === null) return null;
  const curve = SHARES.map((share, i) => [share, values[i]] as const);
  return { range, curve, median: values[3], p99: values[7], max: values[8] };
}

/** Beyond this part of the paper's number a difference is explained. */
export const NOTABLE = 0.15;

export function isNotable(ours: number, theirs: number): boolean {
  return !(Math.abs(ours - theirs) <= NOTABLE * theirs);
}
