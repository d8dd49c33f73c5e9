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
  /** Who would stand asks first whether it could win, without raising its term (D§9.6). */
  readonly preVote: boolean;
  /** A leader that has not heard from a majority for a minimum election timeout steps down (D§6.2). */
  readonly checkQuorum: boolean;
  /** Vote requests are ignored within a minimum election timeout of hearing a leader (§6, D§4.2.3). Leases need it. */
  readonly stickyLeader: boolean;
  /** A snapshot replaces the applied entries once there are so many of them (§7); 0: only when asked for. */
  readonly snapshotEvery: number;
  /**
   * How much each server is wanted as leader; index 0 is S1; 0: never stands. A leader hands over to a server that has
   * all entries and is wanted more. Empty: all are equal.
   */
  readonly priorities: readonly number[];
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
 * - noPersistVote: votedFor does not survive a crash (Figure 2, State)
 * - noPersistTerm: currentTerm does not survive a crash (Figure 2, State)
 * - ackBeforeFsync: answers leave before what they promise is on disk (Figure 2, State)
 * - sameTermClearsVote: hearing the leader of the term clears votedFor (§5.2)
 * - lengthOnly: the longer log counts as more up to date, whatever its last term (§5.4.1)
 * - lastTermOnly: the last term alone says which log is more up to date (§5.4.1)
 * - noTruncate: conflicting entries stay, those of the leader are dropped (§5.3)
 * - overTruncate: every AppendEntries deletes all that follows prevLogIndex (Figure 2, AppendEntries 3)
 * - countSentAsAcked: matchIndex moves when entries are sent, not when they are acknowledged (§5.3)
 * - countStaleReplies: answers of an older term are counted (§5.1)
 * - configJump: any configuration may follow any other, at once (§6)
 * - configBeforeNoop: the members may change before an entry of the leader's term is committed (D§4.1, corrected 2015)
 * - configOverlap: a change of members may begin before the last one is committed (D§4.1)
 * - readLocal: a leader answers reads without making sure that it still leads (D§6.4)
 * - readNoNoop: ReadIndex does not wait for a committed entry of the leader's term (D§6.4)
 * - leaseDrift: a lease is kept to its very end and through a transfer of leadership (D§6.4.1)
 * - noDedup: a repeated command is executed again (§8, D§6.3)
 * - noPreVote: PreVote and the holding to a living leader are left out (D§9.6, D§4.2.3)
 * - timerOnAnyRpc: every message restarts the election timer (Figure 2, Followers)
 * - snapshotRules: a snapshot is installed whatever the server has, and what follows it in the log stays (§7)
 * - preVoteIgnoresLowerTerm: pre-vote messages of an older term are dropped without an answer (D§9.6)
 * - removeSelfEarly: a leader that removes itself leaves as soon as it has stored Cnew (§6, D§4.2.2)
 * - noCheckQuorum: a leader that hears from nobody goes on (D§6.2)
 */
export const RULE_SWITCHES = [
  'voteTwice',
  'noElectionRestriction',
  'commitOldTerm',
  'noConsistencyCheck',
  'commitNoMin',
  'acceptStaleLeader',
  'quorumHalf',
  'noPersistVote',
  'noPersistTerm',
  'ackBeforeFsync',
  'sameTermClearsVote',
  'lengthOnly',
  'lastTermOnly',
  'noTruncate',
  'overTruncate',
  'countSentAsAcked',
  'countStaleReplies',
  'configJump',
  'configBeforeNoop',
  'configOverlap',
  'readLocal',
  'readNoNoop',
  'leaseDrift',
  'noDedup',
  'noPreVote',
  'timerOnAnyRpc',
  'snapshotRules',
  'preVoteIgnoresLowerTerm',
  'removeSelfEarly',
  'noCheckQuorum',
] as const;

export type RuleSwitch = (typeof RULE_SWITCHES)[number];

export function defaultOptions(): Options {
  return {
    noop: true,
    conflictHint: false,
    pipeline: false,
    batchMax: 8,
    off: [],
    preVote: false,
    checkQuorum: false,
    stickyLeader: false,
    snapshotEvery: 0,
    priorities: [],
  };
}

/** Whether this run breaks the rule on purpose. */
export function isOff(options: Options, rule: RuleSwitch): boolean {
  return options.off.length > 0 && options.off.includes(rule);
}
