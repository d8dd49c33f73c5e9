/** What the clients of a run did until a time, each operation with the point at which it took effect. */
import { checkHistory, type HistoryEvent, type PlacedOperation } from '../invariants';
import { type Microseconds, type Run, simulate } from '../sim';

export function clientHistory(run: Run, until: Microseconds): readonly PlacedOperation[] {
  const events: HistoryEvent[] = [];
  simulate(run, until, ({ at, seq, events: all }) => {
    for (const event of all) if (event.type === 'invoke' || event.type === 'return') events.push({ ...event, at, seq });
  });
  const { operations, contradiction } = checkHistory(events);
  if (contradiction !== null) throw new Error('The history of this run has no order.');
  return operations;
}
