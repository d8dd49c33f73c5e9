/** What the monitor of the safety properties says about an instant of a run. */
import type { Counts, Monitor, Violation } from '../invariants';
import type { Microseconds } from '../sim';
import { companionAt, type Trace } from '../trace';

/** What is known of the safety properties at an instant. */
export interface Safety {
  /** The first violation of each property until then, in order of time. */
  readonly violations: readonly Violation[];
  readonly counts: Counts;
  /** Those that have been seen to come later: the verdict is not changed by them, but the way to them stays open. */
  readonly ahead: readonly Violation[];
}

/** The verdict at an instant: a function of run and time, however one came there. Null before there is a monitor. */
export function safetyAt(trace: Trace, time: Microseconds): Safety | null {
  const monitor = companionAt(trace, time) as Monitor | null;
  if (monitor === null) return null;
  const ahead = known(trace).filter(({ at }) => at > time);
  return { violations: monitor.violations().filter(({ at }) => at <= time), counts: monitor.counts(), ahead };
}

/** The first violation after an instant, up to another one that has been simulated; null when there is none. */
export function violationBetween(trace: Trace, after: Microseconds, upTo: Microseconds): Violation | null {
  return known(trace).find(({ at }) => at > after && at <= upTo) ?? null;
}

/** The violation to be proved at an instant: the latest one until then, or else the first that was seen to follow. */
export function violationNear(trace: Trace, time: Microseconds): Violation | null {
  const all = known(trace);
  return all.findLast(({ at }) => at <= time) ?? all[0] ?? null;
}

function known({ companion }: Trace): readonly Violation[] {
  return (companion as Monitor | null)?.violations() ?? [];
}
