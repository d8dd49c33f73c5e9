import { findViolations } from '../src/invariants';
import { SECOND } from '../src/sim';
import { doubleVoteRun } from '../src/testing/broken-run';
import { accessibilityFaults } from './axe';
import { expect, instant, linkTo, open, openAt, prefer, readout, serversThat, test } from './journey';

const run = doubleVoteRun();
const [broken] = findViolations(run, SECOND);

test('a broken property stops playback; the board proves it, and each part leads to its instant', async ({ page }) => {
  await prefer(page, { motion: 'full' });
  await open(page, linkTo(run, 40));
  await page.getByRole('button', { name: '1 rule is off' }).click();
  await expect(page.getByRole('dialog', { name: 'Rules' })).toBeVisible();
  await page.keyboard.press('Shift+S');
  const board = page.getByRole('dialog', { name: 'Safety board' });
  await expect(board.getByText('A server votes for one candidate in each term (§5.2).')).toBeVisible();
  await expect(board.getByText('0 candidacies, 0 leaders')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('k');
  const notice = page
    .getByRole('status')
    .getByText(/^Election Safety is broken: S\d and S\d were both elected in term 1\.$/);
  await expect(notice).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await expect.poll(() => instant(page)).toBe(broken.at / 1000);
  await expect(serversThat(page, 'leader')).toHaveCount(2);

  await page.getByRole('button', { name: 'Show the proof' }).click();
  await expect(board.getByText(/^broken at \d+/)).toHaveCount(1);
  await expect(board.getByText('2 candidacies, 2 leaders')).toBeVisible();
  const parts = board.getByRole('list', { name: 'What proves it' }).getByRole('button');
  await expect(parts).toHaveCount(broken.witness.length);
  for (const [i, { at }] of broken.witness.entries()) {
    await parts.nth(i).click();
    await expect.poll(() => instant(page)).toBe(at / 1000);
    // Before it broke it holds, and the way to the proof stays open.
    await expect(board.getByText(/^broken at \d+/)).toHaveCount(at < broken.at ? 0 : 1);
  }
  await expect(page.getByRole('img', { name: /^What proves that a property is broken: / })).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('without the fault nothing stops and everything holds', async ({ page }) => {
  const mended = { ...run, config: { ...run.config, options: { ...run.config.options, off: [] } } };
  await openAt(page, mended, 400);
  await expect(page.getByRole('button', { name: /rules? (is|are) off$/ })).toHaveCount(0);
  await page.keyboard.press('Shift+S');
  const board = page.getByRole('dialog', { name: 'Safety board' });
  await expect(board.getByText('holds')).toHaveCount(6);
  await expect(board.getByText(/^broken at/)).toHaveCount(0);
});

test('the history of the clients is walked by keyboard', async ({ page }) => {
  const asking = { ...run, config: { ...run.config, options: { ...run.config.options, off: [] } } };
  const clients = { ...asking.config.clients, count: 2, interval: 60_000 };
  await openAt(page, { ...asking, config: { ...asking.config, clients } }, 1200);
  await page.keyboard.press('Shift+S');
  const bars = page.getByRole('toolbar', { name: 'What clients saw' }).getByRole('button');
  await expect(bars.first()).toBeVisible();
  await expect(bars.filter({ hasNot: page.locator('[tabindex="-1"]') }).first()).toHaveAttribute(
    'aria-label',
    /^Client \d, /,
  );
  await bars.last().focus();
  await page.keyboard.press('Home');
  await expect(bars.first()).toBeFocused();
  const before = await readout(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => readout(page)).toBeLessThan(before);
});
