/** Nobody writes and nothing is done to the cluster: only the network is what it is. */
import { createRun, startCluster } from '../../../sim';
import { type Base, configOf, toSeconds } from '../trial';

export const quiet: Base = {
  parameters: [
    'servers',
    'loss',
    'latency',
    'jitter',
    'electionMin',
    'electionMax',
    'heartbeat',
    'preVote',
    'checkQuorum',
    'length',
  ],
  prepare(settings) {
    const config = configOf(settings);
    return (seed) => {
      const run = createRun(seed, config);
      return { run, cluster: startCluster(run), limit: toSeconds(settings.length) };
    };
  },
};
