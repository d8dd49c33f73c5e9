/**
 * What the page costs in Chromium, as JSON: main-thread time, frames, long tasks, heap. Run by `npm run bench`.
 *
 * `cpu` is the time for which the main thread ran, `wall` that between the starts and ends of its tasks: where other
 * programs use the machine too, only the first belongs to the page. The work of a frame is all that the main thread
 * does from one animation frame to the next, script, style, layout, paint and hand-over, from the browser's trace.
 */
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { encodeRun } from '../src/share';
import { createRun, defaultConfig, MILLISECOND, type Run, SECOND } from '../src/sim';
import { findBrowser, thisMachine } from './browser.ts';
import { measureEmbed } from './embed-speed.ts';
import { serve } from './run.ts';

const SIZE = { width: 1280, height: 800 };

export async function main(argv: string[]): Promise<number> {
  const finding = await findBrowser(thisMachine());
  if (!finding.ok) {
    process.stderr.write(`${finding.reason}\n`);
    return 3;
  }
  const only = argv.filter((argument) => !argument.startsWith('--'));
  if (!argv.includes('--built')) await build({ logLevel: 'error' });
  const server = await serve();
  const browser = await chromium.launch({ executablePath: finding.browser.path, args: [...finding.browser.args] });
  try {
    process.stdout.write(`${JSON.stringify(await measureAll(browser, server.url, only), null, 2)}\n`);
  } finally {
    await browser.close();
    await server.close();
  }
  return 0;
}

/** @param only the names of what is to be measured; all when empty */
async function measureAll(browser: Browser, url: string, only: readonly string[]) {
  const load = linkTo(url, loadRun(), 400);
  const crowd = linkTo(url, crowdedRun(), 3000);
  const measures = {
    blankPage: () => measure(browser, 'about:blank', { seconds: 5, blank: true }),
    blankPageThrottled: () => measure(browser, 'about:blank', { seconds: 10, blank: true, throttle: 4 }),
    freshPage: () => measure(browser, url, { seconds: 10 }),
    underClientLoad: () => measure(browser, load, { seconds: 10, play: true }),
    underClientLoadFast: () => measure(browser, load, { seconds: 10, play: true, faster: 4 }),
    underClientLoadThrottled: () => measure(browser, load, { seconds: 10, play: true, throttle: 4 }),
    messages200: () => measure(browser, crowd, { seconds: 10, play: true }),
    messages200Throttled: () => measure(browser, crowd, { seconds: 10, play: true, throttle: 4 }),
    withoutThread: () => measure(browser, load, { seconds: 10, play: true, alone: true }),
    diagram: () => measureDiagram(browser, `${linkTo(url, loadRun(), DIAGRAM_LENGTH)}&view=diagram`),
    embedThrottled: () => measureEmbed(browser, url),
    atRest: () => measure(browser, load, { seconds: 5 }),
    twoMinutes: () => heapGrowth(browser, load, 120),
    hour: () => hourOfHistory(browser, (milliseconds) => linkTo(url, loadRun(), milliseconds)),
    blankPageAgain: () => measure(browser, 'about:blank', { seconds: 5, blank: true }),
  };
  const results: Record<string, unknown> = {};
  for (const [name, take] of Object.entries(measures)) {
    if (only.length === 0 || only.includes(name)) results[name] = await take();
  }
  return results;
}

/** Five servers and two clients that each write ten times a second. */
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

/** In milliseconds: the run with client load has 100,000 transitions by then. */
const DIAGRAM_LENGTH = 400_000;

const linkTo = (url: string, run: Run, milliseconds: number): string =>
  `${url}#run=${encodeRun(run)}&t=${milliseconds}`;

interface Wish {
  readonly seconds: number;
  readonly play?: boolean;
  /** How often to ask for the next higher speed. */
  readonly faster?: number;
  readonly throttle?: number;
  /** An empty page that only asks for frames: what nobody can save. */
  readonly blank?: boolean;
  /** Without the drawing thread. */
  readonly alone?: boolean;
}

/** How long the browser's trace is kept, which costs something itself: in seconds, after all else is measured. */
const TRACED = 5;

async function open(browser: Browser, url: string, wish: Wish): Promise<{ page: Page; session: CDPSession }> {
  const page = await browser.newPage({ viewport: SIZE });
  await page.addInitScript(countWork);
  if (wish.alone) await page.addInitScript('delete window.Worker');
  await page.goto(url);
  if (wish.blank) await page.evaluate('{ const ask = () => requestAnimationFrame(ask); ask(); }');
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
  const frames = work.frames < seconds ? null : await traceFrames(session);
  await page.close();
  return {
    cpuMsPerSecond: perSecond('ThreadTime'),
    wallMsPerSecond: perSecond('TaskDuration'),
    scriptMsPerSecond: perSecond('ScriptDuration'),
    layoutMsPerSecond: perSecond('LayoutDuration'),
    styleMsPerSecond: perSecond('RecalcStyleDuration'),
    framesPerSecond: round(work.frames / seconds),
    frameScriptMs: quantiles(work.times),
    frameCpuMs: frames?.cpu ?? null,
    frameWallMs: frames?.wall ?? null,
    longTasks: work.longTasks,
    longestTaskMs: round(work.longest),
    timersSet: work.timers,
  };
}

