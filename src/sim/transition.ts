/** What happened at one instant, as data: the trace, the pictures and the explanations are all read from these. */
import type { Configuration, Entry, Index, Log, Operation, Role, RuleId, ServerId, Snapshot, Term } from '../raft';
import type { Flight, HostStatus, LossReason, Sequence } from './cluster';
import type { Action, Microseconds } from './run';

export type TransitionKind =
  /** A recorded action was carried out. */
  | 'action'
  /** A message reached its destination and was handled. */
  | 'deliver'
  /** A message was lost, on the way or at a crashed server. */
  | 'lose'
  /** A message arrived at a server that is paused or waits for its disk, or at a held link: it waits. */
  | 'wait'
  | 'electionTimeout'
  | 'heartbeatTimeout'
  /** A write to disk was completed; what waited for it leaves. */
  | 'diskWrite'
  /** A client began an operation by itself, asked again or gave up. */
  | 'client';

export interface Transition {
  readonly seq: Sequence;
  readonly at: Microseconds;
  readonly kind: TransitionKind;
  /** The transition that brought this one about: the sending, the setting of the timer; 0: from outside. */
  readonly cause: Sequence;
  /** The server concerned, or null. */
  readonly server: ServerId | null;
  /** The client concerned, or null. */
  readonly client: number | null;
  /** The message concerned, or null. */
  readonly flight: Flight | null;
  readonly action: Action | null;
  readonly rules: readonly RuleId[];
  /** What came of it, in order. */
  readonly events: readonly TransitionEvent[];
  /** The server before and after, or null when no server was concerned. */
  readonly before: Summary | null;
  readonly after: Summary | null;
  /** It was read from the recording of another Raft, which does not say what rules fired. */
  readonly recorded?: true;
}

export type TransitionEvent =
  | { readonly type: 'send'; readonly flight: Flight }
  | { readonly type: 'lose'; readonly flight: Flight; readonly reason: LossReason }
  | { readonly type: 'duplicate'; readonly flight: Flight }
  /** A write to disk begins; it ends with a `persist`, unless the server crashes before. */
  | { readonly type: 'write'; readonly doneAt: Microseconds }
  /** Term, vote and log of the server are on its disk. */
  | { readonly type: 'persist' }
  | { readonly type: 'apply'; readonly entry: Entry; readonly value: string | null }
  /** The server replaced what it has applied by a snapshot. */
  | { readonly type: 'takeSnapshot'; readonly snapshot: Snapshot }
  /** The server took over a snapshot of its leader. */
  | { readonly type: 'restore'; readonly snapshot: Snapshot }
  | { readonly type: 'timer'; readonly timer: 'election' | 'heartbeat'; readonly at: Microseconds }
  | { readonly type: 'invoke'; readonly client: number; readonly serial: number; readonly operation: Operation }
  | {
      readonly type: 'return';
      readonly client: number;
      readonly serial: number;
      readonly operation: Operation;
      readonly status: 'ok' | 'fail' | 'unknown';
      readonly value: string | null;
    };

/** The fields of a server in which a reader sees change. */
export interface Summary {
  readonly status: HostStatus;
  readonly role: Role;
  readonly currentTerm: Term;
  readonly votedFor: ServerId | null;
  readonly commitIndex: Index;
  readonly lastApplied: Index;
  readonly log: Log;
  readonly snapshot: Snapshot | null;
  readonly configuration: Configuration;
}
