/** Embeds in pages of other people: a post, ten on a page, sandboxes, slides, JSX, and the page that makes them. */
import { type Browser, expect, type Frame, type FrameLocator, type Page, test } from '@playwright/test';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { transformWithOxc } from 'vite';
import { embedAddress, snippetOf } from '../src/share';
import { servedSites } from './hosts/sites';

/** Pages that a test makes, by their paths. */
const pages: Record<string, string> = {};
const sites = servedSites(pages);

/** What the page and its frames complain about. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    // The tests keep service workers out.
    if (message.text().includes('Service Worker')) return;
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
  return faults;
}

const embedIn = (page: Page, frame = 'raftarium-embed iframe'): FrameLocator => page.frameLocator(frame);

/** Frames of embeds, in the order of the page. */
const embedsOf = (page: Page): Frame[] => page.frames().filter((frame) => frame.url().includes('/embed.html'));

const playing = (frame: Frame): Promise<boolean> => frame.getByRole('button', { name: 'Pause' }).isVisible();

/** What an element answers. */
function ask(page: Page, script: string): Promise<unknown> {
  return page.evaluate(
    `(async (e) => { try { return await ${script}; } catch (error) { return String(error); } })(document.querySelector('raftarium-embed'))`,
  );
}

type State = { t: number; playing: boolean; theme: string; digest: string };
const stateOf = async (page: Page): Promise<State> => (await ask(page, 'e.getState()')) as State;

