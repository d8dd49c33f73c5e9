/** The story as readers go through it: by keyboard, by touch, in both languages, out into the sandbox and back. */
import type { Page } from '@playwright/test';
import { createTexts, fillCaption, type Language, loadCaptions } from '../src/i18n';
import { CHAPTERS, factsAt, findStops, instantOf } from '../src/stories';
import { accessibilityFaults, faultsInAllThemes } from './axe.ts';
import { drawn, expect, goTo, open, prefer, server, test, withoutMotion } from './journey.ts';

interface Said {
  readonly id: string;
  readonly caption: string;
  /** There is nothing to play on the way to it: it is of another run, or beside a drawing. */
  readonly apart: boolean;
}

/** What the chapter says at each of its stops. */
async function saidIn(id: string, language: Language): Promise<readonly Said[]> {
  const entry = CHAPTERS.find((one) => one.id === id);
  if (entry === undefined) throw new Error(`there is no chapter ${id}`);
  const { chapter } = await entry.load();
  const { cues } = await loadCaptions(language, id);
  const stops = findStops(chapter);
  if (!stops.ok) throw new Error(stops.error);
  const { common } = createTexts(language);
  return stops.value.map((stop, i) => ({
    id: stop.cue.id,
    apart: [stop, stops.value[Math.max(0, i - 1)]].some(({ act, cue }) => act !== stop.act || cue.figure !== undefined),
    caption: fillCaption(cues[stop.cue.id].say, factsAt(stop.cue, instantOf(chapter, stop)), common),
  }));
}

/** What is out of sight, cut off or lies over something else. */
function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollHeight > innerHeight) faults.push(`the page scrolls down by ${scrollHeight - innerHeight}`);
    if (scrollWidth > innerWidth) faults.push(`the page scrolls sideways by ${scrollWidth - innerWidth}`);
    const parts = [
      '.head',
      '.narration__said',
      '.controls',
      '.try',
      '.story__stage',
      '.drawing',
      '.beside',
      '.log-pane',
      '.story__client',
      '.story__foot',
    ];
    const boxes = parts.flatMap((part) => {
      const box = document.querySelector(part)?.getBoundingClientRect();
      return box === undefined ? [] : [{ part, box }];
    });
    for (const [i, { part, box }] of boxes.entries()) {
      if (box.bottom > innerHeight + 1 || box.right > innerWidth + 1 || box.height < 20)
        faults.push(`${part} is cut off`);
      for (const other of boxes.slice(i + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 1 && down > 1) faults.push(`${part} overlaps ${other.part}`);
      }
    }
    const said = document.querySelector('.narration__said');
    if (said !== null && said.scrollHeight > said.clientHeight + 1) faults.push('the caption is cut off');
    return faults;
  });
}

const caption = (page: Page) => page.locator('.narration__caption');
/** They come after the first picture. */
const words = async (page: Page) => {
  const region = page.getByRole('region', { name: /^(The cluster in words|用文字描述的集群|.*文字.*)$/ });
  await expect(region).not.toBeEmpty();
  return region.textContent();
};

async function expectStop(page: Page, said: Said, index: number): Promise<void> {
  await expect(caption(page)).toHaveText(said.caption);
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuenow', String(index + 1));
  await expect(page).toHaveURL(new RegExp(`#story=[a-z0-9-]+&cue=${said.id}$`));
}

const KEYS = ['Space', 'Enter', 'ArrowRight', 'PageDown'];

/** Two keys that go on, the second one before the run has come far: it arrives at once. */
async function pressTwo(page: Page, i: number): Promise<void> {
  await Promise.all([i, i + 1].map((n) => page.keyboard.press(KEYS[n % KEYS.length])));
}

