import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRun, defaultConfig, type Run, SECOND } from '../../sim';
import { createTrace, extend, fork } from '../../trace';
import { DifferenceLookout, differenceBetween } from './difference-between';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const config = defaultConfig();
const run: Run = createRun(11, { ...config, clients: { ...config.clients, interval: SECOND / 50 } });
/** No majority is left after five minutes. */
const late: Run = {
  ...run,
  actions: [1, 2, 3].map((server) => ({ at: 300 * SECOND + server, action: { type: 'crash', server } })),
};
/** How long a client goes on asking matters only when there is no answer. */
const patient: Run = { ...late, config: { ...late.config, clients: { ...late.config.clients, patience: 4 * SECOND } } };

test('what two runs have in common is not compared, and simulated in slices where it was not', () => {
  const trace = createTrace(run);
  const fresh = new DifferenceLookout(trace, createTrace(late));
  fresh.want(302 * SECOND);
  expect(fresh.snapshot()).toMatchObject({ found: null, until: 300 * SECOND, isLooking: true });
  extend(trace, 301 * SECOND);
  const lookout = new DifferenceLookout(trace, fork(trace, late));
  lookout.want(302 * SECOND);
  expect(lookout.snapshot()).toMatchObject({ found: { at: 300 * SECOND + 1 }, isLooking: false });
});

test('what must be looked at is, in slices, for as long as somebody listens', () => {
  const lookout = new DifferenceLookout(createTrace(late), createTrace(patient));
  lookout.want(400 * SECOND);
  const first = lookout.snapshot();
  expect(first).toMatchObject({ found: null, isLooking: true });
  expect(vi.getTimerCount()).toBe(0);
  let heard = 0;
  const end = lookout.subscribe(() => heard++);
  vi.advanceTimersToNextTimer();
  expect(heard).toBe(1);
  expect(lookout.snapshot().until).toBeGreaterThan(first.until);
  end();
  expect(vi.getTimerCount()).toBe(0);
  lookout.subscribe(() => heard++);
  while (vi.getTimerCount() > 0) vi.advanceTimersToNextTimer();
  expect(heard).toBeGreaterThan(5);
  expect(lookout.snapshot().isLooking).toBe(false);
  expect(Math.floor((lookout.snapshot().found?.at ?? 0) / SECOND)).toBe(303);
});

test('is one for all who ask of the same two', () => {
  const [a, b] = [createTrace(run), createTrace(late)];
  expect(differenceBetween(a, b)).toBe(differenceBetween(a, b));
  expect(differenceBetween(a, createTrace(run))).not.toBe(differenceBetween(a, b));
});
