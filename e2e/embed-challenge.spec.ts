/** Challenges in the pages of other people, what such a page is told, and what it is told when something goes wrong. */
import { expect, type Page, test } from '@playwright/test';
import { findChallenge, type Posed, pose } from '../src/challenges';
import { type EmbedOptions, embedAddress } from '../src/share';
import { accessibilityFaults } from './axe.ts';
import { servedSites } from './hosts/sites';

const sites = servedSites();

type Fields = Record<string, unknown>;
const ask = (page: Page, type: string, fields: Fields = {}): Promise<unknown> =>
  page.evaluate(`ask(${JSON.stringify(type)}, ${JSON.stringify(fields)})`);
const heardOf = (page: Page, type: string): Promise<Fields[]> => page.evaluate(`heardOf(${JSON.stringify(type)})`);

async function open(page: Page, options: Partial<EmbedOptions>, width = 640, height = 302): Promise<void> {
  await page.goto(`${sites.hosts.url}class.html`);
  const src = `${sites.build.url}${embedAddress({ ...options, origin: new URL(sites.hosts.url).origin })}`;
  await page.locator('iframe').evaluate(
    (frame, { src, width, height }) => {
      Object.assign(frame, { width, height, src });
    },
    { src, width, height },
  );
}

async function posed(id: string, variant: number): Promise<Posed> {
  const challenge = await findChallenge(id)?.load();
  if (challenge === undefined) throw new Error(`there is no challenge ${id}`);
  return pose(challenge, variant);
}

