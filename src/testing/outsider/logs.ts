/** Logs as paths in one tree: equal logs are one node, so comparing whole logs is comparing nodes. */
import { canonical, isObject, type Json } from './lines';

export interface Log {
  readonly index: number;
  readonly term: number;
  /** Canonical JSON of the command. */
  readonly cmd: string;
  readonly parent: Log | null;
  readonly children: Map<string, Log>;
}

/** Each trace gets a tree of its own. */
export function root(): Log {
  return { index: 0, term: 0, cmd: 'null', parent: null, children: new Map() };
}

export function extend(log: Log, term: number, cmd: string): Log {
  const key = `${term} ${cmd}`;
  let child = log.children.get(key);
  if (child === undefined) {
    child = { index: log.index + 1, term, cmd, parent: log, children: new Map() };
    log.children.set(key, child);
  }
  return child;
}

/** The node at an index, or null when the log does not reach there. */
export function at(log: Log, index: number): Log | null {
  let node: Log | null = log;
  while (node !== null && node.index > index) node = node.parent;
  return node !== null && node.index === index ? node : null;
}

/** Whether `log` begins with all of `prefix`. */
export function beginsWith(log: Log, prefix: Log): boolean {
  return at(log, prefix.index) === prefix;
}

export interface Entry {
  readonly term: number;
  readonly cmd: string;
}

/** Entries as messages have them: term, [term, cmd] or {term, cmd}. */
export function entriesOf(message: Json): Entry[] {
  const { entries } = message;
  if (!Array.isArray(entries)) return [];
  return entries.map((entry) => {
    if (Array.isArray(entry)) return { term: Number(entry[0]), cmd: canonical(entry[1] ?? null) };
    if (isObject(entry)) return { term: Number(entry.term), cmd: canonical(entry.cmd ?? null) };
    return { term: Number(entry), cmd: 'null' };
  });
}

/** What Figure 2 makes of a log and an AppendEntries that passes the consistency check at `previous`. */
export function afterAppend(log: Log, previous: Log, entries: readonly Entry[]): Log {
  let vouched = previous;
  let conflict = false;
  for (const { term, cmd } of entries) {
    const present = conflict ? null : at(log, vouched.index + 1);
    if (present === null || present.term !== term) conflict = true;
    vouched = !conflict && present !== null ? present : extend(vouched, term, cmd);
  }
  return conflict ? vouched : log;
}

/** At least as up to date as `log` (§5.4.1). */
export function isUpToDate(lastTerm: number, lastIndex: number, log: Log): boolean {
  return lastTerm > log.term || (lastTerm === log.term && lastIndex >= log.index);
}
