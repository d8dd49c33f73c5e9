/** Whether one line's change of a server's state is one that Figure 2 allows. */
import { int, type Json, type Report, str } from './lines';
import { afterAppend, at, beginsWith, entriesOf, extend, isUpToDate, type Log } from './logs';
import type { Input, Server, State } from './state';

/** What a check may look at beside the server. */
export interface Surroundings {
  readonly voters: readonly string[];
  readonly features: Json;
  /** Milliseconds. */
  readonly time: number;
  /** Voters whose disks hold this log. */
  holders(log: Log): readonly string[];
  readonly report: Report;
}

/** All rules about what changed from `before` to `server.state`. */
export function checkChange(server: Server, before: State, around: Surroundings): void {
  const { input, state } = server;
  if (input === null) {
    around.report('format', `${server.id} changes outside of a handler`);
    return;
  }
  checkTerm(server, before, input, around);
  checkVote(server, before, input, around);
  checkRole(server, before, input, around);
  checkLog(server, before, input, around);
  checkCommit(server, before, input, around);
  checkIndexes(server, before, around);
  checkTimer(server, before, input, around);
  if (state.lastApplied > state.commitIndex) around.report('apply', `${server.id} applies beyond its commitIndex`);
  if (state.lastApplied < before.lastApplied) around.report('apply', `${server.id}: lastApplied goes back`);
}

const isMessage = (input: Input, ...types: string[]): boolean =>
  input.message !== null && types.includes(str(input.message, 'type'));

/** Whether the input is a message of the server's present term. */
const isCurrent = ({ message }: Input, { term }: State): boolean => message !== null && int(message, 'term') === term;

function checkTerm({ id, state }: Server, before: State, input: Input, { report }: Surroundings): void {
  if (state.term < before.term) report('term', `${id}: term goes back from ${before.term} to ${state.term}`);
  if (state.term <= before.term) return;
  const stands = input.kind === 'timeout' && state.term === input.before.term + 1;
  if (!stands && !isCurrent(input, state)) report('term', `${id}: nothing brings term ${state.term}`);
}

function checkVote({ id, state }: Server, before: State, input: Input, { report }: Surroundings): void {
  const { votedFor } = state;
  if (state.term === before.term && votedFor === before.votedFor) return;
  if (state.term === before.term && before.votedFor !== null) {
    report('one-vote', `${id}: vote of term ${state.term} goes from ${before.votedFor} to ${votedFor}`);
  }
  if (votedFor === null) return;
  if (votedFor === id) {
    if (input.kind !== 'timeout') report('vote', `${id} votes for itself without a timeout`);
    return;
  }
  const { message } = input;
  if (message === null || !isMessage(input, 'RequestVote') || str(message, 'from') !== votedFor) {
    report('vote', `${id} votes for ${votedFor}, which does not ask`);
  } else if (!isCurrent(input, state)) {
    report('vote', `${id} votes for ${votedFor} by a request of another term`);
  } else if (!isUpToDate(int(message, 'lastLogTerm'), int(message, 'lastLogIndex'), state.log)) {
    report('vote', `${id} votes for ${votedFor}, whose log is less up to date`);
  }
}

function checkRole(server: Server, before: State, input: Input, around: Surroundings): void {
  const { id, state } = server;
  const { report } = around;
  if (state.role === 'follower' && state.votes.length > 0) report('quorum', `${id} is a follower and keeps votes`);
  const stranger = state.votes.find((voter) => voter !== id && !server.granted.has(voter));
  if (stranger !== undefined) report('quorum', `${id} counts the vote of ${stranger}, which was not delivered`);
  if (new Set(state.votes).size < state.votes.length) report('quorum', `${id} counts a vote twice`);
  if (state.role === before.role && (state.role !== 'leader' || state.term === before.term)) return;
  if (state.role === 'candidate') {
    if (input.kind !== 'timeout' || state.votedFor !== id) report('role', `${id} becomes candidate without a timeout`);
  } else if (state.role === 'leader') {
    checkElection(server, before, around);
  } else if (state.role !== 'follower') {
    report('format', `${id}: unknown role ${state.role}`);
  } else if (state.term === before.term) {
    const yields = before.role === 'candidate' && isMessage(input, 'AppendEntries') && isCurrent(input, state);
    if (!yields) report('role', `${id} gives up being ${before.role} within its term`);
  }
}

function checkElection({ id, state, durable }: Server, before: State, { voters, report }: Surroundings): void {
  if (before.role !== 'candidate' || before.term !== state.term) report('role', `${id} leads without having stood`);
  const votes = voters.filter((voter) => state.votes.includes(voter));
  if (2 * votes.length <= voters.length) report('quorum', `${id} leads with ${votes.length} votes`);
  const own = durable.term === state.term && durable.votedFor === id;
  if (votes.includes(id) && !own) report('durability', `${id} counts its own vote before it is on disk`);
}

