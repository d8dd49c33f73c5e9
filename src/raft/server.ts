/** The state of one server, as in the box "State" of Figure 2, and what §6 to §8 and the dissertation add. */
import { copyOf } from '../base';
import type { ClientCommand } from './command';
import { type Configuration, isMember, membersOf, NOBODY, type ServerId } from './configuration';
import { EMPTY_LOG, entryAt, type Index, type Log, type Term, termAt } from './log';
import { isOff, type Options } from './options';

/** A precandidate asks whether it could win before it stands (D§9.6). */
export type Role = 'follower' | 'precandidate' | 'candidate' | 'leader';

/** A configuration, and the index of the entry that holds it; 0 for the one that a server was set up with. */
export interface Placed {
  readonly configuration: Configuration;
  readonly index: Index;
}

/** What replaces the beginning of a log (§7). */
export interface Snapshot {
  /** The last entry that it replaces; the log goes on after it. */
  readonly last: Log;
  /** The latest configuration at or before `last`, and where it was. */
  readonly configuration: Placed;
  /** The state machine as it was after `last`. Raft does not look inside; whoever runs the server fills it in. */
  image: object | null;
}

/** What survives a crash: "updated on stable storage before responding to RPCs" (Figure 2). */
export interface Persistent {
  /** Only grows. */
  currentTerm: Term;
  /** Who got this server's vote in currentTerm. Cleared exactly when the term grows. */
  votedFor: ServerId | null;
  /** Holds the entries above the snapshot's. In memory those below stay reachable, so that equal logs are one object. */
  log: Log;
  /** What stands for the entries that the log has dropped, or null. Its index only grows. */
  snapshot: Snapshot | null;
}

export interface Server extends Persistent {
  readonly id: ServerId;
  /** Replaced as a whole when somebody changes them during the run. */
  options: Options;
  /** What the server was set up with; holds until its log or snapshot says otherwise. */
  readonly initial: Configuration;
  /** The server's own clock during this input, in microseconds; never goes back. Set by whoever runs the server. */
  clock: number;
  /** The lower end of the election timeout, in microseconds. Set by whoever runs the server. */
  electionMin: number;

  // Derived from log and snapshot.
  /** The latest configuration in the log, committed or not (§6). */
  configuration: Configuration;
  /** The index of its entry; 0 for the initial one. */
  configurationIndex: Index;
  /** The other servers of the configuration; on a leader also those that catch up. */
  peers: readonly ServerId[];

  // Volatile, on every server.
  role: Role;
  /** The leader of currentTerm, as far as this server knows; clients are sent there. */
  leader: ServerId | null;
  /** When a leader was last heard, by this server's clock; -Infinity: never. */
  leaderHeardAt: number;
  /** Highest entry known to be committed. Never goes back while the server runs. */
  commitIndex: Index;
  /** Highest entry handed to the state machine. Never above commitIndex. */
  lastApplied: Index;

  // Volatile, on candidates and precandidates: anew with each election.
  /** Whose votes have arrived, the own one included. A leader keeps them, so that one can see how it won. */
  votesGranted: ServerId[];
  votesRefused: ServerId[];

  // Volatile, on leaders: anew after each election. Indexed by ServerId.
  /** Next entry to send to each server. Always above matchIndex. */
  nextIndex: Index[];
  /** Highest entry known to be stored on each server. Only grows during a term. */
  matchIndex: Index[];
  /** Highest entry sent to each server and not yet answered; 0 when none is. Saves sending entries twice. */
  sentIndex: Index[];
  /** Stamp of the latest request that each server has answered; -1: of none. Only grows. */
  ackedStamp: number[];
  /** When each server was last heard, by this leader's clock; at first when it began to listen. Only grows. */
  heardAt: number[];
  /** The clock when requests were last sent, made to grow by at least 1 with each round: names the round. */
  stamp: number;
  /** Entries whose client waits for an answer from this leader, in order of their indexes. */
  requests: Index[];
  /** Reads that wait until this leader knows that it leads, oldest first (D§6.4). */
  reads: PendingRead[];
  /** To whom this leader hands over, or null. */
  transfer: Transfer | null;
  /** This leader has told another server to stand. That may arrive late, so it holds no lease any more (D§6.4.1). */
  toldToStand: boolean;
  /** Before then, by its own clock, this leader hands over only when asked: the last transfer failed. */
  patienceUntil: number;
  /** New servers that catch up before a change of members begins, or null. */
  catchUp: CatchUp | null;
}

export interface PendingRead {
  readonly command: ClientCommand;
  /** What must be applied first: the commitIndex when the read came; -1: not known before an own entry is committed. */
  readonly index: Index;
  /** An answer of a majority to requests with this stamp or a later one proves that the server led since then. */
  readonly stamp: number;
}

export interface Transfer {
  readonly to: ServerId;
  /** When it began, by the leader's clock. */
  readonly since: number;
  /** TimeoutNow is on its way. */
  readonly sent: boolean;
}

/** D§4.2.1: the leader sends its log in rounds; when a round is quick, the newcomers have caught up. */
export interface CatchUp {
  readonly voters: readonly ServerId[];
  readonly joint: boolean;
  readonly newcomers: readonly ServerId[];
  /** From 1. */
  readonly round: number;
  /** The leader's last index when the round began: the round ends when the newcomers have it. */
  readonly target: Index;
  /** When the round began, by the leader's clock. */
  readonly since: number;
}

/** A server that has never run (Figure 2, "initialized to 0 on first boot"). */
export function boot(id: ServerId, configuration: Configuration, options: Options): Server {
  return restart(id, { currentTerm: 0, votedFor: null, log: EMPTY_LOG, snapshot: null }, configuration, options);
}

