/** What tools cannot check of WCAG 2.2 AA, each criterion by its number. 2.3.1 is in rest.spec, too. */
import type { Page } from '@playwright/test';
import { command, drawn, expect, goTo, openAt, prefer, quietRun, readout, server, test } from './journey.ts';

const DOORS = [
  '#home',
  '#learn',
  '#story=leader-election&cue=vote',
  '#lab',
  '#lab=figure-16&trials=3',
  '#challenges',
  '#embed',
  '#scenario=two-leaders&t=1400',
];

/** Shows a door of the open page, whole. */
async function enter(page: Page, hash: string): Promise<void> {
  await goTo(page, hash);
  const id = /story=|scenario=/.test(hash)
    ? page.locator('[data-server="1"]')
    : page.getByRole('heading', { level: 1 });
  await expect(id.first()).toBeVisible();
  const isWide = (page.viewportSize()?.width ?? 0) > 700;
  if (isWide && hash.includes('scenario=')) await expect(page.locator('.step').first()).toBeVisible();
  await drawn(page);
}

interface Stop {
  readonly name: string;
  /** All of it lies under something else, or out of sight. */
  readonly hidden: boolean;
}

/** Runs in the page. */
function lookAtFocus(): Stop | null {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const whole = element.closest('label, [data-server], [data-message]') ?? element;
  const label = element.closest('label') ?? document.querySelector(`label[for="${element.id || '-'}"]`);
  const parts = [whole, label, element.parentElement].filter((one) => one !== null);
  const isSeen = parts.some((part) => {
    const { left, top, width, height } = part.getBoundingClientRect();
    const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [left + x * width, top + y * height]));
    return points.some(([x, y]) => {
      const over = document.elementFromPoint(x, y);
      return over !== null && (part.contains(over) || over.contains(part));
    });
  });
  const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40);
  const place = element.getBoundingClientRect();
  return { name: `${element.tagName} ${name} ${Math.round(place.x)} ${element.id}`, hidden: !isSeen };
}

/** The stops of the tab key, until it leaves the page or comes round. */
async function walk(page: Page): Promise<Stop[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const stops: Stop[] = [];
  while (stops.length < 200) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (stop === null || (stops.length > 3 && stop.name === stops[0].name)) return stops;
    stops.push(stop);
  }
  throw new Error(`the tab key does not leave: … ${stops.slice(-4).map(({ name }) => name)}`);
}

/**
 * Targets below 24 × 24 pixels whose circle of that size touches another target; links within text and doubles of other
 * controls are excepted. Runs in the page.
 */
