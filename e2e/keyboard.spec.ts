import type { Page } from '@playwright/test';
import { entry, LECTURE_ENTRIES, REGISTRY } from '../src/store';
import { drawn, expect, linkTo, open, quietRun, server, stateOf, test } from './journey.ts';

/** The element with the focus, in the words of its role and name, or null for none. */
function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const label = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
    return `${element.getAttribute('role') ?? element.tagName.toLowerCase()} ${label}`;
  });
}

test('a cluster is played, stepped, changed and searched without a pointer', async ({ page }) => {
  await open(page, '#seed=3&servers=5');
  const pause = page.getByRole('button', { name: 'Pause', exact: true });
  await expect(page.getByRole('group', { name: 'Playback' }).getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('group', { name: 'Playback' }).getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Playback' }).and(pause)).toHaveCount(0);

  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  const states = [await settled(page)];
  for (let i = 0; i < 4; i++) {
    await page.keyboard.press('ArrowRight');
    states.push(await settled(page));
  }
  expect(new Set(states).size).toBe(5);
  for (let i = 3; i >= 0; i--) {
    await page.keyboard.press('ArrowLeft');
    expect(await settled(page)).toBe(states[i]);
  }

  await page.keyboard.press('3');
  await expect(server(page, 3)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('c');
  await expect(server(page, 3)).toHaveAccessibleName(/^S3, crashed/);
  await page.keyboard.press('c');
  await expect(server(page, 3)).toHaveAccessibleName(/^S3, follower/);
  await page.keyboard.press('w');
  await expect(page.getByRole('region', { name: 'Client' }).getByRole('listitem').last()).toContainText('to S');
});

async function settled(page: Page): Promise<string> {
  await drawn(page);
  return stateOf(page);
}

test('menus, palette and dialogs open by key, close by Esc and give the focus back', async ({ page }) => {
  await open(page, linkTo(quietRun(), 400));
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  expect(await focused(page)).toMatch(/^menuitem Settings/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(menu).toBeFocused();

  await server(page, 2).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: 'S2' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(server(page, 2)).toHaveAccessibleName(/^S2, crashed/);
  await expect(server(page, 2)).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search commands' }).press('ArrowDown');
  await page.keyboard.type('legend');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Legend' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(server(page, 2)).toBeFocused();

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(help).toBeVisible();
  const shown = await help.locator('dt').count();
  expect(shown).toBe(REGISTRY.filter(({ keys }) => keys.length > 0).length + LECTURE_ENTRIES.length);
  expect(entry('help').keys).toContain('?');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(server(page, 2)).toBeFocused();

  await page.keyboard.press('p');
  const sheet = page.getByRole('dialog', { name: 'Partition' });
  await expect(sheet).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(server(page, 2)).toBeFocused();
});

interface Stop {
  readonly name: string;
  /** Which part of the page it is in. */
  readonly region: string;
  /** The focus can be seen: something of the look of it or around it is another without the focus. */
  readonly seen: boolean;
  /** What lies over it, or that it is out of sight. */
  readonly cover: string | null;
}

test('the tab key goes through the whole page in order, always in sight, and is nowhere trapped', async ({ page }) => {
  await open(page, linkTo(quietRun(3, 5, 100), 1500));
  await drawn(page);
  const stops: Stop[] = [];
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtFocus);
    if (stop === null || (stops.length > 0 && stop.name === stops[0].name)) break;
    stops.push(stop);
  }
  expect(stops.length).toBeGreaterThan(40);
  expect(stops.length).toBeLessThan(110);
  expect(stops.filter(({ seen }) => !seen).map(({ name }) => name)).toEqual([]);
  expect(stops.filter(({ cover }) => cover !== null).map(({ name, cover }) => `${name}: ${cover}`)).toEqual([]);
  const regions = stops.map(({ region }) => region).filter((region, i, all) => region !== all[i - 1]);
  expect(regions).toEqual(['', 'BANNER', 'Cluster', 'Logs', 'Client', 'Inspector', 'Why', 'Time']);

  for (let i = 0; i < 12; i++) await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).not.toBeNull();
});

/** Runs in the page. */
function lookAtFocus(): Stop | null {
  const element = document.activeElement as HTMLElement | SVGElement | null;
  if (element === null || element === document.body) return null;
  const whole = element.closest('[data-server], [data-message]') ?? element;
  const around = [element.parentElement, element, ...whole.querySelectorAll('*')].slice(0, 60);
  const look = () =>
    around.map((one) => {
      if (one === null) return '';
      const { outline, boxShadow, backgroundColor, borderColor, opacity, visibility, display, stroke } =
        getComputedStyle(one);
      return [outline, boxShadow, backgroundColor, borderColor, opacity, visibility, display, stroke].join();
    });
  const withFocus = look().join('|');
  const box = element.getBoundingClientRect();
  const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const body = element.closest('label, [data-server], [data-message]') ?? element;
  const isOfIt = body.contains(over) || over?.contains(body);
  element.blur();
  const without = look().join('|');
  element.focus({ focusVisible: true } as FocusOptions);
  const area = element.closest('section[aria-label], header.head');
  const label = element.getAttribute('aria-label') ?? element.getAttribute('name') ?? element.textContent?.trim();
  return {
    name: `${element.tagName} ${label} ${element.getAttribute('value') ?? ''}`,
    region: area === null ? '' : (area.getAttribute('aria-label') ?? 'BANNER'),
    seen: withFocus !== without,
    cover: over === null ? 'out of sight' : isOfIt ? null : over.outerHTML.slice(0, 200),
  };
}
