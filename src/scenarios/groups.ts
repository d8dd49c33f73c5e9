/** Several Raft groups on the same servers. */
import { createRun, MILLISECOND } from '../sim';
import { crash, directions, expireTimer, inGroup, liveConfig, put, restart, type Scenario } from './scenario';

export const multiRaft: Scenario = {
  id: 'multi-raft',
  about: 'Three groups on five servers; S2 leads two of them, and its crash starts two elections.',
  run: {
    ...createRun(3, { ...liveConfig(), groups: 3 }),
    actions: directions(
      [20, expireTimer(1)],
      [40, inGroup(2, expireTimer(2))],
      [60, inGroup(3, expireTimer(2))],
      [150, put('x', '1')],
      [300, crash(2)],
      [700, restart(2)],
    ),
  },
  until: 900 * MILLISECOND,
};
