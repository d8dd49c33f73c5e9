/** A recording: what the servers of another Raft have written down, as steps that move a cluster on. */
import type { Configuration, Entry, Index, Log, Operation, Role, ServerId, Snapshot, Term } from '../raft';
import type { Action, Flight, LossReason, Microseconds, Sequence, TransitionKind } from '../sim';
import type { Remark } from '../trace';

export interface Recording {
  /** The servers as the recording calls them; index 0 is S1. Those that come later are last. */
  readonly nodes: readonly string[];
  /** How many servers are there from the beginning, and how many of them, from S1 on, vote at first. */
  readonly atFirst: number;
  readonly voters: number;
  /** How each server begins; null: empty. Index 0 is S1. */
  readonly initial: readonly (Patch | null)[];
  readonly features: Features;
  /** Bounds of the election timeout, where they are told. */
  readonly electionTimeout: { readonly min: Microseconds; readonly max: Microseconds } | null;
  /** In order of time; the first one has the number 1. */
  readonly steps: readonly Step[];
  readonly lines: number;
  readonly remarks: readonly Remark[];
}

export interface Features {
  /** Every change is on the disk at once. */
  readonly autoPersist: boolean;
  readonly preVote: boolean;
  readonly stickyLeader: boolean;
}

/** What becomes one transition. */
export interface Step {
  readonly at: Microseconds;
  readonly kind: TransitionKind;
  readonly server: ServerId | null;
  readonly client: number | null;
  /** The step that brought it about, as far as that is told; 0: none. */
  readonly cause: Sequence;
  /** The copy of a message that is received or lost. */
  readonly flight: Flight | null;
  readonly action: Action | null;
  readonly items: readonly Item[];
}

/** What a line adds to a step. */
export type Item =
  | { readonly type: 'state'; readonly patch: Patch }
  | { readonly type: 'send'; readonly flight: Flight }
  | { readonly type: 'duplicate'; readonly flight: Flight }
  | { readonly type: 'lose'; readonly flight: Flight; readonly reason: LossReason }
  | { readonly type: 'persist'; readonly durable: Patch | null }
  | { readonly type: 'apply'; readonly entry: Entry; readonly value: string | null }
  | { readonly type: 'snapshot'; readonly patch: Patch; readonly restores: boolean }
  | { readonly type: 'crash' }
  | { readonly type: 'restart'; readonly patch: Patch }
  | { readonly type: 'added'; readonly patch: Patch }
  | { readonly type: 'invoke'; readonly client: number; readonly serial: number; readonly operation: Operation }
  | {
      readonly type: 'return';
      readonly client: number;
      readonly serial: number;
      readonly operation: Operation;
      readonly status: 'ok' | 'fail' | 'unknown';
      readonly value: string | null;
    }
  | { readonly type: 'partition'; readonly groups: readonly (readonly ServerId[])[] }
  | { readonly type: 'link'; readonly from: ServerId; readonly to: ServerId; readonly cut: boolean }
  | { readonly type: 'heal' };

/** The fields of a server that a line tells; those that it does not name stay as they were. */
export interface Patch {
  currentTerm?: Term;
  votedFor?: ServerId | null;
  log?: Log;
  snapshot?: Snapshot | null;
  role?: Role;
  commitIndex?: Index;
  lastApplied?: Index;
  votesGranted?: ServerId[];
  /** Indexed by ServerId. */
  nextIndex?: Index[];
  matchIndex?: Index[];
  /** When the election timer runs out. */
  electionAt?: Microseconds;
}

/** What a log's beginning is replaced by, before it is made a snapshot. */
export interface Base {
  readonly entry: Entry;
  readonly configuration: Configuration | null;
}
