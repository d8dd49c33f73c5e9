/** Log compaction: §7, D§5. */
import { createRun, MILLISECOND } from '../sim';
import {
  compact,
  crash,
  cut,
  type Direction,
  directions,
  expireTimer,
  heal,
  liveConfig,
  put,
  restart,
  type Scenario,
} from './scenario';

const writes = (from: number, every: number, count: number, to: number | null = null): Direction[] =>
  Array.from({ length: count }, (_, i) => [from + every * i, put('xyz'[i % 3], String(i + 1), to)]);

export const snapshot: Scenario = {
  id: 'snapshot',
  about: 'Each server by itself replaces four applied entries by a snapshot; its log begins after them.',
  run: {
    ...createRun(51, liveConfig(3, { snapshotEvery: 4 })),
    actions: directions([20, expireTimer(1)], ...writes(100, 60, 6)),
  },
  until: 600 * MILLISECOND,
};

export const installSnapshot: Scenario = {
  id: 'install-snapshot',
  about: 'A follower was down while the leader dropped the entries that it lacks: it is sent the snapshot instead.',
  run: {
    ...createRun(52, liveConfig(3)),
    actions: directions(
      [20, expireTimer(1)],
      [90, crash(3)],
      ...writes(120, 60, 5),
      [450, compact(1)],
      [500, restart(3)],
      [700, put('x', '9')],
    ),
  },
  until: 850 * MILLISECOND,
};

export const keptTail: Scenario = {
  id: 'snapshot-keeps-tail',
  about: 'A follower gets a snapshot of entries that its log holds: what follows them in its log stays.',
  run: {
    ...createRun(53, liveConfig(3)),
    actions: directions(
      [20, expireTimer(1)],
      [100, cut(3, 1)],
      ...writes(120, 40, 4),
      [300, compact(1)],
      [301, crash(3)],
      [305, put('x', '9')],
      [320, restart(3)],
      [480, heal()],
    ),
  },
  until: 650 * MILLISECOND,
};
