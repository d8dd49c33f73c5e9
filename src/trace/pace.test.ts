import { describe, expect, test } from 'vitest';
import { createRun, defaultConfig, MILLISECOND, type Run, record, SECOND } from '../sim';
import { createTrace, extend, transitionsBetween } from './history';
import { lengthAt, lookoutOf, paceAt, weightOf } from './pace';

const MS = MILLISECOND;
const config = defaultConfig();
const run: Run = record(createRun(3, { ...config, clients: { ...config.clients, interval: 400 * MS } }), 1500 * MS, {
  type: 'crash',
  server: 2,
});

/** A trace simulated up to a time. */
function seen(until: number, of = run) {
  const trace = createTrace(of);
  extend(trace, until);
  return trace;
}

describe('the speed that a run chooses', () => {
  const whole = seen(4 * SECOND);
  const decisive = transitionsBetween(whole, 0, 3 * SECOND).filter((one) => weightOf(one) > 0);

  test('depends on run and time only, not on what has been simulated or looked at before', () => {
    const passing = lookoutOf(seen(0));
    for (let time = 0; time < 2500 * MS; time += 37 * MS) {
      const known = paceAt(whole, time);
      expect(paceAt(seen(time), time)).toBe(known);
      const moving = seen(time);
      expect(paceAt(moving, time, lookoutOf(moving))).toBe(known);
      passing.between(time, time + 10 * MS);
    }
  });

  test('does not make the trace longer', () => {
    const trace = seen(300 * MS);
    const lookout = lookoutOf(trace);
    for (let n = 0; n < 20; n++) paceAt(trace, 300 * MS, lookout);
    expect(trace.horizon).toBe(300 * MS);
  });

  test('is slow where something decisive happens, and fast far from everything', () => {
    expect(decisive.length).toBeGreaterThan(5);
    const far = (time: number) => decisive.every(({ at }) => Math.abs(at - time) > 100 * MS);
    const quiet = Array.from({ length: 2900 }, (_, ms) => ms * MS).filter(far);
    expect(quiet.length).toBeGreaterThan(0);
    for (const time of quiet) expect(paceAt(whole, time)).toBeCloseTo(1 / 4);
    for (const one of decisive) expect(paceAt(whole, one.at)).toBeLessThan(1 / 8);
    const crash = decisive.find(({ action }) => action?.type === 'crash');
    expect(paceAt(whole, crash?.at ?? 0)).toBeLessThan(1 / 30);
  });

  test('is smooth: within a millisecond it changes by less than a tenth', () => {
    for (let time = 0; time < 2000 * MS; time += MS) {
      const ratio = paceAt(whole, time + MS) / paceAt(whole, time);
      expect(ratio).toBeGreaterThan(0.9);
      expect(ratio).toBeLessThan(1.1);
    }
  });

  test('is that of its heartbeats where nobody is to time out', () => {
    const timing = { electionMin: 10_000 * MS, electionMax: 20_000 * MS, heartbeat: 75 * MS };
    expect(paceAt(createTrace(createRun(3, { ...config, timing })), 10 * MS)).toBeCloseTo(1 / 4);
  });

  test('stretches with the timing of the run', () => {
    const timing = { electionMin: 1500 * MS, electionMax: 3000 * MS, heartbeat: 750 * MS };
    const slow = createTrace(createRun(3, { ...config, timing }));
    expect(paceAt(slow, 10 * MS)).toBeCloseTo(2.5);
  });

  test('moves a frame on by what lies between the speeds at its ends', () => {
    const lookout = lookoutOf(whole);
    for (let time = 0; time < 2000 * MS; time += 61 * MS) {
      const length = lengthAt(whole, time, 16, lookout);
      const end = paceAt(whole, time + Math.round(length));
      const [least, most] = [paceAt(whole, time), end].sort((a, b) => a - b);
      expect(length / MS / 16).toBeGreaterThan(least * 0.8);
      expect(length / MS / 16).toBeLessThan(most * 1.2);
    }
  });
});
