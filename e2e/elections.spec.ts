import {
  drawn,
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
} from './journey.ts';

test('a crashed leader is succeeded in a higher term, and follows after its restart with its log kept', async ({
  page,
}) => {
  await openAt(page, quietRun(3, 5, 100), 1500);
  const first = await idOf(serversThat(page, 'leader'));
  const term = await termOf(server(page, first));
  const kept = (await logOf(page, first)).map((entry) => entry.replace(/, (not )?(committed|on disk yet)/g, ''));
  expect(kept.length).toBeGreaterThan(2);

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
  const durable = (await logOf(page, first)).map((entry) => entry.replace(/, (not )?(committed|on disk yet)/g, ''));
  expect(durable.slice(0, kept.length)).toEqual(kept);

  await letSecondsPass(page, 1);
  expect(await termOf(server(page, first))).toBe(await termOf(server(page, second)));
  await expect(server(page, first)).toHaveAccessibleName(/follower/);
  const committed = (entries: string[]) => entries.filter((entry) => entry.includes(', committed'));
  const common = committed(await logOf(page, first));
  expect(committed(await logOf(page, second)).slice(0, common.length)).toEqual(common);
});
