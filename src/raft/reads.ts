/** Reads that do not go through the log (D§6.4). */
import type { ClientCommand } from './command';
import type { Effects } from './effects';
import { isOff } from './options';
import { confirmedStamp, sendHeartbeats } from './sending';
import { hasCommittedOwnTerm, type PendingRead, type Server } from './server';

/** The index of a read that came before the leader knew what is committed. */
const UNKNOWN = -1;

/** How far clocks may drift apart during a lease: by a tenth. */
const DRIFT = 0.1;

/** A client asks what a key holds. */
export function handleRead(server: Server, command: ClientCommand, out: Effects): void {
  const mode = command.operation.type === 'read' ? command.operation.mode : 'readIndex';
  if (mode === 'stale') {
    out.rule('readStale');
    out.respond({ type: 'read', command });
  } else if (server.role !== 'leader') {
    out.rule('redirectClient');
    out.respond({ type: 'redirect', command, leader: server.leader });
  } else if (isOff(server.options, 'readLocal')) {
    out.respond({ type: 'read', command });
  } else if (mode === 'lease' && hasLease(server)) {
    out.rule('readByLease');
    out.respond({ type: 'read', command });
  } else {
    beginRead(server, command, out);
  }
}

/** The read waits for a round of heartbeats that begins now (D§6.4). */
function beginRead(server: Server, command: ClientCommand, out: Effects): void {
  const waiting = server.reads.some((read) => isSame(read.command, command));
  if (waiting) return;
  out.rule('beginRead');
  if (!knowsCommitted(server)) out.rule('readAwaitsOwnTerm');
  sendHeartbeats(server, out);
  server.reads.push({ command, index: knowsCommitted(server) ? server.commitIndex : UNKNOWN, stamp: server.stamp });
  serveReads(server, out);
}

/**
 * A new leader has every committed entry, but learns which they are only when one of its own term is committed
 * (§8, D§6.4).
 */
function knowsCommitted(server: Server): boolean {
  return hasCommittedOwnTerm(server) || isOff(server.options, 'readNoNoop');
}

/** Answers the reads for which a majority has confirmed this leader since they came, once their index is applied. */
export function serveReads(server: Server, out: Effects): void {
  if (server.reads.length === 0) return;
  if (knowsCommitted(server)) server.reads = server.reads.map((read) => withIndex(read, server.commitIndex));
  const confirmed = confirmedStamp(server);
  const waiting: PendingRead[] = [];
  for (const read of server.reads) {
    if (read.index === UNKNOWN || read.stamp > confirmed || read.index > server.lastApplied) {
      waiting.push(read);
    } else {
      out.rule('serveRead');
      out.respond({ type: 'read', command: read.command });
    }
  }
  server.reads = waiting;
}

const withIndex = (read: PendingRead, index: number): PendingRead =>
  read.index === UNKNOWN ? { ...read, index } : read;

/**
 * No other server can lead before the servers that answered are free to vote again; the drift of clocks is allowed
 * for (D§6.4.1). Only voters that hold to their leader make a lease worth anything; handing over ends it,
 * for good once another server was told to stand: that one asks voters not to hold to this leader, however late.
 *
 * @param clock the server's own clock, in microseconds
 */
export function hasLease(server: Server, clock = server.clock): boolean {
  const { options, electionMin, transfer, toldToStand } = server;
  if (!options.stickyLeader || !knowsCommitted(server)) return false;
  const careless = isOff(options, 'leaseDrift');
  if ((transfer !== null || toldToStand) && !careless) return false;
  const length = careless ? electionMin : electionMin * (1 - DRIFT);
  return clock - confirmedStamp(server) < length;
}

const isSame = (one: ClientCommand, other: ClientCommand): boolean =>
  one.client === other.client && one.serial === other.serial;
