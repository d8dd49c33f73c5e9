import type { Page } from '@playwright/test';
import { command, drawn, expect, letSecondsPass, logOf, open, openAt, quietRun, server, test } from './journey.ts';

const sheet = (page: Page, name: string) => page.getByRole('dialog', { name });

test('a server is added, catches up without a vote, and votes', async ({ page }) => {
  await openAt(page, quietRun(3, 3, 60), 900);
  await page.keyboard.press('Shift+M');
  const members = sheet(page, 'Members');
  await expect(members.getByRole('button', { name: 'S3 votes' })).toHaveAttribute('aria-pressed', 'true');
  await members.getByRole('button', { name: 'Add a server' }).click();
  await expect(server(page, 4)).toHaveAccessibleName(/^S4, learner/);
  await expect(members.getByText('catches up, round 1')).toBeVisible();
  await letSecondsPass(page, 1);
  await expect(server(page, 4)).toHaveAccessibleName(/^S4, follower/);
  await expect(members.getByRole('button', { name: 'S4 votes' })).toHaveAttribute('aria-pressed', 'true');
  await expect(members.getByText('votes now')).toHaveCount(4);
  await expect(members.getByText('S1, S2, S3 and S4: 3 of 4').first()).toBeVisible();
  // The link holds all of it.
  const address = page.url();
  await open(page, address.slice(address.indexOf('#')));
  await expect(server(page, 4)).toHaveAccessibleName(/^S4, follower/);
});

test('members change jointly, by majorities of the old and the new', async ({ page }) => {
  await open(page, '#scenario=joint-consensus&t=198');
  await page.keyboard.press('Shift+M');
  const members = sheet(page, 'Members');
  const vote = (id: number) => members.getByRole('button', { name: `S${id} votes` });
  for (const id of [1, 2, 4, 5]) await vote(id).click();
  const change = members.getByRole('button', { name: 'Change members' });
  await expect(change).toBeDisabled();
  await expect(members.getByText(/one server/i).last()).toBeVisible();
  await members.getByRole('radio', { name: 'Joint consensus' }).check();
  await expect(members.getByText('S3, S4 and S5: 2 of 3')).toBeVisible();
  await change.click();
  await expect(change).toBeDisabled();
  await expect(server(page, 5)).toHaveAccessibleName(/^S5, learner/);
  for (let i = 0; i < 80 && (await page.locator('.ballot-notch').count()) < 2; i++) {
    await page.keyboard.press('ArrowRight');
    await drawn(page);
  }
  await expect(page.locator('[data-server="1"] .ballot-notch')).toHaveCount(2);
  await expect(server(page, 1)).toHaveAccessibleName(/in Cold/);
  await expect(server(page, 4)).toHaveAccessibleName(/in Cnew/);
  expect((await logOf(page, 1)).at(-1)).toContain('joint with S3, S4 and S5');
  await letSecondsPass(page, 1);
  await expect(server(page, 1)).toHaveAccessibleName(/^S1, spare/);
  await expect(page.locator('[data-server="1"] .ballot-notch')).toHaveCount(0);
});

