/** The safety properties of Figure 3, and what clients may expect of the store, each checked after every transition. */
import type { Index, Operation, ServerId, Term } from '../raft';
import type { Cluster, Microseconds, Sequence, Transition } from '../sim';
import type { Value } from './register';

export const PROPERTY_IDS = [
  'electionSafety',
  'leaderAppendOnly',
  'logMatching',
  'leaderCompleteness',
  'stateMachineSafety',
  'linearizability',
] as const;

export type PropertyId = (typeof PROPERTY_IDS)[number];

export interface Violation {
  readonly property: PropertyId;
  readonly at: Microseconds;
  /** The transition that broke it. */
  readonly seq: Sequence;
  /** The servers whose states contradict each other. */
  readonly servers: readonly ServerId[];
  /** What contradicts, in one English sentence for logs and tests. */
  readonly text: string;
  /** The fewest transitions that prove it, in order of time; the last one is the one that broke it. */
  readonly witness: readonly WitnessStep[];
}

/** What a transition has to do with a violation. */
export type WitnessRole =
  /** The server voted for `other`. */
  | 'voted'
  /** The server was elected leader. */
  | 'elected'
  /** The server was elected leader without an entry that is, or then was, committed: `index`, of `entryTerm`. */
  | 'electedWithout'
  /** The server, a leader, committed the entry. */
  | 'committed'
  /** The server, a leader, changed or lost the entry of its own log. */
  | 'overwrote'
  /** The server's log came to hold the entry. */
  | 'appended'
  /** The server's log came to hold that entry too, with another log before it or another command in it. */
  | 'appendedOther'
  | 'applied'
  /** The server applied another command at the same index. */
  | 'appliedOther'
  /** The client began the operation whose answer cannot be explained. */
  | 'asked'
  /** The client had the answer `value`, which cannot be explained. */
  | 'answered'
  /** The client had the answer `value` to an operation that the other one contradicts. */
  | 'answeredBefore';

export interface WitnessStep {
  readonly role: WitnessRole;
  readonly at: Microseconds;
  readonly seq: Sequence;
  readonly server: ServerId | null;
  readonly client: number | null;
  /** The server's term. */
  readonly term: Term;
  readonly other: ServerId | null;
  readonly index: Index;
  readonly entryTerm: Term;
  readonly operation: Operation | null;
  readonly value: Value;
}

/** How much has been looked at, from the start of the run. */
export interface Counts {
  readonly elections: number;
  readonly leaders: number;
  /** Entries that leaders appended to their own logs. */
  readonly leaderEntries: number;
  /** Entries that all servers appended, each server for itself. */
  readonly entries: number;
  readonly commits: number;
  readonly applied: number;
  readonly operations: number;
  readonly answers: number;
}

/** Looks at one transition and the cluster after it, and keeps what it must remember of the past. */
export interface Check {
  check(transition: Transition, cluster: Cluster): Violation | null;
  /** An independent copy, at little cost. */
  clone(): Check;
}

const NOTHING = {
  server: null,
  client: null,
  term: 0,
  other: null,
  index: 0,
  entryTerm: 0,
  operation: null,
  value: null,
} as const;

/** A part of a witness; what it does not name says nothing. */
export function step(
  role: WitnessRole,
  { at, seq }: Pick<Transition, 'at' | 'seq'>,
  facts: Partial<WitnessStep>,
): WitnessStep {
  return { ...NOTHING, ...facts, role, at, seq };
}

/** @param witness in any order */
export function violation(
  property: PropertyId,
  transition: Transition,
  servers: readonly ServerId[],
  text: string,
  witness: readonly WitnessStep[],
): Violation {
  const { at, seq } = transition;
  return { property, at, seq, servers, text, witness: [...witness].sort((a, b) => a.seq - b.seq) };
}
