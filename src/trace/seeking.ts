/** Looking for something in the past and in the future of an instant, without the trace growing for nothing. */
import { type Microseconds, SECOND, type Transition } from '../sim';
import { extend, fork, isRecorded, transitionsBetween } from './history';
import type { Trace } from './trace';

/** How far into the future something is looked for. */
const OUTLOOK: Microseconds = 10 * SECOND;
/** And over how many transitions: a step is taken at once, however much happens in a second of the run. */
const OUTLOOK_MOST = 50_000;
const SLICE: Microseconds = SECOND / 4;

/** A copy of a trace that may be simulated on; what goes along with the trace stays behind. */
export function scout(trace: Trace): Trace {
  return fork({ ...trace, accompany: null, companion: null, companions: [] }, trace.run);
}

/**
 * Looks after each quarter of a second that is simulated beyond what is known; null after ten virtual seconds, or after
 * 50,000 transitions.
 */
export function findAhead<Found>(
  trace: Trace,
  time: Microseconds,
  look: (probe: Trace) => Found | null | undefined,
): Found | null {
  // A recording is known to its end.
  if (isRecorded(trace)) return null;
  const probe = scout(trace);
  const until = Math.max(time, trace.horizon) + OUTLOOK;
  const most = probe.head.transitions + OUTLOOK_MOST;
  while (probe.horizon < until && probe.head.transitions < most) {
    extend(probe, probe.horizon + SLICE);
    const found = look(probe);
    if (found != null) return found;
  }
  return null;
}

/** The first transition after an instant that is wanted; null when `findAhead` gives up. */
export function findAfter(
  trace: Trace,
  time: Microseconds,
  wanted: (transition: Transition) => boolean,
): Transition | null {
  let seen = time;
  const search = (of: Trace): Transition | null => {
    while (seen < of.horizon) {
      const upTo = Math.min(of.horizon, seen + SLICE);
      const found = transitionsBetween(of, seen, upTo).find(wanted);
      seen = upTo;
      if (found !== undefined) return found;
    }
    return null;
  };
  return search(trace) ?? findAhead(trace, time, search);
}

/** The last transition before an instant that is wanted, or null. */
export function findBefore(
  trace: Trace,
  time: Microseconds,
  wanted: (transition: Transition) => boolean,
): Transition | null {
  let length = SLICE;
  for (let upTo = time - 1; upTo >= 0; length *= 2) {
    const after = Math.max(-1, upTo - length);
    const found = transitionsBetween(trace, after, upTo).findLast(wanted);
    if (found !== undefined) return found;
    upTo = after;
  }
  return null;
}
