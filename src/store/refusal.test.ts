import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeRun, encodeRun } from '../share';
import { type Action, createRun, MILLISECOND, type Run, record, simulate } from '../sim';
import { refusal } from './refusal';

const MS = MILLISECOND;
const fresh = createRun(7);

const after = (...actions: Action[]): Run => actions.reduce((run, action, i) => record(run, i + 1, action), fresh);

const refused = (action: Action, ...before: Action[]) => refusal(simulate(after(...before), 10), action);

test('what has been done already is not done again', () => {
  const twice: [Action, string][] = [
    [{ type: 'crash', server: 1 }, 'crashed'],
    [{ type: 'pause', server: 1 }, 'paused'],
    [{ type: 'isolate', server: 1 }, 'isolated'],
    [{ type: 'cut', from: 1, to: 2 }, 'cut'],
    [{ type: 'hold', from: 1, to: 2 }, 'held'],
    [{ type: 'partition', groups: [[1, 2]] }, 'samePartition'],
    [{ type: 'setClients', interval: 50 * MS }, 'noChange'],
    [{ type: 'setDisk', server: 2, latency: { min: 0, max: 0 } }, 'noChange'],
    [{ type: 'setClock', server: 2, rate: 2_000_000, offset: 0 }, 'noChange'],
  ];
  for (const [action, reason] of twice) {
    expect(refused(action), JSON.stringify(action)).toBeNull();
    expect(refused(action, action), JSON.stringify(action)).toBe(reason);
  }
});

test('what was not done is not undone', () => {
  const undone: [Action, string, Action][] = [
    [{ type: 'restart', server: 1 }, 'notCrashed', { type: 'crash', server: 1 }],
    [{ type: 'resume', server: 1 }, 'notPaused', { type: 'pause', server: 1 }],
    [{ type: 'rejoin', server: 1 }, 'notIsolated', { type: 'isolate', server: 1 }],
    [{ type: 'repair', from: 1, to: 2 }, 'notCut', { type: 'cut', from: 1, to: 2 }],
    [{ type: 'release', from: 1, to: 2 }, 'notHeld', { type: 'hold', from: 1, to: 2 }],
    [{ type: 'heal' }, 'healed', { type: 'partition', groups: [[1]] }],
  ];
  for (const [action, reason, before] of undone) {
    expect(refused(action)).toBe(reason);
    expect(refused(action, before)).toBeNull();
  }
});

test('a crashed server has no timer and cannot be paused', () => {
  const crash: Action = { type: 'crash', server: 1 };
  expect(refused({ type: 'expireTimer', server: 1 }, crash)).toBe('crashed');
  expect(refused({ type: 'pause', server: 1 }, crash)).toBe('crashed');
});

test('the same partition in other words is the same', () => {
  const before: Action = {
    type: 'partition',
    groups: [
      [1, 2],
      [3, 4, 5],
    ],
  };
  expect(refused({ type: 'partition', groups: [[5, 4, 3]] }, before)).toBe('samePartition');
  expect(refused({ type: 'partition', groups: [[1, 2, 3]] }, before)).toBeNull();
  expect(refused({ type: 'partition', groups: [[1, 1]] })).toBe('serverTwice');
  expect(refused({ type: 'partition', groups: [[1, 6]] })).toBe('noServer');
  expect(refused({ type: 'partition', groups: [] })).toBe('oneGroup');
});

test('a message behind a cut cannot be delivered, one that is gone not at all', () => {
  const run = record(fresh, 30, { type: 'expireTimer', server: 1 });
  let time = 30;
  while (simulate(run, time).flights.length === 0) time += 100;
  const cluster = simulate(run, time);
  const { key } = cluster.flights[0];
  expect(refusal(cluster, { type: 'deliver', message: key })).toBeNull();
  expect(refusal(cluster, { type: 'drop', message: key + 100 })).toBe('messageGone');
  const isolated = simulate(record(run, time + 1, { type: 'isolate', server: 1 }), time + 1);
  expect(refusal(isolated, { type: 'deliver', message: key })).toBe('messageBehindCut');
  expect(refusal(isolated, { type: 'drop', message: key })).toBeNull();
});

test('values out of range, of any kind, are refused; whatever is not can be shared', () => {
  const number = fc.oneof(
    fc.integer({ min: -5, max: 12 }),
    fc.integer(),
    fc.double(),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1_000_000),
  );
  const span = fc.record({ min: number, max: number });
  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.record({ type: fc.constantFrom('crash', 'isolate', 'pause'), server: number }),
    fc.record({ type: fc.constant('setClock'), server: fc.integer({ min: 1, max: 5 }), rate: number, offset: number }),
    fc.record({ type: fc.constant('setDisk'), server: fc.integer({ min: 1, max: 5 }), latency: span }),
    fc.record({ type: fc.constant('setClients'), interval: number }),
    fc.record({
      type: fc.constant('setTiming'),
      timing: fc.record({ electionMin: number, electionMax: number, heartbeat: number }),
    }),
    fc.record({ type: fc.constant('partition'), groups: fc.array(fc.array(number)) }),
    fc.record({
      type: fc.constant('setNetwork'),
      quality: fc.record({ latency: span, shape: fc.constant('uniform'), loss: number, duplication: number }),
    }),
    fc.record({
      type: fc.constant('clientRequest'),
      client: number,
      operation: fc.record({ type: fc.constant('put'), key: fc.string(), value: fc.string({ maxLength: 200 }) }),
      to: fc.option(number),
    }),
  ) as fc.Arbitrary<Action>;
  const cluster = simulate(fresh, 10);
  fc.assert(
    fc.property(action, (candidate) => {
      if (refusal(cluster, candidate) !== null) return;
      const run = record(fresh, 11, candidate);
      expect(decodeRun(encodeRun(run)).ok).toBe(true);
    }),
    { numRuns: 500 },
  );
});
