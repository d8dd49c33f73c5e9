/** Made for the chapter that sets Raft beside other protocols: a leader lost, and a network cut, with three servers. */
import { createRun, MILLISECOND } from '../sim';
import { crash, directions, expireTimer, heal, liveConfig, partition, put, restart, type Scenario } from './scenario';

const twoClients = { ...liveConfig().clients, count: 2 };

export const leaderLost: Scenario = {
  id: 'leader-lost',
  about: 'A leader crashes before it hears that its entry is stored; the next one commits it without asking for it.',
  run: {
    ...createRun(91, liveConfig(3)),
    actions: directions([20, expireTimer(1)], [130, put('x', '1', 1)], [172, crash(1)], [520, restart(1)]),
  },
  until: 720 * MILLISECOND,
};

export const leaderCut: Scenario = {
  id: 'leader-cut',
  about: 'A leader is cut off alone: it commits nothing, the others elect, and its entry gives way when the cut heals.',
  run: {
    ...createRun(92, { ...liveConfig(3), clients: twoClients }),
    actions: directions(
      [20, expireTimer(1)],
      [120, partition([1], [2, 3])],
      [140, put('x', '1', 1)],
      [400, put('x', '2', 2, 2)],
      [560, heal()],
    ),
  },
  until: 760 * MILLISECOND,
};
