import type { Page } from '@playwright/test';
import { accessibilityFaults } from './axe.ts';
import { expect, test } from './journey.ts';

const time = (page: Page) => Number(/&t=([\d.]+)/.exec(page.url())?.[1]);
/** The option that a screen reader is at. */
const active = (page: Page) => page.getByRole('option', { selected: true });

test('the space-time diagram: a link, causes and effects, the list, a press, and the way back', async ({ page }) => {
  await page.goto('./#scenario=two-leaders&t=1700&view=diagram');
  const diagram = page.getByRole('region', { name: 'Space-time diagram' });
  await expect(diagram.locator('[data-rows]')).toBeVisible();
  await page.keyboard.press('0');

  const list = diagram.getByRole('listbox', { name: 'Events in view' });
  await expect(list.getByRole('option').first()).toHaveAccessibleName(/^20\sms/);
  await list.focus();
  await page.keyboard.press('Home');
  await expect(active(page)).toHaveAttribute('aria-posinset', '1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(active(page)).toHaveAccessibleName(/^20\sms\s*S1 began term 1, voted for itself$/);
  await expect.poll(() => time(page)).toBe(20.001);

  const chosen = diagram.getByRole('region', { name: 'Chosen event' });
  await page.keyboard.press('>');
  await expect(diagram.getByRole('button', { name: 'What follows' })).toHaveAttribute('aria-pressed', 'true');
  await expect(chosen).toContainText(/could have influenced \d+ later events/);

  await page.keyboard.press('End');
  await list.evaluate((element) => element.scrollTo(0, element.scrollHeight * 0.55));
  await list.getByRole('option', { name: 'Third vote arrived: leader' }).click();
  const causes = chosen.getByRole('list', { name: 'How it came to this' });
  await expect(causes).toContainText('S3 last heard from S1');
  await expect(causes).toContainText('AppendEntries from S1 to S3 lost in the cut');
  await causes.getByRole('button', { name: 'lost in the cut' }).click();
  await expect(chosen.getByRole('heading', { level: 2 })).toContainText('lost in the cut');
  expect(await accessibilityFaults(page, { within: '.diagram' })).toEqual([]);

  const before = time(page);
  const box = await diagram.locator('canvas').boundingBox();
  if (box === null) throw new Error('The diagram is not there.');
  await page.mouse.click(box.x + box.width * 0.8, box.y + box.height * 0.06);
  await expect.poll(() => time(page)).toBeGreaterThan(before + 300);

  await page.setViewportSize({ width: 390, height: 780 });
  await expect(diagram.locator('canvas')).toBeVisible();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);

  await page.keyboard.press('Escape');
  await expect(page.locator('[data-server="1"]')).toBeVisible();
  expect(page.url()).not.toContain('view=diagram');
  await page.keyboard.press('Shift+D');
  await expect(diagram).toBeVisible();
  expect(page.url()).toContain('view=diagram');
});
