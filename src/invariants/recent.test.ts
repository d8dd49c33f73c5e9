import { expect, test } from 'vitest';
import { NONE, type Recent, recall, remember } from './recent';

const upTo = (count: number, most: number): Recent<number> => {
  let recent: Recent<number> = NONE;
  for (let i = 1; i <= count; i++) recent = remember(recent, i, most);
  return recent;
};

const all = (recent: Recent<number>): number[] => {
  const found: number[] = [];
  recall(recent, (item) => {
    found.push(item);
    return false;
  });
  return found;
};

test('the newest items are remembered, newest first, at least so many and less than twice as many', () => {
  for (const count of [0, 1, 5, 9, 10, 11, 19, 20, 21, 1000]) {
    const items = all(upTo(count, 10));
    expect(items).toEqual(Array.from({ length: items.length }, (_, i) => count - i));
    expect(items.length).toBeGreaterThanOrEqual(Math.min(count, 10));
    expect(items.length).toBeLessThan(21);
  }
});

test('the newest item that passes is found', () => {
  expect(recall(upTo(15, 10), (item) => item % 7 === 0)).toBe(14);
  expect(recall(upTo(15, 10), (item) => item === 3)).toBe(3);
  expect(recall(upTo(25, 10), (item) => item === 3)).toBeNull();
});

test('an older memory stays as it was', () => {
  const older = upTo(12, 10);
  remember(remember(older, 13, 10), 14, 10);
  expect(all(older)[0]).toBe(12);
});
