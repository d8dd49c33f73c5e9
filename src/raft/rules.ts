/**
 * The rules of the protocol, one id each: the bullets of Figure 2 and the sentences of section 5 that say what a
 * server does. A step reports the ids that fired; the same id is the inspector's "why", the golden trace's reason
 * and a coverage mark.
 */
export interface Rule {
  /** Where the extended Raft paper says so; D§ is Ongaro's dissertation. */
  readonly section: string;
  /** The rule in our own words, with "a server" as its subject. */
  readonly text: string;
}

const rule = (section: string, text: string): Rule => ({ section, text });

export const RULES = {
  // All servers.
  adoptNewerTerm: rule('Figure 2, All Servers; §5.1', 'A message with a newer term: adopt it, clear the vote, follow.'),
  leaderStepsDown: rule('§5.1', 'A leader or candidate that learns of a newer term becomes a follower.'),
  refuseOlderTerm: rule('Figure 2, Receiver 1; §5.1', 'A request with an older term is refused, with the own term.'),
  ignoreOlderResponse: rule('§5.1', 'A response with an older term is ignored.'),
  applyCommitted: rule('Figure 2, All Servers; §5.3', 'Committed entries are applied in the order of the log.'),
  persistBeforeSend: rule('Figure 2, State', 'Term, vote and log are on disk before any message that depends on them.'),
  restartFromDisk: rule(
    'Figure 2, State; D§3.8',
    'A server that restarts has its term, vote and log; all else is lost.',
  ),

  // Elections.
  beginElection: rule('Figure 2, Candidates; §5.2', 'No leader heard: new term, vote for itself, ask all others.'),
  electAgain: rule('Figure 2, Candidates; §5.2', 'An election that nobody won is followed by one in a newer term.'),
  grantVote: rule('Figure 2, RequestVote 2; §5.2, §5.4', 'First come, first served: the vote goes to the candidate.'),
  grantVoteAgain: rule('Figure 2, RequestVote 2', 'The candidate that has this vote already is granted it again.'),
  refuseSecondVote: rule('Figure 2, RequestVote 2; §5.2', 'One vote per term: it went to another candidate.'),
  refuseStaleLog: rule('§5.4.1', 'No vote for a candidate whose log is less up to date.'),
  countVote: rule('§5.2', 'A granted vote counts once for the candidate.'),
  countRefusal: rule('§5.2', 'A refused vote leaves the candidate waiting for others.'),
  ignoreLateVote: rule('§5.2', 'An answer that comes after the election was decided changes nothing.'),
  winElection: rule('Figure 2, Candidates; §5.2', 'Votes of a majority of all servers make a leader.'),
  yieldToLeader: rule('Figure 2, Candidates; §5.2', 'A candidate that hears the leader of its term follows it.'),
  resetTimerByLeader: rule('Figure 2, Followers; §5.2', 'Hearing the current leader restarts the election timer.'),
  resetTimerByVote: rule('Figure 2, Followers; §5.2', 'Granting a vote restarts the election timer.'),

  stayQuiet: rule('D§4.2.2', 'A server that is no voter does not stand for election.'),
  askPreVote: rule('D§9.6', 'A server that may stand asks first whether it could win, its term unchanged.'),
  grantPreVote: rule('D§9.6', 'A pre-vote says what a vote would say, and changes nothing.'),
  refusePreVote: rule('D§9.6', 'No pre-vote for a stale log or term, or while a leader is heard.'),
  countPreVote: rule('D§9.6', 'With pre-votes of a majority a server stands for election.'),
  ignoreWhileLed: rule('§6; D§4.2.3', 'A vote request is ignored while a leader was heard a short time ago.'),

  // Leaders.
  initLeader: rule('Figure 2, State', 'A new leader sets nextIndex to its last index + 1 and matchIndex to 0.'),
  appendNoop: rule('§8; D§6.4', 'A new leader appends an empty entry of its term.'),
  heartbeat: rule('Figure 2, Leaders; §5.2', 'A leader sends AppendEntries at each heartbeat interval.'),
  acceptCommand: rule('Figure 2, Leaders; §5.3', "A client's command becomes the next entry of the leader's log."),
  awaitCommand: rule('§8; D§6.3', 'A command that waits in the log for its answer is not appended a second time.'),
  sendEntries: rule('Figure 2, Leaders; §5.3', 'A server that lacks entries is sent those from its nextIndex on.'),
  advanceMatch: rule('Figure 2, Leaders; §5.3', 'Success: matchIndex and nextIndex move past what was stored.'),
  stepBack: rule('Figure 2, Leaders; §5.3', 'Refused by the consistency check: nextIndex one back, try again.'),
  jumpBack: rule('§5.3', "Refused with a hint: nextIndex passes the conflicting term's entries at once."),
  ignoreStaleResponse: rule('§5.3', 'An answer that tells nothing new changes nothing.'),
  commitByCounting: rule('Figure 2, Leaders; §5.3, §5.4.2', 'An entry of the own term on a majority is committed.'),
  holdBackOldTerm: rule('§5.4.2, Figure 8', 'An entry of an older term is not committed by counting copies.'),
  commitEarlier: rule('§5.4.2', 'With an entry, all entries before it are committed.'),
  respondAfterApply: rule('Figure 2, Leaders; §5.3', 'The client is answered after the entry has been applied.'),

  quorumLost: rule('D§6.2', 'A leader that has not heard from a majority for an election timeout steps down.'),
  beginTransfer: rule('D§3.10', 'A leader that hands over brings the other server up to date first.'),
  sendTimeoutNow: rule('D§3.10', 'A server that has all entries is told to stand at once.'),
  electAtOnce: rule('D§3.10', 'A server that its leader asks stands without waiting, and voters let it.'),
  holdForTransfer: rule('D§3.10', 'While it hands over, a leader takes no command.'),
  abandonTransfer: rule('D§3.10', 'A transfer that takes longer than an election timeout is given up.'),
  yieldToPriority: rule('D§3.10', 'A leader hands over to a server that is wanted more and has all entries.'),

  // Members.
  catchUp: rule('D§4.2.1', 'A new server catches up as a learner, without a vote, before the members change.'),
  nextRound: rule('D§4.2.1', 'What was appended during one round of catching up is sent in the next.'),
  caughtUp: rule('D§4.2.1', 'A round that was quicker than an election timeout ends the catching up.'),
  giveUpCatchUp: rule('D§4.2.1', 'A new server that falls behind for ten rounds is not taken in.'),
  changeMember: rule('D§4.1', 'One server is added or removed by one entry.'),
  beginJoint: rule('§6', 'The joint configuration begins: decisions need a majority of the old and of the new.'),
  leaveJoint: rule('§6', 'Once Cold,new is committed, Cnew follows.'),
  adoptConfiguration: rule('§6; D§4.1', 'A server uses the latest configuration in its log, committed or not.'),
  rollBackConfiguration: rule('D§4.1', 'Deleting a configuration entry brings back the one before.'),
  leaveCluster: rule('§6; D§4.2.2', 'A leader that is not in Cnew steps down when Cnew is committed.'),
  refuseSecondChange: rule('D§4.1', 'The members change one step at a time: the last change is not committed yet.'),
  refuseEarlyChange: rule('D§4.1', 'No change of members before an entry of the own term is committed.'),

  // Snapshots.
  takeSnapshot: rule('§7', 'A snapshot of the state machine replaces the entries that led to it.'),
  sendSnapshot: rule('§7', 'A server whose next entry is no longer in the log is sent the snapshot.'),
  installSnapshot: rule('§7, Figure 13', 'A snapshot that reaches further replaces what the server has.'),
  keepAfterSnapshot: rule('§7, Figure 13', 'Entries after the snapshot stay if the log held its last entry.'),
  ignoreOldSnapshot: rule('§7', 'A snapshot of what is committed here already changes nothing.'),

  // Reads.
  beginRead: rule('D§6.4', 'A read notes the commitIndex and waits for a majority to confirm the leader.'),
  readAwaitsOwnTerm: rule('§8; D§6.4', 'A new leader answers no read before an entry of its term is committed.'),
  serveRead: rule('D§6.4', 'Confirmed since the read came, and applied far enough: the leader answers.'),
  readByLease: rule('D§6.4.1', 'During its lease a leader answers at once: nobody else can lead yet.'),
  readStale: rule('D§6.4', 'Any server answers a stale read from what it has applied.'),

  // Followers.
  acceptHeartbeat: rule('Figure 2, AppendEntries; §5.2', 'An AppendEntries without entries changes no log.'),
  failConsistencyCheck: rule('Figure 2, AppendEntries 2; §5.3', 'No entry of prevLogTerm at prevLogIndex: refused.'),
  truncateConflict: rule('Figure 2, AppendEntries 3; §5.3', 'A conflicting entry and all after it are deleted.'),
  appendEntries: rule('Figure 2, AppendEntries 4; §5.3', 'Entries that are not in the log yet are appended.'),
  keepEntries: rule('Figure 2, AppendEntries 3-4', 'Entries that the log holds already stay as they are.'),
  followCommit: rule(
    'Figure 2, AppendEntries 5; §5.3',
    'commitIndex follows leaderCommit, up to what was vouched for.',
  ),

  // Clients.
  redirectClient: rule('§8', 'A server that does not lead sends the client to the leader, if it knows one.'),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

export const RULE_IDS = Object.keys(RULES) as RuleId[];
