import { expect, it } from 'vitest';
import { type Experiment, linesOf, summarise } from '../../lab';
import { presetOf } from './address';
import { reasonsOf } from './Findings';

const lines = linesOf(presetOf('figure-16') as Experiment);

/** A line of which all trials took so long. */
function resultOf(range: string, count: number, value: number | null) {
  const line = lines.find(({ variant }) => variant.id === range) as (typeof lines)[number];
  const values = new Array<number | null>(count).fill(value);
  return { line, outcomes: [], summary: summarise(values) };
}

it('every difference from the paper has its reason, and what agrees has none', () => {
  const reasons = reasonsOf(
    [
      resultOf('150-150', 100, null),
      resultOf('150-151', 1000, 1800),
      resultOf('150-300', 1000, 171),
      resultOf('12-24', 1000, 60),
      resultOf('50-100', 100, 66),
    ],
    ({ line }) => line.variant.id,
  );
  expect(reasons).toEqual({
    clocks: true,
    rough: true,
    sparse: true,
    few: ['12-24'],
    tail: ['150-300', '12-24'],
    maximum: ['150-300', '12-24'],
  });
  const none = { clocks: false, rough: false, sparse: false, few: [], tail: [], maximum: [] };
  expect(reasonsOf([resultOf('150-300', 0, null)], () => '')).toEqual(none);
});
