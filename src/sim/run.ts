/** A Run is the only truth: what it says, simulated, gives everything that can be seen. Plain JSON. */
import { defaultOptions, type Operation, type Options, type ReadMode, type ServerId, type Term } from '../raft';

/** A moment or a length of virtual time: an integer number of microseconds. */
export type Microseconds = number;

/** A probability in millionths, an integer in [0, 1_000_000]. */
export type Millionths = number;

export const MILLISECOND: Microseconds = 1000;
export const SECOND: Microseconds = 1_000_000;

export interface Run {
  readonly version: 1;
  /** An integer in [0, 2^32). */
  readonly seed: number;
  readonly config: RunConfig;
  /** What was done from outside, in the order of `at`. */
  readonly actions: readonly RecordedAction[];
  /** Instants that somebody named, in the order in which they are to be told; absent where there are none. */
  readonly bookmarks?: readonly Bookmark[];
}

/** A named instant. It says something about the run and does nothing to it. */
export interface Bookmark {
  readonly at: Microseconds;
  readonly name: string;
  /** What everybody is told there; may be empty. */
  readonly caption: string;
  /** What only the lecturer sees; may be empty. */
  readonly notes: string;
}

export interface RunConfig {
  /** How many servers, 3 to 9. */
  readonly servers: number;
  /** How many of them vote at first, from S1 on; the others wait to be taken in (§6). 0: all. */
  readonly voters: number;
  readonly options: Options;
  readonly timing: Timing;
  readonly network: LinkQuality;
  readonly disk: Span;
  readonly clients: ClientConfig;
  /** Where the servers begin instead of empty, taken as durable: fixtures such as Figure 7. Index 0 is S1. */
  readonly initial: readonly InitialServer[] | null;
  /** How many Raft groups run on the same servers, from 1; see sim/groups. */
  readonly groups: number;
}

/** An interval of times from which one is drawn; both ends are included. */
export interface Span {
  readonly min: Microseconds;
  readonly max: Microseconds;
}

export interface Timing {
  /** The election timeout is drawn anew for each wait from [electionMin, electionMax) (§5.2, §9.3). */
  readonly electionMin: Microseconds;
  readonly electionMax: Microseconds;
  /** How often a leader sends heartbeats. */
  readonly heartbeat: Microseconds;
}

/** How a directed link treats messages. Latency that varies also reorders them. */
export interface LinkQuality {
  readonly latency: Span;
  /** How latencies spread over the span. `tail`: most near the minimum, a few far beyond the maximum. */
  readonly shape: LatencyShape;
  readonly loss: Millionths;
  readonly duplication: Millionths;
}

export const LATENCY_SHAPES = ['uniform', 'triangular', 'tail'] as const;
export type LatencyShape = (typeof LATENCY_SHAPES)[number];

export interface ClientConfig {
  /** How many clients, 0 to 9. Clients reach every server, whatever is cut between the servers. */
  readonly count: number;
  /** Each client begins an operation of its own about this often; 0: only when asked to. */
  readonly interval: Microseconds;
  /** How long a client waits for an answer before it asks again. */
  readonly timeout: Microseconds;
  /** How long a client goes on asking before it gives an operation up, its outcome unknown. */
  readonly patience: Microseconds;
  /** How clients read when they choose by themselves: through the log, or beside it. */
  readonly reads: 'log' | ReadMode;
}

export interface InitialServer {
  readonly currentTerm: Term;
  readonly votedFor: ServerId | null;
  /** The terms of its entries, from index 1. Commands are made up, the same for the same index and term. */
  readonly log: readonly Term[];
}

export interface RecordedAction {
  readonly at: Microseconds;
  readonly action: Action;
}

/** What can be done to a cluster from outside. It says what was done, never what came of it. */
export type Action = PlainAction | GroupAction;

/** Done to one of the other groups that run on the same servers: 2 is the second group. */
export interface GroupAction {
  readonly type: 'inGroup';
  readonly group: number;
  readonly action: OwnAction;
}

/** What concerns one group alone: its timers, messages, clients, members. */
export const OWN_ACTIONS = [
  'expireTimer',
  'drop',
  'duplicate',
  'deliver',
  'clientRequest',
  'setClients',
  'crashClient',
  'restartClient',
  'changeMembers',
  'transfer',
  'compact',
] as const;

export type OwnAction = Extract<PlainAction, { readonly type: (typeof OWN_ACTIONS)[number] }>;

