import type { Page } from '@playwright/test';
import { drawn, expect, open, openAt, prefer, quietRun, test } from './journey.ts';

test.use({ viewport: { width: 1280, height: 720 } });

/** What must be in sight at once, as selectors of the parts that must not cover one another. */
const PARTS = ['.head', '.stage-pane', '.log-pane', '.client', '.inspector', '.why', '.transport', '.time__picture'];

/** In the projector theme everything is larger, and the inspector and the client are in panels. */
const PARTS_PROJECTED = PARTS.filter((part) => part !== '.client' && part !== '.inspector');

/** No text that a hall is to read is smaller, in pixels of a screen of 1920 × 1080. */
const HALL_TEXT = 21;

/** What is wrong with how the page is laid out: parts out of sight, parts that overlap, text that is cut off. */
function layoutFaults(page: Page, expected: readonly string[] = PARTS): Promise<string[]> {
  return page.evaluate((parts) => {
    const { innerWidth: width, innerHeight: height } = window;
    const faults: string[] = [];
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollHeight > height) faults.push(`the page scrolls down by ${scrollHeight - height}`);
    if (scrollWidth > width) faults.push(`the page scrolls sideways by ${scrollWidth - width}`);
    const boxes = parts.map((part) => {
      const box = document.querySelector(part)?.getBoundingClientRect();
      return { part, box };
    });
    for (const [i, { part, box }] of boxes.entries()) {
      if (box === undefined || box.width < 40 || box.height < 20) {
        faults.push(`${part} is not there`);
        continue;
      }
      const isInside = box.left >= -1 && box.top >= -1 && box.right <= width + 1 && box.bottom <= height + 1;
      if (!isInside) faults.push(`${part} is out of sight`);
      for (const other of boxes.slice(i + 1)) {
        if (other.box === undefined) continue;
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 1 && down > 1) faults.push(`${part} overlaps ${other.part}`);
      }
    }
    for (const element of document.querySelectorAll('.page button, .page label, .page h1, .page h2, .page th')) {
      const { overflow, display } = getComputedStyle(element);
      if (element.closest('.unseen, .logs-hidden, .operations') !== null || display === 'contents') continue;
      const isCut = element.scrollWidth > element.clientWidth + 1 && overflow !== 'visible';
      if (element.clientWidth > 0 && isCut) faults.push(`cut off: ${element.textContent}`);
    }
    return [...new Set(faults)];
  }, expected);
}

/** Words on the stage that leave it, or that lie over those of another server. */
function stageFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const stage = document.querySelector('.stage-svg')?.getBoundingClientRect();
    if (stage === undefined) return ['there is no stage'];
    const faults: string[] = [];
    const words = [...document.querySelectorAll('.stage-svg text')]
      .filter((text) => text.textContent !== '' && text.closest('[display="none"], .message') === null)
      .map((text) => ({
        text: text.textContent,
        server: text.closest('[data-server]')?.getAttribute('data-server'),
        box: text.getBoundingClientRect(),
      }));
    for (const { text, box, server } of words) {
      const isInside = box.left >= stage.left - 1 && box.right <= stage.right + 1 && box.bottom <= stage.bottom + 2;
      if (!isInside || box.top < stage.top - 2) faults.push(`"${text}" of S${server} leaves the stage`);
      for (const other of words) {
        if (other.server === server) continue;
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 2 && down > 4) faults.push(`"${text}" of S${server} lies over "${other.text}"`);
      }
    }
    return faults;
  });
}

/** Texts that are shown smaller than that, in pixels of the screen. */
function smallTexts(page: Page, least: number): Promise<string[]> {
  return page.evaluate((pixels) => {
    const small = [...document.querySelectorAll('.page *')].filter((element) => {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== '');
      const isSeen = element.closest('.unseen, .skip, .logs-hidden') === null && element.getClientRects().length > 0;
      if (!own || !isSeen) return false;
      // What a box measures on the screen, against what it says it is: how much larger it is drawn.
      let zoom = 1;
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        zoom *= Number(getComputedStyle(at).zoom) || 1;
      }
      return Number.parseFloat(getComputedStyle(element).fontSize) * zoom < pixels;
    });
    return [...new Set(small.map((element) => `${element.tagName} ${element.textContent}`))];
  }, least);
}

for (const servers of [3, 5, 9]) {
  test(`stage, logs of more than a hundred entries, time and transport of ${servers} servers are on one screen`, async ({
    page,
  }) => {
    await openAt(page, quietRun(3, servers, 30), 10_000);
    await drawn(page);
    const last = page.getByRole('region', { name: 'Logs' }).getByRole('columnheader').last();
    expect(Number((await last.textContent())?.replace(',', ''))).toBeGreaterThan(100);
    expect(await layoutFaults(page)).toEqual([]);
    expect(await stageFaults(page)).toEqual([]);

    const table = page.getByRole('group', { name: 'Logs' });
    await table.focus();
    const before = await last.textContent();
    await page.keyboard.press('Home');
    await expect(page.getByRole('columnheader', { name: 'Entry 1', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Latest' })).toBeVisible();
    expect(await layoutFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Latest' }).click();
    await expect(last).toHaveText(before ?? '');
    await page.keyboard.press('2');
    await page.keyboard.press('c');
    await drawn(page);
    expect(await layoutFaults(page)).toEqual([]);
  });
}

for (const theme of ['dark', 'projector']) {
  test(`in Chinese, in the ${theme} theme, nothing is cut off either`, async ({ page }) => {
    await prefer(page, { theme, language: 'zh-CN' });
    if (theme === 'projector') await page.setViewportSize({ width: 1920, height: 1080 });
    await openAt(page, quietRun(3, 5, 30), 10_000);
    await drawn(page);
    expect(await layoutFaults(page, theme === 'projector' ? PARTS_PROJECTED : PARTS)).toEqual([]);
    expect(await stageFaults(page)).toEqual([]);
  });
}

for (const servers of [3, 5, 9]) {
  test(`a hall can read everything about ${servers} servers, and what is not shown is in the menu`, async ({
    page,
  }) => {
    await prefer(page, { theme: 'projector' });
    await page.setViewportSize({ width: 1920, height: 1080 });
    await openAt(page, quietRun(3, servers, 30), 10_000);
    await drawn(page);
    expect(await layoutFaults(page, PARTS_PROJECTED)).toEqual([]);
    expect(await stageFaults(page)).toEqual([]);
    expect(await smallTexts(page, HALL_TEXT)).toEqual([]);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('menuitem', { name: /^Write or read/ }).click();
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Send' })).toBeVisible();
  });
}

for (const [scenario, time] of [
  ['joint-consensus', 248],
  ['add-server', 372],
  ['multi-raft', 330],
  ['prevote', 1008],
] as const) {
  test(`${scenario}: members, ballots and groups are on one screen in either language`, async ({ page }) => {
    await open(page, `#scenario=${scenario}&t=${time}`);
    for (const language of ['en', 'zh-CN']) {
      if (language === 'zh-CN') await page.getByRole('button', { name: '中文界面' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await drawn(page);
      expect(await layoutFaults(page)).toEqual([]);
      expect(await stageFaults(page)).toEqual([]);
    }
  });
}