test('in a post it takes no room that it had not before, obeys as far as a stranger may be obeyed, and lets the page scroll', async ({
  page,
  context,
}) => {
  const faults = watch(page);
  await page.addInitScript(() => {
    const shifts = { total: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.total += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${sites.hosts.url}post.html`);
  // Asked before anything is there: the frame is brought in, and the answer comes.
  await page.waitForFunction(() => customElements.get('raftarium-embed') !== undefined);
  expect(await ask(page, 'e.seek(300).then(() => e.getState())')).toMatchObject({ t: 300, playing: false });
  const embed = embedIn(page);
  await expect(embed.getByRole('button', { name: /^S1, / })).toBeVisible();
  // The page is dark, and so is what it holds.
  expect((await stateOf(page)).theme).toBe('dark');
  await expect(embed.locator('html')).toHaveAttribute('data-theme', 'dark');
  const box = await page.locator('raftarium-embed').boundingBox();
  expect(box).toMatchObject({ width: 640, height: 302 });
  expect(await page.evaluate('shifts.total')).toBe(0);

  // Steps, events, pictures, words, code.
  await ask(page, "e.on(['time', 'raft:*', 'link'])");
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['play', 'pause', 'seeked', 'time', 'raft:leader', 'raft:commit', 'ended']) {
      document.querySelector('raftarium-embed')?.addEventListener(type, () => heard.push(type));
    }
  });
  expect(await ask(page, "e.step({ by: 'event', n: 3 })")).toBe(3);
  await ask(page, 'e.setSpeed(1)');
  await ask(page, 'e.play()');
  await expect.poll(() => page.evaluate('heard.join()')).toContain('raft:leader');
  await expect.poll(() => page.evaluate('heard.join()')).toContain('ended');
  expect(await ask(page, 'e.describe()')).toEqual(expect.arrayContaining([expect.stringMatching(/^S3 leads term 4/)]));
  expect(await ask(page, 'e.screenshot()')).toMatch(/^<svg /);
  expect(await ask(page, "e.screenshot('png')")).toMatch(/^data:image\/png/);
  expect(await ask(page, 'e.getEmbedCode()')).toContain('<iframe src="');
  expect(await ask(page, "e.setViews(['cluster', 'why', 'safety', 'clients', 'inspector', 'spacetime', 'log'])")).toBe(
    null,
  );
  // The frame is too low for all of them: they come by turns.
  const view = embed.getByRole('combobox', { name: 'View' });
  await view.selectOption('Safety properties');
  await expect(
    embed.getByRole('region', { name: 'Safety properties' }).getByText('Election Safety').first(),
  ).toBeVisible();
  await view.selectOption('Logs');
  await expect(embed.getByRole('region', { name: 'Logs' }).getByRole('rowheader').first()).toBeVisible();
  await ask(page, "e.setViews(['cluster'])");
  await ask(page, "e.setLang('zh-CN')");
  await expect(embed.getByRole('button', { name: /播放/ })).toBeVisible();
  await ask(page, "e.setLang('en')");
  await expect(embed.getByRole('button', { name: 'Play' })).toBeVisible();

  // A stranger may look, and not touch.
  const before = await stateOf(page);
  expect(await ask(page, "e.act({ type: 'crash', server: 1 })")).toMatch(/another origin may not change the run/);
  expect(await ask(page, "e.load({ scenario: 'figure-8' })")).toMatch(/another origin/);
  expect(await ask(page, "e.command('fly')")).toMatch(/There is no command "fly"/);
  expect((await stateOf(page)).digest).toBe(before.digest);
  await page.evaluate(() => {
    const frame = document.querySelector('raftarium-embed')?.shadowRoot?.querySelector('iframe')?.contentWindow;
    for (const junk of [null, 7, 'x', [], { raftarium: 1 }, { raftarium: 1, type: {}, id: {} }, { method: 'fly' }]) {
      frame?.postMessage(junk, '*');
    }
  });
  expect((await stateOf(page)).digest).toBe(before.digest);

  // A wheel over it is the page's.
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 120);
  await page.mouse.wheel(0, 400);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(200);
  await page.evaluate(() => window.scrollTo(0, 0));

  // A reader acts, and opens exactly that on the full page.
  await embed.getByRole('button', { name: /^S3, leader/ }).click();
  await embed.locator('body').press('c');
  await expect(embed.getByRole('button', { name: /^S3, crashed/ })).toBeVisible();
  const state = await stateOf(page);
  const opened = context.waitForEvent('page');
  await embed.getByRole('link', { name: 'Open this run' }).click();
  const full = await opened;
  await expect(full.getByRole('button', { name: /^S3, crashed/ })).toBeVisible();
  expect(full.url()).toMatch(new RegExp(`&t=${String(state.t).replace('.', '\\.')}$`));
  await full.close();

  // On paper there is the figure with its caption and link.
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('raftarium-embed iframe')).toBeHidden();
  await expect(page.getByRole('link', { name: /Two candidates hold two votes each/ })).toBeVisible();
  // One warning names the attribute that nobody knows; nothing else is said.
  expect(faults.filter((text) => !text.includes('colour'))).toEqual([]);
});

test('without scripts there are the figure, the caption and the link', async ({ browser }) => {
  const page = await withoutScripts(browser);
  await page.goto(`${sites.hosts.url}post.html`);
  await expect(page.getByRole('link', { name: /Two candidates hold two votes each/ })).toBeVisible();
  expect(
    await page.getByRole('img', { name: 'A Raft cluster' }).evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(100);
  await page.goto(`${sites.build.url}embed.html`);
  await expect(page.getByRole('img', { name: /S4 leads term 1/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open Raftarium' })).toBeVisible();
  await page.close();
});

async function withoutScripts(browser: Browser): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false })).newPage();
}

test('of ten on a page one plays; out of sight and in a hidden tab nothing runs; sandboxes need no storage', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const ask = window.requestAnimationFrame.bind(window);
    const count = { frames: 0, hidden: false };
    Object.assign(window, { count });
    window.requestAnimationFrame = (work) => {
      count.frames++;
      return ask(work);
    };
    Object.defineProperty(document, 'hidden', { get: () => count.hidden });
  });
  const faults = watch(page);
  await page.goto(`${sites.hosts.url}many.html`);
  await expect.poll(() => embedsOf(page).length).toBe(10);
  const frames = embedsOf(page);
  for (const frame of frames) await expect(frame.getByRole('button', { name: /^S1, / })).toBeVisible();
  const whoPlays = async () => {
    const all = await Promise.all(frames.map(playing));
    return all.flatMap((is, i) => (is ? [i] : []));
  };
  // Two of them are strangers to each other and to all others, and still agree.
  await expect.poll(async () => (await whoPlays()).length).toBe(1);
  await page.waitForTimeout(600);
  const [first] = await whoPlays();
  expect(await whoPlays()).toEqual([first]);
  expect(await frames[4].evaluate(() => window.origin)).toBe('null');

  const framesAsked = async (during: number): Promise<number> => {
    const total = async () => {
      const counts = await Promise.all(frames.map((frame) => frame.evaluate('count.frames')));
      return (counts as number[]).reduce((sum, one) => sum + one, 0);
    };
    const before = await total();
    await page.waitForTimeout(during);
    return (await total()) - before;
  };
  expect(await framesAsked(500)).toBeGreaterThan(5);
  // Scrolled away, nobody asks for a frame any more; back in sight, somebody plays again.
  await page.evaluate(() => window.scrollTo(0, 2600));
  await expect.poll(() => framesAsked(300)).toBe(0);
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect.poll(async () => (await whoPlays()).length).toBe(1);
  // A hidden tab.
  const hide = (hidden: boolean) =>
    Promise.all(
      frames.map((frame) =>
        frame.evaluate((is) => {
          (window as unknown as { count: { hidden: boolean } }).count.hidden = is;
          document.dispatchEvent(new Event('visibilitychange'));
        }, hidden),
      ),
    );
  await hide(true);
  await expect.poll(() => framesAsked(300)).toBe(0);
  await hide(false);
  // What a reader starts plays, and what a reader stops stays so.
  await frames[1]
    .getByRole('button', { name: 'Play' })
    .or(frames[1].getByRole('button', { name: 'Pause' }))
    .click();
  if (!(await playing(frames[1]))) await frames[1].getByRole('button', { name: 'Play' }).click();
  await expect.poll(() => playing(frames[1])).toBe(true);
  await frames[1].getByRole('button', { name: 'Pause' }).click();
  await page.evaluate(() => window.scrollTo(0, 2600));
  await expect.poll(() => framesAsked(300)).toBe(0);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(600);
  expect(await playing(frames[1])).toBe(false);
  // A sandbox is refused modules here, which is said, and does with one script; so are the tests that keep workers out.
  expect(faults.filter((text) => !/CORS|ERR_FAILED|'serviceWorker' property/.test(text))).toEqual([]);
});

test('without controls it stops after five seconds until it is asked to go on; reduced motion plays nothing', async ({
  page,
}) => {
  const address = embedAddress({ autoplay: true, controls: 'none', views: ['cluster'], seed: 1 });
  await page.clock.install();
  await page.goto(`${sites.build.url}${address}`);
  const more = page.getByRole('button', { name: /Stopped after five seconds/ });
  await page.clock.runFor(4500);
  await expect(more).toBeHidden();
  await page.clock.runFor(1500);
  await expect(more).toBeVisible();
  await more.click();
  await expect(more).toBeHidden();
  await page.clock.runFor(8000);
  await expect(more).toBeHidden();
  // What an author does not allow cannot be done from a pane either; the whole reason has its steps.
  await page.goto(
    `${sites.build.url}${embedAddress({ scenario: 'split-vote', t: { type: 'time', at: 650_000 }, allow: ['timer'], views: ['cluster', 'inspector', 'why'] })}`,
  );
  await expect(page.getByRole('button', { name: 'Crash', exact: true })).toBeDisabled();
  await expect(
    page
      .getByRole('list', { name: /What led/ })
      .or(page.locator('.embed__text .steps'))
      .first(),
  ).toBeVisible();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${sites.build.url}${embedAddress({ autoplay: true, views: ['cluster'], seed: 1 })}`);
  await page.clock.runFor(2000);
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('in a deck it plays when its slide is shown, pages through its story, and goes on with the deck', async ({
  page,
  context,
}) => {
  const story = { story: 'leader-election', views: ['cluster'] } as const;
  pages['deck.html'] = await deckWith(snippetOf('reveal', { ...parts(), options: story }));
  await page.goto(`${sites.hosts.url}deck.html`);
  await page.evaluate('deck.next()');
  const embed = embedIn(page, '.present iframe');
  await expect(embed.getByRole('button', { name: /^S1, / })).toBeVisible();
  const caption = embed.locator('.why__sentence');
  await expect(caption).not.toBeEmpty();
  // The deck has told it to play: it is at its second step.
  await expect.poll(() => caption.textContent()).not.toBe('');
  const texts = new Set<string | null>();
  await embed.locator('.embed__track').focus();
  for (let i = 0; i < 50 && (await page.evaluate('deck.getIndices().h')) === 1; i++) {
    texts.add(await caption.textContent({ timeout: 1000 }).catch(() => null));
    await page.keyboard.press('PageDown');
  }
  expect(texts.size).toBeGreaterThan(8);
  await expect.poll(() => page.evaluate('deck.getIndices().h')).toBe(2);

  // The speaker's view holds the deck twice, each with its embed.
  await page.evaluate('deck.slide(1)');
  await page
    .locator('h2')
    .first()
    .click({ force: true, timeout: 2000 })
    .catch(() => undefined);
  const opened = context.waitForEvent('page');
  await page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', { key: 's', keyCode: 83, bubbles: true }))");
  const speaker = await opened;
  await expect
    .poll(() => speaker.frames().filter((frame) => frame.url().includes('/embed.html')).length)
    .toBeGreaterThanOrEqual(1);
  const inside = speaker.frames().find((frame) => frame.url().includes('/embed.html'));
  await expect(inside?.getByRole('button', { name: /^S1, / }) ?? speaker.locator('none')).toBeVisible();
  await speaker.close();
});

async function deckWith(slide: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return (await readFile('e2e/hosts/deck.html', 'utf8')).replace('{{slide}}', slide);
}

const parts = () => ({
  base: sites.build.url,
  width: 640,
  height: 302,
  title: 'An election',
  caption: 'An election',
  link: `${sites.build.url}#scenario=split-vote`,
  picture: null,
});

test('as JSX, in Markdown and as an element the text that authors paste works', async ({ page }) => {
  const options = { scenario: 'split-vote', t: { type: 'time', at: 500_000 }, views: ['cluster'] } as const;
  const { code } = await transformWithOxc(
    `export default () => ${snippetOf('mdx', { ...parts(), options })}`,
    'post.jsx',
    {
      jsx: { runtime: 'classic' },
    },
  );
  const make = new Function('React', `${code.replace('export default', 'return')}`);
  pages['jsx.html'] =
    `<!doctype html><title>JSX</title>${renderToStaticMarkup(createElement(make({ createElement })))}`;
  const [frame, link] = snippetOf('markdown', { ...parts(), options }).split('\n\n');
  pages['markdown.html'] = `<!doctype html><title>Markdown</title>${frame}<p>${link}</p>`;
  pages['element.html'] =
    `<!doctype html><title>Element</title>${snippetOf('element', { ...parts(), options, picture: '<svg xmlns="http://www.w3.org/2000/svg"/>' })}`;
  for (const name of ['jsx', 'markdown', 'element']) {
    await page.goto(`${sites.hosts.url}${name}.html`);
    const embed = embedIn(page, 'iframe');
    await expect(embed.getByRole('button', { name: /^S2, candidate, term 3/ })).toBeVisible();
    const box = await page.locator(name === 'element' ? 'raftarium-embed' : 'iframe').boundingBox();
    expect(box).toMatchObject({ width: 640, height: 302 });
  }
});

test('the page that makes embeds shows the embed, its size and its text, and takes over what the preview shows', async ({
  page,
  baseURL,
}) => {
  const faults = watch(page);
  await page.goto(`${baseURL}#embed`);
  const preview = embedIn(page, '.builder__frame');
  const code = page.locator('.builder__text');
  await expect(preview.getByRole('button', { name: /^S1, crashed/ })).toBeVisible();
  await expect(page.getByText('640 × 302 px')).toBeVisible();
  await expect(code).toContainText('<iframe src="');
  await page.getByRole('checkbox', { name: 'Logs' }).check();
  await page.getByRole('button', { name: /^fits at / }).click();
  await expect(code).toContainText('height="49');
  await page.getByRole('radio', { name: 'Custom element' }).check({ force: true });
  await expect(code).toContainText('src="data:image/svg+xml,');
  await expect(page.getByText(/^\d+ characters$/)).toBeVisible();
  for (const [kind, text] of [
    ['Markdown', /\[A Raft cluster, running\.\]\(.*#run=/],
    ['reveal.js', /data-src=/],
    ['MDX', /maxWidth: '100%'/],
    ['Hugo', /\{\{< raftarium src=/],
    ['Jekyll', /\{% raw %\}/],
    ['Jupyter', /IFrame\("/],
  ] as const) {
    await page.getByRole('radio', { name: kind }).check({ force: true });
    await expect(code).toContainText(text);
  }
  // To another instant in the preview, and the text follows.
  await preview.getByRole('button', { name: 'Next key moment' }).click();
  await page.getByRole('button', { name: 'Use what the preview shows now' }).click();
  await expect(page.getByLabel('Show')).toHaveValue('link');
  await expect(code).toContainText('#run=');
  await page.getByLabel(/^Link/).fill('nonsense');
  await expect(page.getByText('This is no link to a run.')).toBeVisible();
  expect(faults).toEqual([]);
});
