/** PreVote (D§9.6): who cannot win does not raise its term, so a server that was away disturbs nobody. */
import type { Effects } from './effects';
import { addOnce, hasMajority, isLogGoodEnough, standForElection } from './election';
import { isHeldToLeader } from './leadership';
import type { PreVote, PreVoteResponse } from './message';
import { isOff } from './options';
import { canvass } from './roles';
import { mayStand, type Server } from './server';

/** The election timer ran out: nobody leads, as far as this server knows. */
export function handleElectionTimeout(server: Server, out: Effects): void {
  if (server.role === 'leader') return;
  if (!mayStand(server)) {
    out.rule('stayQuiet');
    return;
  }
  if (server.options.preVote && !isOff(server.options, 'noPreVote')) askForPreVotes(server, out);
  else standForElection(server, false, out);
}

/** Asks all others whether they would vote for this server in the next term. Nothing is written to disk. */
function askForPreVotes(server: Server, out: Effects): void {
  out.rule('askPreVote');
  canvass(server, 'precandidate', out);
  if (hasMajority(server)) {
    standForElection(server, false, out);
    return;
  }
  const { id: from, currentTerm: term, log } = server;
  for (const to of server.peers) {
    const last = { lastLogIndex: log.index, lastLogTerm: log.term };
    out.send({ type: 'PreVote', id: 0, from, to, term, nextTerm: term + 1, ...last });
  }
}

/** Says whether the vote would be granted. Changes nothing: no term, no vote, no timer. */
export function handlePreVote(server: Server, request: PreVote, out: Effects): void {
  if (request.term < server.currentTerm && isOff(server.options, 'preVoteIgnoresLowerTerm')) return;
  const voteGranted =
    request.nextTerm > server.currentTerm && isLogGoodEnough(server, request) && !isHeldToLeader(server);
  out.rule(voteGranted ? 'grantPreVote' : 'refusePreVote');
  const { id: from, currentTerm: term } = server;
  const { from: to, nextTerm, id: re } = request;
  out.send({ type: 'PreVoteResponse', id: 0, from, to, term, voteGranted, nextTerm, re });
}

/** Counts an answer. Its term may be older than this server's: the voter's own term did not move. */
export function handlePreVoteResponse(server: Server, response: PreVoteResponse, out: Effects): void {
  const ignored = response.term < server.currentTerm && isOff(server.options, 'preVoteIgnoresLowerTerm');
  if (server.role !== 'precandidate' || response.nextTerm !== server.currentTerm + 1 || ignored) {
    out.rule('ignoreLateVote');
  } else if (!response.voteGranted) {
    addOnce(server.votesRefused, response.from);
    out.rule('countRefusal');
  } else {
    addOnce(server.votesGranted, response.from);
    out.rule('countPreVote');
    if (hasMajority(server)) standForElection(server, false, out);
  }
}
