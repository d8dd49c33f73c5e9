/** Log replication, the follower's side: the receiver rules of AppendEntries in Figure 2. */
import { applyCommitted } from './commitment';
import type { Effects } from './effects';
import { becomeFollower } from './election';
import { append, appendEntry, entryAt, type Index, type Log, truncateFrom } from './log';
import type { AppendEntries, Conflict } from './message';
import { isOff } from './options';
import type { Server } from './server';

/** Handles a request whose term is the server's own or older. */
export function handleAppendEntries(server: Server, request: AppendEntries, out: Effects): void {
  const stale = request.term < server.currentTerm;
  if (stale && !isOff(server.options, 'acceptStaleLeader')) {
    out.rule('refuseOlderTerm');
    refuse(server, request, null, out);
    return;
  }
  // Two leaders of one term cannot be while all rules hold; with a rule off, neither obeys the other.
  if (!stale && server.role === 'leader') return;
  if (!stale) followLeader(server, request, out);
  if (!passesConsistencyCheck(server, request)) {
    out.rule('failConsistencyCheck');
    refuse(server, request, server.options.conflictHint ? findConflict(server.log, request.prevLogIndex) : null, out);
    return;
  }
  storeEntries(server, request, out);
  const matchIndex = request.prevLogIndex + request.entries.length;
  followCommit(server, request.leaderCommit, matchIndex, out);
  answer(server, request, true, matchIndex, null, out);
}

/** The sender leads the current term: candidates yield to it, and the election timer starts anew. */
function followLeader(server: Server, request: AppendEntries, out: Effects): void {
  if (server.role === 'candidate') {
    out.rule('yieldToLeader');
    becomeFollower(server, out);
  }
  server.leader = request.from;
  out.setTimer('election');
  out.rule('resetTimerByLeader');
}

function passesConsistencyCheck(server: Server, request: AppendEntries): boolean {
  if (entryAt(server.log, request.prevLogIndex)?.term === request.prevLogTerm) return true;
  return isOff(server.options, 'noConsistencyCheck');
}

/** Deletes from the first conflict on, and only then; appends what is missing. */
function storeEntries(server: Server, request: AppendEntries, out: Effects): void {
  if (request.entries.length === 0) {
    out.rule('acceptHeartbeat');
    return;
  }
  let log = server.log;
  let kept = 0;
  let truncated = false;
  for (const entry of request.entries) {
    const present = entryAt(log, entry.index);
    if (present !== null && present.term === entry.term) {
      kept++;
      continue;
    }
    if (present !== null) {
      log = truncateFrom(log, entry.index);
      truncated = true;
    }
    log = entry.index === log.index + 1 ? appendEntry(log, entry) : append(log, entry.term, entry.command);
  }
  if (kept > 0) out.rule('keepEntries');
  if (truncated) out.rule('truncateConflict');
  if (log === server.log) return;
  out.rule('appendEntries');
  server.log = log;
  out.persist();
}

/** commitIndex follows the leader's, but never beyond the last entry that this request vouched for. */
function followCommit(server: Server, leaderCommit: Index, vouched: Index, out: Effects): void {
  const limit = isOff(server.options, 'commitNoMin') ? server.log.index : Math.min(vouched, server.log.index);
  const index = Math.min(leaderCommit, limit);
  if (index <= server.commitIndex) return;
  out.rule('followCommit');
  server.commitIndex = index;
  applyCommitted(server, out);
}

/** The hint of the end of §5.3: the conflicting term and the first index that this log stores for it. */
function findConflict(log: Log, prevLogIndex: Index): Conflict {
  let entry = entryAt(log, prevLogIndex);
  if (entry === null) return { term: 0, index: log.index + 1 };
  const { term } = entry;
  while (entry.previous !== null && entry.previous.term === term && entry.previous.index > 0) entry = entry.previous;
  return { term, index: entry.index };
}

function refuse(server: Server, request: AppendEntries, conflict: Conflict | null, out: Effects): void {
  answer(server, request, false, 0, conflict, out);
}

function answer(
  server: Server,
  request: AppendEntries,
  success: boolean,
  matchIndex: Index,
  conflict: Conflict | null,
  out: Effects,
): void {
  out.send({
    type: 'AppendEntriesResponse',
    id: 0,
    from: server.id,
    to: request.from,
    // Success answers a request of the own term; only with acceptStaleLeader off is that an older one.
    term: success ? request.term : server.currentTerm,
    success,
    matchIndex,
    prevLogIndex: request.prevLogIndex,
    conflict,
    re: request.id,
  });
}
