import { expect, test } from 'vitest';
import { closingLine, tallyOf } from './all.ts';

test('the counts of both runners are summed', () => {
  const unit = { numPassedTests: 10, numFailedTests: 1, numPendingTests: 2 };
  const e2e = { stats: { expected: 5, flaky: 0, unexpected: 2, skipped: 1 } };
  expect(closingLine(tallyOf(unit, e2e), 1)).toBe('15 passed, 3 failed, 3 skipped');
});

test('a failed phase without a failed test is still a failure', () => {
  expect(closingLine(tallyOf(), 2)).toBe('0 passed, 1 failed');
});

test('nothing skipped is not mentioned', () => {
  expect(closingLine(tallyOf({ numPassedTests: 3 }), 0)).toBe('3 passed, 0 failed');
});
