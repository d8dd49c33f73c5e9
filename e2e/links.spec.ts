import type { Page } from '@playwright/test';
import { encodeRun } from '../src/share';
import { checksum } from '../src/share/checksum.ts';
import { fromBase64Url, toBase64Url } from '../src/share/text.ts';
import {
  drawn,
  expect,
  goTo,
  instant,
  linkTo,
  open,
  openAt,
  quietRun,
  readout,
  server,
  stateOf,
  test,
} from './journey.ts';

test('the address names run and instant: a reload resumes exactly, and the copied link opens the same', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAt(page, quietRun(3, 5, 200), 700);
  await page.keyboard.press('4');
  await page.keyboard.press('c');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await drawn(page);
  const state = await stateOf(page);

  await page.reload();
  await expect(server(page, 4)).toHaveAccessibleName(/crashed/);
  await drawn(page);
  expect(await stateOf(page)).toBe(state);

  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(page.url());
  await page.goto('about:blank');
  await page.goto(copied);
  await expect(server(page, 4)).toHaveAccessibleName(/crashed/);
  await drawn(page);
  expect(await stateOf(page)).toBe(state);
});

test('while it plays, the address follows and a reload comes back to where it was', async ({ page }) => {
  await open(page, '#seed=3&servers=4');
  await expect.poll(() => instant(page)).toBeGreaterThan(40);
  await expect(page.getByRole('button', { name: /^S\d, / })).toHaveCount(4);
  const before = instant(page);
  await page.reload();
  await expect(page.getByRole('button', { name: /^S\d, / })).toHaveCount(4);
  expect(await readout(page)).toBeGreaterThanOrEqual(Math.floor(before));
});

test('a scenario opens by its name', async ({ page }) => {
  await open(page, '#scenario=two-leaders&t=1400');
  await expect(page.getByRole('button', { name: /^S\d, leader, / })).toHaveCount(2);
  expect(await readout(page)).toBe(1400);
});

const encoded = encodeRun(quietRun());

/** The run as a later version of the format would begin and end it. */
function fromTheFuture(): string {
  const bytes = fromBase64Url(encoded) ?? [];
  const body = [200, ...bytes.slice(1, -2)];
  const sum = checksum(body);
  return toBase64Url([...body, sum >> 8, sum & 0xff]);
}

const BAD: readonly (readonly [what: string, hash: string, sentence: RegExp])[] = [
  ['truncated', `#run=${encoded.slice(0, -7)}&t=400`, /damaged/],
  ['changed', `#run=${encoded.slice(0, 9)}A${encoded.slice(10)}`, /damaged/],
  ['foreign', '#run=<img src=x onerror=alert(1)>', /characters that no link/],
  ['from a newer version', `#run=${fromTheFuture()}`, /newer version of Raftarium/],
  ['oversized', `#run=${'A'.repeat(400_000)}`, /nothing that can be opened|too long/],
  ['almost oversized', `#run=${'A'.repeat(199_000)}`, /damaged/],
  ['empty', '#run=', /damaged|characters/],
  ['badly escaped', '#run=%E0%A4%A&t=%', /characters|damaged/],
  ['a number of servers that is none', '#servers=1000', /not between 3 and 9/],
  ['a seed that is none', '#seed=-1', /not a whole number/],
  ['an unknown scenario', '#scenario=../../__proto__', /scenario that does not exist/],
  ['a known name that is no scenario', '#scenario=constructor', /scenario that does not exist/],
  ['a time alone', '#t=5', /nothing that can be opened/],
];

/** One sentence, and a fresh cluster of five that plays. */
async function expectFresh(page: Page, sentence: RegExp): Promise<void> {
  const notice = page.getByRole('status').filter({ hasText: sentence });
  await expect(notice).toHaveCount(1);
  await expect(notice).toContainText('Here is a fresh cluster instead.');
  await expect(page.getByRole('button', { name: /^S\d, / })).toHaveCount(5);
  await expect.poll(() => readout(page)).toBeGreaterThan(0);
}

test('a bad link says so in one clear sentence, beside a fresh cluster', async ({ page }) => {
  for (const [i, [what, hash, sentence]] of BAD.entries()) {
    await test.step(what, async () => {
      // Some are what the page begins with; the others are met by the open page, after a good one.
      if (i % 4 === 0) await open(page, hash);
      else {
        await goTo(page, linkTo(quietRun(i, 3), 300 + i));
        await expect.poll(() => readout(page)).toBe(300 + i);
        await expect(page.locator('.notice')).toHaveCount(0);
        await goTo(page, hash);
      }
      await expectFresh(page, sentence);
    });
  }
});

test('an instant that is no time opens the run at its start', async ({ page }) => {
  for (const time of ['NaN', '-5', '99999999999']) {
    await open(page, `#run=${encoded}&t=${time}`);
    await expect(page.getByRole('status').filter({ hasText: 'not a time' })).toHaveCount(1);
    expect(await readout(page)).toBe(0);
  }
});

test('an address changed by hand in the open page is followed, good or bad', async ({ page }) => {
  await openAt(page, quietRun(), 400);
  await goTo(page, '#run=broken');
  await expectFresh(page, /damaged/);
  await goTo(page, linkTo(quietRun(5, 7), 300));
  await expect(page.getByRole('button', { name: /^S\d, / })).toHaveCount(7);
  await expect.poll(() => readout(page)).toBe(300);
});

test('where storage is denied, the page works and forgets its settings only', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await openAt(page, quietRun(), 400);
  await page.keyboard.press('Shift+t');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.keyboard.press('Shift+t');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('4');
  await page.keyboard.press('c');
  await page.reload();
  await expect(server(page, 4)).toHaveAccessibleName(/crashed/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});
