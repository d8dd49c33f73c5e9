/** The key moments around an instant: elections, leaders, crashes, cuts. */
import { type Microseconds, SECOND } from '../sim';
import { extend, fork, isRecorded, type Mark, type Trace } from '../trace';

/** How far into the future a key moment is looked for. */
const OUTLOOK: Microseconds = 10 * SECOND;
const SLICE: Microseconds = SECOND / 4;

/** The last key moment before an instant, or null. */
export function markBefore(trace: Trace, time: Microseconds): Mark | null {
  return trace.marks.findLast((mark) => mark.at < time) ?? null;
}

/**
 * The first key moment after an instant, or null when none comes within ten virtual seconds. The future is looked
 * into with a copy, so that the trace does not grow for nothing.
 */
export function markAfter(trace: Trace, time: Microseconds): Mark | null {
  const known = trace.marks.find((mark) => mark.at > time);
  if (known !== undefined) return known;
  // A recording is known to its end.
  if (isRecorded(trace)) return null;
  const probe = fork(trace, trace.run);
  const until = Math.max(time, trace.horizon) + OUTLOOK;
  while (probe.horizon < until) {
    extend(probe, probe.horizon + SLICE);
    const found = probe.marks.find((mark) => mark.at > time);
    if (found !== undefined) return found;
  }
  return null;
}
