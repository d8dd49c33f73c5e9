/** What changed for a reader between the two sides of a transition. */
import { type Entry, entriesBetween, entryAt, type Index } from '../raft';
import type { Summary, Transition } from '../sim';

/** A server became leader. */
export function isLeaderChange({ before, after }: Transition): boolean {
  return before !== null && after !== null && before.role !== 'leader' && after.role === 'leader';
}

/** How far commitIndex went up, or null. */
export function commitChange({ before, after }: Transition): { from: Index; to: Index } | null {
  if (before === null || after === null || after.commitIndex <= before.commitIndex) return null;
  return { from: before.commitIndex, to: after.commitIndex };
}

/** The entries that the log lost, and the last index that it kept. */
export function truncation({ before, after }: Transition): { kept: Index; lost: readonly Entry[] } | null {
  if (before === null || after === null || before.log === after.log) return null;
  const kept = commonIndex(before, after);
  return kept === before.log.index ? null : { kept, lost: entriesBetween(before.log, kept + 1, before.log.index) };
}

/** The indexes that the log gained, or null. */
export function growth({ before, after }: Transition): { from: Index; to: Index } | null {
  if (before === null || after === null || before.log === after.log) return null;
  const kept = commonIndex(before, after);
  return kept === after.log.index ? null : { from: kept + 1, to: after.log.index };
}

/** The last index at which both logs hold the same entry. */
function commonIndex(before: Summary, after: Summary): Index {
  const kept = entryAt(after.log, before.log.index);
  if (kept === before.log) return before.log.index;
  // A recorded log may begin later: what is not known is not lost.
  if (kept === null && before.log.index <= after.log.index) return before.log.index;
  let low = 0;
  let high = Math.min(before.log.index, after.log.index);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (entryAt(before.log, middle) === entryAt(after.log, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
