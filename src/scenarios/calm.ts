/** What keeps leadership where it should be: PreVote, CheckQuorum, handing over, priorities (D§3.10, D§4.2.3, D§6.2, D§9.6). */
import { createRun, MILLISECOND } from '../sim';
import {
  changeMembers,
  cut,
  type Direction,
  directions,
  expireTimer,
  heal,
  isolate,
  liveConfig,
  put,
  rejoin,
  type Scenario,
  transfer,
} from './scenario';

/** S5 is cut off for a while and comes back. */
const away: readonly Direction[] = [
  [20, expireTimer(1)],
  [120, put('x', '1')],
  [150, isolate(5)],
  [1000, rejoin(5)],
  [1001, expireTimer(5)],
];

export const noPreVote: Scenario = {
  id: 'isolated-returns',
  about: 'A server that was cut off kept raising its term; when it returns, a healthy leader must step down.',
  run: { ...createRun(61, liveConfig()), actions: directions(...away) },
  until: 1500 * MILLISECOND,
};

export const preVote: Scenario = {
  id: 'prevote',
  about: 'The same with PreVote: the server that was cut off asks first, is refused, and returns without harm.',
  run: { ...createRun(61, liveConfig(5, { preVote: true })), actions: directions(...away) },
  until: 1500 * MILLISECOND,
};

export const removedServer: Scenario = {
  id: 'removed-server',
  about: 'A removed server never hears of its removal and stands again and again; who hears the leader ignores it.',
  run: {
    ...createRun(62, liveConfig(4, { stickyLeader: true })),
    actions: directions([20, expireTimer(1)], [150, changeMembers(1, [1, 2, 3])]),
  },
  until: 900 * MILLISECOND,
};

export const checkQuorum: Scenario = {
  id: 'check-quorum',
  about: 'A leader can send but hears nobody: with CheckQuorum it steps down, and a leader that hears is elected.',
  run: {
    ...createRun(63, liveConfig(3, { checkQuorum: true })),
    actions: directions([20, expireTimer(1)], [120, put('x', '1')], [200, cut(2, 1)], [200, cut(3, 1)], [900, heal()]),
  },
  until: 1200 * MILLISECOND,
};

export const handOver: Scenario = {
  id: 'transfer',
  about: 'The leader hands over: the other server gets all entries, is told to stand, and wins without waiting.',
  run: {
    ...createRun(64, liveConfig()),
    actions: directions([20, expireTimer(1)], [120, put('x', '1')], [200, transfer(1, 3)], [205, put('y', '2', 1)]),
  },
  until: 550 * MILLISECOND,
};

export const handOverFails: Scenario = {
  id: 'transfer-fails',
  about: 'The server that was to take over cannot be reached; after an election timeout the leader goes on.',
  run: {
    ...createRun(65, liveConfig()),
    actions: directions(
      [20, expireTimer(1)],
      [150, isolate(3)],
      [160, put('x', '1')],
      [200, transfer(1, 3)],
      [210, put('y', '2', 1)],
    ),
  },
  until: 600 * MILLISECOND,
};

export const priorities: Scenario = {
  id: 'priorities',
  about: 'S3 is wanted as leader and S5 never: whoever wins hands over to S3 once it has all entries.',
  run: {
    ...createRun(66, liveConfig(5, { priorities: [1, 1, 2, 1, 0] })),
    actions: directions([20, expireTimer(1)], [200, put('x', '1')]),
  },
  until: 700 * MILLISECOND,
};
