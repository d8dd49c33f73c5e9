/** Leader election: §5.1, §5.2, §5.4.1. */
import type { Effects } from './effects';
import { append, isUpToDate, type Term } from './log';
import type { RequestVote, RequestVoteResponse } from './message';
import { isOff } from './options';
import { broadcastEntries } from './replication';
import { majority, type Server, type ServerId } from './server';

/** The election timer ran out: a new term, a vote for itself, a request to all others. */
export function standForElection(server: Server, out: Effects): void {
  if (server.role === 'leader') return;
  out.rule(server.role === 'candidate' ? 'electAgain' : 'beginElection');
  server.currentTerm += 1;
  server.role = 'candidate';
  server.leader = null;
  server.votedFor = server.id;
  server.votesGranted = [server.id];
  server.votesRefused = [];
  out.persist();
  out.setTimer('election');
  if (hasMajority(server)) {
    becomeLeader(server, out);
    return;
  }
  for (const to of server.configuration.voters) {
    if (to === server.id) continue;
    out.send({
      type: 'RequestVote',
      id: 0,
      from: server.id,
      to,
      term: server.currentTerm,
      lastLogIndex: server.log.index,
      lastLogTerm: server.log.term,
    });
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
  out.send({
    type: 'RequestVoteResponse',
    id: 0,
    from: server.id,
    to: request.from,
    term: server.currentTerm,
    voteGranted,
    re: request.id,
  });
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
  if (!isUpToDate(request.lastLogTerm, request.lastLogIndex, server.log) && !isOff(options, 'noElectionRestriction')) {
    out.rule('refuseStaleLog');
    return false;
  }
  out.rule(votedFor === request.from ? 'grantVoteAgain' : 'grantVote');
  return true;
}

/** Counts an answer of the current term. */
export function handleRequestVoteResponse(server: Server, response: RequestVoteResponse, out: Effects): void {
  if (server.role !== 'candidate' || !server.configuration.voters.includes(response.from)) {
    out.rule('ignoreLateVote');
    return;
  }
  if (!response.voteGranted) {
    addOnce(server.votesRefused, response.from);
    out.rule('countRefusal');
    return;
  }
  addOnce(server.votesGranted, response.from);
  out.rule('countVote');
  if (hasMajority(server)) becomeLeader(server, out);
}

/** A newer term was seen, whoever sent it (Figure 2, All Servers). */
export function adoptTerm(server: Server, term: Term, out: Effects): void {
  out.rule('adoptNewerTerm');
  server.currentTerm = term;
  server.votedFor = null;
  server.leader = null;
  out.persist();
  if (server.role !== 'follower') {
    out.rule('leaderStepsDown');
    becomeFollower(server, out);
  }
}

/** Gives up candidacy or leadership. A leader had no election timer, so it starts one. */
export function becomeFollower(server: Server, out: Effects): void {
  if (server.role === 'leader') {
    out.clearTimer('heartbeat');
    out.setTimer('election');
  }
  server.role = 'follower';
  server.votesGranted = [];
  server.votesRefused = [];
  server.nextIndex = [];
  server.matchIndex = [];
  server.sentIndex = [];
  server.requests = [];
}

function becomeLeader(server: Server, out: Effects): void {
  out.rule('winElection');
  server.role = 'leader';
  server.leader = server.id;
  out.clearTimer('election');
  out.rule('initLeader');
  const slots = Math.max(...server.configuration.voters) + 1;
  server.nextIndex = new Array<number>(slots).fill(server.log.index + 1);
  server.matchIndex = new Array<number>(slots).fill(0);
  server.sentIndex = new Array<number>(slots).fill(0);
  server.matchIndex[server.id] = server.log.index;
  if (server.options.noop) {
    server.log = append(server.log, server.currentTerm, { type: 'noop' });
    server.matchIndex[server.id] = server.log.index;
    server.nextIndex[server.id] = server.log.index + 1;
    out.rule('appendNoop');
    out.persist();
  }
  broadcastEntries(server, out);
  out.setTimer('heartbeat');
}

/** Votes are counted against all servers of the configuration, alive or not (§5.2). */
function hasMajority(server: Server): boolean {
  const half = isOff(server.options, 'quorumHalf') ? Math.ceil(server.configuration.voters.length / 2) : 0;
  return server.votesGranted.length >= (half || majority(server.configuration));
}

function addOnce(servers: ServerId[], server: ServerId): void {
  if (!servers.includes(server)) servers.push(server);
}
