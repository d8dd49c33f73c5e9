/** The safety properties of Figure 3, each checked after every transition. */
import type { ServerId } from '../raft';
import type { Cluster, Microseconds, Sequence, Transition } from '../sim';

export const PROPERTY_IDS = [
  'electionSafety',
  'leaderAppendOnly',
  'logMatching',
  'leaderCompleteness',
  'stateMachineSafety',
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
}

/** Looks at one transition and the cluster after it. Keeps what it must remember of the past. */
export type Check = (transition: Transition, cluster: Cluster) => Violation | null;

export function violation(
  property: PropertyId,
  transition: Transition,
  servers: readonly ServerId[],
  text: string,
): Violation {
  return { property, at: transition.at, seq: transition.seq, servers, text };
}
