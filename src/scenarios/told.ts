/** Scenarios made for the chapters of the story; what others show already is told from there. */
import { createRun, MILLISECOND } from '../sim';
import { crash, directions, expireTimer, isolate, liveConfig, rejoin, type Scenario } from './scenario';

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
