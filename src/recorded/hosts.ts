/** What lines of a recording do to a server and to what its computer holds. */
import {
  EMPTY_LOG,
  type Entry,
  entriesBetween,
  entryAt,
  type Log,
  NOBODY,
  type Persistent,
  restart,
  type Server,
  type Snapshot,
  takeLatestConfiguration,
} from '../raft';
import {
  applyEntry,
  type Cluster,
  cloneStore,
  createHost,
  createStore,
  type Host,
  type Microseconds,
  placeHost,
  type Sequence,
  type Store,
} from '../sim';
import type { Patch } from './recording';

const NEVER = Number.POSITIVE_INFINITY;

/** Brings a server to the state that a line tells. */
export function applyPatch(host: Host, patch: Patch, at: Microseconds, seq: Sequence, restores = false): void {
  const { server } = host;
  const { electionAt, snapshot, log, ...fields } = patch;
  const { role, currentTerm, log: before } = server;
  if (fields.currentTerm !== undefined && fields.currentTerm !== currentTerm) server.leader = null;
  if (fields.role !== undefined && fields.role !== role) changeRole(server, fields.role);
  if (fields.role === 'candidate' && fields.currentTerm !== undefined) server.votesRefused = [];
  Object.assign(server, fields);
  // Votes that are counted before an election are told of nowhere but in the answers.
  if (server.role === 'precandidate' && server.votesGranted.length === 0) server.votesGranted = [server.id];
  if (snapshot !== undefined) server.snapshot = snapshot;
  if (log !== undefined) server.log = log;
  if (snapshot !== undefined) takeLatestConfiguration(server);
  else if (log !== undefined) follow(server, before);
  if (restores) host.store = storeOf(server.snapshot);
  if (server.role === 'leader') host.electionAt = NEVER;
  else if (electionAt !== undefined) Object.assign(host, { electionAt, electionSetAt: at, electionCause: seq });
}

/** Where a log only grows, what is new in it says whether the configuration is another one. */
function follow(server: Server, before: Log): void {
  if (entryAt(server.log, before.index) !== before) {
    takeLatestConfiguration(server);
    return;
  }
  const grown = entriesBetween(server.log, before.index + 1, server.log.index);
  if (grown.some(({ command }) => command.type === 'configuration')) takeLatestConfiguration(server);
}

function changeRole(server: Server, role: Server['role']): void {
  server.votesRefused = [];
  server.leader = role === 'leader' ? server.id : null;
  if (role === 'follower' || role === 'precandidate') server.votesGranted = [];
  if (role === 'leader') return;
  server.nextIndex = [];
  server.matchIndex = [];
}

/** The entries that a new lastApplied says were applied, where no line says so of each. */
export function appliedBetween({ server }: Host, { lastApplied, log = server.log }: Patch): readonly Entry[] {
  if (lastApplied === undefined || lastApplied <= server.lastApplied) return [];
  return entriesBetween(log, server.lastApplied + 1, lastApplied);
}

/** Term, vote, log and snapshot are on the disk; or as much of them as a line names. */
export function persistHost(host: Host, part: Patch | null): void {
  const { currentTerm, votedFor, log, snapshot } = host.server;
  const { durable } = host;
  if (part !== null) {
    const { currentTerm: term, votedFor: vote, log: upTo, snapshot: base } = part;
    host.durable = {
      currentTerm: term ?? durable.currentTerm,
      votedFor: vote === undefined ? durable.votedFor : vote,
      log: upTo ?? durable.log,
      snapshot: base === undefined ? durable.snapshot : base,
    };
    return;
  }
  const isSame =
    durable.log === log &&
    durable.currentTerm === currentTerm &&
    durable.votedFor === votedFor &&
    durable.snapshot === snapshot;
  if (!isSame) host.durable = { currentTerm, votedFor, log, snapshot };
}

/** The process is gone: what is left is what the disk holds. */
export function crashHost(host: Host): void {
  host.status = 'crashed';
  begin(host, host.durable);
}

/** The process is back, with what the line shows. */
export function restartHost(host: Host, patch: Patch, at: Microseconds, seq: Sequence): void {
  host.status = 'up';
  begin(host, host.durable);
  applyPatch(host, patch, at, seq);
  const { server } = host;
  // Where a commitIndex survives, the state machine is as far as that.
  host.store = storeOf(server.snapshot);
  const start = server.snapshot?.last.index ?? 0;
  for (const entry of entriesBetween(server.log, start + 1, server.lastApplied)) execute(host.store, entry);
}

function begin(host: Host, durable: Readonly<Persistent>): void {
  const { server } = host;
  host.server = restart(host.id, durable, server.initial, server.options, 0);
  host.server.electionMin = server.electionMin;
  host.electionAt = NEVER;
  host.store = storeOf(durable.snapshot);
}

/** One more computer, on which a server waits to be taken in. */
export function addHost(cluster: Cluster, patch: Patch, at: Microseconds): void {
  const { hosts, options, timing } = cluster;
  const durable = { currentTerm: 0, votedFor: null, log: EMPTY_LOG, snapshot: null };
  const host = createHost(hosts.length + 1, durable, NOBODY, options, { min: 0, max: 0 }, timing.electionMin);
  applyPatch(host, patch, at, cluster.transitions);
  persistHost(host, null);
  placeHost(cluster, host);
}

/** Executes an entry; returns what the key then holds. Commands without a number of their client are never repeats. */
export function execute(store: Store, entry: Entry): string | null {
  const { command } = entry;
  return applyEntry(store, entry, command.type !== 'client' || command.serial === 0).value;
}

/** Stores of snapshots: the same snapshot gives the same store, which is worked out once. */
const stores = new WeakMap<Entry, Store>();

/** What a state machine holds after a snapshot, as far as all that it stands for is known. */
function storeOf(snapshot: Snapshot | null): Store {
  if (snapshot === null) return createStore();
  const { last } = snapshot;
  let store = stores.get(last);
  if (store === undefined) {
    store = createStore();
    if (entryAt(last, 0) !== null) for (const entry of entriesBetween(last, 1, last.index)) execute(store, entry);
    stores.set(last, store);
  }
  return cloneStore(store);
}
