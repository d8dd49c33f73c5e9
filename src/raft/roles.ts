/** How a server comes to follow: another leader, a newer term, or nobody (§5.1, §5.2). */
import type { ServerId } from './configuration';
import type { Effects } from './effects';
import type { Term } from './log';
import { isOff } from './options';
import { findPeers, mayStand, type Role, type Server } from './server';

/** A newer term was seen, whoever sent it (Figure 2, All Servers). */
export function adoptTerm(server: Server, term: Term, out: Effects): void {
  out.rule('adoptNewerTerm');
  server.currentTerm = term;
  server.votedFor = null;
  server.leader = null;
  out.persist();
  if (server.role === 'follower') return;
  if (server.role !== 'precandidate') out.rule('leaderStepsDown');
  becomeFollower(server, out);
}

/** Gives up candidacy or leadership. A leader had no election timer, so it starts one. */
export function becomeFollower(server: Server, out: Effects): void {
  if (server.role === 'leader') {
    out.clearTimer('heartbeat');
    if (mayStand(server)) out.setTimer('election');
  }
  server.role = 'follower';
  server.votesGranted = [];
  server.votesRefused = [];
  server.nextIndex = [];
  server.matchIndex = [];
  server.sentIndex = [];
  server.ackedStamp = [];
  server.heardAt = [];
  server.requests = [];
  server.reads = [];
  server.transfer = null;
  server.toldToStand = false;
  if (server.catchUp === null) return;
  server.catchUp = null;
  findPeers(server);
}

/** The sender leads the current term: candidates yield to it, and the election timer starts anew. */
export function followLeader(server: Server, leader: ServerId, out: Effects): void {
  if (server.role !== 'follower') {
    out.rule('yieldToLeader');
    becomeFollower(server, out);
  }
  if (isOff(server.options, 'sameTermClearsVote')) {
    server.votedFor = null;
    out.persist();
  }
  server.leader = leader;
  server.leaderHeardAt = server.clock;
  if (!mayStand(server)) return;
  out.setTimer('election');
  out.rule('resetTimerByLeader');
}

/** Begins to collect votes, the own one first, and gives the collecting an election timeout. */
export function canvass(server: Server, role: Role, out: Effects): void {
  server.role = role;
  server.leader = null;
  server.votesGranted = [server.id];
  server.votesRefused = [];
  out.setTimer('election');
}
