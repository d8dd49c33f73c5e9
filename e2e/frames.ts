/** What the page costs in Chromium, as JSON: main-thread time, frames, long tasks, heap. Run by `npm run bench`. */
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { encodeRun } from '../src/share';
import { createRun, defaultConfig, MILLISECOND, type Run, SECOND } from '../src/sim';
import { findBrowser, thisMachine } from './browser.ts';
import { serve } from './run.ts';

const SIZE = { width: 1280, height: 800 };

export async function main(argv: string[]): Promise<number> {
  const finding = await findBrowser(thisMachine());
  if (!finding.ok) {
    process.stderr.write(`${finding.reason}\n`);
    return 3;
  }
  if (!argv.includes('--built')) await build({ logLevel: 'error' });
  const server = await serve();
  const browser = await chromium.launch({ executablePath: finding.browser.path, args: [...finding.browser.args] });
  try {
    process.stdout.write(`${JSON.stringify(await measureAll(browser, server.url), null, 2)}\n`);
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}

async function measureAll(browser: Browser, url: string) {
  const load = loadRun();
  return {
    blankPage: await measure(browser, 'about:blank', { seconds: 5 }),
    underClientLoad: await measure(browser, linkTo(url, load, 400), { seconds: 10, play: true }),
    underClientLoadFast: await measure(browser, linkTo(url, load, 400), { seconds: 10, play: true, faster: 4 }),
    underClientLoadThrottled: await measure(browser, linkTo(url, load, 400), { seconds: 10, play: true, throttle: 4 }),
    messages200: await measure(browser, linkTo(url, crowdedRun(), 3000), { seconds: 10, play: true }),
    messages200Throttled: await measure(browser, linkTo(url, crowdedRun(), 3000), {
      seconds: 10,
      play: true,
      throttle: 4,
    }),
    atRest: await measure(browser, linkTo(url, load, 400), { seconds: 5 }),
    twoMinutes: await heapGrowth(browser, linkTo(url, load, 400), 120),
  };
}

/** Five servers and a client that writes ten times a second. */
function loadRun(): Run {
  const base = defaultConfig();
  return createRun(3, { ...base, clients: { ...base.clients, count: 2, interval: 100 * MILLISECOND } });
}

/** About 200 messages in flight: many heartbeats on slow links. */
function crowdedRun(): Run {
  const base = defaultConfig();
  return createRun(3, {
    ...base,
    timing: { electionMin: SECOND, electionMax: 2 * SECOND, heartbeat: 5 * MILLISECOND },
    network: { ...base.network, latency: { min: 120 * MILLISECOND, max: 130 * MILLISECOND } },
  });
}

const linkTo = (url: string, run: Run, milliseconds: number): string =>
  `${url}#run=${encodeRun(run)}&t=${milliseconds}`;

interface Wish {
  readonly seconds: number;
  readonly play?: boolean;
  /** How often to ask for the next higher speed. */
  readonly faster?: number;
  readonly throttle?: number;
}

async function open(browser: Browser, url: string, wish: Wish): Promise<{ page: Page; session: CDPSession }> {
  const page = await browser.newPage({ viewport: SIZE });
  await page.addInitScript(countWork);
  await page.goto(url);
  await page.waitForTimeout(1500);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  if (wish.throttle !== undefined) await session.send('Emulation.setCPUThrottlingRate', { rate: wish.throttle });
  for (let i = 0; i < (wish.faster ?? 0); i++) await page.keyboard.press(']');
  if (wish.play) await page.keyboard.press('Space');
  await page.waitForTimeout(1000);
  return { page, session };
}

async function measure(browser: Browser, url: string, wish: Wish) {
  const { page, session } = await open(browser, url, wish);
  const before = await readMetrics(session);
  await page.evaluate('work.start()');
  await page.waitForTimeout(wish.seconds * 1000);
  const work = (await page.evaluate('work.stop()')) as Work;
  const after = await readMetrics(session);
  const seconds = after.Timestamp - before.Timestamp;
  const perSecond = (name: string) => round(((after[name] - before[name]) * 1000) / seconds);
  await page.close();
  return {
    mainThreadMsPerSecond: perSecond('TaskDuration'),
    scriptMsPerSecond: perSecond('ScriptDuration'),
    layoutMsPerSecond: perSecond('LayoutDuration'),
    styleMsPerSecond: perSecond('RecalcStyleDuration'),
    framesPerSecond: round(work.frames / seconds),
    frameScriptMs: quantiles(work.times),
    longTasks: work.longTasks,
    timersSet: work.timers,
  };
}

async function heapGrowth(browser: Browser, url: string, seconds: number) {
  const { page, session } = await open(browser, url, { seconds, play: true });
  const heap = async (): Promise<number> => {
    for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
    return (await readMetrics(session)).JSHeapUsedSize / 1e6;
  };
  await page.waitForTimeout(10_000);
  const before = await heap();
  await page.waitForTimeout(seconds * 1000);
  const after = await heap();
  await page.close();
  return { heapBeforeMB: round(before), heapAfterMB: round(after), growthMB: round(after - before) };
}

async function readMetrics(session: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

interface Work {
  readonly frames: number;
  readonly times: number[];
  readonly longTasks: number;
  readonly timers: number;
}

/** Runs in the page before anything else: counts what the page asks for. */
function countWork(): void {
  let frames = 0;
  let times: number[] = [];
  let timers = 0;
  let longTasks = 0;
  const { requestAnimationFrame: request, setTimeout: wait, setInterval: repeat } = window;
  window.requestAnimationFrame = (callback) =>
    request.call(window, (time) => {
      frames++;
      const started = performance.now();
      callback(time);
      times.push(performance.now() - started);
    });
  const counting = (original: typeof wait) =>
    ((...args: Parameters<typeof wait>) => {
      timers++;
      return original.apply(window, args);
    }) as typeof wait;
  window.setTimeout = counting(wait);
  window.setInterval = counting(repeat as typeof wait) as typeof repeat;
  new PerformanceObserver((list) => {
    longTasks += list.getEntries().length;
  }).observe({ type: 'longtask' });
  Object.assign(window, {
    work: {
      start: () => {
        frames = 0;
        times = [];
        timers = 0;
        longTasks = 0;
      },
      stop: () => ({ frames, times, timers, longTasks }),
    },
  });
}

function quantiles(times: readonly number[]) {
  const sorted = times.slice().sort((a, b) => a - b);
  const at = (p: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

const round = (value: number): number => Number(value.toFixed(2));
