import { afterEach, expect, it, vi } from 'vitest';
import { createRun, defaultConfig, record, SECOND } from '../../sim';
import { createTrace, extend, fork } from '../../trace';
import { Reader } from './reader';

afterEach(() => vi.useRealTimers());

const run = createRun(3, defaultConfig(5));

function longTrace() {
  const trace = createTrace(run);
  trace.interval = 100;
  extend(trace, 30 * SECOND);
  return trace;
}

it('reads all of a run in slices', () => {
  vi.useFakeTimers();
  const trace = longTrace();
  let slices = 0;
  const reader = new Reader(trace, () => slices++);
  reader.read();
  vi.runAllTimers();
  expect(reader.isReading).toBe(false);
  expect(reader.chronicle.events.count).toBe(trace.head.transitions);
  expect(reader.cover({ from: 0, to: 30 * SECOND })).toBe(true);
  expect(slices).toBeLessThan(100);
});

it('keeps no more than it may, and reads another stretch where one looks', () => {
  vi.useFakeTimers();
  const trace = longTrace();
  const reader = new Reader(trace, () => {}, 500);
  reader.read();
  vi.runAllTimers();
  const { events, until } = reader.chronicle;
  expect(events.count).toBeGreaterThanOrEqual(500);
  expect(events.count).toBeLessThan(700);
  expect(until).toBeLessThan(20 * SECOND);
  expect(reader.cover({ from: 0, to: 30 * SECOND })).toBe(false);
  expect(reader.cover({ from: 25 * SECOND, to: 25.5 * SECOND })).toBe(true);
  vi.runAllTimers();
  const later = reader.chronicle;
  expect(later.since).toBeLessThanOrEqual(24 * SECOND);
  expect(later.until).toBeGreaterThan(25.5 * SECOND);
  expect(later.events.count).toBeLessThan(700);
  expect(reader.cover({ from: 0, to: SECOND })).toBe(true);
  expect(reader.chronicle.since).toBe(0);
});

it('goes over to the run that follows from an action, and begins anew with another one', () => {
  vi.useFakeTimers();
  const trace = longTrace();
  const reader = new Reader(trace, () => {});
  reader.read();
  vi.runAllTimers();
  const forked = fork(trace, record(run, 20 * SECOND, { type: 'crash', server: 1 }));
  expect(reader.follow(forked)).toBe(true);
  expect(reader.chronicle.until).toBeGreaterThan(15 * SECOND);
  const other = createTrace(createRun(4, defaultConfig(3)));
  expect(reader.follow(other)).toBe(false);
  expect(reader.chronicle.until).toBe(0);
  reader.end();
});
