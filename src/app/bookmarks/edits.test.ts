import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bookmark } from '../../sim';
import { arbitraryBookmark } from '../../testing/arbitrary-run';
import { changed, isOrdered, moved, ordered, placeAt, removed } from './edits';

const some = (...times: number[]): Bookmark[] => times.map((at) => ({ at, name: `at ${at}`, caption: '', notes: '' }));
const times = (all: readonly Bookmark[]) => all.map(({ at }) => at);

test('a bookmark moves by one place and stops at the ends', () => {
  const all = some(3, 1, 2);
  expect(times(moved(all, 0, 1))).toEqual([1, 3, 2]);
  expect(times(moved(all, 2, -1))).toEqual([3, 2, 1]);
  expect(moved(all, 0, -1)).toBe(all);
  expect(moved(all, 2, 1)).toBe(all);
  expect(moved(all, 7, -1)).toBe(all);
});

test('it is changed, deleted, ordered and found', () => {
  const all = some(3, 1, 2);
  expect(changed(all, 1, { name: 'here' })[1]).toEqual({ at: 1, name: 'here', caption: '', notes: '' });
  expect(times(removed(all, 0))).toEqual([1, 2]);
  expect([isOrdered(all), isOrdered(ordered(all))]).toEqual([false, true]);
  expect([placeAt(all, 2), placeAt(all, 4)]).toEqual([2, -1]);
});

test('moving there and back changes nothing, and no bookmark is ever lost', () => {
  fc.assert(
    fc.property(fc.array(arbitraryBookmark(), { minLength: 1, maxLength: 9 }), fc.nat(8), (all, n) => {
      const at = n % all.length;
      const there = moved(all, at, 1);
      expect([...there].sort(byText)).toEqual([...all].sort(byText));
      if (at + 1 < all.length) expect(moved(there, at + 1, -1)).toEqual(all);
    }),
  );
});

const byText = (a: Bookmark, b: Bookmark) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
