/** What the monitor of the safety properties says about an instant of a run. */
import type { Counts, Monitor, Violation } from '../invariants';
import type { Microseconds } from '../sim';
import { companionAt, type Trace } from '../trace';

/** What is known of the safety properties at an instant. */
export interface Safety {
  /** The first violation of each property until then, in order of time. */
  readonly violations: readonly Violation[];
  readonly counts: Counts;
}

/** The verdict at an instant: a function of run and time, however one came there. Null before there is a monitor. */
export function safetyAt(trace: Trace, time: Microseconds): Safety | null {
  const monitor = companionAt(trace, time) as Monitor | null;
  return monitor === null ? null : { violations: monitor.violations(), counts: monitor.counts() };
}

/** The first violation after an instant, up to another one that has been simulated; null when there is none. */
export function violationBetween(trace: Trace, after: Microseconds, upTo: Microseconds): Violation | null {
  return known(trace).find(({ at }) => at > after && at <= upTo) ?? null;
}

/** The latest violation at or before an instant that has been simulated; null when there is none. */
export function violationBefore(trace: Trace, time: Microseconds): Violation | null {
  return known(trace).findLast(({ at }) => at <= time) ?? null;
}

function known({ companion }: Trace): readonly Violation[] {
  return (companion as Monitor | null)?.violations() ?? [];
}
