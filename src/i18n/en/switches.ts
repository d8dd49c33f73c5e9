/** The rules of Raft that can be switched off: its name, what it says, and what goes wrong without it. */
interface Words {
  readonly name: string;
  readonly says: string;
  readonly breaks: string;
}

const words = <Id extends string>(all: Record<Id, Words>): Record<Id, Words> => all;

export const ruleSwitches = words({
  voteTwice: {
    name: 'One vote a term',
    says: 'A server votes for one candidate in each term (§5.2).',
    breaks: 'two leaders in one term.',
  },
  noElectionRestriction: {
    name: 'Votes only for logs that are up to date',
    says: 'No vote goes to a candidate whose log is behind the voter’s (§5.4.1).',
    breaks: 'a leader may lack committed entries, and they are lost.',
  },
  commitOldTerm: {
    name: 'No old entry is committed by counting',
    says: 'Only an entry of the leader’s own term is committed by counting copies (§5.4.2).',
    breaks: 'Figure 8: a committed entry is overwritten.',
  },
  noConsistencyCheck: {
    name: 'Consistency check',
    says: 'Entries are taken only where the log before them matches (§5.3).',
    breaks: 'logs with holes, and entries that count as stored where they are not.',
  },
  commitNoMin: {
    name: 'Commit only what was vouched for',
    says: 'A follower commits no further than the entries that the message vouched for (Figure 2).',
    breaks: 'a follower applies an entry that the leader does not have.',
  },
  acceptStaleLeader: {
    name: 'Older terms are refused',
    says: 'AppendEntries of an older term are refused (§5.1).',
    breaks: 'a leader of the past goes on committing.',
  },
  quorumHalf: {
    name: 'More than half',
    says: 'A majority is more than half of the servers (§5.2).',
    breaks: 'with four servers two halves elect a leader each.',
  },
  noPersistVote: {
    name: 'Votes are on disk',
    says: 'A vote survives a crash (Figure 2).',
    breaks: 'a server that restarts votes a second time.',
  },
  noPersistTerm: {
    name: 'Terms are on disk',
    says: 'The term survives a crash (Figure 2).',
    breaks: 'a server that restarts votes again in an old term.',
  },
  ackBeforeFsync: {
    name: 'First the disk, then the answer',
    says: 'An answer leaves after what it promises is on disk (Figure 2).',
    breaks: 'a crash loses entries that were counted as stored.',
  },
  sameTermClearsVote: {
    name: 'A vote lasts the whole term',
    says: 'Hearing from the leader of the same term does not clear the vote (§5.2).',
    breaks: 'a second leader in the same term.',
  },
  lengthOnly: {
    name: 'The last term counts first',
    says: 'Up to date means: greater last term, then the longer log (§5.4.1).',
    breaks: 'a long log of old entries beats a short one with committed entries.',
  },
  lastTermOnly: {
    name: 'Then the length counts',
    says: 'With equal last terms the longer log is more up to date (§5.4.1).',
    breaks: 'a leader may lack the newest committed entries.',
  },
  noTruncate: {
    name: 'Conflicting entries go',
    says: 'An entry that conflicts with the leader’s is deleted, with all after it (§5.3).',
    breaks: 'logs stay different for good.',
  },
  overTruncate: {
    name: 'Nothing else goes',
    says: 'Entries that do not conflict are never deleted (Figure 2).',
    breaks: 'a late message wipes out entries that were counted as stored.',
  },
  countSentAsAcked: {
    name: 'Only answers count as copies',
    says: 'matchIndex moves when an entry is acknowledged, not when it is sent (§5.3).',
    breaks: 'entries count as committed that nobody has.',
  },
  countStaleReplies: {
    name: 'Old answers do not count',
    says: 'Answers of an older term are ignored (§5.1).',
    breaks: 'votes of one term win another.',
  },
  configJump: {
    name: 'Members change in safe steps',
    says: 'One server at a time, or by joint consensus (§6).',
    breaks: 'old and new members elect a leader each.',
  },
  configBeforeNoop: {
    name: 'First an entry of the own term',
    says: 'A leader changes members only after it has committed an entry of its term (D§4.1, corrected 2015).',
    breaks: 'a committed configuration is lost.',
  },
  configOverlap: {
    name: 'One change after the other',
    says: 'A change begins when the one before is committed (D§4.1).',
    breaks: 'two majorities that share no server.',
  },
  readLocal: {
    name: 'Leaders make sure before they answer',
    says: 'A leader answers a read only after a majority confirmed it (D§6.4).',
    breaks: 'a leader that was replaced answers with an old value.',
  },
  readNoNoop: {
    name: 'New leaders wait before they answer',
    says: 'ReadIndex waits for a committed entry of the leader’s own term (D§6.4).',
    breaks: 'a new leader does not see the last committed writes.',
  },
  leaseDrift: {
    name: 'Leases allow for drifting clocks',
    says: 'A lease ends early enough for clocks that drift, and before a transfer (D§6.4.1).',
    breaks: 'a slow clock keeps a lease too long: a stale read.',
  },
  noDedup: {
    name: 'Repeated commands are executed once',
    says: 'The state machine knows each client’s serial numbers (§8).',
    breaks: 'a retry adds one a second time.',
  },
  noPreVote: {
    name: 'Absent servers do not disturb',
    says: 'PreVote, and holding to a living leader (D§9.6, D§4.2.3), where the options have them.',
    breaks: 'a server that comes back deposes a healthy leader.',
  },
  timerOnAnyRpc: {
    name: 'Only leaders and votes restart the timer',
    says: 'The timer restarts on hearing the leader and on granting a vote (Figure 2).',
    breaks: 'candidates that cannot win keep all others waiting.',
  },
  snapshotRules: {
    name: 'Snapshots only go forward',
    says: 'An older snapshot is ignored; what conflicts after one is dropped (§7).',
    breaks: 'the state machine goes back, or logs differ.',
  },
  preVoteIgnoresLowerTerm: {
    name: 'Pre-votes from below are answered',
    says: 'A pre-vote of an older term gets an answer with the newer one (D§9.6).',
    breaks: 'servers that never agree on a term elect nobody.',
  },
  removeSelfEarly: {
    name: 'Stay until the removal is committed',
    says: 'A leader that removes itself leads until the change is committed (§6, D§4.2.2).',
    breaks: 'the others may need a vote that nobody gives any more.',
  },
  noCheckQuorum: {
    name: 'Who hears nobody steps down',
    says: 'CheckQuorum (D§6.2), where the options have it.',
    breaks: 'a leader that can send but not hear blocks everything.',
  },
});
