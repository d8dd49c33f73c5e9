/** Words for the rules that keep a leader, or change it: PreVote, CheckQuorum, handing over. */
import type { Facts } from '../sentences';
import { common } from './common';
import { logEnd, me, needs, theOthers, votes, words, you } from './rule-words';

const { server, servers } = common;

const target = (facts: Facts): string => (facts.target === 0 ? 'the other server' : server(facts.target));

/** How a server knows of a living leader. */
const hears = (f: Facts): string => {
  if (f.role === 'leader')
    return `${me(f)} leads term ${f.oldTerm} itself, elected or confirmed by a majority less than an election timeout ago`;
  return f.leader === 0
    ? `${me(f)} heard a leader, or restarted, less than an election timeout ago`
    : `${me(f)} heard ${server(f.leader)}, its leader, less than an election timeout ago`;
};

const REFUSALS = {
  leader: (f: Facts): string => `${hears(f)}. While there is a leader, nobody needs to win an election.`,
  log: (f: Facts): string =>
    `The log of ${you(f)} ${logEnd(f.lastIndex, f.lastTerm)}; the log of ${me(f)} ${logEnd(f.ownIndex, f.ownTerm)} and is more up to date. It would not vote for ${you(f)}.`,
  term: (f: Facts): string => `${you(f)} would stand in term ${f.nextTerm}, but ${me(f)} is in term ${f.term} already.`,
};

