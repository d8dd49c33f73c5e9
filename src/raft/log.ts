/**
 * A replicated log (§5.3), as a value that never changes.
 *
 * A log is named by its last entry: every entry points at the one before it, so appending makes one object, keeping
 * an old log costs nothing, and servers whose logs agree share their entries. By the Log Matching property two
 * entries with the same index and term are preceded by equal entries; in memory they are one object, which is how
 * the invariants check whole logs in constant time.
 *
 * `jump` makes the entry at any index reachable in O(log n) steps (Myers's skew-binary list).
 */
import type { Command } from './command';

/** Position in the log. The first entry has index 1; 0 means "before the first entry". */
export type Index = number;

/** Logical clock (§5.1). Starts at 0, only grows. */
export type Term = number;

export interface Entry {
  readonly index: Index;
  /** Term of the leader that created the entry. Along a log, terms never go down. */
  readonly term: Term;
  readonly command: Command;
  /** The entry before this one; null only for the root of a log. */
  readonly previous: Entry | null;
  /** An earlier entry, at a distance that grows geometrically; null only for the root. */
  readonly jump: Entry | null;
}

/** The last entry of the log, or its root when the log holds no entry. */
export type Log = Entry;

/** The log without entries, common to all servers: its root stands for index 0, term 0. */
export const EMPTY_LOG: Log = { index: 0, term: 0, command: { type: 'noop' }, previous: null, jump: null };

/** The log with one more entry. */
export function append(log: Log, term: Term, command: Command): Log {
  return { index: log.index + 1, term, command, previous: log, jump: jumpFrom(log) };
}

/**
 * The log with a copy of `entry` after its last entry. `entry` itself is reused when it already follows that
 * very log, which keeps equal logs one object. Requires `entry.index === log.index + 1`.
 */
export function appendEntry(log: Log, entry: Entry): Log {
  return entry.previous === log ? entry : append(log, entry.term, entry.command);
}

/** The entry at `index`, the root if `index` is the root's, or null when the log does not hold that index. */
export function entryAt(log: Log, index: Index): Entry | null {
  if (index > log.index) return null;
  let entry: Entry | null = log;
  while (entry !== null && entry.index > index) {
    entry = entry.jump !== null && entry.jump.index >= index ? entry.jump : entry.previous;
  }
  return entry;
}

/** The term of the entry at `index`; 0 at index 0; -1 when the log does not hold that index. */
export function termAt(log: Log, index: Index): Term {
  return entryAt(log, index)?.term ?? -1;
}

/** The log without the entries from `index` on. */
export function truncateFrom(log: Log, index: Index): Log {
  let entry: Log = log;
  while (entry.index >= index && entry.previous !== null) {
    entry = entry.jump !== null && entry.jump.index >= index ? entry.jump : entry.previous;
  }
  return entry;
}

/** The entries with indexes in [from, to], in order; fewer when the log holds fewer. */
export function entriesBetween(log: Log, from: Index, to: Index): Entry[] {
  const last = to < log.index ? entryAt(log, to) : log;
  if (last === null || last.index < from) return [];
  const entries: Entry[] = new Array(last.index - from + 1);
  let entry: Entry | null = last;
  for (let i = entries.length - 1; i >= 0; i--) {
    if (entry === null || entry.previous === null) return entries.slice(i + 1);
    entries[i] = entry;
    entry = entry.previous;
  }
  return entries;
}

/**
 * Whether a log that ends with (lastTerm, lastIndex) is at least as up to date as `log` (§5.4.1): a greater last term
 * wins; with equal last terms the longer log wins.
 */
export function isUpToDate(lastTerm: Term, lastIndex: Index, log: Log): boolean {
  return lastTerm > log.term || (lastTerm === log.term && lastIndex >= log.index);
}

function jumpFrom(log: Log): Entry {
  const first = log.jump;
  if (first === null) return log;
  const second = first.jump;
  if (second === null) return log;
  return log.index - first.index === first.index - second.index ? second : log;
}