function smallTargets(): string[] {
  const LEAST = 24;
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role="button"]')]
    .map((element) => ({ element, target: element.closest('label') ?? element }))
    .filter(({ element, target }) => {
      const { width, height } = target.getBoundingClientRect();
      return (
        width > 1 &&
        height > 1 &&
        element.closest('[inert], [aria-hidden="true"], .unseen, .skip') === null &&
        element.checkVisibility()
      );
    })
    .map(({ element, target }) => {
      const label = element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`);
      const box = target.getBoundingClientRect();
      const named = label?.getBoundingClientRect() ?? box;
      return { element, box: named.width * named.height > box.width * box.height ? named : box };
    });
  const isSmall = ({ box }: { box: DOMRect }) => box.width < LEAST - 0.5 || box.height < LEAST - 0.5;
  const isInText = (element: Element) =>
    element.tagName === 'A' &&
    (element.parentElement?.textContent ?? '').length > (element.textContent ?? '').length + 20;
  return all
    .filter((one) => isSmall(one) && !isInText(one.element))
    .filter(({ element, box }) => {
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      return all.some((other) => {
        if (other.element === element || other.element.contains(element) || element.contains(other.element))
          return false;
        const across = Math.max(other.box.left - x, 0, x - other.box.right);
        const down = Math.max(other.box.top - y, 0, y - other.box.bottom);
        return Math.hypot(across, down) < LEAST / 2;
      });
    })
    .map(({ element, box }) => `${element.outerHTML.slice(0, 90)}: ${box.width.toFixed(0)} × ${box.height.toFixed(0)}`);
}

test('2.1.2, 2.4.11, 2.5.8: behind every door the tab key comes out again, what has the focus is seen, targets have room', async ({
  page,
}) => {
  await prefer(page, { motion: 'reduce' });
  for (const hash of DOORS) {
    await test.step(hash, async () => {
      await enter(page, hash);
      expect(await page.evaluate(smallTargets), hash).toEqual([]);
      const stops = await walk(page);
      expect(stops.length, hash).toBeGreaterThan(5);
      expect(
        stops.filter(({ hidden }) => hidden).map(({ name }) => name),
        hash,
      ).toEqual([]);
      for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+Tab');
      expect(await page.evaluate(lookAtFocus), hash).not.toBeNull();
    });
  }
  // A window closes with Esc, and the focus is where it was; a sheet lets the tab key out.
  await page.getByRole('button', { name: 'Menu' }).focus();
  for (const name of ['Network and links', 'Settings', 'All commands']) {
    if (name === 'All commands') await page.keyboard.press('Control+k');
    else await command(page, name);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    expect(await page.evaluate(smallTargets), name).toEqual([]);
    for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(await page.evaluate(lookAtFocus), name).not.toBeNull();
  }
});

test('2.1.4, 2.2.2, 2.5.7, 4.1.3: keys can be turned off, motion stops, nothing needs a drag, what happens is said', async ({
  page,
}) => {
  await openAt(page, quietRun(3, 5, 100), 1500);
  // 2.5.7: one click each goes to an instant, to a moment, and along the log.
  const line = await page.getByRole('group', { name: 'Timeline' }).boundingBox();
  const handle = await page.getByRole('slider', { name: 'Time' }).boundingBox();
  if (line === null || handle === null) throw new Error('There is no timeline.');
  await page.mouse.click(line.x + line.width * 0.4, handle.y + handle.height / 2);
  await expect.poll(() => readout(page)).not.toBe(1500);
  await drawn(page);
  const there = page.url();
  await page.getByRole('button', { name: 'Previous key moment' }).click();
  await expect.poll(() => page.url()).not.toBe(there);
  await command(page, 'Partition');
  await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible();
  await page.keyboard.press('Escape');

  // 4.1.3: what was done, and what cannot be, is said where the focus is not.
  await server(page, 4).click();
  await page.keyboard.press('c');
  const before = await page.evaluate(lookAtFocus);
  await expect(page.getByRole('status').filter({ hasText: /\S/ }).first()).toBeVisible();
  expect(await page.evaluate(lookAtFocus)).toEqual(before);

  // 2.2.2: one press stops all that moves.
  const moving = await readout(page);
  await page.getByRole('group', { name: 'Playback' }).getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => readout(page)).toBeGreaterThan(moving);
  await page.getByRole('group', { name: 'Playback' }).getByRole('button', { name: 'Pause' }).click();
  await drawn(page);
  const stopped = await readout(page);
  await drawn(page);
  expect(await readout(page)).toBe(stopped);
  const moves = () => document.getAnimations().filter((one) => one.playState === 'running').length;
  await expect.poll(() => page.evaluate(moves)).toBe(0);

  // 2.1.4: single characters do nothing once they are turned off; in a field they are text anyway.
  await expect(server(page, 4)).toHaveAccessibleName(/crashed/);
  await page.getByRole('textbox', { name: 'Operation' }).fill('');
  await page.getByRole('textbox', { name: 'Operation' }).press('c');
  await expect(server(page, 4)).toHaveAccessibleName(/crashed/);
  await command(page, 'Settings');
  await page.getByRole('combobox', { name: 'Single-key shortcuts' }).selectOption('off');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.keyboard.press('k');
  await drawn(page);
  await expect(server(page, 4)).toHaveAccessibleName(/crashed/);
  expect(await readout(page)).toBe(stopped);
});

test('1.4.4, 1.4.10: at 320 × 256, which is 1280 × 1024 at 400 %, nothing is lost and nothing scrolls sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await prefer(page, { motion: 'reduce' });
  for (const hash of DOORS) {
    await test.step(hash, async () => {
      await enter(page, hash);
      const faults = await page.evaluate(() => {
        const found: string[] = [];
        const { scrollWidth } = document.documentElement;
        if (scrollWidth > innerWidth) found.push(`sideways by ${scrollWidth - innerWidth}`);
        for (const element of document.querySelectorAll('button, a[href], input, select, textarea, h1, h2')) {
          if (element.closest('.unseen, .skip, [inert]') !== null || !element.checkVisibility()) continue;
          element.scrollIntoView({ block: 'center', inline: 'center' });
          const box = (element.closest('label') ?? element).getBoundingClientRect();
          const isReached = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          if (!isReached && box.width > 1) found.push(`out of reach: ${element.outerHTML.slice(0, 80)}`);
        }
        return found;
      });
      expect(faults, hash).toEqual([]);
    });
  }
});
