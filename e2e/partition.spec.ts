import type { Page } from '@playwright/test';
import {
  drawn,
  entriesOf,
  expect,
  goOnUntil,
  idOf,
  letSecondsPass,
  openAt,
  quietRun,
  server,
  serversThat,
  termOf,
  test,
} from './journey.ts';

/** Asks a server by the line below the operations. */
async function ask(page: Page, id: number, operation: string): Promise<void> {
  const client = page.getByRole('region', { name: 'Client' });
  await client.getByRole('combobox', { name: 'Server to ask' }).selectOption(`To S${id}`);
  await client.getByRole('textbox', { name: 'Operation' }).fill(operation);
  await client.getByRole('button', { name: 'Send' }).click();
  await expect(client.getByRole('textbox', { name: 'Operation' })).toHaveValue('');
}

test('two sides, two leaders: only the majority answers, and healing overwrites the rest', async ({ page }) => {
  await openAt(page, quietRun(), 400);
  const old = await idOf(serversThat(page, 'leader'));
  const minority = [old, (old % 5) + 1];
  const majority = [1, 2, 3, 4, 5].filter((id) => !minority.includes(id));

  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Partition…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Partition' });
  for (const id of [1, 2, 3, 4, 5]) {
    const side = minority.includes(id) ? 'A' : 'B';
    await dialog
      .getByRole('group', { name: `Side of S${id}` })
      .getByRole('radio', { name: side })
      .check();
  }
  await expect(dialog).toContainText('Side B holds three of five: a majority.');
  await dialog.getByRole('button', { name: 'Cut', exact: true }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  const words = page.getByRole('region', { name: 'The cluster in words' });
  await expect(words).toContainText('The network is partitioned');

  await ask(page, old, 'x ← 1');
  await goOnUntil(page, async () => (await serversThat(page, 'leader').count()) === 2);
  const leaders = await serversThat(page, 'leader').all();
  const ids = await Promise.all(leaders.map(idOf));
  const elected = ids.find((id) => id !== old) ?? 0;
  expect(majority).toContain(elected);
  expect(await termOf(server(page, elected))).toBeGreaterThan(await termOf(server(page, old)));

  await ask(page, elected, 'y ← 2');
  await letSecondsPass(page, 1);
  const operations = page.getByRole('region', { name: 'Client' }).getByRole('listitem');
  await expect(operations.filter({ hasText: 'y←2' })).toContainText('ok, committed at');
  await expect(operations.filter({ hasText: 'x←1' })).toContainText('cannot commit');
  const doomed = (await entriesOf(page, old)).at(-1);
  expect(doomed).toContain('x←1');
  for (const id of majority) expect((await entriesOf(page, id)).join()).not.toContain('x←1');

  await page.getByRole('button', { name: 'Heal', exact: true }).click();
  await expect(words).not.toContainText('partitioned');
  await letSecondsPass(page, 1);
  await expect(serversThat(page, 'leader')).toHaveCount(1);
  const log = await entriesOf(page, elected);
  expect(log.join()).toContain('y←2');
  expect(log).not.toContain(doomed);
  for (const id of [1, 2, 3, 4, 5]) expect(await entriesOf(page, id)).toEqual(log);
});

test('a line dragged across the stage cuts the network between the servers on either side', async ({ page }) => {
  await openAt(page, quietRun(), 400);
  await page.getByRole('button', { name: 'Cut network' }).click();
  await expect(page.getByText('Drag a line across the servers')).toBeVisible();
  const middle = async (id: number) => {
    const box = await server(page, id).boundingBox();
    if (box === null) throw new Error(`S${id} has no place.`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const [top, right, low] = [await middle(1), await middle(2), await middle(3)];
  const x = (top.x + low.x) / 2;
  await page.mouse.move(x, top.y - 30);
  await page.mouse.down();
  await page.mouse.move(x, right.y, { steps: 4 });
  await page.mouse.move(x, low.y + 40, { steps: 4 });
  await page.mouse.up();
  const words = page.getByRole('region', { name: 'The cluster in words' });
  await expect(words).toContainText(/The network is partitioned: .*S2 and S3/);
  await expect(page.getByRole('button', { name: 'Cut network' })).toHaveAttribute('aria-pressed', 'false');
  const heal = page.getByRole('button', { name: 'Heal', exact: true });
  await heal.click();
  await expect(words).not.toContainText('partitioned');
  await drawn(page);
  await expect(heal).toBeDisabled();
});
