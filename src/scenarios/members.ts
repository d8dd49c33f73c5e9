/** Changes of the members: one server at a time (D§4.1), joint consensus (§6), newcomers that catch up (D§4.2.1). */
import { createRun, MILLISECOND, type RunConfig } from '../sim';
import {
  addServer,
  changeMembers,
  delay,
  directions,
  expireTimer,
  heal,
  isolate,
  liveConfig,
  put,
  rejoin,
  type Scenario,
} from './scenario';

/** Of `servers` computers, S1 to the given one vote at first. */
const withVoters = (servers: number, voters: number): RunConfig => ({ ...liveConfig(servers), voters });

export const addAServer: Scenario = {
  id: 'add-server',
  about: 'A fourth server is added: it catches up as a learner, then one entry makes it a voter.',
  run: {
    ...createRun(41, liveConfig(3)),
    actions: directions(
      [20, expireTimer(1)],
      [120, put('x', '1')],
      [180, put('y', '2')],
      [300, addServer()],
      [350, changeMembers(1, [1, 2, 3, 4])],
      [600, put('z', '3')],
    ),
  },
  until: 750 * MILLISECOND,
};

export const slowNewcomer: Scenario = {
  id: 'slow-newcomer',
  about: 'A newcomer on a slow link never catches up while the client writes on; after ten rounds it is given up.',
  run: {
    ...createRun(42, { ...liveConfig(3), clients: { ...liveConfig().clients, interval: 120 * MILLISECOND } }),
    actions: directions(
      [20, expireTimer(1)],
      [150, addServer()],
      [160, delay(1, 4, 160)],
      [161, delay(4, 1, 80)],
      [200, changeMembers(1, [1, 2, 3, 4])],
    ),
  },
  until: 2900 * MILLISECOND,
};

export const removeLeader: Scenario = {
  id: 'remove-leader',
  about: 'The leader removes itself: it leads until the others have committed the change, then leaves.',
  run: {
    ...createRun(43, liveConfig(4)),
    actions: directions(
      [20, expireTimer(1)],
      [120, put('x', '1')],
      [200, changeMembers(1, [2, 3, 4])],
      [700, put('y', '2', 2)],
    ),
  },
  until: 900 * MILLISECOND,
};

export const jointConsensus: Scenario = {
  id: 'joint-consensus',
  about: 'Two of three servers are replaced at once: while Cold and Cnew are joint, majorities of both decide.',
  run: {
    ...createRun(44, withVoters(5, 3)),
    actions: directions(
      [20, expireTimer(1)],
      [120, put('x', '1')],
      [200, changeMembers(1, [3, 4, 5], true)],
      [700, put('y', '2', 4)],
    ),
  },
  until: 850 * MILLISECOND,
};

export const changesWait: Scenario = {
  id: 'changes-wait',
  about: 'A leader changes members neither before it has committed an entry of its term nor twice at once.',
  run: {
    ...createRun(45, withVoters(5, 4)),
    actions: directions(
      [20, expireTimer(1)],
      [62, changeMembers(1, [1, 2, 3])],
      [200, changeMembers(1, [1, 2, 3])],
      [201, changeMembers(1, [1, 2, 3, 5])],
    ),
  },
  until: 350 * MILLISECOND,
};

export const changeRolledBack: Scenario = {
  id: 'change-rolled-back',
  about: 'A leader that is cut off begins a change nobody else hears of; the next leader deletes it, and it is undone.',
  run: {
    ...createRun(46, liveConfig()),
    actions: directions(
      [20, expireTimer(1)],
      [150, isolate(1)],
      [160, changeMembers(1, [1, 2, 3, 4])],
      [200, expireTimer(2)],
      [300, put('x', '2', 2)],
      [450, rejoin(1)],
      [460, heal()],
    ),
  },
  until: 700 * MILLISECOND,
};
