import { expect, test } from 'vitest';
import { placeMenu } from './place-menu';

const screen = { width: 1000, height: 700 };
const menu = { width: 180, height: 200 };

test('a menu goes below what it belongs to', () => {
  expect(placeMenu({ left: 100, top: 50, width: 80, height: 32 }, menu, screen)).toEqual({ left: 100, top: 88 });
});

test('where there is no room below, it goes above', () => {
  expect(placeMenu({ left: 100, top: 600, width: 80, height: 32 }, menu, screen).top).toBe(394);
});

test('it stays on the screen', () => {
  const { left, top } = placeMenu({ left: 990, top: 300, width: 80, height: 390 }, menu, { width: 1000, height: 700 });
  expect(left).toBe(812);
  expect(top).toBeGreaterThanOrEqual(8);
  expect(top + menu.height).toBeLessThanOrEqual(700);
});
