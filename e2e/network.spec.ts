import type { Locator, Page } from '@playwright/test';
import {
  command,
  drawn,
  expect,
  goOnUntil,
  idOf,
  instant,
  letSecondsPass,
  openAt,
  quietRun,
  readout,
  server,
  serversThat,
  test,
} from './journey.ts';

const words = (page: Page): Locator => page.getByRole('region', { name: 'The cluster in words' });

/** The messages on the stage that can be reached. */
const messages = (page: Page): Locator => page.getByRole('button', { name: /from S\d to S\d, term/ });

test('single directions are cut and held, and links are made lossy, in the network panel', async ({ page }) => {
  await openAt(page, quietRun(), 400);
  const leader = await idOf(serversThat(page, 'leader'));
  const other = (leader % 5) + 1;
  await page.getByRole('button', { name: 'Network', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'Network and links' });
  const direction = (from: number, to: number) => panel.getByRole('button', { name: `S${from} to S${to}: ` });

  await direction(other, leader).click();
  await expect(direction(other, leader)).toHaveAccessibleName(/: cut$/);
  await expect(words(page)).toContainText(`Cut in one direction: S${other} to S${leader}.`);
  await direction(other, leader).click();
  await expect(words(page)).not.toContainText('Cut');

  await panel.getByRole('radio', { name: 'Hold' }).check();
  await direction(leader, other).click();
  await expect(words(page)).toContainText(`Held: S${leader} to S${other}.`);
  await letSecondsPass(page, 1);
  await expect(server(page, other)).not.toHaveAccessibleName(/term 1\b/);
  await direction(leader, other).click();
  await expect(words(page)).not.toContainText('Held');

  await panel.getByRole('textbox', { name: 'Lost' }).fill('140');
  await expect(panel.getByText('From 0 to 100.')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await panel.getByRole('textbox', { name: 'Lost' }).fill('100');
  await panel.getByRole('textbox', { name: 'Duplicated' }).fill('0');
  await panel.getByRole('button', { name: 'Apply' }).click();
  await page.keyboard.press('Escape');
  await letSecondsPass(page, 1);
  // Nothing arrives any more, so nobody can win an election.
  await goOnUntil(page, async () => (await serversThat(page, 'candidate').count()) >= 3);
});

test('timing, clock and disk of a cluster can be changed', async ({ page }) => {
  await openAt(page, quietRun(), 400);
  await command(page, 'Timing');
  const timing = page.getByRole('dialog', { name: 'Timing' });
  await timing.getByRole('textbox', { name: 'Heartbeat every' }).fill('400');
  await expect(timing.getByText('Heartbeats rarer than the least timeout')).toBeVisible();
  await timing.getByRole('textbox', { name: 'Heartbeat every' }).fill('20');
  await timing.getByRole('button', { name: 'Apply' }).click();
  await page.keyboard.press('Escape');

  const leader = await idOf(serversThat(page, 'leader'));
  await page.keyboard.press(String(leader));
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await inspector.getByRole('button', { name: 'Change clock or disk' }).click();
  const machine = page.getByRole('dialog', { name: `Clock and disk of S${leader}` });
  await machine.getByRole('textbox', { name: 'Clock speed' }).fill('0.5');
  await machine.getByRole('group', { name: 'Clock' }).getByRole('button', { name: 'Apply' }).click();
  await machine.getByRole('textbox', { name: 'Disk write, least' }).fill('30');
  await machine.getByRole('textbox', { name: 'Disk write, most' }).fill('30');
  await machine.getByRole('group', { name: 'Disk' }).getByRole('button', { name: 'Apply' }).click();
  await page.keyboard.press('Escape');
  await expect(inspector).toContainText('0.5×');

  await page.keyboard.press('w');
  await goOnUntilWriting(page, inspector);
  await letSecondsPass(page, 1);
  await expect(page.getByRole('region', { name: 'Client' }).getByRole('listitem').last()).toContainText(
    'ok, committed',
  );
});

/** Event by event until a write to the leader's disk is under way. */
async function goOnUntilWriting(page: Page, inspector: Locator): Promise<void> {
  for (let i = 0; i < 20; i++) {
    if ((await inspector.textContent())?.includes('Being written: entry')) return;
    await page.keyboard.press('ArrowRight');
    await drawn(page);
  }
  throw new Error('Nothing was ever written.');
}

test('messages under way are dropped, duplicated and delivered one by one', async ({ page }) => {
  await openAt(page, quietRun(), 400);
  await page.keyboard.press('t');
  const leader = await idOf(serversThat(page, 'leader'));
  await page.keyboard.press(String(leader));
  await page.keyboard.press('t');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => messages(page).count()).toBeGreaterThanOrEqual(4);
  const inspector = page.getByRole('region', { name: 'Inspector' });
  const press = (name: string) => inspector.getByRole('button', { name, exact: true }).click();

  const before = await messages(page).count();
  await messages(page).first().focus();
  await page.keyboard.press('Enter');
  await expect(inspector).toContainText('AppendEntries');
  await press('Duplicate');
  await expect.poll(() => messages(page).count()).toBe(before + 1);
  await press('Drop');
  await expect.poll(() => messages(page).count()).toBe(before);
  await expect(inspector).toContainText('no longer under way');

  await page.keyboard.press('.');
  await expect(page.locator('.message.is-selected')).toBeVisible();
  const now = await readout(page);
  await press('Deliver now');
  await page.keyboard.press('ArrowRight');
  await drawn(page);
  expect(instant(page)).toBeLessThan(now + 2);
  await expect(inspector).toContainText('no longer under way');

  await page.keyboard.press('.');
  await page.keyboard.press('x');
  await expect(page.getByRole('region', { name: 'Why' })).toContainText('dropped');
});

test('a message is selected by a click on it, and its menu acts on it', async ({ page }) => {
  await openAt(page, quietRun(), 400);
  const leader = await idOf(serversThat(page, 'leader'));
  await page.keyboard.press(String(leader));
  await page.keyboard.press('t');
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await drawn(page);
  const message = messages(page).first();
  const name = (await message.getAttribute('aria-label')) ?? '';
  await message.click({ button: 'right' });
  const menu = page.getByRole('menu');
  await menu.getByRole('menuitem', { name: 'Drop the message' }).click();
  await drawn(page);
  await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
});

test('a message is selected by a click on it while it moves', async ({ page }) => {
  const run = quietRun();
  // A message takes a minute of real time, so that even a busy machine clicks where it is.
  const network = { ...run.config.network, latency: { min: 300_000, max: 300_000 } };
  const actions = [{ at: 20_000, action: { type: 'expireTimer', server: 1 } as const }];
  await openAt(page, { ...run, config: { ...run.config, network }, actions }, 140);
  await page.getByRole('button', { name: 'More speeds' }).click();
  await page.getByRole('menuitemradio', { name: '1/200', exact: true }).click();
  const box = await page.getByRole('button', { name: 'RequestVote from S1 to S3, term 1' }).boundingBox();
  if (box === null) throw new Error('There is no such message.');
  await page.keyboard.press('k');
  await expect.poll(() => readout(page)).toBeGreaterThan(140);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await expect(inspector.getByRole('heading', { name: 'RequestVote' })).toBeVisible();
  await expect(inspector).toContainText('candidateId');
  await page.keyboard.press('x');
  await expect(inspector).toContainText('no longer under way');
});
