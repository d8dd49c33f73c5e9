import { expect, test, vi } from 'vitest';
import { EMBED_DEFAULTS, type EmbedOptions } from '../share';
import { fakePage } from '../store/fake-page';
import { watchEnd } from './ending';
import type { Embed } from './model';
import { fetchContent, show } from './open';

const MS = 1000;

/** A page on which this is shown, as an embed does it; what is told comes into the list. */
async function shown(options: Partial<EmbedOptions>) {
  const whole = { ...EMBED_DEFAULTS, ...options };
  const content = await fetchContent(whole);
  const { page, store } = fakePage({ hash: '#servers=3&seed=1&t=1' });
  const told: string[] = [];
  const state = { content, player: null, options: whole };
  watchEnd({ store, state: () => state, isUntouched: () => true, tell: told.push.bind(told) } as unknown as Embed);
  show(store, whole, content);
  // What loops comes a little later.
  await vi.waitFor(() => expect(store.getState().playback.loop).toEqual(whole.loop));
  return { page, store, told, content };
}

test('a stretch is repeated, and what the run is about does not end it', async () => {
  const { page, store, told } = await shown({
    scenario: 'split-vote',
    speed: 1,
    loop: { from: 300 * MS, to: 340 * MS },
  });
  store.play();
  const times: number[] = [];
  for (let n = 0; n < 60; n++) {
    page.pass(16);
    times.push(store.time());
  }
  expect(Math.min(...times.slice(1))).toBeGreaterThanOrEqual(300 * MS);
  expect(Math.max(...times)).toBe(340 * MS);
  expect(times.filter((time, i) => time < times[i - 1]).length).toBeGreaterThan(6);
  expect(told).toEqual([]);
});

test('without a loop it ends where the run has shown what it is about', async () => {
  const { page, store, told, content } = await shown({ scenario: 'split-vote', speed: 1 });
  expect(content.until).not.toBeNull();
  store.play();
  for (let n = 0; n < 200; n++) page.pass(16);
  expect(store.time()).toBe(content.until);
  expect(store.getState().playback.playing).toBe(false);
  expect(told).toEqual(['ended']);
});

test('a seed draws the variant of a challenge; without one some variant comes', async () => {
  const variantOf = async (seed: number | null, challenge = 'first-candidate') =>
    (await fetchContent({ ...EMBED_DEFAULTS, challenge, seed })).asked?.variant;
  expect(await Promise.all([1, 2, 99, 100, 0].map((seed) => variantOf(seed)))).toEqual([1, 2, 99, 1, 99]);
  const drawn = await variantOf(null);
  expect(drawn).toBeGreaterThanOrEqual(1);
  expect(drawn).toBeLessThanOrEqual(99);
  const { asked, time, run } = await fetchContent({ ...EMBED_DEFAULTS, challenge: 'short-log', seed: 3 });
  expect([time, run]).toEqual([asked?.situation.moment, asked?.situation.run]);
  expect((await fetchContent({ ...EMBED_DEFAULTS, challenge: 'nothing' })).fault).toBe('challenge');
});
