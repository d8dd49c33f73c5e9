import type { Locator, Page } from '@playwright/test';
import { drawn, expect, idOf, instant, open, openAt, quietRun, readout, server, serversThat, test } from './journey.ts';

test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });

async function expectLarge(button: Locator): Promise<void> {
  const box = await button.boundingBox();
  const name = await button.evaluate((element) => element.getAttribute('aria-label') ?? element.textContent);
  expect(box?.height, `height of ${name}`).toBeGreaterThanOrEqual(44);
  expect(box?.width, `width of ${name}`).toBeGreaterThanOrEqual(44);
}

/** The instant that the address names once what was asked for has been done. */
async function instantSoon(page: Page): Promise<number> {
  await drawn(page);
  return instant(page);
}

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

test('a leader is elected, tapped, crashed, succeeded and restarted by touch alone', async ({ page }) => {
  await open(page, '#seed=3&servers=5');
  const playback = page.getByRole('group', { name: 'Playback' });
  await expect(serversThat(page, 'leader')).toHaveCount(1);
  await playback.getByRole('button', { name: 'Pause' }).tap();
  await expect(page.locator('.why')).toContainText('Three of five is a majority.');

  const leader = serversThat(page, 'leader');
  const id = await idOf(leader);
  await server(page, id).tap();
  const actions = page.getByRole('group', { name: `S${id}`, exact: true });
  for (const name of ['Crash', 'Pause', 'Time out', 'Isolate', 'Details']) {
    await expectLarge(actions.getByRole('button', { name }));
  }
  await actions.getByRole('button', { name: 'Crash' }).tap();
  await expect(server(page, id)).toHaveAccessibleName(/crashed/);

  await playback.getByRole('button', { name: /Speed/ }).tap();
  await page.getByRole('menuitemradio', { name: '1/5', exact: true }).tap();
  await playback.getByRole('button', { name: 'Play' }).tap();
  await expect(serversThat(page, 'leader')).toHaveCount(1);
  await playback.getByRole('button', { name: 'Pause' }).tap();
  expect(await idOf(serversThat(page, 'leader'))).not.toBe(id);
  await actions.getByRole('button', { name: 'Restart' }).tap();
  await expect(server(page, id)).toHaveAccessibleName(/follower/);
});

test('what one needs most is at least 44 pixels large, and nothing lies over it', async ({ page }) => {
  await openAt(page, quietRun(), 400);
  const playback = page.getByRole('group', { name: 'Playback' });
  for (const button of await playback.getByRole('button').all()) await expectLarge(button);
  await expectLarge(page.getByRole('button', { name: 'Menu' }));
  for (const id of [1, 2, 3, 4, 5]) await expectLarge(server(page, id));
});

test('time is scrubbed by touch', async ({ page, context }) => {
  await openAt(page, quietRun(3, 5, 100), 1500);
  const box = await page.getByRole('group', { name: 'Timeline' }).boundingBox();
  const handle = await page.getByRole('slider', { name: 'Time' }).boundingBox();
  if (box === null || handle === null) throw new Error('There is no timeline.');
  const y = handle.y + handle.height / 2;
  const touch = await context.newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  const start = handle.x + handle.width / 2;
  await send('touchStart', start);
  for (const part of [0.9, 0.75, 0.6]) await send('touchMove', box.x + (start - box.x) * part);
  await send('touchEnd', 0);
  await expect.poll(() => readout(page)).toBeLessThan(1400);
  expect(instant(page)).toBeLessThan(1400);
  expect(await page.evaluate(() => window.scrollX)).toBe(0);

  const before = instant(page);
  // A tap right after a drag may still belong to it.
  await expect(async () => {
    await page.getByRole('group', { name: 'Playback' }).getByRole('button', { name: 'One event on' }).tap();
    expect(await instantSoon(page)).toBeGreaterThan(before);
  }).toPass();
});

test('a long press opens the menu of a server', async ({ page, context }) => {
  await openAt(page, quietRun(), 400);
  const box = await server(page, 3).boundingBox();
  if (box === null) throw new Error('S3 has no place.');
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const touch = await context.newCDPSession(page);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  const menu = page.getByRole('menu', { name: 'S3' });
  await expect(menu).toBeVisible();
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(menu).toBeVisible();
  await menu.getByRole('menuitem', { name: 'Isolate' }).tap();
  await expect(server(page, 3)).toHaveAccessibleName(/isolated/);
});

const WIDTHS = [390, 320];

/** What reaches beyond the sides at any of the widths. */
async function expectWithin(page: Page, what: string, inner?: Locator): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 700 });
    await drawn(page);
    expect(await sidewaysScroll(page), `${what} at ${width}`).toBeLessThanOrEqual(0);
    const box = (await inner?.boundingBox()) ?? { x: 0, width };
    expect(box.x, what).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width, what).toBeLessThanOrEqual(width);
  }
}

test('at 390 and at 320 pixels nothing scrolls sideways, in either language, whatever is open', async ({ page }) => {
  for (const servers of [9, 5]) {
    await openAt(page, quietRun(3, servers, 100), 1500);
    await server(page, 2).tap();
    await expectWithin(page, `${servers} servers`);
  }
  const menu = async (button: string, item: string) => {
    await page.getByRole('button', { name: button }).tap();
    await page.getByRole('menuitem', { name: item, exact: true }).tap();
    await drawn(page);
  };
  for (const item of ['Partition…', 'Network and links…', 'Legend', 'Keys', 'Write or read…', 'Settings…']) {
    await menu('Menu', item);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expectWithin(page, item, dialog);
    await dialog.getByRole('button', { name: 'Close' }).tap();
  }
  await menu('Menu', '中文');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expectWithin(page, 'Chinese');
});
