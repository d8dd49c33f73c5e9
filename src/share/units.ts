/** Round lengths of time: what links write in the fewest bits, and what readers like to see. */

/** 1, 2 and 5 times the powers of ten up to ten seconds, in microseconds */
const UNITS: readonly number[] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7].flatMap((ten) => [ten, 2 * ten, 5 * ten]);

/** The roundest time in [low, high]: the first multiple of the largest unit that has one there. */
export function roundest(low: number, high: number): number {
  return UNITS.reduce((best, unit) => {
    const at = Math.ceil(low / unit) * unit;
    return at <= high ? at : best;
  }, low);
}
