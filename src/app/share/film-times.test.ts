import { expect, test } from 'vitest';
import { createRun, MILLISECOND } from '../../sim';
import { createTrace, paceAt } from '../../trace';
import { FRAMES_MAX, filmTimes } from './film-times';

const MS = MILLISECOND;
const still = { loop: null, auto: false, rate: 1 / 20 };

test('a film shows what comes next at the speed of the page', () => {
  const times = filmTimes(createTrace(createRun(3)), 100 * MS, still);
  expect(times[0]).toBe(100 * MS);
  expect(times[1] - times[0]).toBe(4 * MS);
  expect(times.length).toBe(100);
});

test('a film of a loop begins and ends with it, and is never long', () => {
  const trace = createTrace(createRun(3));
  const times = filmTimes(trace, 0, { ...still, loop: { from: 50 * MS, to: 90 * MS } });
  expect([times[0], times.at(-1)]).toEqual([50 * MS, 90 * MS]);
  expect(filmTimes(trace, 0, { ...still, rate: 1 / 200, loop: { from: 0, to: 9000 * MS } }).length).toBe(FRAMES_MAX);
});

test('a film is slow where the run is decisive, if the page is', () => {
  const trace = createTrace(createRun(3));
  const times = filmTimes(trace, 0, { ...still, auto: true });
  const lengths = times.slice(1).map((time, i) => time - times[i]);
  const slowest = times[lengths.indexOf(Math.min(...lengths))];
  expect(paceAt(trace, slowest)).toBeLessThan(1 / 20);
  expect(Math.max(...lengths)).toBeGreaterThan(3 * Math.min(...lengths));
});
