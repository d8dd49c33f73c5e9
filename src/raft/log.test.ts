import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandOf, logOf, termsOf } from '../testing/vocabulary';
import {
  append,
  appendEntry,
  EMPTY_LOG,
  entriesBetween,
  entryAt,
  isUpToDate,
  type Log,
  termAt,
  truncateFrom,
} from './log';

const terms = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 60 }).map((list) => list.sort((a, b) => a - b));
const index = fc.integer({ min: -3, max: 70 });

/** What a log must be like: the same terms as the plain array, and indexes that count from 1. */
function expectSame(log: Log, model: readonly number[]): void {
  expect(termsOf(log)).toEqual(model);
  expect(log.index).toBe(model.length);
  expect(log.term).toBe(model.at(-1) ?? 0);
}

describe('a log against a plain array', () => {
  test('append', () => {
    fc.assert(
      fc.property(terms, (list) => {
        let log = EMPTY_LOG;
        for (const [i, term] of list.entries()) log = append(log, term, commandOf(i));
        expectSame(log, list);
      }),
    );
  });

  test('entryAt and termAt', () => {
    fc.assert(
      fc.property(terms, index, (list, at) => {
        const log = logOf(list);
        const isInside = at >= 0 && at <= list.length;
        expect(entryAt(log, at)?.index ?? null).toBe(isInside ? at : null);
        expect(termAt(log, at)).toBe(at === 0 ? 0 : (list[at - 1] ?? -1));
      }),
    );
  });

  test('truncateFrom', () => {
    fc.assert(
      fc.property(terms, index, (list, from) => {
        expectSame(truncateFrom(logOf(list), from), list.slice(0, Math.max(0, from - 1)));
      }),
    );
  });

  test('entriesBetween', () => {
    fc.assert(
      fc.property(terms, index, index, (list, from, to) => {
        const indexes = list.map((_, i) => i + 1).filter((i) => i >= from && i <= to);
        expect(entriesBetween(logOf(list), from, to).map((entry) => entry.index)).toEqual(indexes);
      }),
    );
  });

  test('any sequence of appending and truncating', () => {
    const change = fc.oneof(
      fc.record({ append: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ truncate: fc.integer({ min: 1, max: 40 }) }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        let log = EMPTY_LOG;
        let model: number[] = [];
        for (const each of changes) {
          if ('append' in each) {
            log = append(log, each.append, commandOf(0));
            model = [...model, each.append];
          } else {
            log = truncateFrom(log, each.truncate);
            model = model.slice(0, each.truncate - 1);
          }
          expectSame(log, model);
        }
      }),
    );
  });

  test('isUpToDate compares last terms first, then lengths', () => {
    fc.assert(
      fc.property(terms, terms, (mine, theirs) => {
        const [lastMine, lastTheirs] = [mine.at(-1) ?? 0, theirs.at(-1) ?? 0];
        const expected = lastTheirs === lastMine ? theirs.length >= mine.length : lastTheirs > lastMine;
        expect(isUpToDate(lastTheirs, theirs.length, logOf(mine))).toBe(expected);
      }),
    );
  });
});

describe('logs as values', () => {
  test('a change leaves the log before it as it was', () => {
    const log = logOf([1, 2, 3]);

    append(log, 4, commandOf(4));
    truncateFrom(log, 2);

    expectSame(log, [1, 2, 3]);
  });

  test('truncating to a length gives the very log of that length', () => {
    const log = logOf([1, 1, 2, 3]);

    expect(truncateFrom(append(log, 3, commandOf(5)), 5)).toBe(log);
    expect(truncateFrom(log, 9)).toBe(log);
    expect(truncateFrom(log, 1)).toBe(EMPTY_LOG);
  });

  test('an entry that follows the log already is reused, and copied where it does not', () => {
    const [shared, stranger] = [logOf([1, 2]), logOf([3, 4])];

    expect(appendEntry(logOf([1]), shared)).toBe(shared);
    expect(appendEntry(logOf([1]), stranger)).not.toBe(stranger);
    expect(termsOf(appendEntry(logOf([1]), stranger))).toEqual([1, 4]);
  });

  test('the entry at any place of a long log is a few steps away', () => {
    let log = EMPTY_LOG;
    for (let i = 1; i <= 100_000; i++) log = append(log, 1, commandOf(i));

    for (const at of [1, 2, 777, 65_536, 99_999]) {
      let steps = 0;
      for (let entry = log; entry.index > at; steps++) {
        entry = entry.jump !== null && entry.jump.index >= at ? entry.jump : (entry.previous as Log);
      }
      expect(steps).toBeLessThan(60);
      expect(entryAt(log, at)?.index).toBe(at);
    }
  });
});
