/** Names of what can be switched in a run: rules that it may break, by the fault that remains, and options. */

/** Each rule as it stands in the paper, not as the fault that breaking it leaves. */
export const ruleNames = {
  voteTwice: 'One vote a term',
  noElectionRestriction: 'Votes only for logs that are up to date',
  commitOldTerm: 'No old entry is committed by counting',
  noConsistencyCheck: 'Consistency check',
  commitNoMin: 'Commit only what was vouched for',
  acceptStaleLeader: 'Older terms are refused',
  quorumHalf: 'More than half',
  noPersistVote: 'Votes are on disk',
  noPersistTerm: 'Terms are on disk',
  ackBeforeFsync: 'First the disk, then the answer',
  sameTermClearsVote: 'A vote lasts the whole term',
  lengthOnly: 'The last term counts first',
  lastTermOnly: 'Then the length counts',
  noTruncate: 'Conflicting entries go',
  overTruncate: 'Nothing else goes',
  countSentAsAcked: 'Only answers count as copies',
  countStaleReplies: 'Old answers do not count',
  configJump: 'Members change in safe steps',
  configBeforeNoop: 'First an entry of the own term',
  configOverlap: 'One change after the other',
  readLocal: 'Leaders make sure before they answer',
  readNoNoop: 'New leaders wait before they answer',
  leaseDrift: 'Leases allow for drifting clocks',
  noDedup: 'Repeated commands are executed once',
  noPreVote: 'Absent servers do not disturb',
  timerOnAnyRpc: 'Only leaders and votes restart the timer',
  snapshotRules: 'Snapshots only go forward',
  preVoteIgnoresLowerTerm: 'Pre-votes from below are answered',
  removeSelfEarly: 'Stay until the removal is committed',
  noCheckQuorum: 'Who hears nobody steps down',
};

export type RuleName = keyof typeof ruleNames;

export const flagNames = {
  noop: 'Empty entry of a new leader',
  conflictHint: 'Conflict hint',
  pipeline: 'Pipelining',
  preVote: 'PreVote',
  checkQuorum: 'CheckQuorum',
  stickyLeader: 'Sticky leader',
};

export type FlagName = keyof typeof flagNames;
