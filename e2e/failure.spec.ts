import type { Page } from '@playwright/test';
import { command, drawn, expect, openAt, quietRun, server, stateOf, test } from './journey.ts';

/** Lets a method of the page throw, as a fault of ours would, for as long as `window.broken` is true. */
async function breakable(page: Page, path: readonly [type: string, method: string]): Promise<void> {
  await page.addInitScript(([type, method]) => {
    const state = window as unknown as { broken: boolean } & Record<string, { prototype: Record<string, unknown> }>;
    const { prototype } = state[type];
    const original = prototype[method] as (...args: unknown[]) => unknown;
    prototype[method] = function (this: unknown, ...args: unknown[]) {
      if (state.broken) throw new Error('a planted fault');
      return original.apply(this, args);
    };
  }, path);
}

/** Says what happened, with a link that brings back the very state; then goes on where it was. */
async function expectRescue(page: Page, state: string, faults: string[]): Promise<void> {
  const failure = page.getByRole('alert');
  await expect(failure).toContainText('Something went wrong in this page');
  await expect(failure).toContainText('a planted fault');
  const address = (await failure.getByRole('link').getAttribute('href')) ?? '';
  expect(address).toContain('#run=');
  await page.evaluate('window.broken = false');
  await failure.getByRole('button', { name: 'Continue from here' }).click();
  await expect(server(page, 1)).toBeVisible();
  await drawn(page);
  expect(await stateOf(page)).toBe(state);

  await page.goto('about:blank');
  await page.goto(address);
  await expect(server(page, 1)).toBeVisible();
  await drawn(page);
  expect(await stateOf(page)).toBe(state);
  expect(faults.length).toBeGreaterThan(0);
  expect(faults.filter((fault) => !/planted fault|error occurred in/i.test(fault))).toEqual([]);
  faults.length = 0;
}

test('an exception while rendering shows what happened, and the run is not lost', async ({ page, faults }) => {
  await breakable(page, ['Array', 'toReversed']);
  await openAt(page, quietRun(3, 5, 200), 900);
  await server(page, 2).click();
  await page.keyboard.press('c');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('z');
  await expect(page.getByRole('status').filter({ hasText: 'kept as branch' })).toBeVisible();
  await drawn(page);
  const state = await stateOf(page);
  await page.evaluate('window.broken = true');
  await command(page, 'Branches');
  await expectRescue(page, state, faults);
});

test('an exception in the animation clock shows what happened, and the run is not lost', async ({ page, faults }) => {
  // Without the drawing thread the clock's frames draw on the page.
  await page.addInitScript('delete window.Worker');
  await breakable(page, ['CanvasRenderingContext2D', 'clearRect']);
  await openAt(page, quietRun(3, 5, 200), 900);
  await server(page, 2).click();
  await page.keyboard.press('c');
  await drawn(page);
  const before = await stateOf(page);
  await page.getByRole('group', { name: 'Playback' }).getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => (await stateOf(page)) !== before).toBe(true);
  await page.evaluate('window.broken = true');
  await expect(page.getByRole('alert')).toBeVisible();
  const state = await page.getByRole('alert').getByRole('link').getAttribute('href');
  await page.evaluate('window.broken = false');
  await page.getByRole('button', { name: 'Continue from here' }).click();
  await expect(server(page, 2)).toHaveAccessibleName(/crashed/);
  await drawn(page);
  expect(page.url()).toBe(state);
  expect(faults.length).toBeGreaterThan(0);
  faults.length = 0;
});