test('a follower that was away for long is sent the snapshot', async ({ page }) => {
  await openAt(page, quietRun(3, 3, 40), 900);
  const name = (await page.getByRole('button', { name: /^S\d, leader/ }).getAttribute('aria-label')) ?? '';
  const id = Number(name.charAt(1));
  const away = (id % 3) + 1;
  await page.keyboard.press(String(away));
  await page.keyboard.press('c');
  await letSecondsPass(page, 2);
  await page.keyboard.press(String(id));
  await command(page, 'Snapshot now');
  const row = page.getByRole('region', { name: 'Logs' }).locator('tbody tr');
  await expect(row.nth(id - 1).locator('.log-snapshot')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText(/snapshot\s*up to \d+, term 1/);
  await page.keyboard.press(String(away));
  await page.keyboard.press('c');
  await letSecondsPass(page, 1);
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText(/snapshot\s*up to \d+, term 1/);
  await page.getByRole('group', { name: 'Logs' }).focus();
  await page.keyboard.press('Home');
  await expect(row.nth(away - 1).locator('.log-snapshot')).toBeVisible();
});

test('the leader hands over to the selected server', async ({ page }) => {
  await openAt(page, quietRun(3, 5), 900);
  const name = (await page.getByRole('button', { name: /^S\d, leader/ }).getAttribute('aria-label')) ?? '';
  const next = (Number(name.charAt(1)) % 5) + 1;
  await page.keyboard.press(String(next));
  await page.keyboard.press('v');
  await expect(page.getByRole('button', { name: new RegExp(`leader.*→ S${next}`) })).toBeVisible();
  await letSecondsPass(page, 1);
  await expect(server(page, next)).toHaveAccessibleName(new RegExp(`^S${next}, leader, term 2`));
});

test('a rule is switched off and on, the page says so, and undo takes it back', async ({ page }) => {
  await openAt(page, quietRun(3, 5), 900);
  const warning = page.locator('.head__off');
  await expect(warning).toHaveCount(0);
  await command(page, 'Rules');
  const rules = sheet(page, 'Rules');
  const oneVote = rules.getByRole('checkbox', { name: 'One vote a term' });
  await expect(oneVote).toBeChecked();
  await oneVote.click();
  await expect(warning).toHaveText('1 rule is off');
  await rules.getByRole('checkbox', { name: 'Votes are on disk' }).click();
  await expect(warning).toHaveText('2 rules are off');
  await rules.getByRole('button', { name: 'All rules on' }).click();
  await expect(warning).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(warning).toHaveText('2 rules are off');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(warning).toHaveText('2 rules are off');
});

test('options change the protocol: with PreVote a server asks before it stands', async ({ page }) => {
  await openAt(page, quietRun(3, 5), 900);
  await command(page, 'Protocol options');
  const options = sheet(page, 'Protocol options');
  await options.getByRole('checkbox', { name: 'PreVote' }).check();
  await options.getByRole('button', { name: 'Apply' }).click();
  await page.keyboard.press('Escape');
  const follower = page.getByRole('button', { name: /^S\d, follower/ }).first();
  const id = ((await follower.getAttribute('aria-label')) ?? '').charAt(1);
  await page.keyboard.press(id);
  await page.keyboard.press('t');
  await page.keyboard.press('ArrowRight');
  await expect(server(page, Number(id))).toHaveAccessibleName(/pre-candidate/);
});

test('a client reads beside the log, crashes, and is back', async ({ page }) => {
  await openAt(page, quietRun(3, 5), 900);
  const client = page.getByRole('region', { name: 'Client' });
  await client.getByRole('textbox', { name: 'Operation' }).fill('x? ReadIndex');
  await client.getByRole('button', { name: 'Send' }).click();
  await letSecondsPass(page, 1);
  await expect(client.getByRole('listitem').last()).toContainText(/x\? ReadIndex.*holds nothing/);
  await client.getByRole('button', { name: /^More/ }).click();
  const compose = sheet(page, 'Write or read');
  await compose.getByRole('combobox', { name: 'Operation' }).selectOption({ label: 'Read' });
  await compose.getByText('Consul: stale').click();
  await compose.getByRole('combobox', { name: 'Server to ask' }).selectOption({ label: 'To S5' });
  await compose.getByRole('button', { name: 'Send' }).click();
  await letSecondsPass(page, 1);
  await expect(client.getByRole('listitem').last()).toContainText(/x\? stale.*S5.*holds nothing/);
  await compose.getByRole('button', { name: 'Crash this client' }).click();
  await expect(compose.getByRole('button', { name: 'Restart this client' })).toBeVisible();
  await client.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('.notice')).toBeVisible();
});

test('three groups share five servers: one crash begins the elections of those that it led', async ({ page }) => {
  await open(page, '#scenario=multi-raft&t=290');
  const chooser = page.getByRole('group', { name: 'Raft group shown' });
  await expect(chooser.getByText('α S1')).toBeVisible();
  await expect(chooser.getByText('β S2')).toBeVisible();
  await expect(chooser.getByText('γ S2')).toBeVisible();
  await expect(server(page, 2)).toHaveAccessibleName(/follower, term 1.*leader in group β, leader in group γ/);
  await chooser.getByRole('radio', { name: 'γ S2' }).check();
  await expect(server(page, 2)).toHaveAccessibleName(/^S2, leader.*follower in group α, leader in group β/);
  await letSecondsPass(page, 1);
  await expect(chooser.getByText('α S1')).toBeVisible();
  await expect(chooser.getByText('β S5')).toBeVisible();
  await expect(chooser.getByText('γ S4')).toBeVisible();
});
