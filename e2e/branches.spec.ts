import type { Page } from '@playwright/test';
import { drawn, expect, instant, openAt, quietRun, readout, server, stateOf, test } from './journey.ts';

/** Goes to an instant by its number. */
async function goTo(page: Page, milliseconds: number): Promise<void> {
  await page.keyboard.press('g');
  await page.getByRole('textbox', { name: 'Time' }).fill(String(milliseconds));
  await page.keyboard.press('Enter');
  await expect.poll(() => instant(page)).toBe(milliseconds);
  await drawn(page);
}

test('scrubbing back by mouse and keys, acting there, and both futures are kept exactly', async ({ page }) => {
  await openAt(page, quietRun(7, 5, 200), 1400);
  await drawn(page);
  const end = await stateOf(page);

  const slider = page.getByRole('slider', { name: 'Time' });
  const handle = await slider.boundingBox();
  if (handle === null) throw new Error('The slider has no handle.');
  const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y, { steps: 3 });
  await page.mouse.move(x - 160, y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => readout(page)).toBeLessThan(1350);
  const dragged = instant(page);
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => instant(page)).toBeLessThan(dragged);
  await expect(slider).toHaveAttribute('aria-valuenow', String(Math.floor(instant(page))));
  await goTo(page, 900);
  const past = await stateOf(page);

  await server(page, 2).click();
  await page.keyboard.press('c');
  await expect(server(page, 2)).toHaveAccessibleName(/crashed/);
  const notice = page.getByRole('status').filter({ hasText: 'You changed the past' });
  await expect(notice).toContainText('The future you had seen is kept as branch A.');
  await drawn(page);
  const forked = await stateOf(page);
  expect(forked).not.toBe(past);

  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Branches…' }).click();
  await page.getByRole('dialog', { name: 'Branches' }).getByRole('button', { name: 'Open: Branch A' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'This is branch A.' })).toBeVisible();
  await page.keyboard.press('Escape');
  await drawn(page);
  expect(await stateOf(page)).toBe(past);
  await goTo(page, 1400);
  expect(await stateOf(page)).toBe(end);

  await page.keyboard.press('Control+z');
  await expect(server(page, 2)).toHaveAccessibleName(/crashed/);
  await goTo(page, 900.001);
  expect((await stateOf(page)).split('\n').slice(1)).toEqual(forked.split('\n').slice(1));
  await page.keyboard.press('Control+z');
  await expect(server(page, 2)).not.toHaveAccessibleName(/crashed/);
  await drawn(page);
  expect(await stateOf(page)).toBe(past);
});