export const leadershipRules = {
  stayQuiet: words(
    (f) => `Why does ${me(f)} not stand for election?`,
    (f) => {
      if (f.because === 'priority') {
        return `The election timer of ${me(f)} ran out, but its priority is 0: it votes and never stands by itself.`;
      }
      const voters = f.members.length === 0 ? 'it belongs to no configuration yet' : `only ${servers(f.members)} may`;
      return `The election timer of ${me(f)} ran out, but ${voters}. Whoever is no voter leaves elections to others.`;
    },
    (f) => `${me(f)} did not stand`,
    'A server that is no voter, or has priority 0, does not stand for election.',
  ),
  askPreVote: words(
    (f) => `Why does ${me(f)} ask before it stands?`,
    (f) =>
      `${me(f)} heard from no leader until its election timer ran out. Before it begins term ${f.oldTerm + 1}, it asks ${theOthers(f)} for pre-votes: if it cannot win, its term stays as it is and nobody is disturbed.`,
    (f) => `${me(f)} asked for pre-votes for term ${f.oldTerm + 1}`,
    'A server that may stand asks first whether it could win, and keeps its term meanwhile.',
  ),
  grantPreVote: words(
    (f) => `Why would ${me(f)} vote for ${you(f)}?`,
    (f) => {
      const heard = f.role === 'leader' ? 'no majority' : 'no leader';
      const log =
        f.broken === ''
          ? `the log of ${you(f)} is at least as up to date as its own`
          : 'this run does not compare logs as it should';
      return `${me(f)} has heard ${heard} for the least election timeout, and ${log}. A pre-vote promises nothing: term and vote of ${me(f)} stay as they are.`;
    },
    (f) => `${me(f)} would vote for ${you(f)}`,
    'A pre-vote says what a vote would say, and changes nothing.',
  ),
  refusePreVote: words(
    (f) => `Why would ${me(f)} not vote for ${you(f)}?`,
    (f) => REFUSALS[f.because === 'leader' || f.because === 'log' ? f.because : 'term'](f),
    (f) =>
      f.because === 'leader'
        ? `${me(f)} refused its pre-vote: there is a leader`
        : `${me(f)} would not vote for ${you(f)}`,
    'No pre-vote goes to a stale log or term, nor while a leader is heard.',
  ),
  countPreVote: words(
    (f) => (f.newRole === 'precandidate' ? `Why does ${me(f)} not stand yet?` : `Why may ${me(f)} stand now?`),
    (f) =>
      f.newRole === 'precandidate'
        ? `${me(f)} holds ${votes(f.members.length, 'pre-vote')} for term ${f.nextTerm}, from ${servers(f.members)}. It needs ${needs(f)}.`
        : `With the pre-vote of ${you(f)}, a majority would vote for ${me(f)}. Now it begins term ${f.nextTerm} in earnest.`,
    (f) => `The pre-vote of ${you(f)} arrived at ${me(f)}`,
    'With pre-votes of a majority a server stands for election.',
  ),
  ignoreWhileLed: words(
    (f) => `Why did ${me(f)} ignore the vote request of ${you(f)}?`,
    (f) =>
      `${hears(f)}. It holds to ${f.role === 'leader' ? 'its office' : 'its leader'}: the request of ${you(f)} for term ${f.otherTerm} is not answered, and the term of ${me(f)} stays ${f.term}.`,
    (f) => `${me(f)} ignored the vote request of ${you(f)}`,
    'Vote requests are ignored for the least election timeout after a leader was heard.',
  ),

  quorumLost: words(
    (f) => `Why did ${me(f)} step down?`,
    (f) => {
      const answered = f.members.filter((id) => id !== f.server);
      const who = answered.length === 0 ? 'nobody' : `only ${servers(answered)}`;
      const heard =
        f.members.length === 0
          ? `${me(f)} has had no answers of a majority for the least election timeout.`
          : `Of what ${me(f)} sent within the least election timeout, ${who} has answered, and that makes no majority.`;
      return `${heard} A leader that reaches no majority can commit nothing, so it steps down and its clients look for another.`;
    },
    (f) => `${me(f)} lost the majority and stepped down`,
    'A leader that has not heard from a majority for the least election timeout steps down.',
  ),
  beginTransfer: words(
    (f) => `Why does ${me(f)} hand over to ${target(f)}?`,
    (f) =>
      `${f.because === 'priority' ? `${target(f)} is wanted more as leader` : `${me(f)} was asked to hand over to ${target(f)}`}. ${me(f)} makes sure that ${target(f)} has every entry, and takes no command until ${target(f)} leads or an election timeout has passed.`,
    (f) => `${me(f)} began to hand over to ${target(f)}`,
    'A leader that hands over brings the other server up to date first.',
  ),
  sendTimeoutNow: words(
    (f) => `Why does ${me(f)} tell ${target(f)} to stand?`,
    (f) =>
      `${target(f)} stores ${f.index === 0 ? 'all that' : `everything up to entry ${f.index}, all that`} ${me(f)} has, so it can win. ${me(f)} tells it to stand at once, by TimeoutNow.`,
    (f) => `${me(f)} told ${target(f)} to stand`,
    'A server that has all entries is told to stand at once.',
  ),
  electAtOnce: words(
    (f) => `Why does ${me(f)} stand without waiting?`,
    (f) =>
      `${you(f)}, the leader of term ${f.otherTerm}, hands over to ${me(f)}. So ${me(f)} began term ${f.term}, voted for itself and asks ${theOthers(f)}; the request says that the leader wants it, so voters need not hold to ${you(f)}.`,
    (f) => `${me(f)} began term ${f.term} at its leader’s word`,
    'A server that its leader asks stands without waiting, and voters let it.',
  ),
  holdForTransfer: words(
    (f) => `Why does ${me(f)} take no command?`,
    (f) =>
      `${me(f)} hands over to ${target(f)}, which has to have every entry. A new one would delay that, so client ${f.client} is to ask again later.`,
    (f) => `${me(f)} took no command of client ${f.client}`,
    'While it hands over, a leader takes no command.',
  ),
  abandonTransfer: words(
    (f) => `Why does ${me(f)} go on leading?`,
    (f) =>
      `${me(f)} began to hand over to ${target(f)} an election timeout ago and still leads term ${f.term}. It gives the transfer up and takes commands again.`,
    (f) => `${me(f)} gave up handing over to ${target(f)}`,
    'A transfer that takes longer than the least election timeout is given up.',
  ),
  yieldToPriority: words(
    (f) => `Why does ${me(f)} hand over to ${target(f)}?`,
    (f) =>
      `${target(f)} has priority ${f.priority}, ${me(f)} only ${f.ownPriority}. ${target(f)} answers and has every entry of the log, so ${me(f)} hands over to it.`,
    (f) => `${me(f)} began to hand over to ${target(f)}, which is wanted more`,
    'A leader hands over to a server that is wanted more, answers and has all entries.',
  ),
};
