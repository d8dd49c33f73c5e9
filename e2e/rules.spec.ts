import { findViolations } from '../src/invariants';
import { breakingOf } from '../src/scenarios';
import { accessibilityFaults } from './axe';
import { command, expect, instant, openAt, prefer, quietRun, serversThat, test } from './journey';

const { run, until } = breakingOf('quorumHalf');
const [broken] = findViolations(run, until);

test('the shortest way to break a rule is shown from its place in the list, and stops where it breaks', async ({
  page,
}) => {
  await prefer(page, { motion: 'full' });
  await openAt(page, quietRun(3, 5), 900);
  await command(page, 'Rules');
  const rules = page.getByRole('dialog', { name: 'Rules' });
  await rules.getByRole('button', { name: 'Show the shortest way to break it: More than half' }).click();
  await expect(rules).toBeHidden();
  await expect(page.locator('.head__off')).toHaveText('1 rule is off');
  await expect(page.getByText('Without “More than half”, seed 1')).toBeVisible();
  await page.keyboard.press('k');
  await expect(page.getByRole('status').getByText(/^Election Safety is broken/)).toBeVisible();
  await expect.poll(() => instant(page)).toBe(broken.at / 1000);
  await expect(serversThat(page, 'leader')).toHaveCount(2);
});

test('what a rule costs that is not about safety is measured when it is asked for', async ({ page }) => {
  await openAt(page, quietRun(3, 5), 900);
  await command(page, 'Rules');
  const rules = page.getByRole('dialog', { name: 'Rules' });
  const cost = rules.getByRole('button', { name: /^Measure what it costs/ });
  await expect(cost).toHaveCount(5);
  await cost.and(rules.getByRole('button', { name: /Stay until the removal is committed$/ })).click();
  await expect(
    rules.getByText(/^Without a leader: \d+\sms with the rule, more than a minute without\.$/),
  ).toBeVisible();
  await expect(rules.getByText('Measured here, medians of 20 runs each way.')).toBeVisible();
  await expect(cost).toHaveCount(4);
  expect(await accessibilityFaults(page)).toEqual([]);
});
