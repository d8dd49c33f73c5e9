import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { command, drawn, expect, instant, open, openAt, quietRun, readout, stateOf, test } from './journey.ts';

test('steps, stops and a loop by keyboard', async ({ page }) => {
  await openAt(page, quietRun(7, 5, 200), 600);
  await test.step('along an RPC and back to the same state', async () => {
    const seen = [await stateOf(page)];
    for (let n = 0; n < 3; n++) {
      const before = page.url();
      await page.keyboard.press("'");
      await expect.poll(() => page.url()).not.toBe(before);
      await drawn(page);
      seen.push(await stateOf(page));
    }
    for (let n = 2; n > 0; n--) {
      await page.keyboard.press(';');
      await drawn(page);
      expect(await stateOf(page)).toBe(seen[n]);
    }
  });

  await test.step('from event to event of a server', async () => {
    await page.keyboard.press('2');
    const before = instant(page);
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => instant(page)).toBeGreaterThan(before);
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(() => instant(page)).toBeLessThanOrEqual(before);
  });

  await test.step('playback stops on a condition, says why, and remembers it', async () => {
    await page.keyboard.press('Shift+p');
    const panel = page.getByRole('dialog', { name: 'Steps, stops, loop' });
    await panel.getByRole('button', { name: 'A condition of your own' }).click();
    await panel.getByLabel('What', { exact: true }).selectOption({ label: 'has a commitIndex' });
    await panel.getByLabel('Number', { exact: true }).fill('4');
    await expect(panel.getByText('commitIndex of any server ≥ 4')).toBeVisible();
    await panel.getByRole('button', { name: 'Add' }).click();
    await panel.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByText('Stops when commitIndex of any server ≥ 4')).toBeVisible();
    await page.keyboard.press(']');
    await page.keyboard.press(']');
    await page.keyboard.press('k');
    await expect(page.getByRole('status').filter({ hasText: /Stopped at .*: commitIndex of S\d is 4/ })).toBeVisible({
      timeout: 20_000,
    });
    await page.reload();
    await expect(page.getByText('Stops when commitIndex of any server ≥ 4')).toBeVisible();
    await page.getByRole('button', { name: 'Do not stop any more' }).click();
  });

  await test.step('a stretch is repeated', async () => {
    const from = instant(page);
    await page.keyboard.press('(');
    await page.keyboard.press('l');
    await expect.poll(() => instant(page)).toBeGreaterThan(from);
    const to = instant(page);
    await page.keyboard.press(')');
    await expect(page.getByText(/^Loop /)).toBeVisible();
    await page.keyboard.press('k');
    await expect.poll(() => readout(page)).toBeLessThan(Math.floor(to));
    await page.keyboard.press('k');
    expect(instant(page)).toBeGreaterThanOrEqual(from);
    await page.keyboard.press('*');
    await expect(page.getByText(/^Loop /)).toBeHidden();
  });
});

test('a scenario with and without its rule, side by side in step', async ({ page }) => {
  await open(page, '#scenario=figure-8&t=600');
  await command(page, 'Branches');
  const panel = page.getByRole('dialog', { name: 'Branches' });
  await panel.getByRole('button', { name: 'Show side by side' }).click();
  const both = page.getByRole('region', { name: 'Two branches side by side' });
  await expect(both).toContainText('First difference at 52 ms');
  await expect(both).toContainText('This run: S1 held back entry 1 of term 1');
  await expect(both).toContainText('S1 committed entry 1');
  await expect(both).toContainText('S2, S3, S4 and S5 differ now.');
  await expect(both.getByRole('button', { name: /^S5, leader/ })).toHaveCount(2);
  await both.getByRole('button', { name: 'Go there' }).click();
  await expect(both).toContainText('S1 differs now.');
  await page.keyboard.press('ArrowLeft');
  await expect(both).toContainText('All servers are equal now.');

  await command(page, 'Branches');
  await panel.getByRole('button', { name: /^Rename/ }).click();
  await page.keyboard.type('Unsafe');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Unsafe', { exact: true }).first()).toBeVisible();
  await panel.getByRole('button', { name: 'Delete Unsafe' }).click();
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(both).toBeHidden();
  await page.keyboard.press('Control+z');
  await command(page, 'Branches');
  await expect(panel.getByText('Unsafe', { exact: true }).first()).toBeVisible();
});

test('an instant is taken along as text, as a picture that stands alone, and as frames where nothing records', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript('delete window.MediaRecorder');
  await openAt(page, quietRun(7, 5, 200), 700);
  // A second of the run, at full speed.
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await page.keyboard.press('(');
  await page.keyboard.press('l');
  await expect.poll(() => instant(page)).toBeGreaterThan(700);
  await page.keyboard.press(')');
  await page.keyboard.press('j');
  await expect.poll(() => instant(page)).toBe(700);
  await command(page, 'Share and save');
  const panel = page.getByRole('dialog', { name: 'Share and save' });
  await panel.getByLabel('Form').selectOption({ label: 'HTML frame' });
  await panel.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'Copied', exact: true })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^<iframe src="http[^"]*\/embed\.html\?t=700#run=[\w-]+" title="[^"]+at 700\sms"/);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'SVG', exact: true }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="960"/);
  expect(text).not.toMatch(/class=|style=|var\(--|url\(|href=/);
  for (const word of ['S1', 'S5', 'Leader', 'term 1', 'at 700']) expect(text).toContain(word);

  const [film] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Film', exact: true }).click(),
  ]);
  expect(film.suggestedFilename()).toMatch(/\.svg\.zip$/);
  const frames = Object.entries(unzipSync(readFileSync(await film.path())));
  expect(frames.length).toBeGreaterThan(3);
  expect(frames.map(([name]) => name)).toEqual(
    frames.map((_, n) => `frame-${String(n + 1).padStart(String(frames.length).length, '0')}.svg`),
  );
  const texts = frames.map(([, bytes]) => strFromU8(bytes));
  for (const frame of texts) {
    expect(frame).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="960"/);
    expect(frame).not.toMatch(/class=|style=|var\(--|url\(|href=/);
  }
  expect(texts[0]).toContain('at 700');
  expect(new Set(texts).size).toBe(texts.length);
});
