/** Embeds that follow one another: the copies in a real speaker's view, an audience, a preview, a sandbox. */
import { readFile } from 'node:fs/promises';
import { expect, type Frame, type Page, test } from '@playwright/test';
import { type EmbedOptions, embedAddress, snippetOf } from '../src/share';
import { servedSites } from './hosts/sites';

const pages: Record<string, string> = {};
const sites = servedSites(pages);

interface State {
  readonly t: number;
  readonly playing: boolean;
  readonly speed: number | 'auto';
  readonly cue: string | null;
  readonly untouched: boolean;
  readonly digest: string;
}

const embedsOf = (page: Page): Frame[] => page.frames().filter((frame) => frame.url().includes('/embed.html'));

/** What an embed answers to the page around it. */
function ask(frame: Frame, command: object): Promise<unknown> {
  const around = frame.parentFrame();
  if (around === null) throw new Error('It stands alone.');
  const address = frame.url().split('#')[0];
  return around.evaluate(
    ([address, command]) =>
      new Promise((done) => {
        const frames = [...document.querySelectorAll('iframe')];
        const to = frames.find(({ src }) => src === address)?.contentWindow;
        const id = Math.random();
        const onMessage = ({ data }: MessageEvent) => {
          if (data?.type !== 'reply' || data.id !== id) return;
          window.removeEventListener('message', onMessage);
          done(data.ok ? data.value : data.error);
        };
        window.addEventListener('message', onMessage);
        to?.postMessage({ raftarium: 1, id, ...(command as object) }, '*');
        // A frame that is still being loaded hears nothing: whoever wants to know asks again.
        setTimeout(() => done({}), 2000);
      }),
    [address, command] as const,
  );
}

async function stateOf(frame: Frame): Promise<State> {
  const state = (await ask(frame, { type: 'getState' })) as Partial<State>;
  return state.digest === undefined ? stateOf(frame) : (state as State);
}

const slideOf = (frame: Frame) => frame.getByRole('region', { name: 'What the hall sees' });

const seen = ({ t, playing, digest }: State) => ({ t, playing, digest });

/** What is shown when nothing plays any more, and nothing has for a while. */
async function atRest(frame: Frame): Promise<State> {
  let before = await stateOf(frame);
  await expect(async () => {
    const last = before;
    before = await stateOf(frame);
    expect(before).toMatchObject({ ...seen(last), playing: false });
  }).toPass({ intervals: [1000] });
  return before;
}

/** Both show the same instant, at rest. */
async function expectSame(one: Frame, other: Frame): Promise<State> {
  await expect(async () => {
    expect(seen(await stateOf(other))).toEqual(seen(await stateOf(one)));
  }).toPass({ timeout: 15_000 });
  return stateOf(one);
}

async function openDeck(page: Page, options: Partial<EmbedOptions>): Promise<Frame> {
  const slide = snippetOf('reveal', {
    options,
    base: sites.build.url,
    width: 640,
    height: 302,
    title: 'An election',
    caption: 'An election',
    link: `${sites.build.url}#play`,
    picture: null,
  });
  pages['deck.html'] = (await readFile('e2e/hosts/deck.html', 'utf8')).replace('{{slide}}', slide);
  await page.goto(`${sites.hosts.url}deck.html`);
  await page.waitForFunction('window.deck !== undefined');
  await page.evaluate('deck.slide(1)');
  await expect.poll(() => embedsOf(page).length).toBe(1);
  const [frame] = embedsOf(page);
  await expect(frame.getByRole('button', { name: /^S1, / })).toBeVisible();
  return frame;
}

async function openSpeaker(page: Page): Promise<{ speaker: Page; current: Frame; upcoming: Frame }> {
  const opened = page.context().waitForEvent('page');
  await page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', { key: 's', keyCode: 83, bubbles: true }))");
  const speaker = await opened;
  // Now, and one step on: that holds the embed's slide too, while it is the next one.
  await expect.poll(() => embedsOf(speaker).length).toBe(2);
  const [current, upcoming] = embedsOf(speaker).sort((a, b) => Number(isNext(a)) - Number(isNext(b)));
  return { speaker, current, upcoming };
}

const isNext = (frame: Frame) => frame.parentFrame()?.url().includes('controls=false') ?? false;

