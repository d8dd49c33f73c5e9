/** Terms, votes, candidates and leaders: §5.1, §5.2, §5.4.1, PreVote (D§9.6), transfers (D§3.10). */
import { type Around, configBefore, hearsQuorum, holdsToLeader, isCurrent, isMessage } from './around';
import { isMember, isQuorum, nameOf } from './config';
import { int, type Json, str } from './lines';
import { isUpToDate } from './logs';
import type { Input, Server } from './server';
import type { State } from './state';

export function checkTerm(server: Server, before: State, input: Input, { report }: Around): void {
  const { id, state } = server;
  if (state.term < before.term) report('term', `${id}: term goes back from ${before.term} to ${state.term}`);
  if (state.term <= before.term) return;
  if (!stands(server, input) && !isCurrent(input, state)) report('term', `${id}: nothing brings term ${state.term}`);
}

/** Whether what it handles makes this server stand in its present term. */
export function stands({ state }: Server, input: Input): boolean {
  if (isMessage(input, 'TimeoutNow')) return state.term === int(input.message as Json, 'term') + 1;
  const asks = input.kind === 'timeout' || isMessage(input, 'PreVoteResponse');
  return asks && state.term === input.before.term + 1;
}

export function checkVote(server: Server, before: State, input: Input, around: Around): void {
  const { id, state } = server;
  const { report, features } = around;
  const { votedFor } = state;
  if (state.term === before.term && votedFor === before.votedFor) return;
  if (state.term === before.term && before.votedFor !== null) {
    report('one-vote', `${id}: vote of term ${state.term} goes from ${before.votedFor} to ${votedFor}`);
  }
  if (votedFor === null) return;
  if (votedFor === id) {
    if (!stands(server, input)) report('vote', `${id} votes for itself without a timeout`);
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
  if (features.stickyLeader === true && message?.transfer !== true && holdsToLeader(server, input, around)) {
    report('sticky', `${id} votes for ${votedFor} while it hears a leader`);
  }
}

/** What counts for votes, and why a role may change. */
export function checkRole(server: Server, before: State, input: Input, around: Around): void {
  const { id, state, memory } = server;
  const { report } = around;
  const collects = state.role === 'candidate' || state.role === 'leader';
  if (!collects && state.votes.length > 0) report('quorum', `${id} is a ${state.role} and keeps votes`);
  const stranger = state.votes.find((voter) => voter !== id && !memory.granted.has(voter));
  if (stranger !== undefined) report('quorum', `${id} counts the vote of ${stranger}, which was not delivered`);
  if (new Set(state.votes).size < state.votes.length) report('quorum', `${id} counts a vote twice`);
  const isOld = state.role === before.role && state.term === before.term;
  switch (state.role) {
    case 'candidate':
      if (!isOld) checkCandidate(server, input, around);
      return;
    case 'precandidate':
      if (!isOld) checkPreCandidate(server, input, around);
      return;
    case 'leader':
      if (!isOld) checkElection(server, before, around);
      return;
    case 'learner':
      if (isMember(state.log.config, id)) report('role', `${id} is a voter and calls itself a learner`);
      if (!isOld && state.term === before.term) checkStepDown(server, before, input, around);
      return;
    case 'follower':
      if (!isOld && state.term === before.term) checkStepDown(server, before, input, around);
      return;
    default:
      report('format', `${id}: unknown role ${state.role}`);
  }
}

function checkCandidate(server: Server, input: Input, around: Around): void {
  const { id, state, memory } = server;
  const { report, features } = around;
  if (!stands(server, input) || state.votedFor !== id) report('role', `${id} becomes candidate without a timeout`);
  checkMayStand(server, around);
  const told = isMessage(input, 'TimeoutNow');
  if (told) memory.toldToStand = state.term;
  if (told || (input.kind === 'timeout' && features.preVote !== true)) return;
  const wouldVote = (voter: string): boolean => voter === id || memory.preGranted.has(voter);
  if (!isQuorum(state.log.config, wouldVote)) {
    report('prevote', `${id} stands although no quorum of ${nameOf(state.log.config)} would vote for it`);
  }
}

function checkPreCandidate(server: Server, input: Input, around: Around): void {
  const { id, state } = server;
  if (input.kind !== 'timeout') around.report('role', `${id} becomes precandidate without a timeout`);
  if (state.term !== input.before.term) around.report('prevote', `${id} raises its term before it knows it could win`);
  checkMayStand(server, around);
}

/**
 * Who stands is a voter of its latest configuration, or of the one before while that may still be undone (D§4.2.2).
 */
function checkMayStand({ id, state }: Server, { report }: Around): void {
  const { log, commitIndex } = state;
  if (isMember(log.config, id)) return;
  if (log.configIndex > commitIndex && isMember(configBefore(log), id)) return;
  report('membership', `${id} stands and is not of ${nameOf(log.config)}`);
}

function checkElection(server: Server, before: State, { report }: Around): void {
  const { id, state, durable } = server;
  if (before.role !== 'candidate' || before.term !== state.term) report('role', `${id} leads without having stood`);
  const { config } = before.log;
  if (!isQuorum(config, (voter) => state.votes.includes(voter))) {
    report('quorum', `${id} leads ${nameOf(config)} with the votes of ${state.votes.join(' ') || 'nobody'}`);
  }
  const own = durable.term === state.term && durable.votedFor === id;
  if (state.votes.includes(id) && !own) report('durability', `${id} counts its own vote before it is on disk`);
}

/** Reasons to follow within a term: another leads; a leader hears no quorum (D§6.2), or is not of Cnew (§6). */
function checkStepDown(server: Server, before: State, input: Input, around: Around): void {
  const { id, state } = server;
  const { report } = around;
  if (before.role === 'follower' || before.role === 'learner') return;
  if (before.role !== 'leader') {
    const yields = isMessage(input, 'AppendEntries', 'InstallSnapshot') && isCurrent(input, state);
    if (!yields) report('role', `${id} gives up being ${before.role} within its term`);
    return;
  }
  const { config, configIndex } = state.log;
  if (input.kind === 'tick' || input.kind === 'timeout') {
    if (hearsQuorum(server, config, around)) report('role', `${id} gives up being leader although a quorum answers`);
  } else if (config.next !== null || isMember(config, id)) {
    report('role', `${id} gives up being leader within its term`);
  } else if (state.commitIndex < configIndex) {
    report('membership', `${id} leaves before ${nameOf(config)} is committed`);
  }
}
