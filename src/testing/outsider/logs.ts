/** Logs as paths in one tree: equal logs are one node, so comparing whole logs is comparing nodes. */
import { type Config, configIn } from './config';
import { canonical, isObject, type Json } from './lines';

export interface Log {
  readonly index: number;
  readonly term: number;
  /** Canonical JSON of the command. */
  readonly cmd: string;
  /** The entry before; where a snapshot hides what that was, the root. */
  readonly parent: Log | null;
  readonly children: Map<string, Log>;
  /** The latest configuration up to here, committed or not: what a server with this log uses (§6). */
  readonly config: Config;
  /** Where that is; 0: before the first entry. */
  readonly configIndex: number;
}

/** What is known of all logs of a trace. */
export interface Book {
  readonly root: Log;
  /** The entry of an index and term that some server holds or held. By Log Matching there is but one. */
  find(index: number, term: number): Log | null;
}

/** Each trace gets a tree of its own. */
export function root(voters: readonly string[]): Log {
  const config = { voters: voters.slice().sort(), next: null };
  return { index: 0, term: 0, cmd: 'null', parent: null, children: new Map(), config, configIndex: 0 };
}

export function extend(log: Log, term: number, cmd: string): Log {
  const known = log.children.get(`${term} ${cmd}`);
  if (known !== undefined) return known;
  const index = log.index + 1;
  const config = configIn(cmd);
  return child(log, `${term} ${cmd}`, { index, term, cmd, ...(config === null ? {} : { config, configIndex: index }) });
}

/** The last entry that a snapshot covers, when nobody has told those before it. */
export function leap(log: Log, index: number, term: number, config: Config): Log {
  const name = `leap ${index} ${term}`;
  return log.children.get(name) ?? child(log, name, { index, term, cmd: 'null', config, configIndex: index });
}

function child(parent: Log, name: string, fields: Pick<Log, 'index' | 'term' | 'cmd'> & Partial<Log>): Log {
  const { config, configIndex } = parent;
  const log: Log = { config, configIndex, ...fields, parent, children: new Map() };
  parent.children.set(name, log);
  return log;
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
