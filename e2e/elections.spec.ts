import {
  drawn,
  entriesOf,
  expect,
  goOnUntil,
  idOf,
  letSecondsPass,
  logOf,
  openAt,
  quietRun,
  server,
  serversThat,
  termOf,
  test,
  withWrites,
} from './journey.ts';

test('a crashed leader is succeeded in a higher term, and follows after its restart with its log kept', async ({
  page,
}) => {
  await openAt(page, withWrites(quietRun(), 400, 500), 700);
  const first = await idOf(serversThat(page, 'leader'));
  const term = await termOf(server(page, first));
  const kept = await entriesOf(page, first);
  expect(kept.map((entry) => entry.split(', ')[2])).toEqual(['no-op', 'x←1', 'x←2']);

  await server(page, first).click();
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await inspector.getByRole('button', { name: 'Crash' }).click();
  await expect(server(page, first)).toHaveAccessibleName(new RegExp(`^S${first}, crashed, term ${term}`));
  await expect(serversThat(page, 'leader')).toHaveCount(0);

  await goOnUntil(page, async () => (await serversThat(page, 'leader').count()) === 1);
  const second = await idOf(serversThat(page, 'leader'));
  expect(second).not.toBe(first);
  expect(await termOf(server(page, second))).toBeGreaterThan(term);

  await inspector.getByRole('button', { name: 'Restart' }).click();
  await expect(server(page, first)).toHaveAccessibleName(new RegExp(`^S${first}, follower, term ${term}`));
  await drawn(page);
  expect(await entriesOf(page, first)).toEqual(kept);
  // What had been committed is known again only when the new leader says so.
  expect((await logOf(page, first)).every((entry) => entry.includes('not committed'))).toBe(true);

  await letSecondsPass(page, 1);
  await expect(server(page, first)).toHaveAccessibleName(/follower/);
  expect(await termOf(server(page, first))).toBe(await termOf(server(page, second)));
  expect(await logOf(page, first)).toEqual(await logOf(page, second));
  expect(await entriesOf(page, first)).toEqual([...kept, `entry 4, term ${await termOf(server(page, second))}, no-op`]);
});
