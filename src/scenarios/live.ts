/** Scenarios on a fresh cluster with the paper's random timeouts. */
import { createRun, defaultConfig, MILLISECOND } from '../sim';
import {
  crash,
  delay,
  directions,
  expireTimer,
  heal,
  liveConfig,
  partition,
  put,
  restart,
  type Scenario,
} from './scenario';

export const firstElection: Scenario = {
  id: 'first-election',
  about: 'Five servers start; the first timer that runs out makes a leader.',
  run: createRun(3, liveConfig()),
  until: 500 * MILLISECOND,
};

export const replication: Scenario = {
  id: 'replication',
  about: 'One write: appended, replicated, committed, applied, answered; the followers learn of it later.',
  run: {
    ...createRun(3, liveConfig()),
    actions: directions([20, expireTimer(1)], [150, put('x', '1')], [300, put('y', '4')]),
  },
  until: 500 * MILLISECOND,
};

export const leaderCrash: Scenario = {
  id: 'leader-crash',
  about: 'The leader crashes with a write under way; another server leads the next term, and the client asks again.',
  run: {
    ...createRun(11, liveConfig()),
    actions: directions(
      [20, expireTimer(2)],
      [150, put('x', '1')],
      [300, put('x', '2')],
      [315, crash(2)],
      [900, restart(2)],
    ),
  },
  until: 1200 * MILLISECOND,
};

export const splitVote: Scenario = {
  id: 'split-vote',
  about: 'Two servers stand at once and get two votes each; nobody wins the term, and the next one settles it.',
  run: {
    ...createRun(5, liveConfig()),
    actions: directions(
      [1, delay(2, 3, 8)],
      [1, delay(2, 5, 20)],
      [1, delay(4, 5, 8)],
      [1, delay(4, 3, 20)],
      [20, expireTimer(1)],
      [100, crash(1)],
      [130, expireTimer(2)],
      [130, expireTimer(4)],
    ),
  },
  until: 700 * MILLISECOND,
};

export const twoLeaders: Scenario = {
  id: 'two-leaders',
  about: 'A cut leaves the leader with two of five servers: two leaders on screen, one that can commit; then it heals.',
  run: {
    ...createRun(4127, liveConfig()),
    actions: directions(
      [20, expireTimer(1)],
      [120, put('x', '1')],
      [200, put('y', '4')],
      [300, partition([1, 2], [3, 4, 5])],
      [400, put('x', '7', 1)],
      [900, put('z', '3', 3)],
      [1000, put('y', '0', 2)],
      [1500, heal()],
    ),
  },
  until: 1900 * MILLISECOND,
};

export const laggingFollower: Scenario = {
  id: 'lagging-follower',
  about: 'A follower that was down lacks entries; the leader steps back to where the logs meet, then forward.',
  run: {
    ...createRun(21, liveConfig()),
    actions: directions(
      [20, expireTimer(3)],
      [100, crash(5)],
      ...[1, 2, 3, 4, 5].map((n) => [120 + 60 * n, put('x', String(n))] as const),
      [550, crash(3)],
      [560, expireTimer(1)],
      [700, restart(5)],
    ),
  },
  until: 1100 * MILLISECOND,
};

export const staleAppend: Scenario = {
  id: 'stale-append',
  about: 'A delayed, shorter AppendEntries arrives after longer ones and deletes nothing.',
  run: {
    ...createRun(31, liveConfig(3)),
    actions: directions(
      [20, expireTimer(1)],
      [95, delay(1, 2, 130)],
      [100, put('x', '1')],
      [125, delay(1, 2, 5)],
      [130, put('y', '2')],
    ),
  },
  until: 350 * MILLISECOND,
};

export const repeats: Scenario = {
  id: 'repeats',
  about: 'The network delivers every message twice; votes and copies count once all the same.',
  run: {
    ...createRun(13, {
      ...liveConfig(3),
      network: { ...defaultConfig().network, duplication: 1_000_000 },
    }),
    actions: directions([20, expireTimer(1)], [150, put('x', '1')]),
  },
  until: 300 * MILLISECOND,
};

export const candidateYields: Scenario = {
  id: 'candidate-yields',
  about: 'A candidate hears the leader of its own term, and follows it.',
  run: {
    ...createRun(9, liveConfig(3)),
    actions: directions([20, expireTimer(1)], [30, expireTimer(2)], [90, crash(3)], [200, put('z', '9', 2)]),
  },
  until: 500 * MILLISECOND,
};