/** The space-time diagram of a long run: with each frame it is moved, or shows more or less. */
async function measureDiagram(browser: Browser, url: string) {
  const { page, session } = await open(browser, url, { seconds: TRACED });
  const canvas = page.locator('.diagram canvas');
  await canvas.waitFor({ timeout: 120_000 });
  await page.waitForFunction(
    (time) => location.hash.includes(`t=${time}&`) && document.querySelector('[data-rows]') !== null,
    DIAGRAM_LENGTH,
    { timeout: 120_000 },
  );
  const rows = await page.locator('[data-rows]').getAttribute('data-rows');
  await page.keyboard.press('0');
  await page.evaluate(wheelAlways);
  const frames = await traceFrames(session);
  await page.close();
  return {
    transitions: Number(rows),
    frameCpuMs: frames.cpu,
    frameWallMs: frames.wall,
    frameIntervalMs: frames.interval,
  };
}

/** Runs in the page: a turn of the wheel for each frame, from the whole run to a few messages and back, and sideways. */
function wheelAlways(): void {
  const box = document.querySelector('.diagram__picture') as HTMLElement;
  const { left, top, width } = box.getBoundingClientRect();
  let frame = 0;
  const turn = () => {
    const phase = frame++ % 240;
    const zooms = phase % 80 < 60;
    const deltaY = zooms ? (phase < 120 ? -60 : 60) : 90;
    const clientX = left + width * (0.3 + 0.4 * Math.abs(Math.sin(frame / 50)));
    const options = { deltaY, ctrlKey: zooms, clientX, clientY: top + 80, bubbles: true, cancelable: true };
    box.dispatchEvent(new WheelEvent('wheel', options));
    requestAnimationFrame(turn);
  };
  requestAnimationFrame(turn);
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: start, length, and how much of that the thread ran. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/** The whole work of the main thread for each frame, from the browser's trace. */
async function traceFrames(session: CDPSession) {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  const includedCategories = ['toplevel', 'devtools.timeline'];
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories, excludedCategories: ['*'] },
  });
  await new Promise((done) => setTimeout(done, TRACED * 1000));
  await session.send('Tracing.end');
  await complete;
  return workOfFrames(events);
}

function workOfFrames(events: readonly TraceEvent[]) {
  const spans = events.filter(({ ph }) => ph === 'X').sort((a, b) => a.ts - b.ts);
  const asked = spans.filter(({ name }) => name === 'FireAnimationFrame');
  const { pid, tid } = mostCommon(asked);
  const own = spans.filter((event) => event.pid === pid && event.tid === tid);
  const tasks = outermost(own);
  // A frame begins with the task that holds its callback.
  const callbacks = own.filter(({ name }) => name === 'FireAnimationFrame');
  const starts = callbacks.map(({ ts }) => tasks.findLast((task) => task.ts <= ts)?.ts ?? ts);
  const cpu = starts.map(() => 0);
  const wall = starts.map(() => 0);
  let frame = -1;
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    while (frame + 1 < starts.length && starts[frame + 1] <= ts) frame++;
    if (frame < 0) continue;
    cpu[frame] += tdur / 1000;
    wall[frame] += dur / 1000;
  }
  const interval = callbacks.slice(1).map(({ ts }, i) => (ts - callbacks[i].ts) / 1000);
  // The last one may not be whole.
  return { cpu: quantiles(cpu.slice(0, -1)), wall: quantiles(wall.slice(0, -1)), interval: quantiles(interval) };
}

function outermost(sorted: readonly TraceEvent[]): TraceEvent[] {
  let end = Number.NEGATIVE_INFINITY;
  return sorted.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

/** The thread of the page that was measured: the one that was called for frames most often. */
function mostCommon(events: readonly TraceEvent[]): { pid: number; tid: number } {
  const counts = new Map<string, number>();
  for (const { pid, tid } of events) counts.set(`${pid} ${tid}`, (counts.get(`${pid} ${tid}`) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const [pid, tid] = (most?.[0] ?? '0 0').split(' ').map(Number);
  return { pid, tid };
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

/** What the history of a virtual hour costs the page, with all that watches it: the heap at its end against its first second. */
async function hourOfHistory(browser: Browser, linkAt: (milliseconds: number) => string) {
  const heapAt = async (milliseconds: number): Promise<number> => {
    const { page, session } = await open(browser, linkAt(milliseconds), { seconds: 0 });
    // A far instant is simulated in slices, and the play head shows how far it has come.
    await page
      .getByText(`${milliseconds.toLocaleString('en')} ms`)
      .first()
      .waitFor({ timeout: 120_000 });
    await page.waitForTimeout(5000);
    for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize } = await readMetrics(session);
    await page.close();
    return JSHeapUsedSize / 1e6;
  };
  const before = await heapAt(1000);
  const after = await heapAt(3_600_000);
  return { heapBeforeMB: round(before), heapAfterMB: round(after), megabytesPerVirtualHour: round(after - before) };
}

async function readMetrics(session: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

interface Work {
  readonly frames: number;
  readonly times: number[];
  readonly longTasks: number;
  /** The longest of them, in milliseconds; 0 when there was none. */
  readonly longest: number;
  readonly timers: number;
}

/** Runs in the page before anything else: counts what the page asks for. */
function countWork(): void {
  let frames = 0;
  let times: number[] = [];
  let timers = 0;
  let longTasks = 0;
  let longest = 0;
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
    longest = Math.max(longest, ...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask' });
  Object.assign(window, {
    work: {
      start: () => {
        frames = 0;
        times = [];
        timers = 0;
        longTasks = 0;
        longest = 0;
      },
      stop: () => ({ frames, times, timers, longTasks, longest }),
    },
  });
}

function quantiles(times: readonly number[]) {
  const sorted = times.slice().sort((a, b) => a - b);
  const at = (p: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

const round = (value: number): number => Number(value.toFixed(2));
