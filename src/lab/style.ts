import type { Options } from '../raft';

/** What can be done in a guided search; see moves.ts. */
export type MoveKind =
  | 'expire'
  | 'write'
  | 'increment'
  | 'read'
  | 'lease'
  | 'isolate'
  | 'crash'
  | 'hold'
  | 'cut'
  | 'disk'
  | 'client'
  | 'member'
  | 'transfer'
  | 'compact';

/** One way in which the guided search goes about it. */
export interface Style {
  readonly kinds: readonly MoveKind[];
  readonly servers: number;
  /** How many of them vote at first. */
  readonly voters: number;
  readonly options: Partial<Options>;
  /** Moves follow each other before all is quiet, too. */
  readonly hurry: boolean;
  /** Nobody stands in a higher term, and no log grows beyond, by a move. */
  readonly termMost: number;
  readonly logMost: number;
  readonly anyMembers: boolean;
  /** How many servers may be isolated at a time. */
  readonly isolatedMost: number;
  /** Longest latency in milliseconds; the shortest is 10. */
  readonly latency: number;
  /** The most actions of a run. */
  readonly depth: number;
}
