/** Log replication, the follower's side: the receiver rules of AppendEntries in Figure 2. */
import { applyCommitted } from './commitment';
import type { Effects } from './effects';
import { append, appendEntry, entryAt, type Index, type Log, truncateFrom } from './log';
import { followConfiguration } from './membership';
import type { AppendEntries, Conflict } from './message';
import { isOff } from './options';
import { followLeader } from './roles';
import { baseIndex, type Server, takeLatestConfiguration } from './server';

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
  if (!stale) followLeader(server, request.from, out);
  if (!passesConsistencyCheck(server, request)) {
    out.rule('failConsistencyCheck');
    refuse(server, request, server.options.conflictHint ? findConflict(server, request.prevLogIndex) : null, out);
    return;
  }
  storeEntries(server, request, out);
  const matchIndex = request.prevLogIndex + request.entries.length;
  followCommit(server, request.leaderCommit, matchIndex, out);
  answer(server, request, true, matchIndex, null, out);
}

/** What a snapshot stands for is committed, so it matches. */
function passesConsistencyCheck(server: Server, { prevLogIndex, prevLogTerm }: AppendEntries): boolean {
  if (prevLogIndex < baseIndex(server)) return true;
  if (entryAt(server.log, prevLogIndex)?.term === prevLogTerm) return true;
  return isOff(server.options, 'noConsistencyCheck');
}

/** Deletes from the first conflict on, and only then; appends what is missing. */
function storeEntries(server: Server, request: AppendEntries, out: Effects): void {
  const { options } = server;
  if (isOff(options, 'overTruncate')) truncate(server, request.prevLogIndex + 1, out);
  if (request.entries.length === 0) {
    out.rule('acceptHeartbeat');
    return;
  }
  const base = baseIndex(server);
  let log = server.log;
  let kept = 0;
  let truncated = false;
  for (const entry of request.entries) {
    const present = entryAt(log, entry.index);
    if (entry.index <= base || (present !== null && (present.term === entry.term || isOff(options, 'noTruncate')))) {
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
  replaceLog(server, log, request.entries, truncated, out);
  out.persist();
}

/** The configuration follows the log, forwards and back (§6, D§4.1). */
function replaceLog(
  server: Server,
  log: Log,
  entries: AppendEntries['entries'],
  truncated: boolean,
  out: Effects,
): void {
  const before = server.configurationIndex;
  server.log = log;
  const isNew = entries.some(({ command, index }) => command.type === 'configuration' && index > before);
  if (!isNew && !(truncated && before > 0)) return;
  const old = server.configuration;
  followConfiguration(server, out);
  if (!isNew && old !== server.configuration) out.rule('rollBackConfiguration');
}

/** A planted fault: whatever follows is deleted, in conflict or not. */
function truncate(server: Server, from: Index, out: Effects): void {
  if (from > server.log.index || from <= baseIndex(server)) return;
  out.rule('truncateConflict');
  server.log = truncateFrom(server.log, from);
  if (server.configurationIndex > server.log.index) takeLatestConfiguration(server);
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
function findConflict(server: Server, prevLogIndex: Index): Conflict {
  const { log } = server;
  const base = baseIndex(server);
  let entry = entryAt(log, prevLogIndex);
  if (entry === null) return { term: 0, index: log.index + 1 };
  const { term } = entry;
  while (entry.previous !== null && entry.previous.term === term && entry.previous.index > base) entry = entry.previous;
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
    stamp: request.stamp,
    success,
    matchIndex,
    prevLogIndex: request.prevLogIndex,
    conflict,
    re: request.id,
  });
}
