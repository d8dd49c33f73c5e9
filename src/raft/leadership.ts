/** Becoming a leader (§5.2), and knowing that one still is (D§6.2). */
import { membersOf, reachedByQuorum, type ServerId } from './configuration';
import type { Effects } from './effects';
import { append } from './log';
import { isOff } from './options';
import { becomeFollower } from './roles';
import { sendHeartbeats, trackServer } from './sending';
import type { Server } from './server';

/** Votes of a majority make a leader. */
export function becomeLeader(server: Server, out: Effects): void {
  out.rule('winElection');
  server.role = 'leader';
  server.leader = server.id;
  out.clearTimer('election');
  out.rule('initLeader');
  const slots = highestId(server) + 1;
  server.nextIndex = new Array(slots);
  server.matchIndex = new Array(slots);
  server.sentIndex = new Array(slots);
  server.ackedStamp = new Array(slots);
  server.heardAt = new Array(slots);
  server.requests = [];
  server.reads = [];
  for (let id = 0; id < slots; id++) trackServer(server, id);
  server.matchIndex[server.id] = server.log.index;
  if (server.options.noop) {
    server.log = append(server.log, server.currentTerm, { type: 'noop' });
    server.matchIndex[server.id] = server.log.index;
    server.nextIndex[server.id] = server.log.index + 1;
    out.rule('appendNoop');
    out.persist();
  }
  sendHeartbeats(server, out);
  out.setTimer('heartbeat');
}

function highestId({ id, configuration }: Server): ServerId {
  let highest = id;
  for (const member of membersOf(configuration)) if (member > highest) highest = member;
  return highest;
}

/**
 * Whether a server holds to a living leader (D§4.2.3): it heard one within the least election timeout; a leader, whether
 * it was elected or heard a majority within that time.
 */
export function isHeldToLeader(server: Server): boolean {
  const { role, clock, electionMin, leaderHeardAt, configuration, heardAt } = server;
  const heard = role === 'leader' ? reachedByQuorum(configuration, heardAt) : leaderHeardAt;
  return clock - heard < electionMin;
}

/** A leader that has not heard from a majority for the least election timeout steps down (D§6.2). Returns whether. */
export function stepsDownUnheard(server: Server, out: Effects): boolean {
  if (!server.options.checkQuorum || isOff(server.options, 'noCheckQuorum') || isHeldToLeader(server)) return false;
  out.rule('quorumLost');
  server.leader = null;
  becomeFollower(server, out);
  return true;
}
