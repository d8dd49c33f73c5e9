import type { Cluster } from './cluster';
import type { Microseconds, Run } from './run';
import { startCluster } from './start';
import { advance, type Observer } from './world';

/** The cluster of a run at a time, from its start. */
export function simulate(run: Run, until: Microseconds, observe: Observer | null = null): Cluster {
  const cluster = startCluster(run);
  advance(cluster, run, until, observe);
  return cluster;
}
