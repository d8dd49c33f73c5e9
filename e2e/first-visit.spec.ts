import { expect, idOf, readout, serversThat, test } from './journey.ts';

test('a first visit sees a leader elected within seconds, and reads why', async ({ page }) => {
  await page.addInitScript(() => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, { layoutShift: () => sum });
  });
  await page.goto('./');
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
