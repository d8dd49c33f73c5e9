import type { Page } from '@playwright/test';
import { expect, linkTo, open, quietRun, readout, server, test } from './journey.ts';

/** Runs in the page before anything else: its animation frames come when the test says so, at times that it says. */
function holdFrames(): void {
  let waiting: [number, FrameRequestCallback][] = [];
  let count = 0;
  let now = 0;
  window.requestAnimationFrame = (callback) => {
    waiting.push([++count, callback]);
    return count;
  };
  window.cancelAnimationFrame = (id) => {
    waiting = waiting.filter(([other]) => other !== id);
  };
  Object.assign(window, {
    /** One frame, this many milliseconds after the last. */
    frame: (milliseconds: number) => {
      now = Math.max(now, performance.now()) + milliseconds;
      const due = waiting;
      waiting = [];
      for (const [, callback] of due) callback(now);
    },
  });
}

const isDrawnElsewhere = (page: Page) =>
  page.evaluate(() => {
    const host = document.querySelector('.stage-elsewhere');
    const timeline = document.querySelector('.timeline');
    return (
      host !== null && getComputedStyle(host).visibility === 'visible' && timeline?.classList.contains('is-elsewhere')
    );
  });

/** Up to this part of the pixels, edges are smoothed differently by SVG and canvas. */
const SAME = 0.001;

/** What is shown of the stage and the timeline. */
async function pictures(page: Page): Promise<string[]> {
  const taken: string[] = [];
  for (const name of ['.stage', '.timeline']) {
    taken.push((await page.locator(name).screenshot({ caret: 'hide' })).toString('base64'));
  }
  return taken;
}

/** The part of the pixels in which two pictures differ by more than a shade. */
function difference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async (sources) => {
      const [a, b] = await Promise.all(
        sources.map(async (source) => {
          const image = new Image();
          image.src = `data:image/png;base64,${source}`;
          await image.decode();
          const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
          pen?.drawImage(image, 0, 0);
          return pen?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        }),
      );
      if (a.length !== b.length || a.length === 0) return 1;
      let other = 0;
      for (let i = 0; i < a.length; i += 4) {
        const shade = Math.max(...[0, 1, 2].map((c) => Math.abs(a[i + c] - b[i + c])));
        if (shade > 48) other++;
      }
      return (4 * other) / a.length;
    },
    [one, other],
  );
}

/** Lets frames pass until the thread draws. */
async function playUntilDrawnElsewhere(page: Page): Promise<void> {
  const drawn = async () => {
    await page.evaluate('frame(16)');
    return isDrawnElsewhere(page);
  };
  await expect.poll(drawn, { intervals: [30] }).toBe(true);
}

async function frames(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await page.evaluate('frame(16)');
}

/** When the thread has drawn the last of these frames: two looks at the picture are the same. */
async function settledPictures(page: Page): Promise<string[]> {
  let last = await pictures(page);
  const isSettled = async () => {
    const before = last;
    last = await pictures(page);
    return before[0] === last[0] && before[1] === last[1];
  };
  await expect.poll(isSettled).toBe(true);
  return last;
}

/** Plays on and pauses until messages are under way: which frame the thread began with depends on the machine. */
async function pausedWithMessages(page: Page): Promise<{ moving: string[]; still: string[] }> {
  for (let attempt = 0; attempt < 20; attempt++) {
    if (attempt > 0) {
      await page.keyboard.press('Space');
      await playUntilDrawnElsewhere(page);
    }
    await frames(page, 60);
    const moving = await settledPictures(page);
    await page.keyboard.press('Space');
    await frames(page, 1);
    expect(await isDrawnElsewhere(page)).toBe(false);
    const still = await settledPictures(page);
    if ((await page.locator('[data-message]:visible').count()) > 0) return { moving, still };
  }
  throw new Error('no message was under way at any of twenty pauses');
}

const BUSY = linkTo(quietRun(3, 5, 20), 900);

test('paused, the picture is the one that the thread drew last, in another future too', async ({ page }) => {
  await page.addInitScript(holdFrames);
  await open(page, BUSY);
  await frames(page, 4);
  // Slowly enough that writes to disk are seen while it plays.
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  for (const act of ['nothing', 'crash']) {
    await page.keyboard.press('Space');
    await playUntilDrawnElsewhere(page);
    if (act === 'crash') {
      await server(page, 2).click();
      await page.keyboard.press('c');
      // The ring of the focus is the page's own.
      await page.evaluate('document.activeElement.blur()');
    }
    const { moving, still } = await pausedWithMessages(page);
    expect(await difference(page, moving[0], still[0])).toBeLessThan(SAME);
    expect(await difference(page, moving[1], still[1])).toBeLessThan(SAME);
    // The comparison can fail: some events later the messages are elsewhere.
    for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
    const isOther = async () => {
      await frames(page, 1);
      return (await difference(page, moving[0], (await pictures(page))[0])) > 4 * SAME;
    };
    await expect.poll(isOther).toBe(true);
  }
});

test('the thread is asked for only when the page has been painted', async ({ page }) => {
  await open(page);
  await expect.poll(() => isDrawnElsewhere(page)).toBe(true);
  const times = await page.evaluate(() => {
    const paints = performance.getEntriesByName('first-contentful-paint');
    const scripts = performance.getEntriesByType('resource').filter(({ name }) => /worker-[^/]*\.js$/.test(name));
    return { painted: paints[0]?.startTime ?? null, asked: scripts[0]?.startTime ?? null };
  });
  expect(times.painted).not.toBeNull();
  expect(times.asked).not.toBeNull();
  expect(Number(times.asked)).toBeGreaterThan(Number(times.painted));
});

test('when the thread dies while it plays, the page goes on by itself', async ({ page, faults }) => {
  await open(page);
  await expect.poll(() => isDrawnElsewhere(page)).toBe(true);
  await expect(page.locator('.stage-canvas')).toHaveCount(0);
  await page.workers()[0].evaluate(() => {
    setTimeout(() => {
      throw new Error('a planted fault');
    });
  });
  await expect(page.locator('.stage-canvas')).toHaveCount(1);
  expect(await isDrawnElsewhere(page)).toBe(false);
  const before = await readout(page);
  await expect.poll(() => readout(page)).toBeGreaterThan(before + 5);
  await page.keyboard.press('Space');
  await expect(page.locator('.timeline-canvas')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(faults.filter((fault) => !/planted fault/.test(fault))).toEqual([]);
  faults.length = 0;
});

test('without threads the page draws by itself', async ({ page }) => {
  await page.addInitScript('delete window.Worker');
  await open(page);
  await expect.poll(() => readout(page)).toBeGreaterThan(40);
  expect(await isDrawnElsewhere(page)).toBe(false);
  await expect(page.locator('.stage-canvas')).toHaveCount(1);
});
