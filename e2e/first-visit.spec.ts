import type { Page } from '@playwright/test';
import { drawn, expect, idOf, instant, readout, server, serversThat, test, withoutMotion } from './journey.ts';

/** Sums up how far the page's parts jump while it is built. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, { layoutShift: () => sum });
  });
}

test('a first visit sees a leader elected within seconds, breaks it, and goes on in the sandbox', async ({ page }) => {
  await watchShifts(page);
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Watch five servers agree.');
  await expect(page.getByText('Live. Click any server to crash it.')).toBeVisible();
  const leader = serversThat(page, 'leader');
  await expect(leader).toHaveCount(1);
  expect(await page.evaluate('layoutShift()')).toBeLessThan(0.01);

  const id = await idOf(leader);
  await server(page, id).click();
  await expect(server(page, id)).toHaveAccessibleName(/crashed/);
  await expect(page.getByText(`S${id} is down.`)).toBeVisible();
  await expect(leader).toHaveCount(1);
  expect(await idOf(leader)).not.toBe(id);
  await server(page, id).focus();
  await page.keyboard.press('Enter');
  await expect(server(page, id)).toHaveAccessibleName(/follower/);

  await page.getByRole('button', { name: 'Open the sandbox' }).click();
  await expect(page.getByRole('region', { name: 'Why' })).toBeVisible();
  await expect(page).toHaveURL(/#run=/);
  const time = instant(page);
  expect(time).toBeGreaterThan(100);
  await page.keyboard.press('Control+z');
  await expect(server(page, id)).toHaveAccessibleName(/crashed/);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Watch five servers agree.');
});

test('in the sandbox a leader is elected within seconds, and one reads why', async ({ page }) => {
  await watchShifts(page);
  await page.goto('./#play');
  await expect(page.getByRole('button', { name: 'Pause', exact: true }).first()).toBeVisible();
  const leader = serversThat(page, 'leader');
  await expect(leader).toHaveCount(1);
  expect(await readout(page)).toBeLessThan(500);

  const id = await idOf(leader);
  const why = page.getByRole('region', { name: 'Why' });
  await expect(why).toContainText(`S${id} holds votes from S`);
  await expect(why).toContainText(/(Three|All|Four|Five) of five/);
  await expect(why).toContainText('Raft paper, Figure 2 (Candidates) and §5.2');
  await expect(why.getByRole('list').getByRole('button').first()).toContainText('election timer ran out');
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText(`S${id} Leader`);
  await expect.poll(() => page.url()).toContain('#run=');
  expect(await page.evaluate('layoutShift()')).toBeLessThan(0.01);
});

test('from door to door nothing is lost', async ({ page }) => {
  await page.goto('./#scenario=figure-8&t=440');
  await expect(server(page, 5)).toHaveAccessibleName(/crashed/);
  await page.keyboard.press('2');
  await page.keyboard.press('c');
  await expect(server(page, 2)).toHaveAccessibleName(/crashed/);
  const address = page.url();
  await page.getByRole('link', { name: 'Learn' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Raft, one idea at a time');
  await page.getByRole('link', { name: 'Play' }).click();
  await expect(server(page, 2)).toHaveAccessibleName(/crashed/);
  expect(page.url()).toBe(address);
  await page.keyboard.press('Control+z');
  await expect(server(page, 2)).not.toHaveAccessibleName(/crashed/);

  await page.getByRole('link', { name: 'Raftarium' }).click();
  await page.getByRole('link', { name: 'Figure 7' }).click();
  await expect(page.getByRole('button', { name: /^S\d, / })).toHaveCount(7);
});

test('a reader who wants no motion starts the first page’s cluster, and stops it', async ({ page }) => {
  await withoutMotion(page);
  await page.goto('./');
  await expect(server(page, 1)).toBeVisible();
  await drawn(page);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(serversThat(page, 'leader')).toHaveCount(1);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});
