/** The state of one server, as in the box "State" of Figure 2. */
import type { Index, Log, Term } from './log';
import { EMPTY_LOG } from './log';
import type { Options } from './options';

/** Servers are numbered from 1; S3 is 3. */
export type ServerId = number;

export type Role = 'follower' | 'candidate' | 'leader';

/** The servers whose majority decides (§5.2, §6). */
export interface Configuration {
  readonly voters: readonly ServerId[];
}

/** What survives a crash: "updated on stable storage before responding to RPCs" (Figure 2). */
export interface Persistent {
  /** Only grows. */
  currentTerm: Term;
  /** Who got this server's vote in currentTerm. Cleared exactly when the term grows. */
  votedFor: ServerId | null;
  log: Log;
}

export interface Server extends Persistent {
  readonly id: ServerId;
  readonly options: Options;
  configuration: Configuration;

  // Volatile, on every server.
  role: Role;
  /** The leader of currentTerm, as far as this server knows; clients are sent there. */
  leader: ServerId | null;
  /** Highest entry known to be committed. Never goes back while the server runs. */
  commitIndex: Index;
  /** Highest entry handed to the state machine. Never above commitIndex. */
  lastApplied: Index;

  // Volatile, on candidates: anew with each election.
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
  /** Entries whose client waits for an answer from this leader, in order of their indexes. */
  requests: Index[];
}

/** A server that has never run (Figure 2, "initialized to 0 on first boot"). */
export function boot(id: ServerId, configuration: Configuration, options: Options): Server {
  return restart(id, { currentTerm: 0, votedFor: null, log: EMPTY_LOG }, configuration, options);
}

/** A server that comes back with what its disk holds, as a follower, all volatile state lost (§5.1, §5.2, D§3.8). */
export function restart(
  id: ServerId,
  persisted: Readonly<Persistent>,
  configuration: Configuration,
  options: Options,
): Server {
  return {
    id,
    options,
    configuration,
    currentTerm: persisted.currentTerm,
    votedFor: persisted.votedFor,
    log: persisted.log,
    role: 'follower',
    leader: null,
    commitIndex: 0,
    lastApplied: 0,
    votesGranted: [],
    votesRefused: [],
    nextIndex: [],
    matchIndex: [],
    sentIndex: [],
    requests: [],
  };
}

/** An independent copy. Logs are values and are shared. */
export function clone(server: Server): Server {
  return {
    ...server,
    votesGranted: server.votesGranted.slice(),
    votesRefused: server.votesRefused.slice(),
    nextIndex: server.nextIndex.slice(),
    matchIndex: server.matchIndex.slice(),
    sentIndex: server.sentIndex.slice(),
    requests: server.requests.slice(),
  };
}

/** How many servers make a majority of the configuration: all of its servers count, not only those alive (§5.2). */
export function majority(configuration: Configuration): number {
  return Math.floor(configuration.voters.length / 2) + 1;
}