test.describe('on a screen of 1280 × 720', () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  test('a whole chapter by keyboard: each key goes on, twice arrives at once, and the button never moves', async ({
    page,
  }) => {
    const said = await saidIn('leader-election', 'en');
    await page.goto('./');
    await page.getByRole('link', { name: 'Start the tour' }).click();
    await expectStop(page, (await saidIn(CHAPTERS[0].id, 'en'))[0], 0);
    await page.getByRole('link', { name: 'Learn' }).click();
    await page.getByRole('link', { name: /Leader election/ }).click();
    const next = page.getByRole('button', { name: 'Next', exact: true });
    await expectStop(page, said[0], 0);
    const place = await next.boundingBox();
    for (const [i, stop] of said.entries()) {
      await expectStop(page, stop, i);
      await expect(page.getByText(`${i + 1} of ${said.length}`, { exact: true })).toBeVisible();
      expect(await layoutFaults(page), stop.id).toEqual([]);
      if (i + 1 === said.length) break;
      expect(await next.boundingBox()).toEqual(place);
      await pressTwo(page, i);
    }
    expect(await page.getByRole('button', { name: 'Next chapter' }).boundingBox()).toEqual(place);
    for (const [i, stop] of [...said.entries()].reverse().slice(1, 4)) {
      await page.keyboard.press('ArrowLeft');
      await expectStop(page, stop, i);
    }
    await page.keyboard.press('End');
    await page.keyboard.press('Space');
    await expectStop(page, (await saidIn('split-votes', 'en'))[0], 0);
  });

  test('it plays to the next step by itself, and Back returns exactly', async ({ page }) => {
    const said = await saidIn('leader-election', 'en');
    await open(page, '#story=leader-election&cue=vote');
    await expectStop(page, said[3], 3);
    const before = await words(page);
    await page.keyboard.press('Space');
    await expectStop(page, said[4], 4);
    const after = await words(page);
    await page.keyboard.press('Space');
    await page.keyboard.press('PageUp');
    await expectStop(page, said[4], 4);
    expect(await words(page)).toBe(after);
    await page.keyboard.press('ArrowLeft');
    await expectStop(page, said[3], 3);
    await drawn(page);
    expect(await words(page)).toBe(before);
  });

  for (const id of ['log-replication', 'members', 'where-raft-stands']) {
    test(`a whole chapter by keyboard in Chinese: ${id}`, async ({ page }) => {
      const said = await saidIn(id, 'zh-CN');
      await prefer(page, { language: 'zh-CN' });
      await open(page, `#story=${id}`);
      for (const [i, stop] of said.entries()) {
        await expectStop(page, stop, i);
        expect(await layoutFaults(page), stop.id).toEqual([]);
        if (i + 1 === said.length) break;
        if (said[i + 1].apart) await page.keyboard.press('Space');
        else await pressTwo(page, i);
      }
    });
  }

  test('beside a drawing of another protocol Raft is taken over, and left for the drawing again', async ({ page }) => {
    const said = await saidIn('where-raft-stands', 'en');
    await open(page, '#story=where-raft-stands');
    await page.keyboard.press('Space');
    await expectStop(page, said[1], 1);
    await expect(page.getByRole('img', { name: 'Two-phase commit, the coordinator lost' })).toBeVisible();
    await expect(server(page, 1)).toBeHidden();
    await page.getByRole('button', { name: 'Take over' }).click();
    await expect(server(page, 1)).toHaveAccessibleName(/leader/);
    await page.getByRole('link', { name: 'Back to the story' }).click();
    await expectStop(page, said[1], 1);
    await expect(page.getByRole('img', { name: 'Two-phase commit, the coordinator lost' })).toBeVisible();
  });

  test('take over, break something, come back to the very step, reload there', async ({ page }) => {
    const said = await saidIn('leader-election', 'en');
    await open(page, '#story=leader-election&cue=requests');
    await expectStop(page, said[2], 2);
    const before = await words(page);
    await page.getByRole('button', { name: 'Take over' }).click();
    await expect(page.getByRole('link', { name: 'Back to the story' })).toBeVisible();
    await expect(page).toHaveURL(/#run=.*&back=leader-election\.requests$/);
    expect(await words(page)).toBe(before);
    await page.keyboard.press('4');
    await page.keyboard.press('c');
    await expect(server(page, 4)).toHaveAccessibleName(/crashed/);
    await page.reload();
    await expect(server(page, 4)).toHaveAccessibleName(/crashed/);
    await page.getByRole('link', { name: 'Back to the story' }).click();
    await expectStop(page, said[2], 2);
    await drawn(page);
    expect(await words(page)).toBe(before);
    await page.reload();
    await expectStop(page, said[2], 2);
    expect(await words(page)).toBe(before);
    await pressTwo(page, 0);
    await expectStop(page, said[3], 3);
  });

  test('steps are reached on the timeline and in the list of chapters, also without motion', async ({ page }) => {
    await withoutMotion(page);
    const said = await saidIn('split-votes', 'en');
    await open(page, '#story=split-votes');
    await page.keyboard.press('Space');
    await expectStop(page, said[1], 1);
    const box = await page.getByRole('slider').boundingBox();
    if (box === null) throw new Error('There is no timeline.');
    await page.mouse.click(box.x + box.width - 20, box.y + box.height / 2);
    await expectStop(page, said[said.length - 1], said.length - 1);
    await page.mouse.click(box.x + 20, box.y + box.height / 2);
    await expectStop(page, said[0], 0);
    await page.getByRole('button', { name: /^Chapter \d+\. Split votes/ }).click();
    await page.getByRole('menuitemradio', { name: /Log replication/ }).click();
    await expectStop(page, (await saidIn('log-replication', 'en'))[0], 0);
    await page.getByRole('button', { name: '中文界面' }).click();
    const [first] = await saidIn('log-replication', 'zh-CN');
    await expectStop(page, first, 0);
    // A large screen is often a hall's.
    await page.setViewportSize({ width: 1920, height: 1080 });
    await expect(page.getByRole('link', { name: '讲课' })).toBeVisible();
    expect(await layoutFaults(page)).toEqual([]);
    await page.keyboard.press('s');
    await expect(page).toHaveURL(new RegExp(`#lecture=log-replication&cue=${first.id}`));
    await expect(page.locator('.slide__caption')).toContainText(first.caption);
  });

  test('a link to a chapter or a step that does not exist says so', async ({ page }) => {
    await page.goto('./#story=paxos');
    await expect(page.getByRole('status')).toHaveText(/names a chapter that does not exist/);
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(CHAPTERS.length);
    await open(page, '#story=split-votes&cue=nonsense');
    await expect(page.getByText(/a step that this chapter does not have/)).toBeVisible();
    await expectStop(page, (await saidIn('split-votes', 'en'))[0], 0);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });

  test('a whole chapter by taps and swipes', async ({ page, context }) => {
    const said = await saidIn('split-votes', 'en');
    await open(page, '#story=split-votes');
    const touch = await context.newCDPSession(page);
    const swipe = async (from: number, to: number) => {
      const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
        touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: 470 }] });
      await send('touchStart', from);
      await send('touchMove', (from + to) / 2);
      await send('touchMove', to);
      await send('touchEnd', to);
    };
    const controls = page.getByRole('group', { name: 'Steps' });
    const next = controls.getByRole('button', { name: /^Next/ });
    const place = await next.boundingBox();
    for (const [i, stop] of said.entries()) {
      await expectStop(page, stop, i);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      expect(await next.boundingBox()).toEqual(place);
      if (i + 1 === said.length) break;
      // Two steps are played; the others need not be waited for.
      if (i === 2) await withoutMotion(page);
      // A tap right after a swipe may still belong to it.
      await expect(async () => {
        if (i % 2 === 0) await next.tap();
        else await swipe(320, 60);
        await expect(page.getByRole('slider')).toHaveAttribute('aria-valuenow', String(i + 2), { timeout: 6000 });
      }).toPass();
    }
    await expect(async () => {
      await swipe(60, 320);
      await expect(page.getByRole('slider')).toHaveAttribute('aria-valuenow', String(said.length - 1), {
        timeout: 6000,
      });
    }).toPass();
    await expectStop(page, said[said.length - 2], said.length - 2);
    for (const button of await controls.getByRole('button').all()) {
      const box = await button.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    await expect(async () => {
      await controls.getByRole('button', { name: 'Take over' }).tap({ timeout: 3000 });
      await expect(page.getByRole('link', { name: 'Back to the story' })).toBeVisible({ timeout: 3000 });
    }).toPass();
    await page.getByRole('link', { name: 'Back to the story' }).tap();
    await expectStop(page, said[said.length - 2], said.length - 2);
  });
});

