/** Challenges as readers take them: one by keyboard, a task, one on a phone in Chinese. */
import type { Locator, Page } from '@playwright/test';
import { findChallenge, type Part, type Posed, pose } from '../src/challenges';
import { accessibilityFaults } from './axe.ts';
import { drawn, expect, prefer, serversThat, test } from './journey.ts';

async function posed(id: string, variant: number): Promise<Posed> {
  const challenge = await findChallenge(id)?.load();
  if (challenge === undefined) throw new Error(`there is no challenge ${id}`);
  return pose(challenge, variant);
}

const partOf = ({ parts }: Posed, id: string): Part => {
  const part = parts.find((one) => one.id === id);
  if (part === undefined) throw new Error(`there is no part ${id}`);
  return part;
};

/** Tab until this has the focus, as who has no pointer does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the focus never came there');
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('a challenge by keyboard: predicted, locked, watched, explained, kept, and forked', async ({ page }) => {
  const situation = await posed('first-candidate', 2);
  const stands = partOf(situation, 'first');
  await page.goto('./#challenges&v=2');
  await expect(page.getByText('Nothing predicted yet.')).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await tabTo(page, page.getByRole('link', { name: 'The first candidate' }));
  await page.keyboard.press('Enter');
  const first = page.getByRole('group', { name: /^Stands first/ });
  await tabTo(page, first.getByRole('radio').first());
  await page.keyboard.press('Space');
  for (let i = 0; i < stands.answer[0]; i++) await page.keyboard.press('ArrowRight');
  const [right] = stands.answer.map((place) => stands.choices[place]);
  const name = right.type === 'server' ? `S${right.id}` : '';
  await expect(first.getByRole('radio', { name })).toBeChecked();
  const lock = page.getByRole('button', { name: 'Lock it in' });
  await expect(lock).toBeDisabled();
  // Of the other part the wrong answer.
  const [truth] = partOf(situation, 'wins').answer;
  const other = page.getByRole('group', { name: 'Wins that election' });
  await tabTo(page, other.getByRole('radio').first());
  await page.keyboard.press('Space');
  if (truth === 0) await page.keyboard.press('ArrowRight');
  await tabTo(page, page.getByRole('radio', { name: 'A guess' }));
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, lock);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Locked: S\d · /)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run' })).toBeFocused();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 2 were right. Remember this one.')).toBeVisible();
  await expect(page.getByText('The rule: Election restriction.')).toBeVisible();
  await drawn(page);
  expect(await accessibilityFaults(page)).toEqual([]);
  await tabTo(page, page.getByRole('link', { name: /^Change one thing/ }));
  await page.keyboard.press('Enter');
  const back = page.getByRole('link', { name: 'Back to the challenges' });
  await expect(back).toBeVisible();
  await back.press('Enter');
  await expect(page).toHaveURL(/#challenge=first-candidate&v=2$/);
  await page.getByRole('link', { name: 'Challenges', exact: true }).press('Enter');
  await expect(page.getByText('0 of 1 predictions right')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: /^The first candidate.*0 of 1 right/ })).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).press('Enter');
  await page.getByRole('button', { name: 'Yes, clear it' }).press('Enter');
  await expect(page.getByText('Nothing predicted yet.')).toBeVisible();
});

test('a task is done in the sandbox, and the reader’s own run is kept', async ({ page }) => {
  await prefer(page, { theme: 'projector' });
  await page.goto('./#challenges');
  await page.getByRole('link', { name: /^Two leaders at once/ }).click();
  const task = page.getByRole('region', { name: 'Task' });
  await expect(task.getByText('two servers lead: not yet')).toBeAttached();
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(serversThat(page, 'leader')).toHaveCount(1);
  await serversThat(page, 'leader').click();
  await page.keyboard.press('i');
  await expect(task.getByText('the leader is cut off from others: reached')).toBeAttached();
  await expect(task.getByText(/^Done at /)).toBeVisible({ timeout: 60_000 });
  await expect(serversThat(page, 'leader')).toHaveCount(2);
  expect(await accessibilityFaults(page, { within: '.task-bar' })).toEqual([]);
  await page.getByRole('link', { name: 'Back to the challenges' }).click();
  await page.getByRole('link', { name: 'Done. Your run' }).click();
  await expect(serversThat(page, 'leader')).toHaveCount(2);
});

test.describe('on a phone, in Chinese', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test('a log is dragged, and a server is tapped', async ({ page }) => {
    await prefer(page, { language: 'zh-CN', theme: 'dark' });
    const situation = await posed('silent-leader', 1);
    await page.goto('./#challenge=silent-leader&v=1');
    for (const part of situation.parts) {
      const slider = page.getByRole('slider', { name: part.id === 'quiet' ? /写入之前/ : /写入之后/ });
      const box = await slider.boundingBox();
      if (box === null) throw new Error('the log is not there');
      const steps = part.choices.length - 1;
      await slider.tap({ position: { x: 22 + ((box.width - 44) * part.answer[0]) / steps, y: 22 } });
    }
    await page.getByRole('radio', { name: '比较确定' }).tap();
    await page.getByRole('button', { name: '锁定预测' }).tap();
    await page.getByRole('button', { name: '运行', exact: true }).tap();
    await page.getByRole('button', { name: '直接到结果' }).tap();
    await expect(page.getByText('预测正确。')).toBeVisible();
    await drawn(page);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    const [answer] = partOf(await posed('whose-answer', 1), 'server').answer;
    const choice = partOf(await posed('whose-answer', 1), 'server').choices[answer];
    await page.goto('./#challenge=whose-answer&v=1');
    if (choice.type === 'server') await page.getByRole('button', { name: new RegExp(`^S${choice.id}`) }).tap();
    await expect(page.getByRole('radio', { name: choice.type === 'server' ? `S${choice.id}` : '' })).toBeChecked();
    await page.getByRole('radio', { name: '很确定' }).tap();
    await page.getByRole('button', { name: '锁定预测' }).tap();
    await page.getByRole('button', { name: '运行', exact: true }).tap();
    await expect(page.getByText('预测正确。')).toBeVisible();
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  });
});
