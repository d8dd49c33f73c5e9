import { beforeAll, describe, expect, test } from 'vitest';
import { createRun, defaultConfig, MILLISECOND, type Run } from '../sim';
import { digestAt, phaseOf, transitionAt } from '../trace';
import { fakePage } from './fake-page';
import type { AppStore } from './store';

const MS = MILLISECOND;
const config = defaultConfig();
const run: Run = createRun(7, { ...config, clients: { ...config.clients, interval: 80 * MS } });

/** A store that stands still at an instant, with all that is loaded later. */
async function paused(time = 0, storage: Map<string, string> | null = null) {
  const kept =
    storage === null
      ? null
      : { getItem: (key: string) => storage.get(key) ?? null, setItem: storage.set.bind(storage) };
  const fake = fakePage({ storage: kept as never });
  fake.store.openRun(run, time);
  fake.store.setLoop(null);
  await import('./tools');
  await Promise.resolve();
  fake.page.pass(16);
  return fake;
}

beforeAll(async () => {
  await import('./tools');
});

const digest = (store: AppStore) => digestAt(store.getState().session.trace, store.time());
const here = (store: AppStore) => transitionAt(store.getState().session.trace, store.time());
const notice = (store: AppStore) => store.getState().view.notice;

/** Plays until it stops by itself, for at most so many frames. */
function playOut({ store, page }: Awaited<ReturnType<typeof paused>>, frames = 4000): void {
  store.play();
  for (let n = 0; n < frames && store.getState().playback.playing; n++) page.pass(16);
}

describe('steps', () => {
  test('of the selected server, forth and back to the same states', async () => {
    const { store } = await paused(600 * MS);
    store.select({ type: 'server', id: 2 });
    const seen: string[] = [];
    for (let n = 0; n < 5; n++) {
      store.stepBy('server', 1);
      expect(here(store)?.server).toBe(2);
      seen.push(digest(store));
    }
    for (let n = 3; n >= 0; n--) {
      store.stepBy('server', -1);
      expect(digest(store)).toBe(seen[n]);
    }
  });

  test('of a server ask for one where none is selected', async () => {
    const { store } = await paused(600 * MS);
    store.stepBy('server', 1);
    expect(notice(store)?.type).toBe('noServer');
    expect(store.time()).toBe(600 * MS);
  });

  test('along an RPC stay with the two servers, and select what was just sent', async () => {
    const { store } = await paused(600 * MS);
    store.stepBy('round', 1);
    const { selection } = store.getState().view;
    const sent = store.frame().messages.find(({ key }) => selection?.type === 'message' && selection.key === key);
    const exchange = { from: sent?.from ?? 0, to: sent?.to ?? 0 };
    const times = [store.time()];
    for (let n = 0; n < 6; n++) {
      store.stepBy('round', 1);
      times.push(store.time());
      const transition = here(store);
      expect(transition === null ? null : phaseOf(transition, exchange)).not.toBeNull();
    }
    for (let n = 5; n >= 0; n--) {
      store.stepBy('round', -1);
      expect(store.time()).toBe(times[n]);
    }
  });
});

describe('stops', () => {
  test('end playing exactly on the transition, and say why', async () => {
    const fake = await paused();
    fake.store.setBreaks([{ type: 'leader' }]);
    fake.store.setRate(1);
    playOut(fake);
    const { store } = fake;
    const [leader] = store.getState().session.trace.marks.filter(({ type }) => type === 'leader');
    expect(store.time()).toBe(leader.at);
    expect(notice(store)).toMatchObject({ type: 'stopped', stop: { facts: { server: leader.server } } });
    // Playing on does not stop there again.
    playOut(fake, 20);
    expect(store.time()).toBeGreaterThan(leader.at);
  });

  test('are kept for the next visit, within bounds, and nothing odd is taken up', async () => {
    const storage = new Map<string, string>();
    const { store } = await paused(0, storage);
    store.setBreaks([{ type: 'commit' }, { type: 'termAbove', term: 4 }]);
    const other = await paused(0, storage);
    expect(other.store.getState().playback.breaks).toEqual([{ type: 'violation' }]);
    other.store.restoreBreaks();
    expect(other.store.getState().playback.breaks).toEqual([{ type: 'commit' }, { type: 'termAbove', term: 4 }]);
    for (const text of ['{', '[]', '{"version":9,"breaks":[]}', '{"version":1,"breaks":5}']) {
      storage.set('raftarium.breaks', text);
      other.store.restoreBreaks();
    }
    expect(other.store.getState().playback.breaks).toEqual([]);
  });
});

