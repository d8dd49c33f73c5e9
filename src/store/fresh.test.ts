import { expect, test } from 'vitest';
import { MILLISECOND } from '../sim';
import { createTrace, extend } from '../trace';
import { freshRun, isPleasant, pleasantRun } from './fresh';

test('a fresh cluster of any size soon has its first leader, by the only election', () => {
  for (let servers = 3; servers <= 9; servers++) {
    for (let first = 0; first < 20; first++) {
      let seed = first * 1000;
      const run = pleasantRun(servers, () => seed++);
      expect(isPleasant(run)).toBe(true);
      const trace = createTrace(run);
      extend(trace, 250 * MILLISECOND);
      expect(trace.marks.map(({ type }) => type)).toEqual(['election', 'leader']);
    }
  }
});

test('numbers of servers out of range become the nearest that is not', () => {
  expect(freshRun(1, 5).config.servers).toBe(3);
  expect(freshRun(99, 5).config.servers).toBe(9);
  expect(freshRun(Number.NaN, -1)).toMatchObject({ seed: 0xffffffff, config: { servers: 3 } });
});
