/** Scenarios made for the chapters of the story; what others show already is told from there. */
import { createRun, MILLISECOND } from '../sim';
import {
  append,
  crash,
  directions,
  expireTimer,
  get,
  heal,
  isolate,
  liveConfig,
  partition,
  put,
  rejoin,
  restart,
  type Scenario,
} from './scenario';

export const replicatedState: Scenario = {
  id: 'replicated-state',
  about: 'Three servers hold what one would lose: the same log, in the same order, gives the same state.',
  run: {
    ...createRun(14, liveConfig(3)),
    actions: directions(
      [10, expireTimer(1)],
      [140, put('x', '1', 1)],
      [290, put('y', '2', 1)],
      [293, put('x', '3', 1)],
      [460, crash(1)],
      [560, expireTimer(2)],
      [680, get('x', 2)],
    ),
  },
  until: 800 * MILLISECOND,
};

export const cutOrCrash: Scenario = {
  id: 'cut-or-crash',
  about: 'Followers cannot tell a cut from a crash; two majorities always share a server, so one side decides.',
  run: {
    ...createRun(23, liveConfig()),
    actions: directions(
      [20, expireTimer(1)],
      [150, put('x', '1', 1)],
      [230, partition([1, 2], [3, 4, 5])],
      [340, expireTimer(3)],
      [440, put('x', '2', 1)],
      [470, put('x', '3', 3)],
      [560, crash(4)],
      [580, put('y', '4', 3)],
      [700, restart(4)],
    ),
  },
  until: 900 * MILLISECOND,
};

export const termClock: Scenario = {
  id: 'term-clock',
  about: 'Terms are a logical clock: a leader that comes back with an old one steps down.',
  run: {
    ...createRun(42, liveConfig()),
    actions: directions([20, expireTimer(2)], [160, isolate(2)], [230, expireTimer(3)], [345, rejoin(2)]),
  },
  until: 520 * MILLISECOND,
};

export const election: Scenario = {
  id: 'election',
  about: 'A timer runs out, votes are asked for and given once; then the leader crashes, and two stand in its place.',
  run: {
    ...createRun(3, liveConfig()),
    actions: directions([390, crash(4)]),
  },
  until: 900 * MILLISECOND,
};

export const staleCandidate: Scenario = {
  id: 'stale-candidate',
  about: 'A server that missed entries stands first and is refused; one that has them all wins the next term.',
  run: {
    ...createRun(17, liveConfig()),
    actions: directions(
      [20, expireTimer(1)],
      [100, crash(5)],
      [130, put('x', '1', 1)],
      [200, put('x', '2', 1)],
      [320, crash(1)],
      [330, restart(5)],
      [345, expireTimer(5)],
      [410, expireTimer(3)],
    ),
  },
  until: 640 * MILLISECOND,
};

const twoClients = { ...liveConfig().clients, count: 2 };

export const cutWrites: Scenario = {
  id: 'cut-writes',
  about:
    'A client on each side of a cut: one is answered, the other waits; after the heal the minority is overwritten.',
  run: {
    ...createRun(29, { ...liveConfig(), clients: twoClients }),
    actions: directions(
      [20, expireTimer(1)],
      [130, put('x', '1', 1)],
      [240, partition([1, 2], [3, 4, 5])],
      [262, put('x', '7', 1)],
      [330, expireTimer(4)],
      [430, put('x', '9', 4, 2)],
      [560, heal()],
    ),
  },
  until: 800 * MILLISECOND,
};

const impatient = { ...liveConfig().clients, timeout: 120 * MILLISECOND };

/** S1 leads and the client knows it. Then the client adds a to x, which would show if it were done twice. */
function crashing(id: string, about: string, ...steps: Parameters<typeof directions>): Scenario {
  return {
    id,
    about,
    run: {
      ...createRun(6, { ...liveConfig(), clients: impatient }),
      actions: directions([20, expireTimer(1)], [90, put('y', '1', 1)], [200, append('x', 'a')], ...steps),
    },
    until: 800 * MILLISECOND,
  };
}

export const crashBefore: Scenario = crashing(
  'crash-before',
  'The leader crashes before the request arrives: nothing is lost but time.',
  [205, crash(1)],
  [260, expireTimer(2)],
);

export const crashAlone: Scenario = crashing(
  'crash-alone',
  'The leader crashes with an entry that nobody else has: the entry is overwritten later.',
  [190, isolate(1)],
  [235, crash(1)],
  [238, rejoin(1)],
  [260, expireTimer(2)],
  [420, restart(1)],
);

export const crashSome: Scenario = crashing(
  'crash-some',
  'The leader crashes when one follower has the entry: it may survive, and here it does.',
  [190, partition([1, 2], [3, 4, 5])],
  [235, crash(1)],
  [238, heal()],
  [260, expireTimer(2)],
);

export const crashAll: Scenario = crashing(
  'crash-all',
  'The leader crashes when all followers have the entry and none has said so.',
  [231, crash(1)],
  [260, expireTimer(2)],
);

export const crashCommitted: Scenario = crashing(
  'crash-committed',
  'The leader crashes when it has committed and answered, and the followers do not know yet.',
  [252, crash(1)],
  [290, expireTimer(2)],
);

export const crashAnswer: Scenario = crashing(
  'crash-answer',
  'The entry is committed everywhere, but the answer is lost with the leader: the client asks again.',
  // The answer is on its way under this key.
  [245, { type: 'drop', message: 52 }],
  [300, crash(1)],
  [315, expireTimer(2)],
);

export const crashes: readonly Scenario[] = [crashBefore, crashAlone, crashSome, crashAll, crashCommitted, crashAnswer];