test('the copies of an embed in a speaker’s view follow one another, and what comes next stands still', async ({
  page,
}) => {
  const thrown: string[] = [];
  page.context().on('weberror', (error) => thrown.push(error.error().message));
  const main = await openDeck(page, {
    story: 'leader-election',
    views: ['cluster'],
    sync: 'talk',
    origin: new URL(sites.hosts.url).origin,
  });
  // The deck has said that the slide is shown: it walks to its second step.
  await expect.poll(async () => (await stateOf(main)).cue).toBe('timeout');
  const before = await atRest(main);
  expect(before.t).toBeGreaterThan(0);

  // To open the speaker's view moves nothing; the copy comes to where the talk is.
  const { speaker, current, upcoming } = await openSpeaker(page);
  await expect(async () => expect(seen(await stateOf(current))).toEqual(seen(before))).toPass({ timeout: 30_000 });
  expect(await stateOf(main)).toMatchObject({ ...seen(before), cue: before.cue, untouched: true });
  expect(await stateOf(current)).toMatchObject({ cue: before.cue, untouched: true });
  const still = await stateOf(upcoming);
  expect(still).toMatchObject({ playing: false });
  expect(await ask(upcoming, { type: 'play' })).toBe('A preview stands still.');
  expect(await ask(upcoming, { type: 'seek', t: 400 })).toBe('A preview stands still.');

  // A step in the speaker's copy is one in the deck, and the other way round, through all acts.
  await ask(current, { type: 'step', by: 'cue', n: 2 });
  const on = await expectSame(current, main);
  expect(on.cue).not.toBe(before.cue);
  expect((await stateOf(main)).cue).toBe((await stateOf(current)).cue);
  await ask(main, { type: 'seek', t: 'cue:counted' });
  await ask(main, { type: 'step', by: 'cue', n: -1 });
  await expectSame(main, current);
  // It plays in both, and stops in both.
  await ask(main, { type: 'play' });
  await expect.poll(async () => (await stateOf(current)).playing).toBe(true);
  await ask(current, { type: 'pause' });
  await expectSame(current, main);
  // What is done to the run, too, and what undoes all of it.
  await ask(main, { type: 'act', action: { type: 'crash', server: 2 } });
  const crashed = await expectSame(main, current);
  expect(crashed.untouched).toBe(false);
  await expect(current.getByRole('button', { name: /^S2, crashed/ })).toBeVisible();
  await ask(current, { type: 'reset' });
  const again = await expectSame(current, main);
  expect(again.untouched).toBe(true);
  expect((await stateOf(main)).untouched).toBe(true);

  // Speed by itself stays that.
  await ask(main, { type: 'setSpeed', speed: 'auto' });
  await ask(main, { type: 'act', action: { type: 'crash', server: 1 } });
  await ask(main, { type: 'play' });
  await expect.poll(async () => (await stateOf(current)).speed).toBe('auto');
  await ask(main, { type: 'pause' });
  await expectSame(main, current);
  // Out of sight it asks for no frame, and is at the right instant all the same.
  await page.evaluate('deck.slide(0)');
  await ask(current, { type: 'seek', t: 900 });
  await expectSame(current, main);
  // Junk does nothing.
  const { digest } = await stateOf(main);
  await main.evaluate(() => {
    const channel = new BroadcastChannel('raftarium.embed.talk');
    const stamp = { count: 1e6, writer: 'zzz' };
    const registers = { run: { stamp, value: 7 }, time: { stamp, value: {} }, place: { stamp, value: { index: -1 } } };
    for (const junk of [
      null,
      7,
      'x',
      {},
      { raftarium: 1, type: 'sync:set' },
      { raftarium: 1, type: 'sync:set', registers },
    ]) {
      channel.postMessage(junk);
    }
    channel.close();
  });
  expect((await stateOf(current)).digest).toBe(digest);
  // A lecture that is begun in the speaker's window is one in the hall, too.
  await page.evaluate('deck.slide(1)');
  await current.locator('.embed__track').focus();
  await speaker.keyboard.press('s');
  await expect(slideOf(current)).toBeVisible();
  await expect(slideOf(main)).toBeVisible();
  await speaker.keyboard.press('.');
  await expect(main.getByText('The screen is black.')).toBeAttached();
  await expect(slideOf(upcoming)).toHaveCount(0);
  expect(seen(await stateOf(upcoming))).toEqual(seen(still));
  await speaker.close();
  expect(thrown).toEqual([]);
});

