/** What the journeys share: a page that is watched for faults, links to exact instants, and ways to read the state. */
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { encodeRun } from '../src/share';
import { createRun, defaultConfig, MILLISECOND, type Run } from '../src/sim';

/**
 * Every journey fails where the page complains, throws, or asks another host for anything. A journey that breaks the
 * page on purpose empties the list.
 */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      const host = new URL(baseURL ?? '').host;
      page.on('console', (message) => {
        // No journey but one needs the service worker, and the runner says so when it keeps it away.
        if (/^Service Worker registration blocked/.test(message.text())) return;
        if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.host !== host) faults.push(`asked ${url.host}`);
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** A run of this many servers whose client does nothing by itself, or writes about every `interval` milliseconds. */
export function quietRun(seed = 3, servers = 5, interval = 0): Run {
  const config = defaultConfig(servers);
  return createRun(seed, { ...config, clients: { ...config.clients, interval: interval * MILLISECOND } });
}

/** The run in which its client also writes x←1, x←2, … at these milliseconds. */
export function withWrites(run: Run, ...milliseconds: number[]): Run {
  const actions = milliseconds.map((at, i) => {
    const operation = { type: 'put', key: 'x', value: String(i + 1) } as const;
    return { at: at * MILLISECOND, action: { type: 'clientRequest', client: 1, operation, to: null } as const };
  });
  return { ...run, actions };
}

/** The part of an address that opens a run at an instant, paused. */
export function linkTo(run: Run, milliseconds: number): string {
  return `#run=${encodeRun(run)}&t=${milliseconds}`;
}

/** Opens an address of the page as a first visit; without one, the sandbox. */
export async function open(page: Page, hash = '#play'): Promise<void> {
  if (page.url() !== 'about:blank') await page.goto('about:blank');
  await page.goto(`./${hash}`);
  await expect(page.locator('[data-server="1"]')).toBeVisible();
  await page.evaluate('document.fonts.ready');
}

/** Goes to another address inside of the open page, and opens the page where none is open. */
export async function goTo(page: Page, hash: string): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(`./${hash}`);
  else
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
}

/** Opens a run paused at an instant, which may take some frames to simulate. */
export async function openAt(page: Page, run: Run, milliseconds: number): Promise<void> {
  await open(page, linkTo(run, milliseconds));
  await expect.poll(() => readout(page)).toBe(milliseconds);
}

/** The preferences with which the page is to start. */
export async function prefer(page: Page, settings: Record<string, unknown>): Promise<void> {
  await page.addInitScript((kept) => {
    if (location.protocol !== 'about:')
      localStorage.setItem('raftarium.settings', JSON.stringify({ version: 1, ...kept }));
  }, settings);
}

/** A server of the stage. */
export function server(page: Page, id: number): Locator {
  return page.getByRole('button', { name: new RegExp(`^S${id}, `) });
}

/** Servers in a state, such as `leader`. */
export function serversThat(page: Page, state: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^S\\d, ${state}, `) });
}

export async function idOf(found: Locator): Promise<number> {
  return Number(/^S(\d)/.exec((await found.getAttribute('aria-label')) ?? '')?.[1]);
}

/** The term that a server shows. */
export async function termOf(found: Locator): Promise<number> {
  return Number(/term (\d+)/.exec((await found.getAttribute('aria-label')) ?? '')?.[1]);
}

/** The virtual time that is shown, in whole milliseconds; phones show it with the scrubber only. */
export async function readout(page: Page): Promise<number> {
  return page.evaluate(() => {
    const text = document.querySelector('.time__now')?.textContent;
    const value = document.querySelector('[role="slider"]')?.getAttribute('aria-valuenow');
    return Number((text ?? value ?? '').replaceAll(/[^\d]/g, ''));
  });
}

/** The virtual time that the address names, in milliseconds. */
export function instant(page: Page): number {
  return Number(/&t=([\d.]+)/.exec(page.url())?.[1] ?? Number.NaN);
}

/** The entries of a server's log as far as they are shown, as a screen reader says them. */
export async function logOf(page: Page, id: number): Promise<string[]> {
  const row = page
    .getByRole('region', { name: 'Logs' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^S${id}, `) }) });
  const cells = await row.getByRole('cell').evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label')));
  return cells.filter((label) => label?.startsWith('entry ')).map(String);
}

/** All that names the state at the play head: the address, the cluster in words, every log. */
export async function stateOf(page: Page): Promise<string> {
  const region = page.getByRole('region', { name: 'The cluster in words' });
  // They are loaded after the first picture.
  await expect(region).toHaveText(/\S/);
  const words = await region.textContent();
  const logs = await page
    .getByRole('region', { name: 'Logs' })
    .getByRole('rowheader')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [row, ...(row.parentElement?.querySelectorAll('td') ?? [])].map((cell) => cell.ariaLabel ?? cell.textContent),
      ),
    );
  return [page.url(), words, ...logs.map((row) => row.join('; '))].join('\n');
}

/** The log of a server without what a restart forgets: how far it is committed. */
export async function entriesOf(page: Page, id: number): Promise<string[]> {
  return (await logOf(page, id)).map((entry) => entry.split(', ').slice(0, 3).join(', '));
}

/** Goes from key moment to key moment until the condition holds. */
export async function goOnUntil(page: Page, condition: () => Promise<boolean>, moments = 40): Promise<void> {
  for (let i = 0; i < moments; i++) {
    if (await condition()) return;
    const before = page.url();
    await page.getByRole('button', { name: 'Next key moment' }).click();
    await expect.poll(() => page.url()).not.toBe(before);
    await drawn(page);
  }
  throw new Error('What was waited for did not come to pass.');
}

/** When what was asked for has been drawn: two animation frames later. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Lets virtual time pass: a second for each press. */
export async function letSecondsPass(page: Page, seconds: number): Promise<void> {
  for (let i = 0; i < seconds; i++) {
    const before = page.url();
    await page.keyboard.press('l');
    await expect.poll(() => page.url()).not.toBe(before);
  }
  await drawn(page);
}

/** The page's thread so many times slower, so that what is watched is not over on a quick machine; 1 ends it. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  if (rate === 1) await session.detach();
}

/** Opens something by its name in the list of all commands. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search commands' }).fill(name);
  await page.keyboard.press('Enter');
}

/** The system prefers that nothing moves. */
export async function withoutMotion(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
}
