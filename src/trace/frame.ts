/**
 * A Frame is what is true and visible at one instant: the cluster's state, messages with their progress, and echoes
 * of what has just happened. Pictures, descriptions and panels are drawn from it, and from nothing else.
 */
import type {
  CatchUp,
  Configuration,
  Entry,
  Index,
  Log,
  Message,
  Options,
  Persistent,
  Role,
  ServerId,
  Term,
} from '../raft';
import type { Client, HostStatus, LossReason, Microseconds, Network, Timing } from '../sim';

export interface Frame {
  readonly time: Microseconds;
  /** Number of the last transition: frames with equal transitions differ in motion only. */
  readonly transitions: number;
  /** In ring order; index 0 is S1. */
  readonly servers: readonly ServerView[];
  /** Between servers, in the order in which they were sent. */
  readonly messages: readonly MessageView[];
  /** What happened in the last ECHO_TIME, oldest first. */
  readonly echoes: readonly Echo[];
  readonly network: Readonly<Network>;
  readonly clients: readonly Readonly<Client>[];
  readonly timing: Readonly<Timing>;
  readonly options: Options;
  /** Who votes before the first change of members, in ascending order. */
  readonly firstVoters: readonly ServerId[];
}

export interface ServerView {
  readonly id: ServerId;
  readonly status: HostStatus;
  readonly role: Role;
  readonly term: Term;
  readonly votedFor: ServerId | null;
  /** The leader of the term as this server knows it. */
  readonly leader: ServerId | null;
  readonly commitIndex: Index;
  readonly lastApplied: Index;
  /** The last entry of its log; see raft/log. A crashed server shows the log on its disk. */
  readonly log: Log;
  /** What its disk holds. */
  readonly durable: Readonly<Persistent>;
  /** The timer that runs; null when crashed. */
  readonly timer: TimerView | null;
  /** Candidates and precandidates only: one state a server, in ring order; null otherwise. */
  readonly votes: readonly VoteState[] | null;
  /** Votes that make a majority. */
  readonly majority: number;
  /** The latest configuration that it knows, committed or not, and the index of its entry; 0: the initial one. */
  readonly configuration: Configuration;
  readonly configurationIndex: Index;
  /** `learner`: catches up before it votes; `spare`: in no configuration that it or a leader knows. */
  readonly membership: Membership;
  /** The last index that a snapshot stands for; the log begins after it. 0: no snapshot. */
  readonly base: Index;
  /** Leaders only: to whom it hands over, who catches up, how many reads wait; otherwise null. */
  readonly duties: LeaderDuties | null;
  /** Leaders only, indexed by ServerId; null otherwise. */
  readonly nextIndex: readonly Index[] | null;
  readonly matchIndex: readonly Index[] | null;
  readonly isolated: boolean;
  /** How much of the write to disk that it waits for is done, 0 to 1; null when it waits for none. */
  readonly writing: number | null;
  /** Messages that arrived and wait to be handled. */
  readonly waiting: number;
  /** Messages that wait for the disk before they are sent. */
  readonly outgoing: number;
  readonly clockRate: number;
  readonly clockOffset: Microseconds;
  /** The state machine's contents. */
  readonly values: ReadonlyMap<string, string>;
}

export type Membership = 'voter' | 'learner' | 'spare';

export interface LeaderDuties {
  readonly transferTo: ServerId | null;
  readonly catchUp: CatchUp | null;
  readonly readsWaiting: number;
  /** It may answer reads without asking a majority (D§6.4.1). */
  readonly hasLease: boolean;
}

export interface TimerView {
  readonly kind: 'election' | 'heartbeat';
  /** 0 when it has run out while the process was paused. */
  readonly remaining: Microseconds;
  readonly total: Microseconds;
  /** remaining / total, 0 to 1. */
  readonly fraction: number;
  /** Time since it was set. */
  readonly age: Microseconds;
}

/** `granting` and `refusing`: decided by the voter, the answer still on its way. */
export type VoteState = 'unknown' | 'granting' | 'granted' | 'refusing' | 'refused';

export interface MessageView {
  /** Names the message in actions (drop, duplicate, deliver) and as a key of the picture. */
  readonly key: number;
  readonly message: Message;
  readonly from: ServerId;
  readonly to: ServerId;
  /** 0 at the sender, 1 at the receiver. */
  readonly progress: number;
  /** `held`: at the end of a clogged link. `waiting`: arrived, not handled yet. */
  readonly phase: 'flying' | 'held' | 'waiting';
  /** Why it will be lost on the way, as far as a reader may know: a cut shows before it takes effect. */
  readonly doom: 'cut' | null;
  /** Where on its way a cut will take it, 0 to 1; 1 when nothing will. */
  readonly end: number;
  readonly sentAt: Microseconds;
  readonly arrivesAt: Microseconds;
  /** An AppendEntries without entries. */
  readonly heartbeat: boolean;
  /** Terms of the entries that it carries. */
  readonly terms: readonly Term[];
  /** Responses: granted or success; requests: null. */
  readonly positive: boolean | null;
}

/** How long an echo can be seen, in virtual time. */
export const ECHO_TIME: Microseconds = 200_000;

/** How long a delivery can be seen, in virtual time: there are many. */
export const DELIVERY_TIME: Microseconds = 20_000;

/** `age`: virtual time since it happened, 0 to ECHO_TIME. */
export type Echo = { readonly age: Microseconds; readonly seq: number } & (
  | { readonly type: 'lost'; readonly message: MessageView; readonly reason: LossReason }
  | { readonly type: 'delivered'; readonly message: MessageView }
  | { readonly type: 'role'; readonly server: ServerId; readonly from: Role; readonly to: Role }
  | { readonly type: 'status'; readonly server: ServerId; readonly from: HostStatus; readonly to: HostStatus }
  | { readonly type: 'append'; readonly server: ServerId; readonly from: Index; readonly to: Index }
  | { readonly type: 'truncate'; readonly server: ServerId; readonly entries: readonly Entry[] }
  /** commitIndex went from `from` to `to`. */
  | { readonly type: 'commit'; readonly server: ServerId; readonly from: Index; readonly to: Index }
);