for (const language of ['en', 'zh-CN'] as const) {
  test(`the longest caption of every chapter leaves everything on one screen in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await prefer(page, { language });
    for (const { id } of CHAPTERS) {
      const said = await saidIn(id, language);
      const longest = said.reduce((a, b) => (b.caption.length > a.caption.length ? b : a));
      // It may stand beside a drawing, where there are no servers to wait for.
      await goTo(page, `#story=${id}&cue=${longest.id}`);
      await expectStop(page, longest, said.indexOf(longest));
      await drawn(page);
      expect(await layoutFaults(page), `${id}, ${longest.id}`).toEqual([]);
    }
  });
}

for (const language of ['en', 'zh-CN'] as const) {
  test(`axe finds nothing on the first page, in the list and in the story in any theme in ${language}`, async ({
    page,
  }) => {
    await prefer(page, { language, theme: 'light', motion: 'reduce' });
    for (const hash of [
      '#home',
      '#learn',
      '#story=leader-election&cue=counted',
      '#story=earlier-terms&cue=off-commit',
      '#story=many-groups&cue=spread',
      '#story=where-raft-stands&cue=paxos-cut',
      '#story=where-raft-stands&cue=raft-stays',
    ]) {
      await goTo(page, hash);
      const cue = /cue=(.+)/.exec(hash)?.[1];
      await expect(cue === undefined ? page.getByRole('heading', { level: 1 }) : caption(page)).toBeVisible();
      await expect(page.getByRole('heading').first()).toBeVisible();
      await drawn(page);
      expect(await faultsInAllThemes(page), hash).toEqual([]);
    }
  });
}

test.describe('on a phone, in Chinese', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test('axe finds nothing there, and nothing scrolls sideways', async ({ page }) => {
    await prefer(page, { language: 'zh-CN', theme: 'dark', motion: 'reduce' });
    for (const hash of ['#home', '#learn', '#story=log-replication&cue=commit']) {
      await page.goto('about:blank');
      await page.goto(`./${hash}`);
      await expect(page.getByRole('heading').first()).toBeVisible();
      await drawn(page);
      expect(await accessibilityFaults(page), hash).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
});
