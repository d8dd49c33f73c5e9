/** Made for the chapter on reads: what each kind of read costs, and what the one that asks nobody may tell. */
import { createRun, MILLISECOND } from '../sim';
import { ask, directions, expireTimer, get, heal, liveConfig, partition, put, read, type Scenario } from './scenario';

export const readsCompared: Scenario = {
  id: 'reads-compared',
  about: 'One value read four ways: through the log, by ReadIndex, during a lease, and stale at a follower.',
  run: {
    ...createRun(33, liveConfig(5, { stickyLeader: true })),
    actions: directions(
      [20, expireTimer(1)],
      [110, put('x', '1', 1)],
      [210, get('x', 1)],
      [320, read('x', 'readIndex', 1)],
      [400, read('x', 'lease', 1)],
      [440, put('x', '2', 1)],
      [483, read('x', 'stale', 4)],
    ),
  },
  until: 650 * MILLISECOND,
};

export const readAlone: Scenario = {
  id: 'read-alone',
  about: 'With the rule off a leader answers reads without asking anybody: cut off, it tells what was true before.',
  run: {
    ...createRun(71, {
      ...liveConfig(5, { off: ['readLocal'] }),
      clients: { ...liveConfig().clients, count: 2, patience: 2000 * MILLISECOND },
    }),
    actions: directions(
      [20, expireTimer(1)],
      [120, put('x', '1', 1)],
      [200, partition([1, 2], [3, 4, 5])],
      [220, expireTimer(3)],
      [350, ask({ type: 'put', key: 'x', value: '2' }, 3, 2)],
      [450, read('x', 'readIndex', 1)],
      [560, heal()],
    ),
  },
  until: 700 * MILLISECOND,
};
