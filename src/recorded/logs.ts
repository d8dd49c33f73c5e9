/** Recorded logs as chains of entries. Equal entries after equal logs are one object, as in a simulated cluster. */
import {
  append,
  type Command,
  EMPTY_LOG,
  type Entry,
  entryAt,
  type Index,
  type Log,
  type Term,
  truncateFrom,
} from '../raft';
import { type Commands, UNKNOWN } from './commands';
import type { Reader } from './reader';

export class Logs {
  private readonly reader: Reader;
  private readonly commands: Commands;
  /** What follows an entry: nearly always one entry, others where logs differ. */
  private readonly next = new Map<Entry, Entry>();
  private readonly others = new Map<Entry, Entry[]>();
  private readonly roots = new Map<string, Entry>();
  /** Entries of which the file does not say what they hold. */
  unnamed = 0;

  constructor(reader: Reader, commands: Commands) {
    this.reader = reader;
    this.commands = commands;
  }

  /** The log with one more entry. Nothing told of its command: that of an equal entry which is known. */
  append(log: Log, term: Term, command: Command): Log {
    const known = this.followers(log).find(
      (entry) => entry.term === term && (entry.command === command || command === UNKNOWN),
    );
    if (known !== undefined) return known;
    const entry = append(log, term, command);
    if (this.next.has(log)) this.others.set(log, [...(this.others.get(log) ?? []), entry]);
    else this.next.set(log, entry);
    return entry;
  }

  private followers(log: Log): Entry[] {
    const first = this.next.get(log);
    return first === undefined ? [] : [first, ...(this.others.get(log) ?? [])];
  }

  /** The log after `from` - 1 of another, with entries of these terms and commands. */
  delta(log: Log, base: Index, value: unknown, field: string): Log {
    const { reader } = this;
    const delta = reader.object(value, field);
    const low = base + 1;
    const high = log.index + 1;
    const from = reader.integer(delta.from, `${field}.from`, 1);
    if (from < low || from > high) {
      reader.refuse(`${field}.from`, { type: 'within', low, high }, delta.from);
      return log;
    }
    return this.extend(truncateFrom(log, from), delta.terms, delta.cmds, [`${field}.terms`, `${field}.cmds`]);
  }

  /** The log with entries of these terms, and commands where they are told. */
  extend(log: Log, terms: unknown, cmds: unknown, [termsField, cmdsField]: readonly [string, string]): Log {
    const { reader, commands } = this;
    const all = reader.list(terms, termsField);
    const named = cmds === undefined ? null : reader.list(cmds, cmdsField);
    if (named !== null && named.length !== all.length) {
      reader.refuse(cmdsField, { type: 'asMany', as: termsField, count: all.length }, named.length);
    }
    if (named === null) this.unnamed += all.length;
    let end = log;
    for (let i = 0; i < all.length && reader.problem === null; i++) {
      const term = reader.integer(all[i], `${termsField}[${i}]`);
      const command = named === null ? UNKNOWN : commands.command(named[i], `${cmdsField}[${i}]`);
      end = this.append(end, term, command);
    }
    return end;
  }

  /** The entry at a place in one of the logs; where none holds it, one before which nothing is known. */
  entry(index: Index, term: Term, logs: readonly Log[]): Entry {
    if (index === 0) return EMPTY_LOG;
    for (const log of logs) {
      const found = entryAt(log, index);
      if (found !== null && found.term === term && found.index === index) return found;
    }
    const name = `${index} ${term}`;
    const root = this.roots.get(name) ?? { index, term, command: UNKNOWN, previous: null, jump: null };
    this.roots.set(name, root);
    return root;
  }
}