test('for a hall it is large and dark, obeys a remote, goes on with the deck, and is there again when the page is loaded anew', async ({
  page,
}) => {
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  const options = { story: 'partition', views: ['cluster'], allow: ['timer'] } as const;
  const embed = await openDeck(page, options);
  await embed.locator('.embed__track').focus();
  const slide = embed.getByRole('region', { name: 'What the hall sees' });
  // Loaded when it is asked for.
  expect(
    await embed.evaluate("performance.getEntriesByType('resource').filter(({ name }) => name.includes('hall'))"),
  ).toEqual([]);
  await page.keyboard.press('s');
  await expect(slide).toBeVisible();
  await expect(embed.locator('html')).toHaveAttribute('data-theme', 'projector');
  const step = slide.locator('.slide__step strong');
  const [at, count] = ((await step.textContent()) ?? '').split(' of ').map(Number);
  expect(count).toBeGreaterThan(4);
  // Black, and back; a key that was meant to go on only brings the picture back.
  await page.keyboard.press('.');
  await expect(slide.getByText('The screen is black.')).toBeAttached();
  await page.keyboard.press('PageDown');
  await expect(slide.getByText('The screen is black.')).toHaveCount(0);
  await expect(step).toHaveText(`${at} of ${count}`);
  // What the author does not allow cannot be done here either.
  await page.keyboard.press('1');
  await page.keyboard.press('c');
  await expect(slide.getByRole('button', { name: /crashed/ })).toHaveCount(0);
  await page.keyboard.press('o');
  await expect(slide.locator('.slide__zoom')).toHaveAttribute('style', /scale/);
  await page.keyboard.press('o');
  await page.keyboard.press('l');
  await slide.locator('.slide__pad').hover();
  await expect(slide.locator('.slide__dot')).toBeAttached();
  await page.keyboard.press('d');
  await slide.locator('.slide__pad').click({ position: { x: 60, y: 60 } });
  await expect(slide.locator('.slide__ink path')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('q');
  await expect(slide.locator('.slide__qr svg, .slide__qr canvas, .slide__qr img').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(slide.locator('.slide__qr')).toHaveCount(0);
  await page.keyboard.press('End');
  await page.keyboard.press('PageUp');
  await expect(step).toHaveText(`${count - 1} of ${count}`);
  const before = await stateOf(embed);

  // F5: the same instant, for the hall as before.
  await page.reload();
  await expect.poll(() => embedsOf(page).length).toBe(1);
  const [again] = embedsOf(page);
  const here = again.getByRole('region', { name: 'What the hall sees' });
  await expect(here.locator('.slide__step strong')).toHaveText(`${count - 1} of ${count}`);
  expect(await stateOf(again)).toMatchObject({ ...seen(before), cue: before.cue });

  // After the last cue the deck goes on, and the remote is the deck's.
  await again.locator('.slide__tick[aria-current]').focus();
  for (let i = 0; i < 6 && (await page.evaluate('deck.getIndices().h')) === 1; i++) {
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(100);
  }
  await expect.poll(() => page.evaluate('deck.getIndices().h')).toBe(2);
  await page.keyboard.press('PageUp');
  await expect.poll(() => page.evaluate('deck.getIndices().h')).toBe(1);
  expect(await stateOf(again)).toMatchObject({ playing: false });
  // And out of it again: the small picture is at the same instant.
  const last = await stateOf(again);
  await here.hover();
  await again.getByRole('button', { name: 'Leave' }).click();
  await expect(here).toHaveCount(0);
  await expect(again.locator('html')).not.toHaveAttribute('data-theme', 'projector');
  expect(await stateOf(again)).toMatchObject({ ...seen(last), cue: last.cue });
  expect(thrown).toEqual([]);
});

test('an audience follows and leads nobody, a preview is still, and in a sandbox it is said that nothing is followed', async ({
  page,
}) => {
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  // The tests keep service workers out, by a script that sandboxes refuse.
  page.on('pageerror', ({ message }) => {
    if (!message.includes("'serviceWorker' property")) warnings.push(`thrown: ${message}`);
  });
  const hall = (options: Partial<EmbedOptions>, sandbox = '') => {
    const address = embedAddress({ views: ['cluster'], sync: 'hall', ...options }).replaceAll('&', '&amp;');
    return `<iframe ${sandbox} width="600" height="300" src="${sites.build.url}${address}"></iframe>`;
  };
  pages['hall.html'] = `<!doctype html><title>Hall</title>${[
    hall({ origin: new URL(sites.hosts.url).origin }),
    hall({ role: 'audience' }),
    hall({ role: 'preview', autoplay: true }),
    hall({ speed: 1 }, 'sandbox="allow-scripts"'),
  ].join('')}`;
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${sites.hosts.url}hall.html`);
  await expect.poll(() => embedsOf(page).length).toBe(4);
  const all = embedsOf(page);
  for (const frame of all) await expect(frame.getByRole('button', { name: /^S1, / })).toBeVisible();
  const [lead, audience, preview] = all;
  // Each has drawn a cluster of its own; those of one name show one.
  await ask(lead, { type: 'seek', t: 500 });
  await expectSame(lead, audience);
  // What is done in the hall stays there, until the lecturer goes on.
  await ask(audience, { type: 'seek', t: 100 });
  await audience.getByRole('button', { name: /^S2, / }).click();
  await audience.locator('body').press('c');
  await expect(audience.getByRole('button', { name: /^S2, crashed/ })).toBeVisible();
  await page.waitForTimeout(300);
  expect((await stateOf(lead)).t).toBe(500);
  await ask(lead, { type: 'seek', t: 600 });
  await expectSame(lead, audience);
  await expect(audience.getByRole('button', { name: /^S2, crashed/ })).toBeHidden();

  // Out of sight the lecturer's copy gets no frames, and goes on with what the audience's shows.
  const place = (style: string) =>
    page
      .locator('iframe')
      .first()
      .evaluate((frame, style) => frame.setAttribute('style', style), style);
  await place('position: absolute; top: -4000px');
  const isSeen = () =>
    lead.evaluate(
      () =>
        new Promise((done) => {
          new IntersectionObserver(([entry]) => done(entry.isIntersecting)).observe(document.body);
        }),
    );
  await expect.poll(isSeen).toBe(false);
  await ask(lead, { type: 'play' });
  await expect.poll(async () => (await stateOf(lead)).t).toBeGreaterThan(640);
  await ask(lead, { type: 'pause' });
  await expectSame(lead, audience);
  await place('');

  const still = await stateOf(preview);
  expect(still).toMatchObject({ t: 0, playing: false });
  await preview.locator('.stage-svg').click({ position: { x: 5, y: 5 } });
  await preview.locator('body').press(' ');
  expect(await ask(preview, { type: 'play' })).toBe('A preview stands still.');
  expect(seen(await stateOf(preview))).toEqual(seen(still));
  await expect(preview.getByRole('button', { name: 'Play' })).toBeHidden();
  expect(warnings.filter((text) => text.includes('nothing is followed'))).toHaveLength(1);

  // For a hall they are shown together, and what lies over the picture of one lies over that of all.
  const stepOf = (frame: Frame) => slideOf(frame).locator('.slide__step strong');
  await lead.locator('.stage-svg').hover();
  await lead.getByRole('button', { name: 'Lecture' }).click();
  await expect(slideOf(lead)).toBeVisible();
  await expect(slideOf(audience)).toBeVisible();
  await expect(slideOf(preview)).toHaveCount(0);
  await lead.locator('.slide__tick').first().click();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  const second = await stepOf(lead).textContent();
  await expect(stepOf(audience)).toHaveText(second ?? '');
  await page.keyboard.press('.');
  await expect(audience.getByText('The screen is black.')).toBeAttached();
  await page.keyboard.press('.');
  await page.keyboard.press('d');
  await lead.locator('.slide__pad').click({ position: { x: 60, y: 60 } });
  await expect(audience.locator('.slide__ink path')).toHaveCount(1);
  await page.keyboard.press('PageDown');
  await expect(audience.locator('.slide__ink path')).toHaveCount(0);
  await page.keyboard.press('PageDown');
  const there = await expectSame(lead, audience);

  // Who comes later, or is loaded anew, comes along and moves nobody.
  const { length } = embedsOf(page);
  await page.evaluate(
    (html) => document.body.insertAdjacentHTML('beforeend', html),
    hall({ t: { type: 'time', at: 50_000 }, role: 'presenter' }),
  );
  await expect.poll(() => embedsOf(page).length).toBe(length + 1);
  const late = embedsOf(page)[length];
  await expect(slideOf(late)).toBeVisible();
  expect(seen(await expectSame(lead, late))).toEqual(seen(there));
  await late.evaluate(() => window.location.reload());
  await page.keyboard.press('Home');
  await expect(slideOf(late)).toBeVisible();
  await expectSame(lead, late);
  await expect(stepOf(late)).toHaveText((await stepOf(lead).textContent()) ?? '');
  await expect(stepOf(lead)).toHaveText(/^1 of/);
  expect((await stateOf(lead)).t).not.toBe(there.t);

  // Nobody is shown what is to be predicted; another run ends the lecture everywhere.
  expect(await ask(lead, { type: 'load', challenge: 'first-candidate' })).toContain('shows no challenge');
  await expect(slideOf(lead)).toBeVisible();
  await ask(lead, { type: 'load', scenario: 'split-vote', t: 300 });
  for (const frame of [lead, audience, late]) await expect(slideOf(frame)).toHaveCount(0);
  await expectSame(lead, audience);
  await expectSame(lead, late);
  expect(warnings.filter((text) => text.includes('thrown'))).toEqual([]);
});
