import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { complete, doTrials, type Experiment, findExperiment, linesOf, toCsv } from '../src/lab';
import { faultsInAllThemes } from './axe.ts';
import { expect, prefer, test } from './journey.ts';

const status = (page: Page) => page.locator('.run-bar__status');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const doneOf = async (page: Page): Promise<number> =>
  Number(((await status(page).textContent()) ?? '').replaceAll(',', '').match(/(\d+) of/)?.[1] ?? 0);
const curve = (page: Page) => page.locator('.plot__line').last();
const lengthOf = async (page: Page): Promise<number> => ((await curve(page).getAttribute('d')) ?? '').length;

test('Figure 16 grows, is paused, goes on, and a point of it opens on the stage', async ({ page }) => {
  await page.goto('./#home');
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Lab' }).click();
  await page.getByRole('link', { name: /How much randomness/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('How much randomness');
  await expect(page.locator('.plot__paper').first()).toBeVisible();

  // So many trials that they are not over before they are paused and cancelled.
  await page.goto('./#lab=figure-16&trials=10000');
  await button(page, 'Run').click();
  const often = { intervals: [40] };
  await expect.poll(() => lengthOf(page), often).toBeGreaterThan(20);
  const early = await lengthOf(page);
  await expect.poll(() => lengthOf(page), often).toBeGreaterThan(early);
  await button(page, 'Pause').click();
  await expect(status(page)).toContainText('Paused');
  const paused = await doneOf(page);
  await button(page, 'Continue').click();
  await expect.poll(() => doneOf(page), often).toBeGreaterThan(paused);
  await button(page, 'Cancel').click();
  const left = await doneOf(page);

  await page.getByRole('application').press('ArrowRight');
  await expect(page.locator('.plot__ring')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#run=.+&t=/);
  await expect(page.getByRole('button', { name: /^S5, (leader|crashed)/ })).toBeVisible();

  await page.goBack();
  await expect.poll(() => doneOf(page)).toBe(left);
  await page.reload();
  await expect(status(page)).toContainText('Kept from last time');
  await button(page, 'Start anew').click();
  await expect(button(page, 'Run')).toBeVisible();
});

test('a few trials come out with the numbers of Node, in a file with parameters and seeds', async ({ page }) => {
  const experiment = { ...(findExperiment('figure-16') as Experiment), trials: 4, seed: 77 };
  await page.goto('./#lab=figure-16&trials=4&seed=77');
  await button(page, 'Run').click();
  await expect(status(page)).toContainText('Done: 40 of 40');
  await button(page, 'Download').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'CSV' }).click(),
  ]);
  const outcomes = linesOf(experiment).map(({ index, trials }) =>
    complete(doTrials, { experiment, line: index, from: 0, count: trials }),
  );
  expect(readFileSync(await download.path(), 'utf8')).toBe(toCsv(experiment, outcomes));
  for (const name of ['SVG', 'PNG']) {
    await button(page, 'Download').click();
    const [picture] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name }).click()]);
    const bytes = readFileSync(await picture.path());
    if (name === 'SVG') expect(bytes.toString()).toContain('seeds=77..80');
    else expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  }
});

test('what cannot be is refused beside the field, and what can be is in the address', async ({ page }) => {
  await page.goto('./#lab=figure-16');
  const servers = page.getByRole('textbox', { name: 'Servers' });
  await servers.fill('12');
  await expect(page.getByText('From 3 to 9.')).toBeVisible();
  await expect(button(page, 'Run')).toBeDisabled();
  await servers.fill('7');
  await expect(page.getByText('From 3 to 9.')).toBeHidden();
  await expect(page).toHaveURL(/#lab=figure-16&servers=7$/);
  await expect(page.getByText('The set-up is not the paper’s')).toBeVisible();
  await button(page, 'Add a range').click();
  await page.getByRole('textbox', { name: 'Election timeout, from' }).fill('200');
  await page.getByRole('textbox', { name: 'Election timeout, to' }).fill('150');
  await button(page, 'Add').click();
  await expect(page.getByText('the second not below the first')).toBeVisible();
  await page.getByRole('textbox', { name: 'Election timeout, to' }).fill('260');
  await button(page, 'Add').click();
  await expect(page).toHaveURL(/ranges=200-260/);
});

test('an experiment of one’s own is a link', async ({ page }) => {
  await page.goto('./#lab=own');
  await page.getByRole('combobox', { name: 'What is run' }).selectOption({ label: 'A follower comes back' });
  await page.getByRole('combobox', { name: 'What changes' }).selectOption({ label: 'Entries behind' });
  const values = page.getByRole('textbox', { name: 'Its values' });
  await values.fill('5, 5000');
  await expect(page.getByText('From 1 to 900.')).toBeVisible();
  await values.fill('5, 50');
  await expect(page).toHaveURL(/base=lagging&measure=recovery&sweep=lag:5,50/);
  await page.reload();
  await expect(values).toHaveValue('5, 50');
  await button(page, 'Run').click();
  await expect(status(page)).toContainText('Done: 40 of 40');
  await page.getByRole('button', { name: 'largest: Entries behind 50' }).click();
  await expect(page).toHaveURL(/#run=/);
});

test('axe finds nothing in the lab in any theme', async ({ page }) => {
  await prefer(page, { theme: 'light' });
  await page.goto('./#lab');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await faultsInAllThemes(page)).toEqual([]);
  await page.goto('./#lab=recovery&trials=2');
  await button(page, 'Run').click();
  await expect(status(page)).toContainText('Done');
  expect(await faultsInAllThemes(page)).toEqual([]);
  await page.getByRole('radio', { name: 'Every trial' }).check({ force: true });
  await expect(page.locator('.plot__dots').first()).toBeVisible();
  expect(await faultsInAllThemes(page)).toEqual([]);
});

test.describe('a reader whose browser speaks Chinese', () => {
  test.use({ locale: 'zh-CN' });

  /** Names that stay Latin. */
  const NAMES =
    /Raftarium|Raft|PreVote|CheckQuorum|ReadIndex|English interface|English|Latency Between AWS Global Regions|acomputerscientist[\w./-]+/g;

  test('has the lab in Chinese', async ({ page }) => {
    await page.goto('./#lab');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('用真实数字做实验');
    const foreign = async () => {
      const texts: string[] = await page.evaluate(() => [
        document.title,
        document.body.innerText,
        ...[...document.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label') ?? ''),
      ]);
      return texts.flatMap((text) => text.replaceAll(NAMES, '').match(/[A-Za-z]{2,}/g) ?? []);
    };
    expect(await foreign()).toEqual([]);
    for (const [id, trials] of [
      ['figure-16', 3],
      ['churn-loss', 1],
      ['continents', 1],
    ]) {
      await page.goto(`./#lab=${id}&trials=${trials}`);
      await button(page, '运行').click();
      await expect(status(page)).toContainText('完成');
      expect(await foreign(), String(id)).toEqual([]);
    }
    await page.goto('./#lab=own');
    await expect(page.getByRole('combobox', { name: '运行什么' })).toBeVisible();
    expect(await foreign()).toEqual([]);
  });
});
