import { type Entry, entryAt, type Log, type ServerId } from '../raft';
import type { Cluster } from '../sim';
import { type Check, violation } from './property';
import { isSameLog } from './same';

/** Log Matching (Figure 3, §5.3): logs with an entry of the same index and term are equal up to that entry. */
export function logMatching(start: Cluster): Check {
  const known = new Map<number, { readonly entry: Entry; readonly server: ServerId }>();
  // An index and a term in one number: both stay far below 2^26.
  const keyOf = ({ index, term }: Entry): number => term * 2 ** 26 + index;

  /** The server whose log contradicts this one, or null. Walks back to what the server was known to hold. */
  const noteFrom = (log: Log, kept: number, server: ServerId): ServerId | null => {
    for (let entry: Entry | null = log; entry !== null && entry.index > kept; entry = entry.previous) {
      const key = keyOf(entry);
      const first = known.get(key);
      if (first === undefined) known.set(key, { entry, server });
      else if (!isSameLog(first.entry, entry)) return first.server;
    }
    return null;
  };

  for (const { server } of start.hosts) noteFrom(server.log, 0, server.id);
  return (transition) => {
    const { server, before, after } = transition;
    if (server === null || before === null || after === null || before.log === after.log) return null;
    const kept = entryAt(after.log, before.log.index) === before.log ? before.log.index : 0;
    const other = noteFrom(after.log, kept, server);
    if (other === null) return null;
    const text = `the logs of S${other} and S${server} agree on an entry and differ before it`;
    return violation('logMatching', transition, [other, server], text);
  };
}
