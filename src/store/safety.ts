/** What the monitor of the safety properties says about an instant of a run. */
import { type Counts, createMonitor, type Monitor, type Violation } from '../invariants';
import type { Microseconds, Run } from '../sim';
import { companionAt, createTrace, type Trace } from '../trace';

/** What is known of the safety properties at an instant. */
export interface Safety {
  /** The first violation of each property until then, in order of time. */
  readonly violations: readonly Violation[];
  readonly counts: Counts;
}

/** A trace along with which the monitor goes. */
export function watchedTrace(run: Run): Trace {
  return createTrace(run, createMonitor);
}

/** The verdict at an instant: a function of run and time, however one came there. */
export function safetyAt(trace: Trace, time: Microseconds): Safety {
  const monitor = companionAt(trace, time) as Monitor;
  return { violations: monitor.violations(), counts: monitor.counts() };
}

/** The first violation after an instant, up to another one that has been simulated; null when there is none. */
export function violationBetween(trace: Trace, after: Microseconds, upTo: Microseconds): Violation | null {
  const monitor = trace.companion as Monitor;
  return monitor.violations().find(({ at }) => at > after && at <= upTo) ?? null;
}
