import type { RuleSwitch } from '../../raft';

/** The rules that can be switched off, by what they are about. */
export const RULE_GROUPS = {
  elections: [
    'voteTwice',
    'sameTermClearsVote',
    'noElectionRestriction',
    'lengthOnly',
    'lastTermOnly',
    'quorumHalf',
    'countStaleReplies',
  ],
  persistence: ['noPersistVote', 'noPersistTerm', 'ackBeforeFsync'],
  log: ['noConsistencyCheck', 'noTruncate', 'overTruncate', 'acceptStaleLeader', 'snapshotRules'],
  commitment: ['commitOldTerm', 'commitNoMin', 'countSentAsAcked'],
  members: ['configJump', 'configBeforeNoop', 'configOverlap', 'removeSelfEarly'],
  reads: ['readLocal', 'readNoNoop', 'leaseDrift', 'noDedup'],
  liveness: ['noPreVote', 'preVoteIgnoresLowerTerm', 'timerOnAnyRpc', 'noCheckQuorum'],
} as const satisfies Record<string, readonly RuleSwitch[]>;

export type RuleGroup = keyof typeof RULE_GROUPS;

export const RULE_GROUP_NAMES = Object.keys(RULE_GROUPS) as RuleGroup[];
