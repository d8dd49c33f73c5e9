/** The number nearest to `value` within [low, high]; `low` when `value` is not a number. */
export function clamp(value: number, low: number, high: number): number {
  if (!(value > low)) return low;
  return value < high ? value : high;
}
