/** The key moments around an instant: elections, leaders, crashes, cuts. */
import type { Microseconds } from '../sim';
import { findAhead } from './seeking';
import type { Mark, Trace } from './trace';

/** The last key moment before an instant, or null. */
export function markBefore(trace: Trace, time: Microseconds): Mark | null {
  return trace.marks.findLast((mark) => mark.at < time) ?? null;
}

/** The first key moment after an instant, or null when none comes within ten virtual seconds. */
export function markAfter(trace: Trace, time: Microseconds): Mark | null {
  const next = (of: Trace) => of.marks.find((mark) => mark.at > time);
  return next(trace) ?? findAhead(trace, time, next);
}
