import type { Page } from '@playwright/test';
import { accessibilityFaults } from './axe.ts';
import { expect, instant, openAt, quietRun, readout, test, withWrites } from './journey.ts';

const caption = (page: Page) => page.locator('.slide__caption p');
const step = (page: Page) => page.locator('.slide__step strong');
const nameField = (page: Page) => page.getByRole('textbox', { name: 'Name' });

/** Names an instant as a lecturer would. */
async function bookmark(page: Page, name: string, words: string, notes = ''): Promise<void> {
  await page.keyboard.press('m');
  await expect(nameField(page)).toBeFocused();
  await nameField(page).fill(name);
  await page.getByRole('textbox', { name: 'Caption' }).fill(words);
  await page.getByRole('textbox', { name: 'Your notes' }).fill(notes);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

/** Texts of the hall's picture that are smaller than they may be, at 1920 × 1080. */
function smallTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.slide *')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()))
      .filter((element) => element.closest('.unseen, .logs-hidden') === null && element.getClientRects().length > 0)
      .map((element) => {
        // How large the page draws a pixel of the element.
        const zoom = Number.parseFloat(getComputedStyle(document.querySelector('.slide') as Element).zoom);
        const logs = element.closest('.logs');
        const inner = logs === null ? 1 : Number.parseFloat(getComputedStyle(logs).zoom);
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        return { text: element.textContent ?? '', size: size * zoom * inner };
      })
      .filter(({ size }) => size < 24)
      .map(({ text, size }) => `${text}: ${size}`),
  );
}

test('a lecturer names instants, tells them with a remote, and reloads in the middle', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openAt(page, withWrites(quietRun(), 500), 200);
  await bookmark(page, 'Quiet', 'Nothing has been written yet.');
  await page.keyboard.press('l');
  await expect.poll(() => readout(page)).toBe(1200);
  await bookmark(page, 'Later', 'The entry is on every disk.', 'Ask: how many copies would be enough?');
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await expect(page.getByRole('region', { name: 'Caption' })).toHaveText('The entry is on every disk.');
  await page.keyboard.press('Home');

  await page.keyboard.press('s');
  await expect(caption(page)).toHaveText('Nothing has been written yet.');
  await expect(step(page)).toHaveText('1 of 2');
  expect(await smallTexts(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Escape');
  await expect(step(page)).toHaveText('1 of 2');

  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(caption(page)).toHaveText('The entry is on every disk.');
  expect(instant(page)).toBe(1200);
  await page.keyboard.press('3');
  await page.keyboard.press('c');
  await expect(page.locator('.slide__step em')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.locator('.slide__black')).toBeVisible();
  const before = page.url();

  await page.reload();
  await expect(page.locator('.slide__black')).toBeVisible();
  await expect(page.getByRole('button', { name: /^S3, crashed/ })).toHaveCount(1);
  expect(page.url()).toBe(before);
  await page.keyboard.press('.');
  await page.keyboard.press('PageUp');
  await expect(page.getByRole('button', { name: /^S3, crashed/ })).toHaveCount(0);
  expect(instant(page)).toBe(1200);
  await page.keyboard.press('q');
  await expect(page.locator('.slide__qr svg')).toHaveAttribute('aria-label', /#run=[\w-]+&t=1200$/);
});

test('the lecturer’s window and the hall’s follow one another, also while one of them is hidden', async ({
  page,
  context,
}) => {
  // A window that is covered: it is hidden and gets no animation frame.
  const hall = await context.newPage();
  await hall.addInitScript(() => {
    Object.defineProperty(document, 'hidden', { get: () => true });
    window.requestAnimationFrame = () => 0;
  });
  await page.goto('./#lecture=log-replication&cue=append&with=test&role=presenter');
  await hall.goto('./#lecture=log-replication&cue=append&with=test');
  const others = page.locator('.presenter__others');
  await expect(others).toHaveAttribute('data-others', 'same');
  expect(await accessibilityFaults(page)).toEqual([]);

  await page.keyboard.press('PageDown');
  await expect(hall.locator('.slide__caption.is-past')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(step(hall)).toHaveText('5 of 16');
  await expect(others).toHaveAttribute('data-others', 'same');
  expect(instant(hall)).toBe(instant(page));

  await hall.keyboard.press('PageUp');
  await hall.keyboard.press('2');
  await hall.keyboard.press('c');
  await expect(page.locator('.slide__step em')).toBeVisible();
  await expect(page.getByRole('button', { name: /^S2, crashed/ })).toHaveCount(1);
  await expect(others).toHaveAttribute('data-others', 'same');

  await page.getByRole('button', { name: 'Draw' }).click();
  const pad = await page.locator('.slide__pad').boundingBox();
  await page.mouse.move((pad?.x ?? 0) + 60, (pad?.y ?? 0) + 60);
  await page.mouse.down();
  await page.mouse.move((pad?.x ?? 0) + 160, (pad?.y ?? 0) + 90);
  await page.mouse.up();
  await expect(hall.locator('.slide__ink path')).toHaveCount(1);
  await page.getByRole('button', { name: 'Black screen' }).click();
  await expect(hall.locator('.slide__black')).toBeVisible();

  await page.reload();
  await expect(page.getByRole('button', { name: 'Black screen' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: /^S2, crashed/ })).toHaveCount(1);
  await expect(others).toHaveAttribute('data-others', 'same');
  await hall.goto('about:blank');
  await expect(others).toHaveAttribute('data-others', 'none');
});
