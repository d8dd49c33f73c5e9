/** The `state` of a line: what it says of a server, on top of what was said before. */
import {
  type Configuration,
  EMPTY_LOG,
  type Entry,
  entryAt,
  type Index,
  type Log,
  type Placed,
  type Role,
  type ServerId,
  type Snapshot,
  type Term,
} from '../raft';
import type { Logs } from './logs';
import type { Names } from './names';
import type { Json, Reader } from './reader';
import type { Patch } from './recording';

const ROLES = ['follower', 'precandidate', 'candidate', 'leader', 'learner'] as const;

/** What has been told of a server so far, as far as later lines build on it. */
export interface Told {
  log: Log;
  snapshot: Snapshot | null;
  crashed: boolean;
}

export class States {
  /** By ServerId. */
  readonly told = new Map<ServerId, Told>();
  private readonly reader: Reader;
  private readonly names: Names;
  private readonly logs: Logs;
  /** What holds where no log says anything. */
  initial: Configuration = { voters: [], next: null };

  constructor(reader: Reader, names: Names, logs: Logs) {
    this.reader = reader;
    this.names = names;
    this.logs = logs;
  }

  of(id: ServerId): Told {
    let told = this.told.get(id);
    if (told === undefined) {
      told = { log: EMPTY_LOG, snapshot: null, crashed: false };
      this.told.set(id, told);
    }
    return told;
  }

  /**
   * What a state says, and notes it.
   *
   * @param time turns a time of the file into one of the recording
   */
  patch(id: ServerId, value: unknown, field: string, time: (t: number) => number): Patch {
    const patch: Patch = {};
    if (value === undefined || value === null) return patch;
    const state = this.reader.object(value, field);
    this.persistent(state, field, patch);
    this.log(this.of(id), state, field, patch);
    this.volatile(state, field, patch);
    if (state.electionDeadline !== undefined && state.electionDeadline !== null) {
      patch.electionAt = time(this.reader.number(state.electionDeadline, `${field}.electionDeadline`));
    }
    return patch;
  }

  private persistent(state: Json, field: string, patch: Patch): void {
    const { reader, names } = this;
    const { currentTerm, votedFor } = state;
    if (currentTerm !== undefined) patch.currentTerm = reader.integer(currentTerm, `${field}.currentTerm`);
    if (votedFor === undefined) return;
    patch.votedFor = votedFor === null ? null : names.server(votedFor, `${field}.votedFor`);
  }

  private volatile(state: Json, field: string, patch: Patch): void {
    const { reader, names } = this;
    const { role, commitIndex, lastApplied, votesGranted, nextIndex, matchIndex } = state;
    if (role !== undefined) patch.role = roleOf(reader.oneOf(role, `${field}.role`, ROLES));
    if (commitIndex !== undefined) patch.commitIndex = reader.integer(commitIndex, `${field}.commitIndex`);
    if (lastApplied !== undefined) patch.lastApplied = reader.integer(lastApplied, `${field}.lastApplied`);
    if (votesGranted !== undefined) patch.votesGranted = names.servers(votesGranted, `${field}.votesGranted`);
    if (nextIndex !== undefined) patch.nextIndex = names.indexes(nextIndex, `${field}.nextIndex`);
    if (matchIndex !== undefined) patch.matchIndex = names.indexes(matchIndex, `${field}.matchIndex`);
  }

  private log(told: Told, state: Json, field: string, patch: Patch): void {
    const { log, cmds, base, logDelta } = state;
    const before = { log: told.log, snapshot: told.snapshot };
    if (base !== undefined && base !== null) this.base(told, base, `${field}.base`);
    const root = told.snapshot?.last ?? EMPTY_LOG;
    if (log !== undefined) {
      told.log = this.logs.extend(root, log, cmds, [`${field}.log`, `${field}.cmds`]);
    } else if (logDelta !== undefined) {
      told.log = this.logs.delta(told.log, root.index, logDelta, `${field}.logDelta`);
    }
    if (told.log !== before.log) patch.log = told.log;
    if (told.snapshot !== before.snapshot) patch.snapshot = told.snapshot;
  }

  /** The beginning of the log up to an entry makes way for a snapshot; what follows the entry in the log stays. */
  private base(told: Told, value: unknown, field: string): void {
    const { reader, names } = this;
    const { index, term, cfg } = reader.object(value, field);
    const at = reader.integer(index, `${field}.index`);
    if (at === 0) {
      told.snapshot = null;
      return;
    }
    const last = this.entry(at, reader.integer(term, `${field}.term`), told.log);
    const configuration = cfg === undefined ? null : names.configuration(cfg, `${field}.cfg`);
    if (entryAt(told.log, at) !== last) told.log = last;
    const known = told.snapshot;
    if (known?.last === last) return;
    told.snapshot = { last, configuration: this.placed(last, configuration, known), image: null };
  }

  /** The configuration at an entry, and where it is: found in the log, or else as it was told. */
  private placed(last: Entry, told: Configuration | null, known: Snapshot | null): Placed {
    const before = known?.configuration ?? { configuration: this.initial, index: 0 };
    const found = configurationBefore(last, before.index) ?? before;
    if (told === null || JSON.stringify(told) === JSON.stringify(found.configuration)) return found;
    return { configuration: told, index: last.index };
  }

  /** The entry at a place in what any server is known to hold, the own log first. */
  entry(index: Index, term: Term, own: Log): Log {
    return this.logs.entry(index, term, [own, ...[...this.told.values()].map(({ log }) => log)]);
  }
}

/** A learner is one by its configuration; what it does is what followers do. */
const roleOf = (role: (typeof ROLES)[number]): Role => (role === 'learner' ? 'follower' : role);

function configurationBefore(last: Entry, after: Index): Placed | null {
  for (let entry: Entry | null = last; entry !== null && entry.index > after; entry = entry.previous) {
    const { command, index } = entry;
    if (command.type === 'configuration') return { configuration: command.configuration, index };
  }
  return null;
}
