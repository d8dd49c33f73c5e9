/** Why something happened: words for each rule of the protocol. The ids are those of raft/rules.ts. */
import type { Facts } from '../sentences';
import { common } from './common';
import { isMajority, logEnd, me, needs, theOthers, verb, votes, words, you } from './rule-words';
import { leadershipRules } from './rules-leadership';
import { memberRules } from './rules-members';
import { storageRules } from './rules-storage';

const { server, servers, entries, number, capital } = common;

/** The vote that the disk holds. */
const vote = (facts: Facts): string => {
  if (facts.votedFor === 0) return 'no vote given';
  return facts.votedFor === facts.server ? 'its vote for itself' : `its vote for ${server(facts.votedFor)}`;
};

/** What the disk holds of the log. */
const held = ({ base, ownIndex }: Facts): string => {
  const log = ownIndex === 0 ? 'an empty log' : `its log up to entry ${ownIndex}`;
  return base === 0
    ? log
    : `${log}, of which a snapshot stands for the first ${base === 1 ? 'entry' : `${number(base)} entries`}`;
};

/** Why a server stands. */
const GROUNDS = {
  timer: (f: Facts): string => `${me(f)} heard from no leader until its election timer ran out.`,
  preVotes: (f: Facts): string => `With the pre-vote of ${you(f)}, a majority would vote for ${me(f)}, so it stands.`,
  leader: (f: Facts): string => `${you(f)}, the leader of term ${f.otherTerm}, hands over to ${me(f)}.`,
};

const stores = ({ members, broken }: Facts): string =>
  broken === 'countSentAsAcked'
    ? `${servers(members)} ${verb(members, 'is', 'are')} taken to store, because what was sent counts in this run,`
    : `${servers(members)} ${verb(members, 'stores', 'store')}`;

/** What makes it safe to take entries from the leader. */
const before = ({ from, broken }: Facts): string => {
  if (broken === 'noConsistencyCheck') return '. The logs do not match before that, but this run does not check';
  return from === 1 ? ', its leader' : `: the logs match up to entry ${from - 1}`;
};

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

function entriesOf(f: Facts): string {
  return capital(entries(f.from, f.from + f.count - 1));
}

