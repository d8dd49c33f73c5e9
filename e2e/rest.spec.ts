import type { Page } from '@playwright/test';
import { drawn, expect, open, openAt, quietRun, readout, server, test } from './journey.ts';

/** Runs in the page before anything else: counts the frames and timers that it asks for, and those still pending. */
function countWork(): void {
  let asked = 0;
  const pending = new Set<string>();
  const { requestAnimationFrame: request, cancelAnimationFrame: cancel } = window;
  const { setTimeout: wait, clearTimeout: clear, setInterval: repeat, clearInterval: stop } = window;
  const note = (id: string) => {
    asked++;
    pending.add(id);
  };
  window.requestAnimationFrame = (callback) => {
    const id = request.call(window, (now) => {
      pending.delete(`frame ${id}`);
      callback(now);
    });
    note(`frame ${id}`);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    pending.delete(`frame ${id}`);
    cancel.call(window, id);
  };
  window.setTimeout = ((callback: () => void, delay?: number) => {
    const done = () => {
      pending.delete(`timer ${id}`);
      callback();
    };
    const id = wait.call(window, done, delay) as unknown as number;
    note(`timer ${id}`);
    return id;
  }) as unknown as typeof wait;
  window.clearTimeout = (id) => {
    pending.delete(`timer ${id}`);
    clear.call(window, id);
  };
  window.setInterval = ((...args: Parameters<typeof repeat>) => {
    const id = repeat.apply(window, args);
    note(`repeated ${id}`);
    return id;
  }) as typeof repeat;
  window.clearInterval = (id) => {
    pending.delete(`repeated ${id}`);
    stop.call(window, id);
  };
  Object.assign(window, {
    work: { asked: () => asked, pending: () => [...pending] },
    /** Waits without being counted. */
    idle: (milliseconds: number) => new Promise((done) => wait.call(window, done, milliseconds)),
  });
}

/** Nothing is pending any more, and for this long nothing is asked for. */
async function expectRest(page: Page, milliseconds = 1000): Promise<void> {
  await expect.poll(() => page.evaluate('work.pending()')).toEqual([]);
  const before = await page.evaluate('work.asked()');
  await page.evaluate(`idle(${milliseconds})`);
  expect(await page.evaluate('work.asked()')).toBe(before);
  const moving = await page.evaluate(
    () => document.getAnimations().filter((one) => one.playState === 'running').length,
  );
  expect(moving).toBe(0);
}

test('paused, nothing runs at all: no frame, no timer, no animation', async ({ page }) => {
  await page.addInitScript(countWork);
  await openAt(page, quietRun(3, 5, 100), 1500);
  await expectRest(page);
  await page.keyboard.press('Space');
  await expect.poll(() => readout(page)).toBeGreaterThan(1510);
  await page.keyboard.press('4');
  await page.keyboard.press('c');
  await page.keyboard.press('Space');
  await expectRest(page);
});

test('in a hidden tab nothing runs either, and it goes on when it is seen again', async ({ page }) => {
  await page.addInitScript(countWork);
  await page.addInitScript(() => {
    const state = { hidden: false };
    Object.defineProperty(document, 'hidden', { get: () => state.hidden });
    Object.defineProperty(document, 'visibilityState', { get: () => (state.hidden ? 'hidden' : 'visible') });
    Object.assign(window, {
      hide: (hidden: boolean) => {
        state.hidden = hidden;
        document.dispatchEvent(new Event('visibilitychange'));
      },
    });
  });
  await open(page, '#seed=3&servers=5');
  await expect.poll(() => readout(page)).toBeGreaterThan(10);
  await page.evaluate('hide(true)');
  const stopped = await readout(page);
  await expectRest(page, 2000);
  expect(await readout(page)).toBe(stopped);
  await page.evaluate('hide(false)');
  await page.evaluate('idle(500)');
  const resumed = await readout(page);
  expect(resumed).toBeGreaterThan(stopped);
  // The two seconds out of sight, 100 virtual milliseconds, are not made up for.
  expect(resumed).toBeLessThan(stopped + 90);
});

test.describe('a reader who prefers reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('sees nothing play unasked, and then event by event with every mark in its place', async ({ page }) => {
    await page.addInitScript(countWork);
    await open(page, '#seed=3&servers=5');
    const notice = page.getByRole('status').filter({ hasText: 'asks for reduced motion' });
    await expect(notice).toBeVisible();
    await expectRest(page);
    expect(await readout(page)).toBe(0);

    await page.keyboard.press(']');
    await page.evaluate(watchMarks);
    await notice.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => readout(page)).toBeGreaterThan(280);
    const { moved, seen, times } = await page.evaluate(() => window.marks());
    expect(seen).toBeGreaterThan(8);
    expect(moved).toEqual([]);
    // It leaps from event to event rather than by a frame's worth of time each.
    const leaps = times.slice(1).map((time, i) => time - times[i]);
    expect(Math.max(...leaps)).toBeGreaterThan(5);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

declare global {
  interface Window {
    marks(): { moved: string[]; seen: number; times: number[] };
  }
}

/** Runs in the page: notes messages that change their place, and the instants that are shown. */
function watchMarks(): void {
  const places = new Map<string, string>();
  const moved: string[] = [];
  const times: number[] = [];
  const look = () => {
    for (const mark of document.querySelectorAll('[data-message]:not([display="none"])')) {
      const key = mark.getAttribute('data-message') ?? '';
      const place = mark.getAttribute('transform') ?? '';
      const before = places.get(key);
      if (before !== undefined && before !== place) moved.push(`${key}: ${before} → ${place}`);
      places.set(key, place);
    }
    const time = Number(document.querySelector('.time__now')?.textContent?.replaceAll(/[^\d]/g, ''));
    if (times.at(-1) !== time) times.push(time);
  };
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  window.marks = () => ({ moved, seen: places.size, times });
}

test('nothing large flashes at ten times real time, whatever happens to the cluster', async ({ page }) => {
  const run = quietRun(3);
  const timing = { electionMin: 20_000, electionMax: 40_000, heartbeat: 15_000 };
  const network = { ...run.config.network, loss: 300_000 };
  await openAt(page, { ...run, config: { ...run.config, timing, network } }, 400);
  await page.getByRole('button', { name: 'More speeds' }).click();
  await page.getByRole('menuitemradio', { name: '10×', exact: true }).click();
  await page.evaluate(watchFills);
  await page.keyboard.press('k');
  await expect.poll(() => readout(page), { timeout: 30_000 }).toBeGreaterThan(20_000);
  await page.keyboard.press('k');
  await drawn(page);
  expect(await page.evaluate(() => window.flashes())).toBeLessThanOrEqual(3);
  await expect(server(page, 1)).toBeVisible();
});

declare global {
  interface Window {
    flashes(): number;
  }
}

/** Runs in the page: notes when the large disc of a server is filled, emptied, shown or hidden. */
function watchFills(): void {
  const changes = new Map<Element, number[]>();
  const looks = new Map<Element, string>();
  const look = () => {
    for (const body of document.querySelectorAll('.server-body')) {
      const { fill, opacity } = getComputedStyle(body);
      const now = `${fill} ${opacity}`;
      const before = looks.get(body);
      looks.set(body, now);
      if (before === undefined || before === now) continue;
      changes.set(body, [...(changes.get(body) ?? []), performance.now()]);
    }
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  // A flash is a change and the change back: the most of them within any second.
  window.flashes = () =>
    Math.max(
      0,
      ...[...changes.values()].flatMap((times) =>
        times.map((start) => Math.floor(times.filter((time) => time >= start && time < start + 1000).length / 2)),
      ),
    );
}