test('a challenge is predicted, decided and told to the page around, wrong and right, by keyboard, in low and narrow frames', async ({
  page,
}) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const embed = page.frameLocator('iframe');
  const situation = await posed('first-candidate', 2);
  const [first, wins] = situation.parts;
  await open(page, { challenge: 'first-candidate', seed: 2 });
  const lock = embed.getByRole('button', { name: 'Lock it in' });
  await expect(lock).toBeDisabled();
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await ask(page, 'getState')).toMatchObject({
    challenge: 'first-candidate',
    variant: 2,
    phase: 'predict',
    t: situation.moment / 1000,
    playing: false,
  });
  // Nothing shows what comes before it is predicted.
  expect(await ask(page, 'play')).toMatch(/until the reader has predicted/);
  expect(await ask(page, 'seek', { t: situation.play.until / 1000 })).toMatch(/shows no more/);
  expect(await ask(page, 'act', { action: { type: 'crash', server: 1 } })).toMatch(/nothing is done to its run/);
  await embed.locator('body').press('c');
  await embed.locator('body').press(' ');
  expect(await ask(page, 'getState')).toMatchObject({ t: situation.moment / 1000, untouched: true });
  expect(await ask(page, 'getLink')).toMatch(/#challenge=first-candidate&v=2$/);
  expect(await ask(page, 'getEmbedCode')).toContain('challenge=first-candidate&amp;seed=2');

  // The first part on the stage, rightly; the other by keyboard, wrongly.
  const right = first.choices[first.answer[0]];
  const server = right.type === 'server' ? `S${right.id}` : '';
  await embed.getByRole('button', { name: new RegExp(`^${server}, `) }).click();
  const stands = embed.getByRole('group', { name: /^Stands first/ });
  await expect(stands.getByRole('radio', { name: server })).toBeChecked();
  const other = embed.getByRole('group', { name: 'Wins that election' }).getByRole('radio');
  await other.nth(1 - wins.answer[0]).focus();
  await page.keyboard.press('Space');
  await embed.getByRole('radio', { name: 'Certain' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(embed.getByRole('button', { name: 'Run' })).toBeFocused();
  const [predicted] = await heardOf(page, 'challenge:predict');
  expect(predicted).toMatchObject({ challenge: 'first-candidate', variant: 2, confidence: 'certain' });
  expect(predicted).toMatchObject({ xapi: { verb: { id: 'http://adlnet.gov/expapi/verbs/responded' } } });
  expect(await heardOf(page, 'challenge:answer')).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(embed.getByText('1 of 2 were right. Remember this one.')).toBeInViewport();
  await expect(embed.getByText('The rule: Election restriction.')).toBeAttached();
  expect(await heardOf(page, 'challenge:answer')).toMatchObject([
    { success: false, right: 1, of: 2, xapi: { result: { success: false, score: { raw: 1 } } } },
  ]);
  const change = embed.getByRole('link', { name: /^Change one thing/ });
  await expect(change).toHaveAttribute('href', /\/raftarium\/#run=.*&back=challenge:first-candidate\.2$/);
  await expect(change).toHaveAttribute('target', '_blank');

  // Once more tells nothing twice; another variant is another question.
  await embed.getByRole('button', { name: 'Once more' }).click();
  await embed
    .getByRole('button', { name: 'Another variant' })
    .or(embed.getByRole('button', { name: 'To the end' }))
    .first()
    .click();
  await embed.getByRole('button', { name: 'Another variant' }).click();
  await expect(embed.getByText('variant 3')).toBeVisible();
  expect(await ask(page, 'getState')).toMatchObject({ variant: 3, phase: 'predict' });
  expect(await heardOf(page, 'challenge:answer')).toHaveLength(1);

  // The host brings another one, in Chinese, on a phone, in the dark; all of it is right.
  await page.setViewportSize({ width: 360, height: 640 });
  await page.locator('iframe').evaluate((frame) => Object.assign(frame, { width: 320, height: 480 }));
  await ask(page, 'setLang', { lang: 'zh-CN' });
  await ask(page, 'setTheme', { theme: 'dark' });
  await ask(page, 'load', { challenge: 'four-or-five', seed: 1 });
  const next = await posed('four-or-five', 1);
  for (const [i, part] of next.parts.entries()) {
    const group = embed
      .getByRole('group')
      .filter({ has: page.locator('legend') })
      .nth(i);
    for (const place of part.answer) await group.locator('input').nth(place).check({ force: true });
  }
  await embed.getByRole('radio', { name: '比较确定' }).check({ force: true });
  await embed.getByRole('button', { name: '锁定预测' }).click();
  await embed.getByRole('button', { name: '运行', exact: true }).click();
  await embed.getByRole('button', { name: '直接到结果' }).click();
  await expect(embed.getByText('预测正确。')).toBeInViewport();
  const answers = await heardOf(page, 'challenge:answer');
  expect(answers).toHaveLength(2);
  expect(answers[1]).toMatchObject({ challenge: 'four-or-five', success: true });
  const sideways = await embed.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test('the page around is told what could not be read, fetched or expected', async ({ page }) => {
  const errors = async () => (await heardOf(page, 'error')).map(({ error }) => String(error));
  const embed = page.frameLocator('iframe');
  await open(page, { run: 'AAAA' });
  await expect.poll(errors).toEqual(['The run cannot be read: a fresh cluster is shown.']);
  await open(page, { challenge: 'nothing' });
  await expect.poll(errors).toEqual(['There is no such challenge: a fresh cluster is shown.']);
  await expect(embed.getByText('There is no such challenge: here is a fresh cluster.')).toBeVisible();
  // A part that cannot be fetched takes nothing else with it, and comes when it is asked for again.
  await page.route(/\/Views-[^/]*\.js$/, (route) => route.abort());
  await open(page, { scenario: 'split-vote', views: ['cluster', 'spacetime'] }, 640, 640);
  await expect.poll(async () => (await errors()).length).toBe(1);
  await expect(embed.getByRole('button', { name: /^S1, / })).toBeVisible();
  await page.unroute(/\/Views-/);
  // The content itself.
  await page.route(/\/scenarios-[^/]*\.js$/, (route) => route.abort());
  await open(page, { scenario: 'split-vote', views: ['cluster'] });
  await expect(embed.getByText('Something could not be loaded.')).toBeVisible();
  await expect.poll(async () => (await errors()).length).toBe(1);
  // Not even the words: the figure of readers without scripts.
  await page.route(/\/texts-[^/]*\.js$/, (route) => route.abort());
  await open(page, {});
  await expect(embed.getByRole('img', { name: /S4 leads term 1/ })).toBeVisible();
  await expect.poll(async () => (await errors()).length).toBe(1);
  await page.unrouteAll();
  // What nobody expected.
  await open(page, { scenario: 'split-vote', views: ['cluster', 'inspector'] }, 640, 640);
  await expect(embed.getByRole('button', { name: /^S1, / })).toBeVisible();
  await embed.locator('body').evaluate(() => {
    setTimeout(() => {
      throw new Error('out of nowhere');
    });
  });
  await expect.poll(errors).toEqual(['out of nowhere']);
  // The inspector has no panels here, so nothing leads to one.
  await embed.getByRole('button', { name: /^S1, / }).click();
  await expect(embed.getByRole('button', { name: 'Crash', exact: true })).toBeVisible();
  await expect(embed.locator('.inspector__head button')).toHaveCount(0);
  // Too low for all views: each comes when it is chosen, and what is heard and focused is as it should be.
  await open(page, { scenario: 'split-vote', views: ['cluster', 'log', 'safety', 'clients', 'inspector'] }, 320, 480);
  await embed.getByRole('combobox', { name: 'View' }).selectOption('Inspector');
  await embed.getByRole('button', { name: /^S1, / }).click();
  await expect(embed.getByRole('button', { name: 'Crash', exact: true })).toBeInViewport();
  expect(await accessibilityFaults(page)).toEqual([]);
  await embed.getByRole('combobox', { name: 'View' }).selectOption('Logs');
  await expect(embed.getByRole('rowheader').first()).toBeInViewport();
  expect(await accessibilityFaults(page)).toEqual([]);
});
