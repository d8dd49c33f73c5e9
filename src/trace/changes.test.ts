import { describe, expect, test } from 'vitest';
import { append, type Log, NOBODY, type Role, type Term } from '../raft';
import type { Summary, Transition } from '../sim';
import { commandOf, logOf, termsOf } from '../testing/vocabulary';
import { commitChange, growth, isLeaderChange, truncation } from './changes';

const summary = (log: Log, words: Partial<Summary> = {}): Summary => ({
  status: 'up',
  role: 'follower',
  currentTerm: 1,
  votedFor: null,
  commitIndex: 0,
  lastApplied: 0,
  log,
  snapshot: null,
  configuration: NOBODY,
  ...words,
});
const change = (before: Summary | null, after: Summary | null) => ({ before, after }) as Transition;
const logs = (before: readonly Term[], after: readonly Term[]) => change(summary(logOf(before)), summary(logOf(after)));
const roles = (before: Role, after: Role) =>
  change(summary(logOf([]), { role: before }), summary(logOf([]), { role: after }));

test('a leader is new when it did not lead before', () => {
  expect(
    [roles('candidate', 'leader'), roles('leader', 'leader'), roles('leader', 'follower')].map(isLeaderChange),
  ).toEqual([true, false, false]);
  expect(isLeaderChange(change(null, null))).toBe(false);
});

test('commitIndex goes up, or there is no change of it', () => {
  const committed = (from: number, to: number) =>
    commitChange(change(summary(logOf([]), { commitIndex: from }), summary(logOf([]), { commitIndex: to })));

  expect([committed(1, 3), committed(3, 3), committed(3, 0)]).toEqual([{ from: 1, to: 3 }, null, null]);
});

describe('a log', () => {
  test.each([
    ['grows at its end', [1, 1], [1, 1, 2, 2], null, { from: 3, to: 4 }],
    ['begins', [], [1], null, { from: 1, to: 1 }],
    ['stays', [1, 2], [1, 2], null, null],
    ['loses its end', [1, 1, 2], [1], { kept: 1, lost: [1, 2] }, null],
    ['loses all', [1, 1], [], { kept: 0, lost: [1, 1] }, null],
    ['has its end replaced', [1, 2, 2, 2], [1, 3], { kept: 1, lost: [2, 2, 2] }, { from: 2, to: 2 }],
    ['has its end replaced by a longer one', [1, 2], [1, 3, 3], { kept: 1, lost: [2] }, { from: 2, to: 3 }],
    ['is replaced as a whole', [1, 1], [2, 2], { kept: 0, lost: [1, 1] }, { from: 1, to: 2 }],
  ])('%s', (_, before, after, lost, gained) => {
    const transition = logs(before, after);
    const found = truncation(transition);

    const lostTerms = found === null ? null : { kept: found.kept, lost: found.lost.map(({ term }) => term) };
    expect(lostTerms).toEqual(lost);
    expect(growth(transition)).toEqual(gained);
  });

  test('that is long is compared in few steps', () => {
    const before = logOf([1]);
    let after = before;
    for (let i = 0; i < 50_000; i++) after = append(after, 1, commandOf(i));

    expect(growth(change(summary(before), summary(after)))).toEqual({ from: 2, to: 50_001 });
    expect(truncation(change(summary(after), summary(before)))?.lost).toHaveLength(50_000);
    expect(termsOf(before)).toEqual([1]);
  });

  test('of no server has not changed', () => {
    expect([truncation(change(null, null)), growth(change(null, null)), commitChange(change(null, null))]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
