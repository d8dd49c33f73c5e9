import { named } from '../named';
import { ruleNames } from './option-names';

export const ruleSwitches = named(ruleNames, {
  voteTwice: {
    says: 'A server votes for one candidate in each term (§5.2).',
    breaks: 'two leaders in one term.',
  },
  noElectionRestriction: {
    says: 'No vote goes to a candidate whose log is behind the voter’s (§5.4.1).',
    breaks: 'a leader may lack committed entries, and they are lost.',
  },
  commitOldTerm: {
    says: 'Only an entry of the leader’s own term is committed by counting copies (§5.4.2).',
    breaks: 'Figure 8: a committed entry is overwritten.',
  },
  noConsistencyCheck: {
    says: 'Entries are taken only where the log before them matches (§5.3).',
    breaks: 'logs with holes, and entries that count as stored where they are not.',
  },
  commitNoMin: {
    says: 'A follower commits no further than the entries that the message vouched for (Figure 2).',
    breaks: 'a follower applies an entry that the leader does not have.',
  },
  acceptStaleLeader: {
    says: 'AppendEntries of an older term are refused (§5.1).',
    breaks: 'a leader of the past goes on committing.',
  },
  quorumHalf: {
    says: 'A majority is more than half of the servers (§5.2).',
    breaks: 'with four servers two halves elect a leader each.',
  },
  noPersistVote: {
    says: 'A vote survives a crash (Figure 2).',
    breaks: 'a server that restarts votes a second time.',
  },
  noPersistTerm: {
    says: 'The term survives a crash (Figure 2).',
    breaks: 'a server that restarts votes again in an old term.',
  },
  ackBeforeFsync: {
    says: 'An answer leaves after what it promises is on disk (Figure 2).',
    breaks: 'a crash loses entries that were counted as stored.',
  },
  sameTermClearsVote: {
    says: 'Hearing from the leader of the same term does not clear the vote (§5.2).',
    breaks: 'a second leader in the same term.',
  },
  lengthOnly: {
    says: 'Up to date means: greater last term, then the longer log (§5.4.1).',
    breaks: 'a long log of old entries beats a short one with committed entries.',
  },
  lastTermOnly: {
    says: 'With equal last terms the longer log is more up to date (§5.4.1).',
    breaks: 'a leader may lack the newest committed entries.',
  },
  noTruncate: {
    says: 'An entry that conflicts with the leader’s is deleted, with all after it (§5.3).',
    breaks: 'logs stay different for good.',
  },
  overTruncate: {
    says: 'Entries that do not conflict are never deleted (Figure 2).',
    breaks: 'a late message wipes out entries that were counted as stored.',
  },
  countSentAsAcked: {
    says: 'matchIndex moves when an entry is acknowledged, not when it is sent (§5.3).',
    breaks: 'entries count as committed that nobody has.',
  },
  countStaleReplies: {
    says: 'Answers of an older term are ignored (§5.1).',
    breaks: 'votes of one term win another.',
  },
  configJump: {
    says: 'One server at a time, or by joint consensus (§6).',
    breaks: 'old and new members elect a leader each.',
  },
  configBeforeNoop: {
    says: 'A leader changes members only after it has committed an entry of its term (D§4.1, corrected 2015).',
    breaks: 'a committed configuration is lost.',
  },
  configOverlap: {
    says: 'A change begins when the one before is committed (D§4.1).',
    breaks: 'two majorities that share no server.',
  },
  readLocal: {
    says: 'A leader answers a read only after a majority confirmed it (D§6.4).',
    breaks: 'a leader that was replaced answers with an old value.',
  },
  readNoNoop: {
    says: 'ReadIndex waits for a committed entry of the leader’s own term (D§6.4).',
    breaks: 'a new leader does not see the last committed writes.',
  },
  leaseDrift: {
    says: 'A lease ends early enough for clocks that drift, and before a transfer (D§6.4.1).',
    breaks: 'a slow clock keeps a lease too long: a stale read.',
  },
  noDedup: {
    says: 'The state machine knows each client’s serial numbers (§8).',
    breaks: 'a retry adds one a second time.',
  },
  noPreVote: {
    says: 'PreVote, and holding to a living leader (D§9.6, D§4.2.3), where the options have them.',
    breaks: 'a server that comes back deposes a healthy leader.',
  },
  timerOnAnyRpc: {
    says: 'The timer restarts on hearing the leader and on granting a vote (Figure 2).',
    breaks: 'candidates that cannot win keep all others waiting.',
  },
  snapshotRules: {
    says: 'An older snapshot is ignored; what conflicts after one is dropped (§7).',
    breaks: 'the state machine goes back, or logs differ.',
  },
  preVoteIgnoresLowerTerm: {
    says: 'A pre-vote of an older term gets an answer with the newer one (D§9.6).',
    breaks: 'servers that never agree on a term elect nobody.',
  },
  removeSelfEarly: {
    says: 'A leader that removes itself leads until the change is committed (§6, D§4.2.2).',
    breaks: 'the others may need a vote that nobody gives any more.',
  },
  noCheckQuorum: {
    says: 'CheckQuorum (D§6.2), where the options have it.',
    breaks: 'a leader that can send but not hear blocks everything.',
  },
});
