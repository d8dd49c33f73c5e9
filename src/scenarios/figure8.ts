/**
 * Figure 8 of the paper (§5.4.2): why a leader must not take an entry of an older term for committed because a
 * majority stores it. The letters are the figure's.
 */
import { createRun, MILLISECOND } from '../sim';
import {
  crash,
  type Direction,
  directions,
  expireTimer,
  figureConfig,
  heal,
  isolate,
  partition,
  put,
  rejoin,
  restart,
  type Scenario,
} from './scenario';

/** Moments at which the states of the figure can be seen. */
export const FIGURE_8 = {
  a: 150 * MILLISECOND,
  b: 240 * MILLISECOND,
  c: 440 * MILLISECOND,
  d: 700 * MILLISECOND,
  e: 440 * MILLISECOND,
} as const;

/** S1 led term 1; its only entry is everywhere. */
const initial = [1, 2, 3, 4, 5].map(() => ({ currentTerm: 1, votedFor: 1, log: [1] }));

/** Up to the moment where S1, leader of term 4, has brought entry 2 of term 2 to a majority. */
const start: readonly Direction[] = [
  [10, expireTimer(1)],
  // (a) S1 leads term 2; its entry 2 reaches S2 only.
  [100, partition([1, 2], [3, 4, 5])],
  [110, put('x', '2', 1)],
  // (b) S1 crashes; S5 leads term 3 by the votes of S3 and S4, and its entry 2 reaches nobody.
  [160, crash(1)],
  [180, expireTimer(5)],
  [225, isolate(5)],
  [226, put('x', '3', 5)],
  // (c) S5 crashes; S1 is back, and wins term 4 after term 3 was refused to it.
  [250, crash(5)],
  [255, rejoin(5)],
  [260, heal()],
  [270, restart(1)],
  [280, expireTimer(1)],
  [330, expireTimer(1)],
  [353, isolate(4)],
];

/** S1 cannot replicate its entry of term 4; it crashes, and S5 wins term 5. */
const overwritten: readonly Direction[] = [
  [400, isolate(1)],
  [405, put('x', '4', 1)],
  [450, crash(1)],
  [455, rejoin(1)],
  [456, rejoin(4)],
  [460, restart(5)],
  [470, expireTimer(5)],
  [520, expireTimer(5)],
  [600, restart(1)],
];

/** S1 brings its entry of term 4 to S2 and S3 before it crashes. */
const committed: readonly Direction[] = [
  [400, put('x', '4', 1)],
  [450, crash(1)],
  [456, rejoin(4)],
  [460, restart(5)],
  [470, expireTimer(5)],
  [520, expireTimer(5)],
];

const config = figureConfig(initial, 50 * MILLISECOND);

export const figure8: Scenario = {
  id: 'figure-8',
  about: 'An entry of an older term is on a majority, is not committed, and is overwritten: (a) to (d).',
  run: { ...createRun(8, config), actions: directions(...start, ...overwritten) },
  until: 750 * MILLISECOND,
};

export const figure8Commit: Scenario = {
  id: 'figure-8-commit',
  about: 'Once an entry of the own term is on a majority, all before it are safe: (a), (b), (c), (e).',
  run: { ...createRun(8, config), actions: directions(...start, ...committed) },
  until: 650 * MILLISECOND,
};

export const figure8Unsafe: Scenario = {
  id: 'figure-8-unsafe',
  about: 'The same as figure-8 with the rule of §5.4.2 off: a committed entry is overwritten.',
  run: {
    ...figure8.run,
    config: { ...config, options: { ...config.options, off: ['commitOldTerm'] } },
  },
  until: 750 * MILLISECOND,
};
