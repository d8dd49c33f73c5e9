import { describe, expect, test } from 'vitest';
import { MILLISECOND } from '../sim';
import { delay, expireTimer, heal, partition, put } from './scenario';
import {
  actionsOf,
  also,
  append,
  beat,
  countSteps,
  request,
  restarts,
  type Step,
  timeout,
  vote,
} from './shortest/schedule';

const VOTERS = [1, 2, 3];
const actions = (...steps: Step[]) => actionsOf(steps, VOTERS).map(({ action }) => action);

describe('a schedule', () => {
  test('counts an RPC for each server that handles it, and nothing that is not in it', () => {
    expect(countSteps([timeout(1, 2), vote(1, 2, 3), beat(1), append(1, 2), also(delay(1, 2, 5)), restarts(3)])).toBe(
      6,
    );
  });

  test('changes the network only when it must', () => {
    expect(actions(timeout(1), vote(1, 2, 3), request(1, '1'), append(1, 2, 3))).toEqual([
      expireTimer(1),
      put('x', '1', 1),
    ]);
  });

  test('lets a server reach those of its RPCs and nobody else', () => {
    expect(actions(timeout(1), vote(1, 3))).toEqual([partition([1, 3], [2]), expireTimer(1)]);
    expect(actions(request(1, '1'))).toEqual([partition([1], [2, 3]), put('x', '1', 1)]);
  });

  test('joins the network again when all are to be reached', () => {
    expect(actions(timeout(1), vote(1, 3), timeout(2), vote(2, 1, 3))).toEqual([
      partition([1, 3], [2]),
      expireTimer(1),
      heal(),
      expireTimer(2),
    ]);
  });

  test('takes a held link for one that reaches nobody yet', () => {
    const hold = { type: 'hold', from: 1, to: 2 } as const;
    expect(actions(also(hold), timeout(1), vote(1, 3))).toEqual([hold, expireTimer(1)]);
  });

  test('leaves time between actions, in their order', () => {
    const times = actionsOf([timeout(1, 2), vote(1, 2), vote(2, 1), restarts(1), timeout(3)], VOTERS).map(
      ({ at }) => at,
    );
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
    expect(times[0]).toBeGreaterThanOrEqual(50 * MILLISECOND);
  });

  test('puts in what must come at a moment, and goes on as without it', () => {
    const plain = actionsOf([timeout(1), vote(1, 2, 3), timeout(2), vote(2, 1, 3)], VOTERS);
    const more = actionsOf([timeout(1), vote(1, 2, 3), also(heal(), 40), timeout(2), vote(2, 1, 3)], VOTERS);
    expect(more).toEqual([plain[0], { at: plain[0].at + 40 * MILLISECOND, action: heal() }, plain[1]]);
  });

  test('refuses an RPC that nothing makes its server send', () => {
    expect(() => actions(timeout(1), vote(2, 1))).toThrow(/makes its server send/);
  });
});
