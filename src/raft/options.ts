/** What may differ between runs of the same protocol. */
export interface Options {
  /** A new leader appends an empty entry of its term at once (§8). */
  readonly noop: boolean;
  /** A refusal names the conflicting term, and nextIndex passes it in one step (end of §5.3). */
  readonly conflictHint: boolean;
  /** A leader sends new entries before those sent earlier are acknowledged. */
  readonly pipeline: boolean;
  /** The most entries in one AppendEntries, from 1. */
  readonly batchMax: number;
  /** Rules of the protocol that this run breaks on purpose. Empty in real Raft. */
  readonly off: readonly RuleSwitch[];
}

/**
 * A rule that can be switched off, to see what it is for. Each is named for the fault that remains.
 *
 * - voteTwice: votedFor is not consulted (§5.2)
 * - noElectionRestriction: votes are granted without comparing logs (§5.4.1)
 * - commitOldTerm: entries of older terms are committed by counting copies (§5.4.2)
 * - noConsistencyCheck: prevLogIndex and prevLogTerm are not checked (§5.3)
 * - commitNoMin: a follower takes leaderCommit as it is, beyond what the request vouched for (Figure 2)
 * - acceptStaleLeader: AppendEntries of an older term are obeyed (§5.1)
 * - quorumHalf: half of the servers are taken for a majority (§5.2)
 */
export const RULE_SWITCHES = [
  'voteTwice',
  'noElectionRestriction',
  'commitOldTerm',
  'noConsistencyCheck',
  'commitNoMin',
  'acceptStaleLeader',
  'quorumHalf',
] as const;

export type RuleSwitch = (typeof RULE_SWITCHES)[number];

export function defaultOptions(): Options {
  return { noop: true, conflictHint: false, pipeline: false, batchMax: 8, off: [] };
}

/** Whether this run breaks the rule on purpose. */
export function isOff(options: Options, rule: RuleSwitch): boolean {
  return options.off.length > 0 && options.off.includes(rule);
}
