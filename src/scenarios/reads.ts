/** Clients: reads and what they promise (D§6.4), and what is executed once (D§6.3). */
import { createRun, MILLISECOND } from '../sim';
import {
  ask,
  crashClient,
  type Direction,
  directions,
  expireTimer,
  heal,
  liveConfig,
  partition,
  put,
  read,
  restartClient,
  type Scenario,
  transfer,
} from './scenario';

/** S1 is cut off with S2, and S3 leads the others and has written a newer x. */
const cutOff: readonly Direction[] = [
  [20, expireTimer(1)],
  [120, put('x', '1')],
  [200, partition([1, 2], [3, 4, 5])],
  [220, expireTimer(3)],
  [350, ask({ type: 'put', key: 'x', value: '2' }, 3, 2)],
];

const twoClients = (options = {}) => ({
  ...liveConfig(5, options),
  clients: { ...liveConfig().clients, count: 2, patience: 2000 * MILLISECOND },
});

export const readIndex: Scenario = {
  id: 'read-index',
  about: 'A leader that was cut off answers no ReadIndex read: nobody confirms that it still leads.',
  run: {
    ...createRun(71, twoClients()),
    actions: directions([150, read('x', 'readIndex')], ...cutOff, [450, read('x', 'readIndex', 1)], [800, heal()]),
  },
  until: 1200 * MILLISECOND,
};

export const staleRead: Scenario = {
  id: 'stale-read',
  about: 'The same, read stale: the cut-off leader answers at once, and its answer is old.',
  run: {
    ...createRun(71, twoClients()),
    actions: directions(...cutOff, [450, read('x', 'stale', 1)], [800, heal()]),
  },
  until: 900 * MILLISECOND,
};

export const leaseRead: Scenario = {
  id: 'lease-read',
  about: 'During its lease a leader answers reads by itself; cut off, its lease runs out before another can lead.',
  run: {
    ...createRun(72, liveConfig(5, { stickyLeader: true })),
    actions: directions(
      [20, expireTimer(1)],
      [120, put('x', '1')],
      [200, read('x', 'lease', 1)],
      [230, partition([1, 2], [3, 4, 5])],
      [300, read('x', 'lease', 1)],
      [450, read('x', 'lease', 1)],
      [1000, heal()],
    ),
  },
  until: 1300 * MILLISECOND,
};

export const newLeaderRead: Scenario = {
  id: 'new-leader-read',
  about: 'A new leader has every committed entry but not the knowledge: a read waits for its own empty entry.',
  run: {
    ...createRun(73, liveConfig(3)),
    actions: directions(
      [20, expireTimer(1)],
      [120, put('x', '1')],
      [200, transfer(1, 2)],
      [247, read('x', 'readIndex', 2)],
    ),
  },
  until: 450 * MILLISECOND,
};

export const exactlyOnce: Scenario = {
  id: 'exactly-once',
  about: 'A client crashes before it hears the answer and asks again when it is back: the counter has grown by one.',
  run: {
    ...createRun(74, liveConfig(3)),
    actions: directions(
      [20, expireTimer(1)],
      [120, ask({ type: 'inc', key: 'x' }, 1)],
      [150, crashClient()],
      [300, restartClient()],
      [500, ask({ type: 'inc', key: 'x' })],
    ),
  },
  until: 650 * MILLISECOND,
};
