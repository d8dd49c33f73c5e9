/** What clients did in a part of a run. */
import { type Monitor, nameOf, noteEvents, type PlacedOperation } from '../../invariants';
import type { Microseconds, Transition } from '../../sim';
import { companionAt, type Trace, transitionsBetween } from '../../trace';

/**
 * What clients did between two instants, as far as it is known at the second one: operations that were under way in
 * between, in order of invocation, each with the point at which it took effect.
 */
export function operationsWithin(trace: Trace, from: Microseconds, upTo: Microseconds): readonly PlacedOperation[] {
  const found = new Map<string, PlacedOperation>();
  const place = (operation: PlacedOperation) => found.set(nameOf(operation), operation);
  const monitor = companionAt(trace, from) as Monitor | null;
  if (monitor === null) return [];
  const history = monitor.history().clone(place);
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
    return [
      { ...begun, returned: { at, seq }, status: event.status === 'unknown' ? 'unknown' : 'ok', answer: event.value },
    ];
  });
}
