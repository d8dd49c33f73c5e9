/** A step takes this many milliseconds of real time for one of virtual time, within bounds. */
const PACE = 40;
const STEP_MIN = 900;
const STEP_MAX = 4000;

/** Virtual per real time with which a stretch of virtual microseconds is played. */
export function paceOf(length: number): number {
  const virtual = length / 1000;
  const real = Math.min(STEP_MAX, Math.max(STEP_MIN, virtual * PACE));
  return virtual / real;
}
