/** Messages of elections: votes, pre-votes (D§9.6) and the word to stand (D§3.10). */
import { type Around, hearsQuorum, holdsToLeader, mayIgnoreRequests } from './around';
import { isMember } from './config';
import { int, type Json, type Report, str } from './lines';
import { isUpToDate } from './logs';
import { requestOf } from './requests';
import type { Input, Server } from './server';

export function checkRequestVote(server: Server, message: Json, { report, features }: Around): void {
  const { id, state, durable, memory } = server;
  if (state.role !== 'candidate') report('send', `${id} asks for votes and is no candidate`);
  checkLast(server, message, report);
  if (durable.votedFor !== id && features.parallelVoteWrite !== true) {
    report('durability', `${id} asks for votes before its own is on disk`);
  }
  if (message.transfer === true && memory.toldToStand !== state.term) {
    report('transfer', `${id} says that it was told to stand, and was not`);
  }
}

/** What a candidate or precandidate says of its log. */
function checkLast({ id, state }: Server, message: Json, report: Report): void {
  if (int(message, 'lastLogIndex') !== state.log.index || int(message, 'lastLogTerm') !== state.log.term) {
    report('send', `${id} tells something else of its log than it holds`);
  }
}

export function checkVoteResponse(server: Server, message: Json, around: Around): void {
  const { id, state, durable } = server;
  const { report, features } = around;
  const request = requestOf(server, message, 'RequestVote', report);
  if (request === null) return;
  const candidate = str(request, 'from');
  const current = int(request, 'term') === state.term;
  const upToDate = isLogUpToDate(server, request);
  if (message.voteGranted === true) {
    if (!current || !upToDate) report('vote', `${id} grants ${candidate} a vote it may not have`);
    if (state.votedFor !== candidate) report('vote', `${id} grants ${candidate} a vote and has given it to another`);
    if (durable.votedFor !== candidate) report('durability', `${id} grants ${candidate} its vote before it is on disk`);
    promise(server, state.term, candidate, report);
  } else if (current && upToDate && (state.votedFor ?? candidate) === candidate) {
    const held =
      features.stickyLeader === true &&
      request.transfer !== true &&
      mayIgnoreRequests(server, server.input as Input, around);
    if (!held) report('reply', `${id} refuses ${candidate} a vote that is free`);
  }
}

const isLogUpToDate = ({ state }: Server, request: Json): boolean =>
  isUpToDate(int(request, 'lastLogTerm'), int(request, 'lastLogIndex'), state.log);

/** A vote that others know of, or that is on disk, binds for its term, also after a restart. */
export function promise(server: Server, term: number, candidate: string | null, report: Report): void {
  if (candidate === null) return;
  const known = server.promised.get(term);
  if (known !== undefined && known !== candidate) {
    report('one-vote', `${server.id} votes for ${known} and for ${candidate} in term ${term}`);
  }
  server.promised.set(term, candidate);
}

export function checkPreVote(server: Server, message: Json, { report }: Around): void {
  const { id, state } = server;
  if (state.role !== 'precandidate') report('send', `${id} asks for pre-votes and is no precandidate`);
  checkLast(server, message, report);
  if (message.nextTerm !== undefined && message.nextTerm !== state.term + 1) {
    report('prevote', `${id} asks about another term than its next`);
  }
}

/** Granted when the vote would be: the log is up to date, the term is new, no leader was heard lately. */
export function checkPreVoteResponse(server: Server, message: Json, around: Around): void {
  const { id, state, input } = server;
  const { report } = around;
  const request = requestOf(server, message, 'PreVote', report);
  if (request === null || message.granted !== true) return;
  const from = str(request, 'from');
  if (!isLogUpToDate(server, request)) report('prevote', `${id} would vote for ${from}, whose log is less up to date`);
  if (asksAbout(request) <= state.term) report('prevote', `${id} would vote for ${from} in a term that is over`);
  const leads = state.role === 'leader' && hearsQuorum(server, state.log.config, around);
  const held = leads || holdsToLeader(server, input as Input, around);
  if (held) report('prevote', `${id} would vote for ${from} while it hears a leader`);
}

/** The term that a pre-vote asks about; where it does not say so, at most the one after the sender's. */
export function asksAbout(request: Json): number {
  return request.nextTerm === undefined ? int(request, 'term') + 1 : int(request, 'nextTerm');
}

/** The target has all entries before it is told to stand, and votes. */
export function checkTimeoutNow({ id, state, memory }: Server, message: Json, { report }: Around): void {
  const to = str(message, 'to');
  if (state.role !== 'leader') report('transfer', `${id} hands over and does not lead`);
  if (!isMember(state.log.config, to)) report('transfer', `${id} hands over to ${to}, which does not vote`);
  if ((memory.acknowledged.get(to) ?? 0) < state.log.index) {
    report('transfer', `${id} hands over to ${to}, which lacks entries`);
  }
}