function checkLog({ id, state }: Server, before: State, input: Input, { report }: Surroundings): void {
  if (state.log === before.log) return;
  const leads = state.role === 'leader';
  if (leads && before.role === 'leader' && state.term === before.term && !beginsWith(state.log, before.log)) {
    report('leader-append-only', `${id} leads term ${state.term} and changes what its log held`);
  } else if (leads && input.kind === 'clientRequest') {
    const expected = extend(before.log, state.term, input.cmd ?? 'null');
    if (state.log !== expected) report('log', `${id} appends something else than what its client asked for`);
  } else if (leads && before.role !== 'leader') {
    const own = state.log.index <= before.log.index + 1 && state.log.term === state.term;
    if (!own || !beginsWith(state.log, before.log)) report('log', `${id} begins its term with another log`);
  } else if (!isMessage(input, 'AppendEntries') || !isCurrent(input, state) || leads) {
    report('log', `${id}: nothing changes its log`);
  } else if (state.log !== expectedLog(before.log, input)) {
    report('log', `${id} makes something else of its log than AppendEntries asks for`);
  }
}

/** The log that an AppendEntries makes of this one: unchanged when the consistency check fails. */
export function expectedLog(log: Log, { message }: Input): Log {
  const previous = message === null ? null : at(log, int(message, 'prevLogIndex'));
  if (message === null || previous === null || previous.term !== int(message, 'prevLogTerm')) return log;
  return afterAppend(log, previous, entriesOf(message));
}

function checkCommit({ id, state }: Server, before: State, input: Input, around: Surroundings): void {
  const { report, voters } = around;
  const { commitIndex } = state;
  if (commitIndex < before.commitIndex) report('commit', `${id}: commitIndex goes back`);
  if (commitIndex <= before.commitIndex) return;
  const entry = at(state.log, commitIndex);
  if (entry === null) {
    report('commit', `${id} commits ${commitIndex}, which its log does not hold`);
  } else if (state.role === 'leader') {
    if (entry.term !== state.term) report('commit', `${id} commits an entry of older term ${entry.term} by counting`);
    const holders = around.holders(entry);
    if (2 * holders.length <= voters.length) {
      report('commit', `${id} commits ${commitIndex}, which is on the disks of ${holders.join(' ') || 'nobody'} only`);
    }
    const known = voters.filter((voter) => voter === id || (state.match[voter] ?? 0) >= commitIndex);
    if (2 * known.length <= voters.length)
      report('commit', `${id} commits ${commitIndex} without a majority's matchIndex`);
  } else if (!isMessage(input, 'AppendEntries') || !isCurrent(input, state)) {
    report('commit', `${id}: nothing moves its commitIndex`);
  } else {
    const { message } = input;
    const vouched = int(message as Json, 'prevLogIndex') + entriesOf(message as Json).length;
    const limit = Math.min(int(message as Json, 'leaderCommit'), vouched);
    if (commitIndex > limit) report('commit', `${id} commits ${commitIndex}, the leader vouches for ${limit}`);
  }
}

function checkIndexes(server: Server, before: State, { report }: Surroundings): void {
  const { id, state, acknowledged } = server;
  if (state.role !== 'leader') {
    if (Object.keys(state.match).length + Object.keys(state.next).length > 0) {
      report('match-index', `${id} does not lead and keeps indexes of others`);
    }
    return;
  }
  const stayed = before.role === 'leader' && before.term === state.term;
  for (const [other, match] of Object.entries(state.match)) {
    if (other === id) continue;
    const heard = acknowledged.get(other) ?? 0;
    if (match > heard) report('match-index', `${id}: matchIndex of ${other} is ${match}, acknowledged is ${heard}`);
    if (stayed && match < (before.match[other] ?? 0)) report('match-index', `${id}: matchIndex of ${other} goes back`);
    if ((state.next[other] ?? 0) <= match)
      report('match-index', `${id}: nextIndex of ${other} is not above its matchIndex`);
    if ((state.next[other] ?? 0) > state.log.index + 1)
      report('match-index', `${id}: nextIndex of ${other} is too high`);
  }
}

/** The timer starts anew for a leader of the term, a vote granted, an election begun, a leadership lost. */
function checkTimer({ id, state }: Server, before: State, input: Input, { report, time }: Surroundings): void {
  if (state.deadline === before.deadline) return;
  if (state.deadline !== null && state.deadline <= time) report('timer', `${id}: its deadline has passed already`);
  if (before.deadline === null || input.kind === 'restart') return;
  const stands = input.kind === 'timeout' && state.role === 'candidate';
  const heard = isMessage(input, 'AppendEntries', 'InstallSnapshot') && isCurrent(input, state);
  const granted =
    isMessage(input, 'RequestVote') && isCurrent(input, state) && state.votedFor === str(input.message as Json, 'from');
  const deposed = before.role === 'leader' && state.role === 'follower';
  if (!stands && !heard && !granted && !deposed)
    report('timer', `${id} starts its election timer anew without a reason`);
}
