import { describe, expect, test } from 'vitest';
import { LIVENESS_RULES, type LivenessRule } from '../scenarios';
import { MILLISECOND } from '../sim';
import { COMPARISONS, type Compared, type Comparison, compare, type Measure } from './compare';
import { complete } from './task';

const made = new Map<LivenessRule, Comparison>();

function comparison(rule: LivenessRule): Comparison {
  const known = made.get(rule) ?? complete(compare, { rule });
  made.set(rule, known);
  return known;
}

function figure(rule: LivenessRule, measure: Measure) {
  const found = comparison(rule).figures.find((other) => other.measure === measure);
  if (found === undefined) throw new Error(`${measure} is not measured for ${rule}`);
  return found;
}

const within = (value: number | null, from: number, to: number) => {
  expect(value).not.toBeNull();
  expect(value).toBeGreaterThanOrEqual(from * MILLISECOND);
  expect(value).toBeLessThanOrEqual(to * MILLISECOND);
};

describe('what a rule costs that is not about safety', () => {
  test('noPreVote: whoever was away brings a term of its own and deposes a healthy leader', () => {
    const terms = figure('noPreVote', 'terms');
    expect(terms.withRule).toBe(0);
    expect(terms.without).toBeGreaterThan(5);
    const time = figure('noPreVote', 'leaderless');
    expect(time.withRule).toBe(0);
    within(time.without, 100, 400);
  });

  test('timerOnAnyRpc: in the set-up of Figure 16 the median time without a leader is half as long again', () => {
    const { withRule, without } = figure('timerOnAnyRpc', 'leaderless');
    within(withRule, 240, 360);
    within(without, 380, 600);
  });

  test('preVoteIgnoresLowerTerm: no leader is elected any more', () => {
    const { withRule, without } = figure('preVoteIgnoresLowerTerm', 'leaderless');
    within(withRule, 150, 700);
    expect(without).toBeNull();
  });

  test('removeSelfEarly: the one that stays waits for a vote for ever', () => {
    const { withRule, without } = figure('removeSelfEarly', 'leaderless');
    within(withRule, 100, 500);
    expect(without).toBeNull();
  });

  test('noCheckQuorum: a client is never answered', () => {
    const { withRule, without } = figure('noCheckQuorum', 'answer');
    within(withRule, 200, 1500);
    expect(without).toBeNull();
  });
});

describe('a comparison', () => {
  test('is the same each time, and says how far it is', () => {
    const input = { rule: 'removeSelfEarly', runs: 4 } as const;
    const steps = compare(input);
    const progress: Compared[] = [];
    for (;;) {
      const step = steps.next();
      if (step.done) {
        expect(step.value).toEqual(complete(compare, input));
        break;
      }
      progress.push(step.value);
    }
    expect(progress).toEqual([1, 2, 3, 4].map((done) => ({ done, of: 4 })));
  });

  test('is there for each rule that costs time only', () => {
    expect(Object.keys(COMPARISONS).sort()).toEqual([...LIVENESS_RULES].sort());
  });
});