describe('a loop', () => {
  test('is played again and again, from wherever', async () => {
    const { store, page } = await paused(100 * MS);
    store.setLoop(300 * MS, 340 * MS);
    store.setRate(1);
    store.play();
    const times: number[] = [];
    for (let n = 0; n < 30; n++) {
      page.pass(16);
      times.push(store.time());
    }
    expect(Math.min(...times.slice(1))).toBeGreaterThanOrEqual(300 * MS);
    expect(Math.max(...times)).toBe(340 * MS);
    expect(times.filter((time, i) => time < times[i - 1]).length).toBeGreaterThan(4);
  });

  test('is set from the play head, and ended', async () => {
    const { store } = await paused(200 * MS);
    store.markLoop('from');
    expect(store.getState().playback.loop).toEqual({ from: 200 * MS, to: null });
    store.seek(150 * MS);
    store.markLoop('to');
    expect(store.getState().playback.loop).toEqual({ from: 150 * MS, to: 200 * MS });
    store.setLoop(5, 4);
    expect(store.getState().playback.loop).toEqual({ from: 150 * MS, to: 200 * MS });
    store.setLoop(null);
    expect(store.getState().playback.loop).toBeNull();
  });
});

test('speed by itself slows near the election, and ends when a rate is chosen', async () => {
  const { store, page } = await paused();
  store.setAuto(true);
  store.play();
  const lengths: number[] = [];
  for (let n = 0; n < 300; n++) {
    const before = store.time();
    page.pass(16);
    lengths.push(store.time() - before);
  }
  expect(Math.max(...lengths)).toBeGreaterThan(5 * Math.min(...lengths));
  store.setRate(1 / 5);
  expect(store.getState().playback).toMatchObject({ auto: false, rate: 1 / 5 });
});

describe('branches', () => {
  test('keep their names while the reader goes from one to the other', async () => {
    const { store } = await paused(900 * MS);
    store.seek(500 * MS);
    store.act({ type: 'crash', server: 1 });
    const [a] = store.getState().session.branches;
    expect(a).toMatchObject({ name: 'A', seen: 900 * MS });
    store.renameBranch(a.id, '  without   the crash ');
    store.switchBranch(a.id);
    expect(store.getState().session.current).toMatchObject({ name: 'A', title: 'without the crash' });
    const [b] = store.getState().session.branches;
    expect(b.name).toBe('B');
    store.switchBranch(b.id);
    expect(store.getState().session.branches).toMatchObject([{ id: a.id, name: 'A', title: 'without the crash' }]);
  });

  test('that are deleted or renamed come back by undo', async () => {
    const { store } = await paused(500 * MS);
    store.branchHere();
    const [a] = store.getState().session.branches;
    store.renameBranch(a.id, 'before');
    store.deleteBranch(a.id);
    expect(store.getState().session.branches).toEqual([]);
    store.undo();
    expect(store.getState().session.branches).toMatchObject([{ title: 'before' }]);
    store.undo();
    expect(store.getState().session.branches).toMatchObject([{ title: null }]);
    expect(store.time()).toBe(500 * MS);
  });

  test('that are watched beside each other change places', async () => {
    const { store } = await paused(900 * MS);
    store.bringBeside(createRun(8, config), 'another');
    const [other] = store.getState().session.branches;
    expect(store.getState().view.beside).toBe(other.id);
    store.switchBranch(other.id);
    const [left] = store.getState().session.branches;
    expect(store.getState().view.beside).toBe(left.id);
    expect(store.time()).toBe(900 * MS);
    store.deleteBranch(left.id);
    expect(store.getState().view.beside).toBeNull();
  });
});
