/** Leader election: §5.1, §5.2, §5.4.1. */
import { isQuorum, type ServerId } from './configuration';
import type { Effects } from './effects';
import { becomeLeader, isHeldToLeader } from './leadership';
import { isUpToDate, type Term } from './log';
import type { RequestVote, RequestVoteResponse } from './message';
import { isOff } from './options';
import { canvass } from './roles';
import type { Server } from './server';

/** A new term, a vote for itself, a request to all others. `transfer`: because the leader asked for it (D§3.10). */
export function standForElection(server: Server, transfer: boolean, out: Effects): void {
  out.rule(server.role === 'candidate' ? 'electAgain' : 'beginElection');
  server.currentTerm += 1;
  server.votedFor = server.id;
  out.persist();
  canvass(server, 'candidate', out);
  if (hasMajority(server)) {
    becomeLeader(server, out);
    return;
  }
  const { id: from, currentTerm: term, log } = server;
  const { index: lastLogIndex, term: lastLogTerm } = log;
  for (const to of server.peers) {
    out.send({ type: 'RequestVote', id: 0, from, to, term, lastLogIndex, lastLogTerm, transfer });
  }
}

/** Decides on a request whose term is the server's own or older. */
export function handleRequestVote(server: Server, request: RequestVote, out: Effects): void {
  const voteGranted = decideVote(server, request, out);
  if (voteGranted) {
    if (server.votedFor !== request.from) {
      server.votedFor = request.from;
      out.persist();
    }
    if (server.role !== 'leader') {
      out.setTimer('election');
      out.rule('resetTimerByVote');
    }
  }
  const { id: from, currentTerm: term } = server;
  out.send({ type: 'RequestVoteResponse', id: 0, from, to: request.from, term, voteGranted, re: request.id });
}

function decideVote(server: Server, request: RequestVote, out: Effects): boolean {
  if (request.term < server.currentTerm) {
    out.rule('refuseOlderTerm');
    return false;
  }
  const { votedFor, options } = server;
  if (votedFor !== null && votedFor !== request.from && !isOff(options, 'voteTwice')) {
    out.rule('refuseSecondVote');
    return false;
  }
  if (!isLogGoodEnough(server, request)) {
    out.rule('refuseStaleLog');
    return false;
  }
  out.rule(votedFor === request.from ? 'grantVoteAgain' : 'grantVote');
  return true;
}

/** The election restriction (§5.4.1): a candidate needs a log that is at least as up to date as the voter's. */
export function isLogGoodEnough(
  { log, options }: Server,
  { lastLogTerm, lastLogIndex }: { readonly lastLogTerm: Term; readonly lastLogIndex: number },
): boolean {
  if (options.off.length > 0) {
    if (isOff(options, 'noElectionRestriction')) return true;
    if (isOff(options, 'lengthOnly')) return lastLogIndex >= log.index;
    if (isOff(options, 'lastTermOnly')) return lastLogTerm >= log.term;
  }
  return isUpToDate(lastLogTerm, lastLogIndex, log);
}

/** Whether this server holds to a leader and is not to be disturbed by this request (§6, D§4.2.3). */
export function isDisturbance(server: Server, request: RequestVote): boolean {
  const { options } = server;
  return options.stickyLeader && !request.transfer && !isOff(options, 'noPreVote') && isHeldToLeader(server);
}

/** Counts an answer of the current term. */
export function handleRequestVoteResponse(server: Server, response: RequestVoteResponse, out: Effects): void {
  if (server.role !== 'candidate') {
    out.rule('ignoreLateVote');
  } else if (!response.voteGranted) {
    addOnce(server.votesRefused, response.from);
    out.rule('countRefusal');
  } else {
    addOnce(server.votesGranted, response.from);
    out.rule('countVote');
    if (hasMajority(server)) becomeLeader(server, out);
  }
}

/** Votes are counted against all servers of the configuration, alive or not (§5.2); in both halves of a joint one. */
export function hasMajority({ configuration, votesGranted, options }: Server): boolean {
  return isQuorum(configuration, votesGranted, isOff(options, 'quorumHalf'));
}

export function addOnce(servers: ServerId[], server: ServerId): void {
  if (!servers.includes(server)) servers.push(server);
}
