/** What a leader sends, to whom, and from where on: §5.3, and §7 for servers that are too far behind. */
import { reachedByQuorum, type ServerId } from './configuration';
import type { Effects } from './effects';
import { entriesBetween, entryAt } from './log';
import { isOff } from './options';
import type { Server } from './server';

/** Where a leader begins with a server: nextIndex after its own last entry, matchIndex 0 (Figure 2, State). */
export function trackServer(server: Server, id: ServerId): void {
  server.nextIndex[id] = server.log.index + 1;
  server.matchIndex[id] = 0;
  server.sentIndex[id] = 0;
  // A leader always hears itself.
  const isItself = id === server.id;
  server.ackedStamp[id] = isItself ? Number.MAX_SAFE_INTEGER : -1;
  server.heardAt[id] = isItself ? Number.MAX_SAFE_INTEGER : server.clock;
}

/** AppendEntries to all others, each from its nextIndex on; empty for those that lack nothing. Begins a new round. */
export function sendHeartbeats(server: Server, out: Effects): void {
  nextStamp(server);
  for (const to of server.peers) {
    server.sentIndex[to] = 0;
    sendEntries(server, to, out);
  }
}

/** Begins a new round of requests: stamps are the leader's clock, made to grow. */
export function nextStamp(server: Server): number {
  server.stamp = Math.max(server.clock, server.stamp + 1);
  return server.stamp;
}

/** The entry that the leader has just appended goes to its disk and to all others. */
export function replicateLast(server: Server, out: Effects): void {
  server.matchIndex[server.id] = server.log.index;
  server.nextIndex[server.id] = server.log.index + 1;
  out.persist();
  nextStamp(server);
  for (const to of server.peers) sendMore(server, to, out);
}

/** Sends what the server lacks, unless that is under way already. */
export function sendMore(server: Server, to: ServerId, out: Effects): void {
  const covered = Math.max(server.sentIndex[to], server.nextIndex[to] - 1);
  if (covered >= server.log.index) return;
  if (server.sentIndex[to] === 0 || server.options.pipeline) sendEntries(server, to, out);
}

/** AppendEntries from nextIndex on; the snapshot where the log does not reach back so far. */
export function sendEntries(server: Server, to: ServerId, out: Effects): void {
  const { log, options, snapshot } = server;
  const prevLogIndex = Math.max(server.nextIndex[to] - 1, server.sentIndex[to]);
  if (snapshot !== null && prevLogIndex < snapshot.last.index) {
    sendSnapshot(server, to, out);
    return;
  }
  const entries = entriesBetween(log, prevLogIndex + 1, prevLogIndex + options.batchMax);
  const prevLogTerm = (entries.length > 0 ? entries[0].previous?.term : entryAt(log, prevLogIndex)?.term) ?? 0;
  if (entries.length > 0) {
    out.rule('sendEntries');
    server.sentIndex[to] = prevLogIndex + entries.length;
    if (isOff(options, 'countSentAsAcked')) server.matchIndex[to] = prevLogIndex + entries.length;
  }
  out.send({
    type: 'AppendEntries',
    id: 0,
    from: server.id,
    to,
    term: server.currentTerm,
    stamp: server.stamp,
    prevLogIndex,
    prevLogTerm,
    entries,
    leaderCommit: server.commitIndex,
  });
}

/** The next entry of the server is not in the log any more: it gets the snapshot (§7). */
function sendSnapshot(server: Server, to: ServerId, out: Effects): void {
  const { snapshot, stamp, currentTerm: term } = server;
  if (snapshot === null) return;
  out.rule('sendSnapshot');
  const { index: lastIncludedIndex, term: lastIncludedTerm } = snapshot.last;
  server.sentIndex[to] = lastIncludedIndex;
  const included = { lastIncludedIndex, lastIncludedTerm, snapshot };
  out.send({ type: 'InstallSnapshot', id: 0, from: server.id, to, term, stamp, ...included });
}

/**
 * The stamp of the latest requests that a majority has answered: up to then, by its own clock, this leader led for
 * certain.
 */
export function confirmedStamp(server: Server): number {
  return reachedByQuorum(server.configuration, server.ackedStamp);
}
