import { beforeEach, describe, expect, it } from 'vitest';
import type { AppStore } from '../../store';
import { fakePage } from '../../store/fake-page';
import { findChapter, findStops, type Stop } from '../../stories';
import { paceOf } from './pace';
import { createPlayer, type Player } from './player';

let page: ReturnType<typeof fakePage>['page'];

/** Real time passes, a sixtieth of a second a frame. */
function pass(milliseconds: number): void {
  for (const end = page.now + milliseconds; page.now < end; ) page.pass(1000 / 60);
}

const entry = findChapter('leader-election');
if (entry === null) throw new Error('the chapter has gone');
const { chapter } = await entry.load();
const found = findStops(chapter);
const stops: readonly Stop[] = found.ok ? found.value : [];

let store: AppStore;
let player: Player;

function begin(reduced = false): void {
  ({ page, store } = fakePage({ hash: '#servers=3&seed=1&t=1', reduced }));
  player = createPlayer(store, chapter, stops, 0);
}

beforeEach(() => begin());

describe('next', () => {
  it('plays to the next stop and arrives exactly there', () => {
    expect([store.time(), player.state()]).toEqual([stops[0].time, { index: 0, goal: null }]);
    player.next();
    pass(300);
    expect(player.state()).toEqual({ index: 0, goal: 1 });
    expect(store.time()).toBeGreaterThan(stops[0].time);
    expect(store.time()).toBeLessThan(stops[1].time);
    pass(6000);
    expect([store.time(), player.state()]).toEqual([stops[1].time, { index: 1, goal: null }]);
    expect(store.getState().playback.playing).toBe(false);
  });

  it('pressed again arrives at once', () => {
    player.next();
    player.next();
    expect([store.time(), player.state()]).toEqual([stops[1].time, { index: 1, goal: null }]);
    for (let i = 0; i < 2 * stops.length; i++) player.next();
    expect(player.state().index).toBe(stops.length - 1);
    expect(player.next()).toBe(false);
  });

  it('arrives at once where motion is reduced', () => {
    begin(true);
    player.next();
    expect([store.time(), player.state()]).toEqual([stops[1].time, { index: 1, goal: null }]);
  });
});

describe('back', () => {
  it('returns to the stop that was left, then to those before', () => {
    player.goTo(3);
    player.next();
    pass(200);
    player.back();
    expect([store.time(), player.state()]).toEqual([stops[3].time, { index: 3, goal: null }]);
    player.back();
    expect([store.time(), player.state().index]).toEqual([stops[2].time, 2]);
    pass(5000);
    expect(store.time()).toBe(stops[2].time);
    for (let i = 0; i < 9; i++) player.back();
    expect(player.state().index).toBe(0);
  });
});

it('comes back to its run after the store showed another', () => {
  player.goTo(4);
  store.newCluster(3, 7);
  player.goTo(5);
  expect(store.time()).toBe(stops[5].time);
  expect(store.frame().servers).toHaveLength(5);
});

it('points at what the cue points at', () => {
  player.goTo(1);
  expect(store.getState().view.selection).toEqual({ type: 'server', id: 4 });
});

it('tells who listens, until it is ended', () => {
  let told = 0;
  const stop = player.subscribe(() => told++);
  player.goTo(2);
  stop();
  player.goTo(3);
  expect(told).toBe(1);
  player.next();
  player.dispose();
  pass(8000);
  expect(store.getState().playback.playing).toBe(false);
});

it('every step takes a second or a few, however long its stretch is', () => {
  for (const length of [2_000, 15_000, 60_000, 400_000]) {
    const real = length / 1000 / paceOf(length);
    expect(real).toBeGreaterThanOrEqual(900);
    expect(real).toBeLessThanOrEqual(4000);
  }
});

it('shows the group that a cue is about, already on the way to it', async () => {
  const entry = findChapter('many-groups');
  if (entry === null) throw new Error('the chapter has gone');
  const told = (await entry.load()).chapter;
  const moments = findStops(told);
  if (!moments.ok) throw new Error(moments.error);
  const groups = createPlayer(store, told, moments.value, 1);
  const shown = () => store.getState().session.group;
  expect(shown()).toBe(1);
  groups.next();
  expect([groups.state(), shown()]).toEqual([{ index: 1, goal: 2 }, 2]);
  groups.back();
  expect(shown()).toBe(1);
  groups.goTo(4);
  expect([store.time(), shown()]).toEqual([moments.value[4].time, 3]);
  expect(store.frame().servers[3].role).toBe('leader');
});
