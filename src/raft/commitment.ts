/** When an entry is committed, and what follows: §5.3, §5.4.2. */
import type { Effects } from './effects';
import { entriesBetween, entryAt, type Index } from './log';
import { isOff } from './options';
import { majority, type Server } from './server';

/** A leader counts copies. Only an entry of its own term is committed that way; older ones are committed with it. */
export function commitByCounting(server: Server, out: Effects): void {
  const index = majorityIndex(server);
  if (index <= server.commitIndex) return;
  if (entryAt(server.log, index)?.term !== server.currentTerm && !isOff(server.options, 'commitOldTerm')) {
    out.rule('holdBackOldTerm');
    return;
  }
  out.rule('commitByCounting');
  if (index > server.commitIndex + 1) out.rule('commitEarlier');
  server.commitIndex = index;
  applyCommitted(server, out);
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
}

/** The highest index that a majority of the configuration stores. */
function majorityIndex(server: Server): Index {
  const { voters } = server.configuration;
  const needed = isOff(server.options, 'quorumHalf') ? Math.ceil(voters.length / 2) : majority(server.configuration);
  let best = 0;
  for (const candidate of voters) {
    const index = server.matchIndex[candidate];
    if (index <= best) continue;
    let copies = 0;
    for (const voter of voters) if (server.matchIndex[voter] >= index) copies++;
    if (copies >= needed) best = index;
  }
  return best;
}
