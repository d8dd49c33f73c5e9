/** How long a cluster has no leader after its leader crashed, and how many terms it takes (§9.3). */
import { advance, advanceTill, type Cluster, type Run } from '../../../sim';
import type { Reading, Trial } from '../trial';

/** From the crash of the leader until all others that run have heard of the new leader. In milliseconds. */
export function leaderless(trial: Trial): Reading {
  const { cluster, run, limit } = trial;
  const crash = toCrash(trial);
  if (crash === null) return { value: null, at: 0 };
  const found = advanceTill(cluster, run, crash + limit, followsOne);
  return { value: found ? (cluster.time - crash) / 1000 : null, at: crash };
}

/** How many terms began, and ended without a leader, before the one that has the new leader. */
export function lostTerms(trial: Trial): Reading {
  const { cluster, run, limit } = trial;
  const crash = toCrash(trial);
  if (crash === null) return { value: null, at: 0 };
  const before = highestTerm(cluster);
  const found = advanceTill(cluster, run, crash + limit, hasLeader);
  return { value: found ? highestLeader(cluster) - before - 1 : null, at: crash };
}

/** Carries out the first crash of the run. Its time, or null when there is none. */
function toCrash({ cluster, run }: Trial): number | null {
  const crash = firstCrash(run);
  if (crash === null) return null;
  advance(cluster, run, crash);
  return crash;
}

function firstCrash({ actions }: Run): number | null {
  for (let i = actions.length - 1; i >= 0; i--) if (actions[i].action.type === 'crash') return actions[i].at;
  return null;
}

/** Whether all servers that run follow one leader that runs. */
function followsOne({ hosts }: Cluster): boolean {
  let leader = 0;
  for (const { status, server } of hosts) {
    if (status !== 'crashed' && server.role === 'leader' && server.currentTerm > 0) leader = server.id;
  }
  if (leader === 0) return false;
  const { currentTerm } = hosts[leader - 1].server;
  for (const { status, server } of hosts) {
    if (status === 'crashed') continue;
    if (server.currentTerm !== currentTerm || server.leader !== leader) return false;
  }
  return true;
}

function hasLeader({ hosts }: Cluster): boolean {
  for (const { status, server } of hosts) if (status !== 'crashed' && server.role === 'leader') return true;
  return false;
}

function highestTerm({ hosts }: Cluster): number {
  return Math.max(...hosts.map(({ server }) => server.currentTerm));
}

function highestLeader({ hosts }: Cluster): number {
  const leaders = hosts.filter(({ status, server }) => status !== 'crashed' && server.role === 'leader');
  return Math.max(...leaders.map(({ server }) => server.currentTerm));
}
