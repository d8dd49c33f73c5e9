/** Made for the chapter on changing the members: what each of its rules is for, shown without it. */
import { createRun, MILLISECOND } from '../sim';
import { ask, changeMembers, directions, expireTimer, heal, liveConfig, partition, type Scenario } from './scenario';

export const configJump: Scenario = {
  id: 'config-jump',
  about: 'Three voters become five in one step: the old three elect a leader, and in the same term so do the new five.',
  run: {
    ...createRun(47, {
      ...liveConfig(5, { off: ['configJump'] }),
      voters: 3,
      clients: { ...liveConfig().clients, count: 2 },
    }),
    actions: directions(
      [20, expireTimer(3)],
      [120, changeMembers(3, [1, 2, 3, 4, 5])],
      [140, partition([1, 2], [3, 4, 5])],
      [205, expireTimer(1)],
      [207, expireTimer(4)],
      [290, ask({ type: 'put', key: 'x', value: '1' }, 1, 1)],
      [292, ask({ type: 'put', key: 'x', value: '2' }, 4, 2)],
    ),
  },
  until: 420 * MILLISECOND,
};

export const earlyChange: Scenario = {
  id: 'early-change',
  about: 'A new leader changes the members before it has committed anything, and an older change overtakes it.',
  run: {
    ...createRun(48, { ...liveConfig(5, { off: ['configBeforeNoop'] }), voters: 4 }),
    actions: directions(
      [20, expireTimer(1)],
      [120, changeMembers(1, [1, 2, 3, 4, 5])],
      [140, partition([1, 5], [2, 3, 4])],
      [240, expireTimer(2)],
      [290, partition([1, 4, 5], [2, 3])],
      [295, changeMembers(2, [2, 3, 4])],
      [420, expireTimer(1)],
      [560, heal()],
    ),
  },
  until: 760 * MILLISECOND,
};