/**
 * A server that comes back with what its disk holds, as a follower, all volatile state lost (§5.1, §5.2, D§3.8); its
 * state machine is that of the snapshot.
 *
 * @param initial the configuration that holds where the log says nothing
 */
export function restart(
  id: ServerId,
  persisted: Readonly<Persistent>,
  initial: Configuration,
  options: Options,
  clock = 0,
): Server {
  const { currentTerm, votedFor, log, snapshot } = persisted;
  const start = snapshot?.last.index ?? 0;
  const server: Server = {
    id,
    options,
    initial,
    clock,
    electionMin: 0,
    configuration: NOBODY,
    configurationIndex: 0,
    peers: [],
    currentTerm,
    votedFor,
    log,
    snapshot,
    role: 'follower',
    leader: null,
    // Whom this server heard before it crashed it cannot know: it holds to that leader as long as it may have promised.
    leaderHeardAt: currentTerm > 0 ? clock : Number.NEGATIVE_INFINITY,
    commitIndex: start,
    lastApplied: start,
    votesGranted: [],
    votesRefused: [],
    nextIndex: [],
    matchIndex: [],
    sentIndex: [],
    ackedStamp: [],
    heardAt: [],
    stamp: 0,
    requests: [],
    reads: [],
    transfer: null,
    toldToStand: false,
    patienceUntil: 0,
    catchUp: null,
  };
  takeLatestConfiguration(server);
  return server;
}

/** An independent copy. Logs, snapshots and configurations are values and are shared. */
export function clone(server: Server): Server {
  // Field by field: spreading an object of this size takes far longer. Only a leader changes its lists in place.
  const leads = server.role === 'leader';
  return {
    id: server.id,
    options: server.options,
    initial: server.initial,
    clock: server.clock,
    electionMin: server.electionMin,
    configuration: server.configuration,
    configurationIndex: server.configurationIndex,
    peers: server.peers,
    currentTerm: server.currentTerm,
    votedFor: server.votedFor,
    log: server.log,
    snapshot: server.snapshot,
    role: server.role,
    leader: server.leader,
    leaderHeardAt: server.leaderHeardAt,
    commitIndex: server.commitIndex,
    lastApplied: server.lastApplied,
    votesGranted: copyOf(server.votesGranted),
    votesRefused: copyOf(server.votesRefused),
    nextIndex: leads ? server.nextIndex.slice() : server.nextIndex,
    matchIndex: leads ? server.matchIndex.slice() : server.matchIndex,
    sentIndex: leads ? server.sentIndex.slice() : server.sentIndex,
    ackedStamp: leads ? server.ackedStamp.slice() : server.ackedStamp,
    heardAt: leads ? server.heardAt.slice() : server.heardAt,
    stamp: server.stamp,
    requests: leads ? server.requests.slice() : server.requests,
    reads: leads ? server.reads.slice() : server.reads,
    transfer: server.transfer,
    toldToStand: server.toldToStand,
    patienceUntil: server.patienceUntil,
    catchUp: server.catchUp,
  };
}

/** What goes to disk (Figure 2, State). */
export function persistentPart({ currentTerm, votedFor, log, snapshot, options }: Server): Persistent {
  if (options.off.length === 0) return { currentTerm, votedFor, log, snapshot };
  return {
    currentTerm: isOff(options, 'noPersistTerm') ? 0 : currentTerm,
    votedFor: isOff(options, 'noPersistVote') ? null : votedFor,
    log,
    snapshot,
  };
}

/** The index before the first entry that the log still holds: 0, or the snapshot's last one. */
export function baseIndex({ snapshot }: Readonly<Persistent>): Index {
  return snapshot === null ? 0 : snapshot.last.index;
}

/** Finds the configuration that log and snapshot say, and whom that makes this server's peers. */
export function takeLatestConfiguration(server: Server): void {
  const { configuration, index } = configurationAt(server, server.log.index);
  server.configuration = configuration;
  server.configurationIndex = index;
  findPeers(server);
}

/** The latest configuration at or before an index, committed or not (§6, D§4.1). */
export function configurationAt({ log, snapshot, initial }: Server, index: Index): Placed {
  const base = snapshot?.configuration ?? { configuration: initial, index: 0 };
  for (let entry = entryAt(log, Math.min(index, log.index)); entry !== null && entry.index > base.index; ) {
    const { command } = entry;
    if (command.type === 'configuration') return { configuration: command.configuration, index: entry.index };
    entry = entry.previous;
  }
  return base;
}

export function findPeers(server: Server): void {
  const { id, configuration, catchUp } = server;
  const members = membersOf(configuration);
  const newcomers = catchUp?.newcomers.filter((newcomer) => !members.includes(newcomer)) ?? [];
  server.peers = [...members, ...newcomers].filter((other) => other !== id);
}

/**
 * Whether the server may stand for election: as a voter of its latest configuration, or of the one before while that
 * one may still be undone, because the others may yet need it (D§4.2.2).
 */
export function mayStand(server: Server): boolean {
  const { id, options, configuration, configurationIndex, commitIndex } = server;
  if (options.priorities.length > 0 && options.priorities[id - 1] === 0) return false;
  if (isMember(configuration, id)) return true;
  if (configurationIndex <= commitIndex || isOff(options, 'removeSelfEarly')) return false;
  return isMember(configurationAt(server, configurationIndex - 1).configuration, id);
}

/** Whether a leader knows what is committed: an entry of its own term must be (§8, D§6.4, D§4.1). */
export function hasCommittedOwnTerm({ log, commitIndex, currentTerm }: Server): boolean {
  return termAt(log, commitIndex) === currentTerm;
}