export type PlainAction =
  // Servers.
  | { readonly type: 'crash'; readonly server: ServerId }
  | { readonly type: 'restart'; readonly server: ServerId }
  /** The process stops, as in a long garbage collection: it keeps its state and handles nothing. */
  | { readonly type: 'pause'; readonly server: ServerId }
  | { readonly type: 'resume'; readonly server: ServerId }
  /** The timer that runs (election timer, or a leader's heartbeat timer) runs out now. */
  | { readonly type: 'expireTimer'; readonly server: ServerId }
  /** The server's clock runs at `rate` millionths of true speed and is `offset` ahead. */
  | { readonly type: 'setClock'; readonly server: ServerId; readonly rate: Millionths; readonly offset: Microseconds }
  | { readonly type: 'setDisk'; readonly server: ServerId; readonly latency: Span }
  // Network.
  /** Servers of different groups do not reach one another; servers that no group names form one more. */
  | { readonly type: 'partition'; readonly groups: readonly (readonly ServerId[])[] }
  | { readonly type: 'isolate'; readonly server: ServerId }
  | { readonly type: 'rejoin'; readonly server: ServerId }
  /** One direction of one link. */
  | { readonly type: 'cut'; readonly from: ServerId; readonly to: ServerId }
  | { readonly type: 'repair'; readonly from: ServerId; readonly to: ServerId }
  /** Ends every partition, isolation, cut and hold. */
  | { readonly type: 'heal' }
  /** Clogs one direction of a link: messages wait at its end until it is released. */
  | { readonly type: 'hold'; readonly from: ServerId; readonly to: ServerId }
  | { readonly type: 'release'; readonly from: ServerId; readonly to: ServerId }
  | { readonly type: 'setNetwork'; readonly quality: LinkQuality }
  | { readonly type: 'setLink'; readonly from: ServerId; readonly to: ServerId; readonly quality: LinkQuality }
  // Messages in flight, by their flight key.
  | { readonly type: 'drop'; readonly message: number }
  | { readonly type: 'duplicate'; readonly message: number }
  | { readonly type: 'deliver'; readonly message: number }
  // Clients.
  /** `to`: the server to ask, and to stay with; null: whoever the client believes leads. */
  | {
      readonly type: 'clientRequest';
      readonly client: number;
      readonly operation: Operation;
      readonly to: ServerId | null;
    }
  | { readonly type: 'setClients'; readonly interval: Microseconds }
  /** The client is gone; what it had asked for it finds again in its notes when it restarts, under the same serial. */
  | { readonly type: 'crashClient'; readonly client: number }
  | { readonly type: 'restartClient'; readonly client: number }
  // Configuration of the run.
  | { readonly type: 'setTiming'; readonly timing: Timing }
  /** The servers go on with other options; so rules are switched off and on. */
  | { readonly type: 'setOptions'; readonly options: Options }
  // Members (§6), snapshots (§7) and leadership (D§3.10).
  /** One more computer, with the next number, on which a server waits to be taken in. */
  | { readonly type: 'addServer' }
  /** The server is asked for these voters, in ascending order; it does something about it if it leads. */
  | {
      readonly type: 'changeMembers';
      readonly server: ServerId;
      readonly voters: readonly ServerId[];
      readonly joint: boolean;
    }
  | { readonly type: 'transfer'; readonly server: ServerId; readonly to: ServerId }
  | { readonly type: 'compact'; readonly server: ServerId };

export type ActionType = Action['type'];

/** What a fresh cluster is made of: the paper's timing on a network slow enough to watch. */
export function defaultConfig(servers = 5): RunConfig {
  return {
    servers,
    voters: 0,
    options: defaultOptions(),
    timing: { electionMin: 150 * MILLISECOND, electionMax: 300 * MILLISECOND, heartbeat: 75 * MILLISECOND },
    network: {
      latency: { min: 10 * MILLISECOND, max: 20 * MILLISECOND },
      shape: 'uniform',
      loss: 0,
      duplication: 0,
    },
    disk: { min: 500, max: 1500 },
    clients: { count: 1, interval: 0, timeout: 200 * MILLISECOND, patience: 3 * SECOND, reads: 'log' },
    initial: null,
    groups: 1,
  };
}

export function createRun(seed: number, config: RunConfig = defaultConfig()): Run {
  return { version: 1, seed, config, actions: [] };
}

/**
 * The run in which `action` is done at `time`: what was recorded or named for then or later is dropped, the past stays
 * as it is. Times of actions strictly increase along a run.
 */
export function record(run: Run, time: Microseconds, action: Action): Run {
  const kept = run.actions.filter((recorded) => recorded.at < time);
  const before = (run.bookmarks ?? []).filter(({ at }) => at < time);
  return withBookmarks({ ...run, actions: [...kept, { at: time, action }] }, before);
}

/** The run with these bookmarks instead of its own. */
export function withBookmarks({ bookmarks: _, ...run }: Run, bookmarks: readonly Bookmark[]): Run {
  return bookmarks.length === 0 ? run : { ...run, bookmarks };
}
