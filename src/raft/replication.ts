/** Log replication, the leader's side: §5.3. */

import type { ClientCommand } from './command';
import { commitByCounting } from './commitment';
import type { Effects } from './effects';
import { append, entriesBetween, entryAt, type Index } from './log';
import type { AppendEntriesResponse } from './message';
import type { Server, ServerId } from './server';

/** The heartbeat interval has passed: every server hears from its leader, and what is unanswered is sent again. */
export function heartbeat(server: Server, out: Effects): void {
  if (server.role !== 'leader') return;
  out.rule('heartbeat');
  broadcastEntries(server, out);
  out.setTimer('heartbeat');
}

/** AppendEntries to all others, each from its nextIndex on; empty for those that lack nothing. */
export function broadcastEntries(server: Server, out: Effects): void {
  for (const to of server.configuration.voters) {
    if (to === server.id) continue;
    server.sentIndex[to] = 0;
    sendEntries(server, to, out);
  }
}

/** A client asks for a command. A leader appends and replicates it; any other server says who leads (§8). */
export function handleClientRequest(server: Server, command: ClientCommand, out: Effects): void {
  if (server.role !== 'leader') {
    out.rule('redirectClient');
    out.respond({ type: 'redirect', command, leader: server.leader });
    return;
  }
  if (isWaiting(server, command)) {
    out.rule('awaitCommand');
    return;
  }
  out.rule('acceptCommand');
  server.log = append(server.log, server.currentTerm, command);
  server.matchIndex[server.id] = server.log.index;
  server.nextIndex[server.id] = server.log.index + 1;
  server.requests.push(server.log.index);
  out.persist();
  for (const to of server.configuration.voters) {
    if (to !== server.id) sendMore(server, to, out);
  }
  commitByCounting(server, out);
}

/** Whether this leader was asked for the same command before and has yet to answer. */
function isWaiting(server: Server, { client, serial }: ClientCommand): boolean {
  return server.requests.some((index) => {
    const known = entryAt(server.log, index)?.command;
    return known?.type === 'client' && known.client === client && known.serial === serial;
  });
}

/** Handles an answer of the current term. Answers may come late, twice and out of order. */
export function handleAppendEntriesResponse(server: Server, response: AppendEntriesResponse, out: Effects): void {
  if (server.role !== 'leader' || !server.configuration.voters.includes(response.from)) {
    out.rule('ignoreStaleResponse');
  } else if (response.success) {
    acknowledge(server, response.from, response.matchIndex, out);
  } else {
    stepBack(server, response, out);
  }
}

function acknowledge(server: Server, from: ServerId, matchIndex: Index, out: Effects): void {
  if (matchIndex >= server.sentIndex[from]) server.sentIndex[from] = 0;
  if (matchIndex > server.matchIndex[from]) {
    server.matchIndex[from] = matchIndex;
    server.nextIndex[from] = Math.max(server.nextIndex[from], matchIndex + 1);
    out.rule('advanceMatch');
    commitByCounting(server, out);
  } else {
    out.rule('ignoreStaleResponse');
  }
  sendMore(server, from, out);
}

/** The consistency check failed at prevLogIndex: look further back, never below what is known to match. */
function stepBack(server: Server, response: AppendEntriesResponse, out: Effects): void {
  const { from, prevLogIndex, conflict } = response;
  const next = server.nextIndex[from];
  if (prevLogIndex >= next && server.options.pipeline) {
    // What was sent ahead hangs in the air because a message before it was lost.
    out.rule('ignoreStaleResponse');
    server.sentIndex[from] = 0;
    sendMore(server, from, out);
    return;
  }
  if (prevLogIndex !== next - 1 || prevLogIndex <= server.matchIndex[from]) {
    out.rule('ignoreStaleResponse');
    return;
  }
  out.rule(conflict === null ? 'stepBack' : 'jumpBack');
  const target = conflict === null ? next - 1 : hintedIndex(server, prevLogIndex, conflict.term, conflict.index);
  server.nextIndex[from] = Math.max(server.matchIndex[from] + 1, Math.min(target, next - 1));
  server.sentIndex[from] = 0;
  sendEntries(server, from, out);
}

/** After the leader's own last entry of the conflicting term, or before all of the follower's entries of it. */
function hintedIndex(server: Server, prevLogIndex: Index, term: number, index: Index): Index {
  if (term === 0) return index;
  let entry = entryAt(server.log, prevLogIndex);
  while (entry !== null && entry.term > term) entry = entry.previous;
  return entry !== null && entry.term === term ? entry.index + 1 : index;
}

/** Sends what the server lacks, unless that is under way already. */
function sendMore(server: Server, to: ServerId, out: Effects): void {
  const covered = Math.max(server.sentIndex[to], server.nextIndex[to] - 1);
  if (covered >= server.log.index) return;
  if (server.sentIndex[to] === 0 || server.options.pipeline) sendEntries(server, to, out);
}

function sendEntries(server: Server, to: ServerId, out: Effects): void {
  const { log, options } = server;
  const prevLogIndex = Math.max(server.nextIndex[to] - 1, server.sentIndex[to]);
  const entries = entriesBetween(log, prevLogIndex + 1, prevLogIndex + options.batchMax);
  const prevLogTerm = (entries.length > 0 ? entries[0].previous?.term : entryAt(log, prevLogIndex)?.term) ?? 0;
  if (entries.length > 0) {
    out.rule('sendEntries');
    server.sentIndex[to] = prevLogIndex + entries.length;
  }
  out.send({
    type: 'AppendEntries',
    id: 0,
    from: server.id,
    to,
    term: server.currentTerm,
    prevLogIndex,
    prevLogTerm,
    entries,
    leaderCommit: server.commitIndex,
  });
}
