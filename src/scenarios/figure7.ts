/** Figure 7 of the paper (§5.3): a leader of term 8 and six followers whose logs differ from its own. */
import { createRun, MILLISECOND, SECOND } from '../sim';
import { directions, expireTimer, figureConfig, put, type Scenario } from './scenario';

/** S1 is the figure's leader; S2 to S7 are its followers (a) to (f). */
export const FIGURE_7_LOGS = [
  [1, 1, 1, 4, 4, 5, 5, 6, 6, 6],
  [1, 1, 1, 4, 4, 5, 5, 6, 6],
  [1, 1, 1, 4],
  [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6],
  [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7],
  [1, 1, 1, 4, 4, 4, 4],
  [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3],
] as const;

/** When every follower's log has met the leader's, and when the leader's client asks for an entry of term 8. */
export const FIGURE_7_MET = 400 * MILLISECOND;
export const FIGURE_7_DONE = 900 * MILLISECOND;

const initial = FIGURE_7_LOGS.map((log) => ({ currentTerm: 7, votedFor: null, log }));

export const figure7: Scenario = {
  id: 'figure-7',
  about: 'A new leader brings six diverged logs in line with its own, stepping nextIndex back one by one.',
  run: {
    ...createRun(7, figureConfig(initial, SECOND)),
    actions: directions([10, expireTimer(1)], [500, put('x', '8', 1)]),
  },
  until: FIGURE_7_DONE,
};

export const figure7Hint: Scenario = {
  id: 'figure-7-hint',
  about: 'The same with the conflict hint of the end of §5.3: a whole term is passed at once.',
  run: { ...figure7.run, config: figureConfig(initial, SECOND, { conflictHint: true }) },
  until: FIGURE_7_DONE,
};
