import type { Page } from '@playwright/test';
import { type AxeScope, accessibilityFaults, COLOURS, faultsInAllThemes } from './axe.ts';
import { command, drawn, expect, goTo, linkTo, open, openAt, prefer, quietRun, server, test } from './journey.ts';

/** What axe objects to, with the state in which it did. */
async function check(page: Page, what: string, scope?: AxeScope): Promise<void> {
  await drawn(page);
  await test.step(what, async () => {
    expect(await accessibilityFaults(page, scope), what).toEqual([]);
  });
}

const THEMES = ['light', 'dark', 'projector'] as const;

for (const theme of THEMES) {
  test(`axe finds nothing in the ${theme} theme, with every mark on the page`, async ({ page }) => {
    await prefer(page, { theme });
    await openAt(page, quietRun(3, 5, 100), 1500);
    await check(page, 'the page');
    for (const key of ['1', 'c', '2', 'z', '3', 'i', '5', 't', 'ArrowRight', 'ArrowRight'])
      await page.keyboard.press(key);
    await page.keyboard.press('.');
    await expect(page.locator('.message.is-selected')).toBeVisible();
    await check(page, 'crashed, paused, isolated, a message selected');
  });
}

test('axe finds nothing in Chinese, with the network cut and nothing selected', async ({ page }) => {
  await prefer(page, { language: 'zh-CN', theme: 'dark' });
  await open(page, '#scenario=two-leaders&t=1400');
  await check(page, 'two leaders');
  await open(page, '#run=broken');
  await expect(page.locator('.notice')).toBeVisible();
  await page.keyboard.press('k');
  await check(page, 'a notice');
});

const PANELS = [
  'Partition…',
  'Network and links…',
  'Clock and disk…',
  'Write or read…',
  'Client load…',
  'Timing…',
  'Members…',
  'Protocol options…',
  'Rules…',
  'Scenarios…',
  'Settings…',
  'New cluster…',
  'Branches…',
  'Bookmarks…',
  'Share and save…',
  'Open file…',
  'Go to…',
  'Legend',
  'Keys',
  'Break Raft…',
  'Safety board',
  'All commands…',
];

const IN_PANEL: AxeScope = { within: '[role="dialog"], dialog' };

for (const half of [0, 1]) {
  test(`axe finds nothing in any panel, in the colours of any theme (${half + 1} of 2)`, async ({ page }) => {
    await prefer(page, { motion: 'reduce', theme: 'light' });
    await open(page, linkTo(quietRun(), 400));
    await page.keyboard.press('2');
    for (const name of PANELS.filter((_, i) => i % 2 === half)) {
      if (name === 'All commands…') await page.keyboard.press('Control+k');
      else await command(page, name);
      await expect(page.getByRole('dialog')).toBeVisible();
      await drawn(page);
      expect(await faultsInAllThemes(page, IN_PANEL), name).toEqual([]);
      // The page around a sheet, and around a window that closes it off.
      if (['Network and links…', 'Rules…', 'All commands…'].includes(name))
        await check(page, `${name} and the page`, { except: COLOURS });
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
  });
}

for (const language of ['en', 'zh-CN'] as const) {
  test(`axe finds nothing behind the other doors and in an embed, in any theme, in ${language}`, async ({ page }) => {
    await prefer(page, { language, theme: 'light', motion: 'reduce' });
    for (const hash of ['#challenges', '#embed', '#lab=recovery&trials=2', '#scenario=two-leaders&t=1400']) {
      await goTo(page, hash);
      await expect(page.locator(hash.includes('scenario') ? '[data-server="1"]' : 'h1').first()).toBeVisible();
      await drawn(page);
      expect(await faultsInAllThemes(page), hash).toEqual([]);
    }
    for (const theme of ['light', 'dark', 'projector']) {
      await page.goto(
        `./embed.html?scenario=two-leaders&t=1400&views=cluster,log,inspector&theme=${theme}&lang=${language}`,
      );
      await expect(page.locator('[data-server="1"]')).toBeVisible();
      // The first heading is its host's.
      await check(page, `an embed, ${theme}`, { except: ['page-has-heading-one'] });
    }
  });
}

test('axe finds nothing in any menu', async ({ page }) => {
  await openAt(page, quietRun(), 400);
  for (const name of ['Menu', /^Theme/, /servers\. Begin/, 'More speeds']) {
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await check(page, String(name));
    await page.keyboard.press('Escape');
  }
  await server(page, 1).click({ button: 'right' });
  await expect(page.getByRole('menu', { name: 'S1' })).toBeVisible();
  await check(page, 'the menu of a server');
});

for (const theme of ['light', 'dark'] as const) {
  test.describe(`on a phone in the ${theme} theme`, () => {
    test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

    test(`axe finds nothing on a phone in the ${theme} theme`, async ({ page }) => {
      await prefer(page, { theme });
      await openAt(page, quietRun(3, 5, 100), 1500);
      await server(page, 2).tap();
      await check(page, 'a server selected');
      await page.getByRole('button', { name: 'Details' }).tap();
      await expect(page.getByRole('dialog', { name: 'Inspector' })).toBeVisible();
      await check(page, 'the inspector');
    });
  });
}
