/** Without a network: the page as one file, and the hosted page after the first visit, also when a newer one comes. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { writeServiceWorker } from '../src/build/service-worker.ts';

/** What the page throws or complains of. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return complaints;
}

test('one file is the whole page: pictures, story, lab and both languages, without a single request', async ({
  page,
  context,
}) => {
  const asked: string[] = [];
  await context.route(/^(?!file:)/, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) asked.push(request.url());
  });
  const complaints = complaintsOf(page);
  const address = pathToFileURL(resolve('dist/raftarium.html')).href;
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Watch five servers agree.');
  await expect(page.getByRole('button', { name: /^S\d, leader/ })).toHaveCount(1);
  expect(await page.evaluate(() => document.fonts.check('16px "Source Sans 3"'))).toBe(true);

  await page.getByRole('button', { name: 'Open the sandbox' }).click();
  await expect(page).toHaveURL(/#run=/);
  await page.getByRole('button', { name: 'Play', exact: true }).first().click();
  // The drawing thread starts from within the file.
  await expect.poll(() => page.evaluate(() => document.querySelector('.stage-elsewhere canvas') !== null)).toBe(true);
  await page.goto('about:blank');
  await page.goto(`${address}#scenario=two-leaders&t=1400`);
  await expect(page.getByRole('button', { name: /^S\d, leader, / })).toHaveCount(2);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search commands' }).fill('Share and save');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(/raftarium\.html#run=/);
  // What lies beside the hosted page only is not offered.
  await expect(page.locator('a[href*="#embed"]')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'With a preview' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Learn' }).click();
  await page.getByRole('link', { name: /Leader election/ }).click();
  await expect(page.locator('.narration__caption')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/#story=leader-election&cue=/);

  await page.evaluate('location.hash = "#lab=figure-16&trials=3"');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('.run-bar__status')).toContainText('Done: 30 of 30');
  expect(page.workers().length).toBeGreaterThan(0);

  await page.getByRole('button', { name: '中文界面' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('.run-bar__status')).toContainText('完成');
  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);
});

/** A host of static files under a sub-path, which can be out of reach. */
interface Host {
  readonly url: string;
  reachable: boolean;
  close(): void;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
};

async function hostOf(folder: string): Promise<Host> {
  const host = { url: '', reachable: true, close: () => server.close() };
  const server: Server = createServer((request, response) => {
    if (!host.reachable) return void request.socket.destroy();
    const path = (request.url ?? '')
      .split('?')[0]
      .replace(/^\/raft\//, '')
      .replace(/^$/, 'index.html');
    try {
      const bytes = readFileSync(join(folder, path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  host.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/raft/`;
  return host;
}

/** Makes the build in the folder a later one: every part has another name, and each page another title. */
async function renew(folder: string): Promise<void> {
  const parts = readdirSync(join(folder, 'assets'));
  const renamed = (name: string) => name.replace(/(\.\w+)$/, '-newer$1');
  for (const name of ['../index.html', ...parts]) {
    const path = join(folder, 'assets', name);
    if (!/\.(js|css|html)$/.test(name)) continue;
    const text = parts.reduce((all, part) => all.replaceAll(part, renamed(part)), readFileSync(path, 'utf8'));
    writeFileSync(path, text.replace('</head>', '<meta name="newer" /></head>'));
  }
  for (const name of parts) renameSync(join(folder, 'assets', name), join(folder, 'assets', renamed(name)));
  await writeServiceWorker(folder);
}

/** Which of the two builds the page is of: its document and all parts that it has loaded. */
async function buildsIn(page: Page): Promise<string[]> {
  const builds = await page.evaluate(() => {
    const parts = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.includes('/assets/'));
    const ofPage = document.querySelector('meta[name="newer"]') === null ? 'older' : 'newer';
    return [ofPage, ...parts.map((name) => (name.includes('-newer.') ? 'newer' : 'older'))];
  });
  return [...new Set(builds)];
}

/** Why the browser would not install the page; that this browser is not the kind that installs is no fault of it. */
async function installFaults(page: Page): Promise<string[]> {
  const browser = await page.context().newCDPSession(page);
  const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
  const ids = installabilityErrors.map(({ errorId }) => errorId);
  return ids.filter((id) => id !== 'in-incognito');
}

const cachesOf = (page: Page) => page.evaluate(async () => (await caches.keys()).length);
const isKept = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.ready) && navigator.serviceWorker.controller !== null);

test.describe('with the service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the hosted page works offline after the first visit, and is never a mix of two builds', async ({
    page,
    context,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'raftarium-'));
    cpSync('dist', folder, { recursive: true });
    const host = await hostOf(folder);
    try {
      await page.goto(host.url);
      await expect.poll(() => isKept(page)).toBe(true);
      host.reachable = false;
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Watch five servers agree.');
      await page.goto(`${host.url}#scenario=figure-8&t=440`);
      await expect(page.getByRole('button', { name: /^S5, crashed/ })).toBeVisible();
      expect(await cachesOf(page)).toBe(1);
      expect(await installFaults(page)).toEqual([]);

      // A newer build is there: what was open stays what it is, in parts that it has not loaded yet, too.
      await renew(folder);
      host.reachable = true;
      const other = await context.newPage();
      await other.goto(host.url);
      await expect(other.getByText('A newer version of Raftarium is here.')).toBeVisible();
      expect(await buildsIn(other)).toEqual(['older']);
      await other.getByRole('button', { name: 'Reload' }).click();
      await expect.poll(() => other.locator('meta[name="newer"]').count()).toBe(1);
      await expect(other.getByRole('heading', { level: 1 })).toHaveText('Watch five servers agree.');
      expect(await buildsIn(other)).toEqual(['newer']);
      expect(await cachesOf(other)).toBe(2);

      await page.evaluate('location.hash = "#lab=figure-16&trials=1"');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(page.locator('.run-bar__status')).toContainText('Done');
      await page.getByRole('button', { name: '中文界面' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
      expect(await buildsIn(page)).toEqual(['older']);

      // What is shared of a scenario leads to it; the language is that of all pages by now.
      await other.goto(`${host.url}s/figure-8.html`);
      await expect(other.locator('[data-server]')).toHaveCount(5);
      expect(other.url()).toContain(`${host.url}#`);
      await other.getByRole('button', { name: '菜单' }).click();
      await other.getByRole('menuitem', { name: /^分享与保存/ }).click();
      await expect(other.getByRole('textbox', { name: '带预览的地址' })).toHaveValue(`${host.url}s/figure-8.zh.html`);

      // When the last page of the older build is gone, so is the build; offline the newer one is whole.
      await page.reload();
      await expect.poll(() => cachesOf(page)).toBe(1);
      host.reachable = false;
      await page.reload();
      await expect(page.locator('.run-bar__status')).toBeVisible();
      expect(await buildsIn(page)).toEqual(['newer']);

      // Half of an upload is no build: nothing of it is kept.
      host.reachable = true;
      const script = readFileSync(join(folder, 'sw.js'), 'utf8');
      const torn = script.replace(/BUILD = '\w{8}/, "BUILD = 'torntorn").replace(/"(\w{60})\w{4}"/, '"$10000"');
      writeFileSync(join(folder, 'sw.js'), torn);
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update().catch(() => undefined);
        const worker = registration.installing;
        if (worker !== null && worker.state === 'installing')
          await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
      });
      expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();
      await expect.poll(() => cachesOf(page)).toBe(1);
    } finally {
      host.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
