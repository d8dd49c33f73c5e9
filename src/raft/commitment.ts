/** When an entry is committed, and what follows: §5.3, §5.4.2. */

import { snapshotWhenDue } from './compaction';
import { isQuorum, reachedByQuorum } from './configuration';
import type { Effects } from './effects';
import { entriesBetween, entryAt } from './log';
import { configurationCommitted } from './membership';
import { isOff } from './options';
import { serveReads } from './reads';
import type { Server } from './server';

/** A leader counts copies. Only an entry of its own term is committed that way; older ones are committed with it. */
export function commitByCounting(server: Server, out: Effects): void {
  const { options } = server;
  const index = reachedByQuorum(server.configuration, server.matchIndex, isOff(options, 'quorumHalf'));
  if (index <= server.commitIndex) return;
  if (entryAt(server.log, index)?.term !== server.currentTerm && !isOff(options, 'commitOldTerm')) {
    out.rule('holdBackOldTerm');
    return;
  }
  out.rule('commitByCounting');
  if (index > server.commitIndex + 1) out.rule('commitEarlier');
  server.commitIndex = index;
  applyCommitted(server, out);
  if (server.reads.length > 0) serveReads(server, out);
  if (server.configurationIndex > 0) configurationCommitted(server, out);
}

/** A leader that is a majority by itself commits when it next wakes: then its own copy is on its disk. */
export function commitAlone(server: Server, out: Effects): void {
  const { log, commitIndex, configuration, id } = server;
  if (commitIndex < log.index && isQuorum(configuration, [id])) commitByCounting(server, out);
}

/** Hands every committed entry to the state machine, in order, and answers the clients that wait for them. */
export function applyCommitted(server: Server, out: Effects): void {
  if (server.lastApplied >= server.commitIndex) return;
  out.rule('applyCommitted');
  for (const entry of entriesBetween(server.log, server.lastApplied + 1, server.commitIndex)) {
    server.lastApplied = entry.index;
    out.apply(entry);
    if (server.requests.length > 0 && server.requests[0] === entry.index) {
      server.requests.shift();
      out.rule('respondAfterApply');
      out.respond({ type: 'applied', entry });
    }
  }
  if (server.options.snapshotEvery > 0) snapshotWhenDue(server, out);
}
