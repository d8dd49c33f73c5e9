/** Log replication, the leader's side: §5.3. */
import type { ClientCommand } from './command';
import { commitAlone, commitByCounting } from './commitment';
import type { ServerId } from './configuration';
import type { Effects } from './effects';
import { stepsDownUnheard } from './leadership';
import { append, entryAt, type Index } from './log';
import { advanceCatchUp } from './membership';
import type { AppendEntriesResponse, InstallSnapshotResponse } from './message';
import { isOff } from './options';
import { serveReads } from './reads';
import { replicateLast, sendEntries, sendHeartbeats, sendMore } from './sending';
import { baseIndex, type Server } from './server';
import { abandonLateTransfer, tellTarget, yieldToPriority } from './transfer';

/** The heartbeat interval has passed: every server hears from its leader, and what is unanswered is sent again. */
export function heartbeat(server: Server, out: Effects): void {
  if (server.role !== 'leader' || stepsDownUnheard(server, out)) return;
  commitAlone(server, out);
  if (server.role !== 'leader') return;
  abandonLateTransfer(server, out);
  out.rule('heartbeat');
  sendHeartbeats(server, out);
  out.setTimer('heartbeat');
  serveReads(server, out);
  yieldToPriority(server, out);
}

/** A client asks for a command. A leader appends and replicates it; any other server says who leads (§8). */
export function handleCommand(server: Server, command: ClientCommand, out: Effects): void {
  if (server.role !== 'leader') {
    out.rule('redirectClient');
    out.respond({ type: 'redirect', command, leader: server.leader });
    return;
  }
  if (server.transfer !== null) {
    out.rule('holdForTransfer');
    out.respond({ type: 'redirect', command, leader: null });
    return;
  }
  if (isWaiting(server, command)) {
    out.rule('awaitCommand');
    return;
  }
  commitAlone(server, out);
  out.rule('acceptCommand');
  server.log = append(server.log, server.currentTerm, command);
  server.requests.push(server.log.index);
  replicateLast(server, out);
  if (isOff(server.options, 'countSentAsAcked')) commitByCounting(server, out);
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
  if (server.role !== 'leader' || !server.peers.includes(response.from)) {
    out.rule('ignoreStaleResponse');
    return;
  }
  noteAnswer(server, response.from, response.stamp);
  if (response.success) acknowledge(server, response.from, response.matchIndex, out);
  else stepBack(server, response, out);
  if (server.reads.length > 0) serveReads(server, out);
}

/** A server has what the snapshot stands for; the rest it gets as entries (§7). */
export function handleInstallSnapshotResponse(server: Server, response: InstallSnapshotResponse, out: Effects): void {
  if (server.role !== 'leader' || !server.peers.includes(response.from)) {
    out.rule('ignoreStaleResponse');
    return;
  }
  noteAnswer(server, response.from, response.stamp);
  acknowledge(server, response.from, response.matchIndex, out);
  if (server.reads.length > 0) serveReads(server, out);
}

function noteAnswer(server: Server, from: ServerId, stamp: number): void {
  server.heardAt[from] = server.clock;
  if (stamp > server.ackedStamp[from]) server.ackedStamp[from] = stamp;
}

function acknowledge(server: Server, from: ServerId, matchIndex: Index, out: Effects): void {
  if (matchIndex >= server.sentIndex[from]) server.sentIndex[from] = 0;
  if (matchIndex > server.matchIndex[from]) {
    server.matchIndex[from] = matchIndex;
    server.nextIndex[from] = Math.max(server.nextIndex[from], matchIndex + 1);
    out.rule('advanceMatch');
    commitByCounting(server, out);
    if (server.catchUp !== null) advanceCatchUp(server, out);
    if (server.role !== 'leader') return;
  } else {
    out.rule('ignoreStaleResponse');
  }
  sendMore(server, from, out);
  if (server.transfer !== null) tellTarget(server, out);
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
  const base = baseIndex(server);
  let entry = entryAt(server.log, prevLogIndex);
  while (entry !== null && entry.index > base && entry.term > term) entry = entry.previous;
  return entry !== null && entry.index > base && entry.term === term ? entry.index + 1 : index;
}
