import { findViolations } from '../src/invariants';
import { decodeRun } from '../src/share';
import { command, expect, instant, linkTo, open, quietRun, readout, server, test } from './journey.ts';

test('a rule is switched off, the hunt finds what breaks without it, and the stage shows it', async ({ page }) => {
  await open(page, linkTo(quietRun(), 400));
  await command(page, 'Break Raft');
  const panel = page.getByRole('dialog', { name: 'Break Raft' });
  await panel.getByRole('button', { name: 'Hunt' }).click();
  await expect(panel.getByText('Switch off at least one rule first.')).toBeVisible();

  await panel.getByRole('checkbox', { name: /^One vote a term/ }).check();
  await panel.getByRole('button', { name: 'Hunt' }).click();
  await expect(panel.getByRole('status')).toContainText(/is broken, in \d+ actions/);
  await panel.getByRole('button', { name: 'Show it on the stage' }).click();
  await expect(panel).toBeHidden();

  await expect(server(page, 3)).toBeVisible();
  await expect.poll(() => page.url()).toContain('#run=');
  const run = decodeRun(/#run=([\w-]+)/.exec(page.url())?.[1] ?? '');
  if (!run.ok) throw new Error(run.error);
  expect(run.value.config.options.off).toEqual(['voteTwice']);
  const [violation] = findViolations(run.value, 60_000_000);
  expect(violation.at / 1000).toBe(instant(page));
  expect(await readout(page)).toBe(Math.floor(violation.at / 1000));
});

test('a hunt that finds nothing is paused, goes on and is given up', async ({ page }) => {
  await open(page, linkTo(quietRun(), 400));
  await page.keyboard.press('Shift+B');
  const panel = page.getByRole('dialog', { name: 'Break Raft' });
  await panel.getByText('Staying available').click();
  await panel.getByRole('checkbox', { name: /^Absent servers do not disturb/ }).check();
  await panel.getByLabel(/^Seed/).fill('4294967296');
  await expect(panel.getByText(/The seed must be a whole number/)).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Hunt' })).toBeDisabled();
  await panel.getByLabel(/^Seed/).fill('7');
  await panel.getByRole('button', { name: 'Hunt' }).click();

  const tried = async () =>
    Number(/^([\d,]+) step/.exec((await panel.getByText(/ tried, /).textContent()) ?? '')?.[1].replaceAll(',', ''));
  await expect.poll(tried).toBeGreaterThan(500);
  await panel.getByRole('button', { name: 'Pause' }).click();
  await expect(panel.getByText('Paused')).toBeVisible();
  const held = await tried();
  await panel.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(tried).toBeGreaterThan(held);
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.getByText(/ tried, /)).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Hunt' })).toBeEnabled();
});
