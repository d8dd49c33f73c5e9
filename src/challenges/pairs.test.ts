import { describe, expect, it } from 'vitest';
import { Dice } from './dice';
import { historyOf, isLegalLog, isPossiblePair, makes } from './pairs';

const FIGURE_7 = [
  [1, 1, 1, 4, 4, 5, 5, 6, 6],
  [1, 1, 1, 4],
  [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6],
  [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7],
  [1, 1, 1, 4, 4, 4, 4],
  [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3],
];
const LEADER = [1, 1, 1, 4, 4, 5, 5, 6, 6, 6];

describe('the followers of Figure 7', () => {
  it.each(FIGURE_7)('%j… is possible, and a history makes it', (...log) => {
    expect(isPossiblePair(LEADER, log, 8)).toBe(true);
    expect(makes(historyOf(LEADER, log, 8), LEADER, log)).toBe(true);
  });

  it.each([
    [[1, 1, 4, 4]],
    [[1, 1, 1, 2, 4, 4]],
    [[1, 1, 1, 4, 5]],
    [[1, 1, 1, 4, 4, 3]],
    [[1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 8]],
    [[2, 2, 4]],
  ])('%j is not', (log) => {
    expect(isPossiblePair(LEADER, log, 8)).toBe(false);
  });
});

it('whatever the rules allow is made by a history, and the history of what they forbid makes something else', () => {
  const counts = { possible: 0, impossible: 0 };
  for (let seed = 1; seed <= 120; seed++) {
    const dice = new Dice(seed);
    const grown = (from: number[], most: number) => {
      const log = from.slice();
      for (let n = dice.int(1, most); n > 0; n--) log.push(Math.min(5, (log.at(-1) ?? 1) + dice.pick([0, 0, 1, 2])));
      return log;
    };
    const common = grown([], 3);
    const [a, b] = [grown(common, 4), grown(common, 4)];
    const isPossible = isPossiblePair(a, b, 6);
    counts[isPossible ? 'possible' : 'impossible']++;
    expect(makes(historyOf(a, b, 6), a, b), `${a} and ${b}`).toBe(isPossible);
  }
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(20);
});

it('terms in a log never fall, and no index is left out', () => {
  expect([[], [1], [1, 1, 3], [2, 5, 5]].map(isLegalLog)).toEqual([true, true, true, true]);
  expect([[2, 1], [1, 0, 1], [0], [1, 3, 2]].map(isLegalLog)).toEqual([false, false, false, false]);
});