export const rules = {
  adoptNewerTerm: words(
    (f) => `Why is ${me(f)} in term ${f.term} now?`,
    (f) =>
      `${me(f)} was in term ${f.oldTerm} and heard of term ${f.term} from ${you(f)}. The newer term always counts.`,
    (f) => `${me(f)} moved to term ${f.term}`,
    'Whoever hears of a newer term adopts it and follows.',
  ),
  leaderStepsDown: words(
    (f) => `Why does ${me(f)} follow again?`,
    (f) =>
      `${me(f)} was ${f.role} of term ${f.oldTerm} and heard of term ${f.term} from ${you(f)}. An outdated ${f.role} steps down at once.`,
    (f) => `${me(f)} stepped down`,
    'A leader or candidate that hears of a newer term becomes a follower.',
  ),
  refuseOlderTerm: words(
    (f) => `Why did ${me(f)} refuse?`,
    (f) =>
      `${you(f)} asked in term ${f.otherTerm}, but ${me(f)} is in term ${f.term} already. Requests from the past are refused.`,
    (f) => `${me(f)} refused: term ${f.otherTerm} is over`,
    'A request from an older term is refused; the answer names the newer term.',
  ),
  ignoreOlderResponse: words(
    (f) => `Why did ${me(f)} ignore the answer?`,
    (f) => `${you(f)} answered a request of term ${f.otherTerm}, but ${me(f)} is in term ${f.term} by now.`,
    (f) => `${me(f)} ignored an answer from term ${f.otherTerm}`,
    'An answer from an older term is ignored.',
  ),
  applyCommitted: words(
    (f) => `Why did ${me(f)} apply ${entries(f.from, f.index)}?`,
    (f) =>
      `${me(f)} knows that ${entries(f.from, f.index)} ${f.from === f.index ? 'is' : 'are'} committed, so its state machine may execute ${f.from === f.index ? 'it' : 'them'}.`,
    (f) => `${me(f)} applied ${entries(f.from, f.index)}`,
    'Committed entries are applied to the state machine, in the order of the log.',
  ),
  persistBeforeSend: words(
    (f) => `What does ${me(f)} wait for?`,
    (f) =>
      `${me(f)} writes term, vote and log to disk before it sends anything that depends on them, so that a crash cannot undo its word.`,
    (f) => `${me(f)} began to write to disk`,
    'Term, vote and log are on disk before any message that depends on them leaves.',
  ),
  restartFromDisk: words(
    (f) => `What does ${me(f)} remember?`,
    (f) =>
      `${me(f)} came back with what its disk held: term ${f.term}, ${vote(f)} and ${held(f)}. All else is lost, so it follows.`,
    (f) => `${me(f)} restarted from its disk`,
    'A server that restarts has its term, vote and log, with its snapshot, and nothing else.',
  ),

  beginElection: words(
    (f) => `Why does ${me(f)} stand for election?`,
    (f) =>
      `${GROUNDS[f.because === 'preVotes' || f.because === 'leader' ? f.because : 'timer'](f)} It began term ${f.term}, voted for itself${f.others.length === 0 ? ' and needs no other vote' : ` and asks ${theOthers(f)} for ${verb(f.others, 'its vote', 'their votes')}`}.`,
    (f) => `${me(f)} began term ${f.term}, voted for itself`,
    'A follower that hears from no leader begins an election in a new term.',
  ),
  electAgain: words(
    (f) => `Why does ${me(f)} try again?`,
    (f) =>
      `${me(f)} neither won term ${f.oldTerm} nor heard of a winner before its election timer ran out again. It begins term ${f.term}; timeouts are random, so ties do not last.`,
    (f) => `${me(f)} began term ${f.term}, voted for itself`,
    'An election that nobody wins is followed by one in a newer term.',
  ),
  grantVote: words(
    (f) => `Why did ${me(f)} vote for ${you(f)}?`,
    (f) => {
      if (f.broken === 'voteTwice') {
        return `${me(f)} had voted in term ${f.term} already, for another candidate. In this run it votes again all the same.`;
      }
      if (f.broken !== '') {
        return `${me(f)} had not voted in term ${f.term}. Its own log is more up to date than that of ${you(f)}, but this run does not compare them as it should.`;
      }
      return `${me(f)} had not voted in term ${f.term}, and the log of ${you(f)} is at least as up to date as its own. First come, first served.`;
    },
    (f) => `${me(f)} granted its vote`,
    'A server votes once per term, for the first candidate whose log is up to date.',
  ),
  grantVoteAgain: words(
    (f) => `Why did ${me(f)} vote for ${you(f)} again?`,
    (f) =>
      `${you(f)} has the vote of ${me(f)} for term ${f.term} already and asked once more. It is the same vote, repeated.`,
    (f) => `${me(f)} repeated its vote`,
    'A candidate that asks again is granted the same vote again.',
  ),
  refuseSecondVote: words(
    (f) => `Why did ${me(f)} refuse ${you(f)}?`,
    (f) =>
      `${me(f)} gave its vote of term ${f.term} to ${f.votedFor === f.server ? 'itself' : server(f.votedFor)} already. Each server has one vote per term.`,
    (f) => `${me(f)} refused: its vote is given`,
    'A server that has voted in this term refuses every other candidate.',
  ),
  refuseStaleLog: words(
    (f) => `Why did ${me(f)} refuse ${you(f)}?`,
    (f) =>
      `The log of ${you(f)} ${logEnd(f.lastIndex, f.lastTerm)}; the log of ${me(f)} ${logEnd(f.ownIndex, f.ownTerm)} and is more up to date. ${you(f)} might lack committed entries.`,
    (f) => `${me(f)} refused: its log is more up to date`,
    'No vote goes to a candidate whose log is less up to date.',
  ),
  countVote: words(
    (f) => `Why is ${me(f)} still a candidate?`,
    (f) =>
      `${me(f)} holds ${votes(f.members.length)} in term ${f.term}, from ${servers(f.members)}. It needs ${needs(f)}.`,
    (f) => `The vote of ${you(f)} arrived at ${me(f)}`,
    'Each granted vote counts once for the candidate.',
  ),
  countRefusal: words(
    (f) => `Why does ${me(f)} still wait?`,
    (f) =>
      `${you(f)} ${f.message === 'PreVoteResponse' ? 'would not vote for it' : 'refused its vote'}. ${me(f)} holds ${votes(f.members.length, f.message === 'PreVoteResponse' ? 'pre-vote' : 'vote')} and needs ${needs(f)}, so it waits for others.`,
    (f) => `The refusal of ${you(f)} arrived at ${me(f)}`,
    'A refused vote leaves the candidate waiting for others.',
  ),
  ignoreLateVote: words(
    () => 'Why does this vote change nothing?',
    (f) =>
      f.message === 'PreVoteResponse'
        ? `${me(f)} does not ask for pre-votes for term ${f.nextTerm} any more, so the answer of ${you(f)} comes too late.`
        : `The election is over for ${me(f)}: it is no longer a candidate in term ${f.term}, so the answer of ${you(f)} comes too late.`,
    (f) => `A late answer of ${you(f)} arrived at ${me(f)}`,
    'An answer that comes after the election was decided changes nothing.',
  ),
  winElection: words(
    (f) => `Why is ${me(f)} leader?`,
    (f) => `${me(f)} holds votes from ${servers(f.members)} in term ${f.term}. ${isMajority(f)}`,
    (f) =>
      `${f.count === f.majority && f.count > 1 && f.nextVoters.length === 0 ? `${capital(ORDINALS[f.count] ?? 'last')} vote arrived` : 'Majority reached'}: leader`,
    'A candidate with the votes of a majority of all voters becomes leader, alive or not.',
  ),
  yieldToLeader: words(
    (f) => `Why did ${me(f)} give up its candidacy?`,
    (f) =>
      f.role === 'precandidate'
        ? `${me(f)} was asking whether it could win, and heard from ${you(f)}, the leader of term ${f.term}. There is a leader, so it follows.`
        : `${me(f)} heard from ${you(f)}, who has won term ${f.term}. A candidate follows the leader of its term.`,
    (f) => `${me(f)} yielded to ${you(f)}`,
    'A candidate that hears from the leader of its term follows it.',
  ),
  resetTimerByLeader: words(
    (f) => `Why did the timer of ${me(f)} start anew?`,
    (f) =>
      `${me(f)} heard from ${you(f)}, the leader of term ${f.term}. While it hears from a leader, it does not stand for election.`,
    (f) => `${me(f)} heard from its leader`,
    'Hearing from the current leader restarts the election timer.',
  ),
  resetTimerByVote: words(
    (f) => `Why did the timer of ${me(f)} start anew?`,
    (f) => `${me(f)} granted its vote to ${you(f)} and gives that election time to succeed.`,
    (f) => `${me(f)} restarted its election timer`,
    'Granting a vote restarts the election timer.',
  ),

  initLeader: words(
    (f) => `What does ${me(f)} know about the others?`,
    (f) =>
      `${me(f)} has just become leader and knows nothing yet: it guesses that all logs ${f.index === 1 ? 'are as empty as its own' : `match its own up to entry ${f.index - 1}`} and will step back where they do not.`,
    (f) => `${me(f)} set nextIndex to ${f.index}`,
    'A new leader sets nextIndex to its last index plus one and matchIndex to 0.',
  ),
  appendNoop: words(
    (f) => `Why is entry ${f.index} empty?`,
    (f) =>
      `${me(f)} begins term ${f.term} with an empty entry. Once that one is committed, so is everything before it.`,
    (f) => `${me(f)} appended empty entry ${f.index}`,
    'A new leader appends an empty entry of its own term.',
  ),
  heartbeat: words(
    (f) => `Why does ${me(f)} send to everyone?`,
    (f) =>
      `${me(f)} leads term ${f.term} and lets everyone hear of it at each heartbeat interval, so that nobody stands against it.`,
    (f) => `${me(f)} sent heartbeats`,
    'A leader sends AppendEntries to all at each heartbeat interval.',
  ),
  acceptCommand: words(
    (f) => `Why did the log of ${me(f)} grow?`,
    (f) =>
      `Client ${f.client} sent ${f.command} to ${me(f)}, who leads and appended it as entry ${f.index}. Now the others are to store it; it is not committed yet.`,
    (f) => `${me(f)} appended entry ${f.index}: ${f.command}`,
    'A leader appends each command of a client to its log.',
  ),
  awaitCommand: words(
    (f) => `Why does the log of ${me(f)} stay as it is?`,
    (f) =>
      `Client ${f.client} asks ${me(f)} for ${f.command} again. The command is in the log of ${me(f)} already and waits to be committed, so it is not appended twice.`,
    (f) => `${me(f)} was asked for ${f.command} again`,
    'A leader does not append a command again that waits in its log for its answer.',
  ),
  sendEntries: words(
    (f) => `Why does ${me(f)} send entries?`,
    (f) => `${servers(f.others)} may lack ${entries(f.from, f.index)}, so ${me(f)} sends from nextIndex on.`,
    (f) => `${me(f)} sent ${entries(f.from, f.index)}`,
    'A server that lacks entries is sent those from its nextIndex on.',
  ),
  advanceMatch: words(
    (f) => `What does ${me(f)} know about ${you(f)} now?`,
    (f) => `${you(f)} stores everything up to entry ${f.index}, so ${me(f)} raises its matchIndex to ${f.index}.`,
    (f) => `${you(f)} acknowledged entry ${f.index}`,
    'Success moves matchIndex and nextIndex past what was stored.',
  ),
  stepBack: words(
    (f) => `Why does ${me(f)} go back for ${you(f)}?`,
    (f) =>
      `The log of ${you(f)} does not match at entry ${f.index}. ${me(f)} tries one entry earlier: nextIndex is ${f.index} now.`,
    (f) => `${me(f)} stepped back to entry ${f.index} for ${you(f)}`,
    'After a refusal the leader tries one entry earlier.',
  ),
  jumpBack: words(
    (f) => `Why does ${me(f)} go back so far for ${you(f)}?`,
    (f) => `${you(f)} named the term that conflicts, so ${me(f)} skips all of it at once: nextIndex is ${f.index}.`,
    (f) => `${me(f)} jumped back to entry ${f.index} for ${you(f)}`,
    'With a hint the leader passes over a whole conflicting term at once.',
  ),
  ignoreStaleResponse: words(
    () => 'Why does this answer change nothing?',
    (f) => `The answer of ${you(f)} tells ${me(f)} nothing that it did not know.`,
    (f) => `${me(f)} learnt nothing new from ${you(f)}`,
    'An answer that tells nothing new changes nothing.',
  ),
  commitByCounting: words(
    (f) => `Why is ${entries(f.from, f.index)} committed?`.replace('is entries', 'are entries'),
    (f) =>
      `${stores(f)} entry ${f.index} of term ${f.otherTerm}, ${f.otherTerm === f.term ? 'the leader’s own term' : `although ${me(f)} leads term ${f.term}: this run counts copies of older entries`}. ${isMajority(f)}`,
    (f) => `${me(f)} committed ${entries(f.from, f.index)}`,
    'An entry of the leader’s own term is committed once a majority stores it.',
  ),
  holdBackOldTerm: words(
    (f) => `Why is entry ${f.index} not committed?`,
    (f) =>
      `A majority stores entry ${f.index}, but it is of term ${f.otherTerm} and ${me(f)} leads term ${f.term}. Copies of older entries do not count: a later leader might still overwrite them.`,
    (f) => `${me(f)} held back entry ${f.index} of term ${f.otherTerm}`,
    'An entry of an older term is not committed by counting copies.',
  ),
  commitEarlier: words(
    () => 'Why are earlier entries committed too?',
    (f) => `Entry ${f.index} is committed, and with it everything before it: ${entries(f.from, f.index - 1)}.`,
    (f) => `${capital(entries(f.from, f.index))} were committed together`,
    'With an entry, all entries before it are committed.',
  ),
  respondAfterApply: words(
    () => 'Why is the client answered now?',
    (f) => `${me(f)} has applied entry ${f.index}, so the client may be told: its command can no longer be lost.`,
    (f) => `${me(f)} answered client ${f.client}`,
    'A client is answered after its entry has been applied.',
  ),

  acceptHeartbeat: words(
    (f) => `What did this message bring ${me(f)}?`,
    (f) => `It carried no entries: with it ${you(f)} says that it still leads term ${f.term}.`,
    (f) => `${me(f)} accepted a heartbeat`,
    'An AppendEntries without entries changes no log.',
  ),
  failConsistencyCheck: words(
    (f) => `Why did ${me(f)} refuse the entries?`,
    (f) =>
      f.ownTerm < 0
        ? `${you(f)} counts on entry ${f.index}, but the log of ${me(f)} ends with entry ${f.ownIndex}. Entries are taken only where the log before them matches.`
        : `${you(f)} has term ${f.otherTerm} at entry ${f.index}, ${me(f)} has term ${f.ownTerm} there. Entries are taken only where the log before them matches.`,
    (f) => `${me(f)} refused: no match at entry ${f.index}`,
    'Entries are refused where the log before them does not match.',
  ),
  truncateConflict: words(
    (f) => `Why did ${me(f)} delete entries?`,
    (f) =>
      f.broken === 'overTruncate'
        ? `${you(f)} sent a message that reaches only as far as entry ${f.from - 1}. In this run ${me(f)} deletes whatever follows, in conflict or not.`
        : `${entriesOf(f)} of ${me(f)} conflicted with the log of ${you(f)}, the leader of term ${f.term}. The log of the leader counts.`,
    (f) => `${me(f)} deleted ${entries(f.from, f.from + f.count - 1)}`,
    'An entry that conflicts with the leader’s is deleted, with all that follow it.',
  ),
  appendEntries: words(
    (f) => `Why did the log of ${me(f)} grow?`,
    (f) =>
      `${me(f)} lacked ${entries(f.from, f.index)} and took ${f.from === f.index ? 'it' : 'them'} from ${you(f)}${before(f)}.`,
    (f) => `${me(f)} stored ${entries(f.from, f.index)}`,
    'Entries that are not in the log yet are appended.',
  ),
  keepEntries: words(
    (f) => `Why did ${me(f)} keep its entries?`,
    (f) => `${you(f)} sent entries that ${me(f)} holds already. What does not conflict is never deleted.`,
    (f) => `${me(f)} held these entries already`,
    'Entries that the log holds already stay as they are.',
  ),
  followCommit: words(
    (f) => `How does ${me(f)} know that entry ${f.index} is committed?`,
    (f) => `${you(f)} leads and says so in each message. ${me(f)} follows, but only up to what it knows to match.`,
    (f) => `${me(f)} raised its commitIndex to ${f.index}`,
    'commitIndex follows the leader’s, up to what the message vouched for.',
  ),

  redirectClient: words(
    (f) => `Why did ${me(f)} turn the client away?`,
    (f) =>
      f.leader === 0
        ? `${me(f)} does not lead and knows of no leader. ${f.key === '' ? 'Only a leader takes commands.' : 'Only a leader can be sure that such a read is up to date.'}`
        : `${me(f)} does not lead. It sends client ${f.client} to ${server(f.leader)}, the leader of term ${f.term}.`,
    (f) => `${me(f)} turned client ${f.client} away`,
    'A server that does not lead sends the client to the leader.',
  ),

  ...leadershipRules,
  ...memberRules,
  ...storageRules,
};
