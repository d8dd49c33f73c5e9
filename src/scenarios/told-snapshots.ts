/** Made for the chapter on snapshots: logs that grow, and servers that drop their beginnings, each by itself. */
import { createRun, MILLISECOND } from '../sim';
import {
  compact,
  crash,
  cut,
  directions,
  expireTimer,
  heal,
  liveConfig,
  put,
  restart,
  type Scenario,
} from './scenario';

export const logsGrow: Scenario = {
  id: 'logs-grow',
  about: 'The same key written again and again: the log grows, the state does not; each server takes its snapshot.',
  run: {
    ...createRun(54, liveConfig(3, { snapshotEvery: 6 })),
    actions: directions(
      [20, expireTimer(1)],
      ...[1, 2, 3, 4, 5].map((n) => [20 + 90 * n, put('x', String(n), 1)] as const),
      [620, put('x', '6', 1)],
      [720, crash(2)],
      [760, restart(2)],
    ),
  },
  until: 900 * MILLISECOND,
};

export const tailStays: Scenario = {
  id: 'tail-stays',
  about: 'A follower restarts and gets a snapshot of entries that its log holds; the entry after them stays.',
  run: {
    ...createRun(53, liveConfig(3)),
    actions: directions(
      [20, expireTimer(1)],
      [100, cut(3, 1)],
      ...[1, 2, 3, 4].map((n) => [80 + 40 * n, put('x', String(n), 1)] as const),
      [285, compact(1)],
      [301, crash(3)],
      [320, restart(3)],
      [450, heal()],
    ),
  },
  until: 650 * MILLISECOND,
};
