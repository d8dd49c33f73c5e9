/** What the monitor of the safety properties says about an instant of a run. */
import {
  type Counts,
  createMonitor,
  type Monitor,
  nameOf,
  noteEvents,
  type PlacedOperation,
  type Violation,
} from '../invariants';
import type { Microseconds, Run, Transition } from '../sim';
import { companionAt, createTrace, type Trace, transitionsBetween } from '../trace';

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

/** The latest violation at or before an instant that has been simulated; null when there is none. */
export function violationBefore(trace: Trace, time: Microseconds): Violation | null {
  const monitor = trace.companion as Monitor;
  return monitor.violations().findLast(({ at }) => at <= time) ?? null;
}

/**
 * What clients did between two instants, as far as it is known at the second one: operations that were under way in
 * between, in order of invocation, each with the point at which it took effect.
 */
export function operationsWithin(trace: Trace, from: Microseconds, upTo: Microseconds): readonly PlacedOperation[] {
  const found = new Map<string, PlacedOperation>();
  const place = (operation: PlacedOperation) => found.set(nameOf(operation), operation);
  const history = (companionAt(trace, from) as Monitor).history().clone(place);
  for (const operation of history.open()) if (operation.status === 'pending') place(operation);
  for (const transition of transitionsBetween(trace, from, upTo)) {
    noteEvents(history, transition);
    // Of a key whose history is broken nothing more is checked, but what clients do can be seen all the same.
    for (const operation of operationsIn(transition, found)) place(operation);
  }
  history.open().forEach(place);
  return [...found.values()].sort((a, b) => a.invoked.seq - b.invoked.seq);
}

/** The operations that begin or end in a transition, without a point. */
function operationsIn({ at, seq, events }: Transition, known: ReadonlyMap<string, PlacedOperation>): PlacedOperation[] {
  return events.flatMap((event): PlacedOperation[] => {
    if (event.type === 'invoke') {
      const { client, serial, operation } = event;
      const invoked = { at, seq };
      return [{ client, serial, operation, invoked, returned: null, status: 'pending', answer: null, point: null }];
    }
    const begun = event.type === 'return' ? known.get(nameOf(event)) : undefined;
    if (event.type !== 'return' || begun === undefined || begun.returned !== null) return [];
    return [{ ...begun, returned: { at, seq }, status: event.status, answer: event.value }];
  });
}
