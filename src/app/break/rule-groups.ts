/** The rules that can be switched off, by what they are about, in the order in which they are shown. */
import type { RuleSwitch } from '../../raft';

export const RULE_GROUPS = {
  elections: [
    'voteTwice',
    'quorumHalf',
    'sameTermClearsVote',
    'noElectionRestriction',
    'lengthOnly',
    'lastTermOnly',
    'countStaleReplies',
  ],
  replication: [
    'acceptStaleLeader',
    'noConsistencyCheck',
    'noTruncate',
    'overTruncate',
    'countSentAsAcked',
    'commitOldTerm',
    'commitNoMin',
  ],
  storage: ['noPersistVote', 'noPersistTerm', 'ackBeforeFsync', 'snapshotRules'],
  members: ['configJump', 'configOverlap', 'configBeforeNoop'],
  clients: ['readLocal', 'readNoNoop', 'leaseDrift', 'noDedup'],
  availability: ['noPreVote', 'preVoteIgnoresLowerTerm', 'timerOnAnyRpc', 'noCheckQuorum', 'removeSelfEarly'],
} as const satisfies Record<string, readonly RuleSwitch[]>;

export type RuleGroup = keyof typeof RULE_GROUPS;

export const RULE_GROUP_IDS = Object.keys(RULE_GROUPS) as RuleGroup[];
