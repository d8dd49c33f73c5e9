/** Made for the chapter on several groups. */
import { createRun, MILLISECOND } from '../sim';
import { crash, directions, expireTimer, inGroup, liveConfig, put, restart, type Scenario, transfer } from './scenario';

export const manyGroups: Scenario = {
  id: 'many-groups',
  about: 'Three groups on five servers: each with its own leader and log; one is handed over, one loses its leader.',
  run: {
    ...createRun(8, { ...liveConfig(), groups: 3 }),
    actions: directions(
      [20, expireTimer(1)],
      [25, inGroup(2, expireTimer(2))],
      [30, inGroup(3, expireTimer(2))],
      [130, put('x', '1', 1)],
      [170, inGroup(2, put('x', '7', 2))],
      [280, inGroup(3, transfer(2, 4))],
      [400, crash(2)],
      [430, put('y', '2', 1)],
      [760, restart(2)],
    ),
  },
  until: 950 * MILLISECOND,
};
