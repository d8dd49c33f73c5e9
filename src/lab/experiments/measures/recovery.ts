/** How long a server that comes back needs until it has what the others have. */
import { advance, advanceTill, type Cluster } from '../../../sim';
import type { Reading, Trial } from '../trial';

/** From the last restart until that server has committed all entries that the leader has. In milliseconds. */
export function recovery({ cluster, run, limit }: Trial): Reading {
  const restart = run.actions.findLast(({ action }) => action.type === 'restart');
  if (restart === undefined || restart.action.type !== 'restart') return { value: null, at: 0 };
  const { server } = restart.action;
  advance(cluster, run, restart.at);
  const found = advanceTill(cluster, run, restart.at + limit, (now) => hasAll(now, server));
  return { value: found ? (cluster.time - restart.at) / 1000 : null, at: restart.at };
}

function hasAll({ hosts }: Cluster, id: number): boolean {
  const { log, commitIndex, currentTerm } = hosts[id - 1].server;
  for (const { status, server } of hosts) {
    if (status !== 'up' || server.role !== 'leader' || server.currentTerm < currentTerm) continue;
    return log.index === server.log.index && log.term === server.log.term && commitIndex === server.commitIndex;
  }
  return false;
}
