/** Names of what can be switched in a run: rules that it may break, by the fault that remains, and options. */

/** Each rule as it stands in the paper, not as the fault that breaking it leaves. */
export const ruleNames = {
  voteTwice: 'one vote per term',
  noElectionRestriction: 'no vote for a log that is less up to date',
  commitOldTerm: 'no counting of copies from older terms',
  noConsistencyCheck: 'the consistency check before entries are taken',
  commitNoMin: 'commitIndex only as far as the logs are known to match',
  acceptStaleLeader: 'no entries from leaders of older terms',
  quorumHalf: 'more than half for a majority',
  noPersistVote: 'the vote on disk',
  noPersistTerm: 'the term on disk',
  ackBeforeFsync: 'no answer before the disk write',
  sameTermClearsVote: 'a vote that stands for the whole term',
  lengthOnly: 'the last term before the length when logs are compared',
  lastTermOnly: 'the length when logs of one last term are compared',
  noTruncate: 'conflicting entries are deleted',
  overTruncate: 'only conflicting entries are deleted',
  countSentAsAcked: 'only acknowledged copies count',
  countStaleReplies: 'answers from older terms do not count',
  configJump: 'one server at a time, unless the configuration is joint',
  configBeforeNoop: 'no change of members before a commit in the own term',
  configOverlap: 'one change of members after the other',
  readLocal: 'no read before the leader is confirmed',
  readNoNoop: 'no read before a commit in the own term',
  leaseDrift: 'leases shortened for clocks that drift',
  noDedup: 'repeated commands are executed once',
  noPreVote: 'PreVote and the holding to a living leader',
  timerOnAnyRpc: 'only a leader or a granted vote restarts the election timer',
  snapshotRules: 'old snapshots are ignored, conflicting entries go',
  preVoteIgnoresLowerTerm: 'pre-votes across terms are answered',
  removeSelfEarly: 'a removed leader stays until Cnew is committed',
  noCheckQuorum: 'a leader without a majority steps down',
};

export type RuleName = keyof typeof ruleNames;

export const flagNames = {
  noop: 'the empty entry of a new leader',
  conflictHint: 'the hint that lets nextIndex jump back',
  pipeline: 'sending ahead of acknowledgements',
  preVote: 'PreVote',
  checkQuorum: 'CheckQuorum',
  stickyLeader: 'holding to a living leader',
};

export type FlagName = keyof typeof flagNames;
