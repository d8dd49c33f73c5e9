/** How fast an embed is there, and how fast it answers, at four-fold CPU throttling; part of `npm run bench`. */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { embedAddress } from '../src/share';

const THROTTLE = 4;
const TIMES = 5;

const OPTIONS = { scenario: 'split-vote', t: { type: 'time', at: 500_000 }, views: ['cluster', 'log'] } as const;

/**
 * Milliseconds from the request of the page on, medians of a few visits: the poster of the custom element, the first
 * server of the embed, when its buttons are there, and when no long task has been under way since; then the time from each interaction of a
 * scripted session to the next paint.
 */
export async function measureEmbed(browser: Browser, url: string) {
  const starts = [];
  for (let i = 0; i < TIMES; i++) starts.push(await visit(browser, url));
  const poster = [];
  for (let i = 0; i < TIMES; i++) poster.push(await visitPost(browser, url));
  const latencies = await session(browser, url);
  return {
    throttle: THROTTLE,
    posterMs: median(poster),
    firstPictureMs: median(starts.map(({ picture }) => picture)),
    readyMs: median(starts.map(({ ready }) => ready)),
    interactiveMs: median(starts.map(({ interactive }) => interactive)),
    interactions: latencies.length,
    interactionP75Ms: quantile(latencies, 0.75),
    interactionMaxMs: Math.max(...latencies),
  };
}

async function throttled(browser: Browser): Promise<{ page: Page; session: CDPSession }> {
  const page = await browser.newPage({ viewport: { width: 640, height: 480 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
  await page.addInitScript(watchPage);
  return { page, session };
}

interface Seen {
  readonly picture: number;
  readonly ready: number;
  readonly busyUntil: number;
  readonly interactions: Readonly<Record<number, number>>;
}

/** Runs in the page: the embed is there, and nothing long has been done for a while. */
function isQuiet(): boolean {
  const { seen } = window as unknown as { seen: Seen };
  return seen.ready > 0 && performance.now() - seen.busyUntil > 1000;
}

const readSeen = (page: Page): Promise<Seen> => page.evaluate('seen');

async function visit(browser: Browser, url: string) {
  const { page } = await throttled(browser);
  await page.goto(`${url}${embedAddress(OPTIONS)}`);
  await page.waitForFunction(isQuiet);
  const { picture, ready, busyUntil } = await readSeen(page);
  await page.close();
  return { picture, ready, interactive: Math.max(ready, busyUntil) };
}

/** A post whose embed has a poster: when that is painted. */
async function visitPost(browser: Browser, url: string): Promise<number> {
  const { page } = await throttled(browser);
  const post = `<!doctype html><title>A post</title>
    <raftarium-embed scenario="split-vote" width="640" height="302">
      <a href="./"><img src="cluster.svg" alt="" width="410" height="256">A cluster</a>
    </raftarium-embed>
    <script src="embed.js" async></script>`;
  await page.route(`${url}post.html`, (route) => route.fulfill({ contentType: 'text/html', body: post }));
  await page.goto(`${url}post.html`);
  const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
  await page.waitForFunction(painted);
  const time = await page.evaluate(painted);
  await page.close();
  return Math.round(time);
}

/** A reader plays, steps, seeks, selects, acts and opens a menu; in milliseconds, sorted. */
async function session(browser: Browser, url: string): Promise<readonly number[]> {
  const { page } = await throttled(browser);
  await page.goto(`${url}${embedAddress(OPTIONS)}`);
  await page.waitForFunction(isQuiet);
  const rest = () => page.waitForTimeout(350);
  for (const name of ['Next key moment', 'Play', 'Pause', 'Previous key moment', 'Play']) {
    await page.getByRole('button', { name }).click();
    await rest();
  }
  const track = page.getByRole('slider', { name: 'Time' });
  for (const x of [60, 140, 30]) {
    await track.click({ position: { x, y: 23 } });
    await rest();
  }
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Home', 'End']) {
    await page.keyboard.press(key);
    await rest();
  }
  for (const server of [2, 4]) {
    await page.getByRole('button', { name: new RegExp(`^S${server}, `) }).click();
    await rest();
    await page.keyboard.press('c');
    await rest();
  }
  await page.getByRole('button', { name: /^S3, / }).click({ button: 'right' });
  await rest();
  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
  const { interactions } = await readSeen(page);
  await page.close();
  return Object.values(interactions).sort((a, b) => a - b);
}

/** Runs in the page before anything else. */
function watchPage(): void {
  const seen = { picture: 0, ready: 0, busyUntil: 0, interactions: {} as Record<number, number> };
  Object.assign(window, { seen });
  const paint = (done: () => void) => requestAnimationFrame(() => setTimeout(done));
  new MutationObserver((_, observer) => {
    if (document.querySelector('.stage-svg [role="button"]') === null) return;
    observer.disconnect();
    paint(() => {
      seen.picture = Math.round(performance.now());
    });
  }).observe(document, { childList: true, subtree: true });
  const ask = setInterval(() => {
    if (document.querySelector('.embed__controls button') === null) return;
    clearInterval(ask);
    paint(() => {
      seen.ready = Math.round(performance.now());
    });
  }, 10);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.busyUntil = Math.round(startTime + duration);
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId: number })[]) {
      const { interactionId: id, duration } = entry;
      if (id > 0) seen.interactions[id] = Math.max(seen.interactions[id] ?? 0, duration);
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
