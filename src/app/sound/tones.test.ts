import { expect, test } from 'vitest';
import { createRun, defaultConfig, MILLISECOND } from '../../sim';
import { createTrace, type Echo, frameAt } from '../../trace';
import { heardOf, tonesOf } from './tones';

const NOTHING = { seq: 0, commit: 0 };
const role = (seq: number, to: 'leader' | 'candidate' | 'follower'): Echo => ({
  type: 'role',
  seq,
  age: 0,
  server: 1,
  from: 'follower',
  to,
});
const commit = (seq: number, server: number, to: number): Echo => ({
  type: 'commit',
  seq,
  age: 0,
  server,
  from: 0,
  to,
});

test('each change is heard once, and each role sounds otherwise', () => {
  const first = tonesOf([role(3, 'candidate')], NOTHING);
  expect(first.tones).toHaveLength(1);
  const second = tonesOf([role(3, 'candidate'), role(5, 'leader')], first.heard);
  expect(second.tones.map(({ frequency }) => frequency)).toEqual([523, 784]);
  expect(tonesOf([role(3, 'candidate'), role(5, 'leader')], second.heard).tones).toEqual([]);
});

test('an entry is heard when it is committed, not when the others learn of it', () => {
  const { tones, heard } = tonesOf([commit(4, 1, 2), commit(6, 2, 2), commit(7, 3, 2)], NOTHING);
  expect(tones).toHaveLength(1);
  expect(tonesOf([commit(8, 1, 3)], heard).tones).toHaveLength(1);
});

test('however much happens at once, few tones are made, and nothing of the past', () => {
  const many = Array.from({ length: 40 }, (_, i) => role(i + 1, 'candidate'));
  expect(tonesOf(many, NOTHING).tones.length).toBeLessThanOrEqual(4);
  const trace = createTrace(createRun(3, defaultConfig(5)));
  const frame = frameAt(trace, 300 * MILLISECOND);
  expect(tonesOf(frame.echoes, NOTHING).tones.length).toBeGreaterThan(0);
  expect(tonesOf(frame.echoes, heardOf(frame)).tones).toEqual([]);
});
