import { expect, test } from 'vitest';
import { type Action, createRun, defaultConfig, type Run } from '../sim';
import { clusterAt, createTrace, digestAt, transitionAfter } from '../trace';
import { fakePage } from './fake-page';
import type { AppStore } from './store';

const MS = 1000;
const run: Run = createRun(7, { ...defaultConfig(5) });

/** A store that stands still at an instant of a known run. */
function paused(time = 0) {
  const fake = fakePage({ reduced: true });
  fake.store.openRun(run, time);
  fake.page.pass(16);
  return fake;
}

const digest = (store: AppStore) => digestAt(store.getState().session.trace, store.time());
const crash = (server: number): Action => ({ type: 'crash', server });
const notice = (store: AppStore) => store.getState().view.notice;

test('a first visit plays a fresh cluster of five with a leader within five seconds', () => {
  const { store, page } = fakePage();
  expect(store.getState().playback).toMatchObject({ playing: true, rate: 1 / 20, time: 0 });
  expect(store.frame().servers).toHaveLength(5);
  for (let i = 0; i < 5 * 60; i++) page.pass(1000 / 60);
  expect(store.frame().servers.filter(({ role }) => role === 'leader')).toHaveLength(1);
});

test('with reduced motion a first visit stands still and offers to play', () => {
  const { store, page } = fakePage({ reduced: true });
  expect(store.getState().playback.playing).toBe(false);
  expect(notice(store)?.type).toBe('offerPlay');
  page.pass(16);
  expect(page.pending()).toBe(0);
});

test('playing moves time by real time × rate, exactly', () => {
  const { store, page } = paused();
  store.setRate(1 / 20);
  store.play();
  for (let i = 0; i < 60; i++) page.pass(20);
  expect(store.time()).toBeLessThanOrEqual(60 * MS);
  store.pause();
  expect(store.getState().playback).toMatchObject({ playing: false, time: store.time() });
});

test('playing without reduced motion ends at the exact instant', () => {
  const { store, page } = fakePage();
  store.openRun(run, 0);
  page.pass(0);
  store.play();
  for (let i = 0; i < 60; i++) page.pass(20);
  expect(store.time()).toBe(60 * MS);
});

test('a long gap between frames counts as a tenth of a second', () => {
  const { store, page } = fakePage();
  store.openRun(run, 0);
  store.play();
  page.pass(60_000);
  expect(store.time()).toBe(5 * MS);
});

test('a hidden page asks for no frame, and goes on without a leap when it is seen again', () => {
  const { store, page } = fakePage();
  store.openRun(run, 0);
  store.play();
  page.pass(20);
  page.setHidden(true);
  expect(page.pending()).toBe(0);
  page.now += 3_600_000;
  page.setHidden(false);
  page.pass(20);
  expect(store.time()).toBe(2 * MS);
});

test('at rest no frame is pending', () => {
  const { store, page } = paused();
  expect(page.pending()).toBe(0);
  store.seek(300 * MS);
  expect(page.pending()).toBe(1);
  page.pass(16);
  expect(page.pending()).toBe(0);
  store.play();
  store.pause();
  page.pass(16);
  expect(page.pending()).toBe(0);
  store.select({ type: 'server', id: 2 });
  store.showPanel('help');
  expect(page.pending()).toBe(0);
});

test('frames are told of once each, and only when there is something new', () => {
  const { store, page } = paused();
  const times: number[] = [];
  store.subscribeFrame((frame) => times.push(frame.time));
  store.seek(10 * MS);
  store.seek(20 * MS);
  page.pass(16);
  store.seek(20 * MS);
  page.pass(16);
  expect(times).toEqual([20 * MS]);
});

test('listeners to transitions hear at most twelve times a second while playing, and at once after a jump', () => {
  const { store, page } = fakePage();
  store.openRun(run, 400 * MS);
  page.pass(16);
  let heard = 0;
  store.subscribeTransition(() => heard++);
  store.setRate(1);
  store.play();
  for (let i = 0; i < 60; i++) page.pass(1000 / 60);
  expect(heard).toBeGreaterThan(4);
  expect(heard).toBeLessThanOrEqual(12);
  store.pause();
  store.seek(0);
  page.pass(16);
  expect(store.settledFrame().time).toBe(0);
});

test('the state follows about four times a second while playing', () => {
  const { store, page } = fakePage();
  store.openRun(run, 0);
  let changes = 0;
  store.subscribe((state, before) => {
    if (state.playback.time !== before.playback.time) changes++;
  });
  store.play();
  for (let i = 0; i < 60; i++) page.pass(1000 / 60);
  expect(changes).toBeGreaterThanOrEqual(2);
  expect(changes).toBeLessThanOrEqual(5);
});

test('stepping goes from event to event and back to the same states', () => {
  const { store } = paused(300 * MS);
  store.stepEvent(-1);
  const start = store.time();
  const seen = [digest(store)];
  for (let i = 0; i < 10; i++) {
    const next = transitionAfter(store.getState().session.trace, store.time());
    store.stepEvent(1);
    expect(store.time()).toBe(next?.at);
    seen.push(digest(store));
  }
  for (let i = 9; i >= 0; i--) {
    store.stepEvent(-1);
    expect(digest(store)).toBe(seen[i]);
  }
  expect(store.time()).toBe(start);
});

test('key moments: on to the first election and its leader, back to the start', () => {
  const { store } = paused();
  store.stepMark(1);
  expect(store.frame().servers.some(({ role }) => role === 'candidate')).toBe(true);
  store.stepMark(1);
  const { time } = store.getState().playback;
  expect(store.frame().servers.some(({ role }) => role !== 'follower')).toBe(true);
  store.stepMark(-1);
  expect(store.time()).toBeLessThan(time);
  store.stepMark(-1);
  expect(store.time()).toBe(0);
});

test('an action is recorded at the play head and its transition is at exactly that time', () => {
  const { store } = paused(100 * MS);
  expect(store.act(crash(2)).ok).toBe(true);
  const { session, playback } = store.getState();
  expect(session.run.actions).toEqual([{ at: 100 * MS, action: crash(2) }]);
  expect(playback.time).toBe(100 * MS);
  expect(store.frame().servers[1].status).toBe('crashed');
});

test('an action never shares its time with a transition', () => {
  const { store } = paused();
  store.act(crash(1));
  store.act(crash(2));
  store.act({ type: 'restart', server: 1 });
  const times = store.getState().session.run.actions.map(({ at }) => at);
  expect(times).toEqual([500, 501, 502]);
  expect(clusterAt(createTrace(store.getState().session.run), 502).transitions).toBe(3);
});

test('until something happens all instants mean the same, and the roundest near is taken', () => {
  const { store } = paused(123_456);
  store.act(crash(2));
  expect(store.getState().session.run.actions).toEqual([{ at: 124_000, action: crash(2) }]);
  // Nothing that happened before is after it, and nothing that was to come is before it.
  store.openRun(run, 400 * MS);
  for (let i = 0; i < 40; i++) {
    store.stepEvent(1);
    const before = store.time();
    const next = transitionAfter(createTrace(run), before)?.at ?? Number.POSITIVE_INFINITY;
    store.act(crash(1));
    const [{ at }] = store.getState().session.run.actions;
    expect(at).toBeGreaterThan(before);
    expect(at === before + 1 || at < next).toBe(true);
    expect(at).toBeLessThanOrEqual(before + 1000);
    expect(store.time()).toBe(at);
    store.undo();
    expect(store.time()).toBe(before);
  }
});

test('undo restores run, instant and state exactly', () => {
  const { store } = paused(260 * MS);
  const [before, trace] = [digest(store), store.getState().session.trace];
  store.act(crash(3));
  store.act({ type: 'partition', groups: [[1, 2]] });
  expect(digest(store)).not.toBe(before);
  store.undo();
  store.undo();
  expect(digest(store)).toBe(before);
  expect(store.time()).toBe(260 * MS);
  expect(store.getState().session).toMatchObject({ run, trace, undoable: false });
  store.undo();
  expect(notice(store)?.type).toBe('nothingToUndo');
});

test('undo takes back what a link brought along', () => {
  const { store } = fakePage({ reduced: true });
  store.openRun({ ...run, actions: [{ at: 50 * MS, action: crash(1) }] }, 80 * MS);
  store.undo();
  expect(store.getState().session.run).toEqual(run);
  expect(digest(store)).toBe(digestAt(createTrace(run), store.time()));
});

test('acting in the past keeps the old future as a branch, and leads back to it', () => {
  const { store } = paused(600 * MS);
  store.act(crash(1));
  const old = store.getState().session.run;
  store.seek(200 * MS);
  store.act(crash(2));
  const { branches } = store.getState().session;
  expect(branches).toMatchObject([{ name: 'A', run: old, leftAt: 200 * MS }]);
  expect(notice(store)).toMatchObject({ type: 'branchKept', branch: branches[0].id });
  store.switchBranch(branches[0].id);
  expect(store.getState().session.run).toBe(old);
  expect(store.getState().session.branches).toHaveLength(1);
  store.seek(600 * MS);
  expect(digest(store)).toBe(digestAt(createTrace(old), 600 * MS));
});

test('acting at the end, or a blink before it, keeps no branch', () => {
  const { store } = paused(300 * MS);
  store.seek(290 * MS);
  store.act(crash(1));
  expect(store.getState().session.branches).toEqual([]);
});

test('a refused action leaves the run as it was and says why', () => {
  const { store } = paused(100 * MS);
  const { run: before, revision } = store.getState().session;
  const refused: [Action, string][] = [
    [{ type: 'restart', server: 1 }, 'notCrashed'],
    [crash(6), 'noServer'],
    [{ type: 'drop', message: 99 }, 'messageGone'],
    [{ type: 'partition', groups: [[1, 2, 3, 4, 5]] }, 'oneGroup'],
    [{ type: 'heal' }, 'healed'],
    [{ type: 'setClock', server: 1, rate: 0, offset: 0 }, 'outOfRange'],
    [{ type: 'setClients', interval: -5 }, 'outOfRange'],
    [{ type: 'cut', from: 1, to: 1 }, 'noLink'],
  ];
  for (const [action, reason] of refused) {
    expect(store.act(action)).toEqual({ ok: false, error: reason });
    expect(notice(store)).toMatchObject({ type: 'refused', reason, action });
  }
  expect(store.getState().session).toMatchObject({ run: before, revision });
});

test('a message in flight can be dropped, duplicated and delivered', () => {
  const { store } = paused();
  for (const type of ['drop', 'duplicate', 'deliver'] as const) {
    store.openRun(run, 0);
    while (store.frame().messages.length === 0) store.stepEvent(1);
    const { key } = store.frame().messages[0];
    expect(store.act({ type, message: key }).ok).toBe(true);
    if (type === 'drop') expect(store.act({ type, message: key })).toMatchObject({ error: 'messageGone' });
  }
});

test('the address names run and instant, and a reload resumes there, paused', () => {
  const { store, page } = paused(100 * MS);
  store.act(crash(2));
  store.seek(432_105);
  const again = fakePage({ hash: page.hash });
  expect(again.store.getState().session.run).toEqual(store.getState().session.run);
  expect(again.store.getState().playback).toMatchObject({ time: 432_105, playing: false });
  expect(digest(again.store)).toBe(digest(store));
  expect(page.hash).toMatch(/^#run=[\w-]+&t=432\.105$/);
});

test('while playing the address is written at most once a second', () => {
  const { store, page } = fakePage();
  store.openRun(run, 0);
  page.written.length = 0;
  store.play();
  for (let i = 0; i < 180; i++) page.pass(1000 / 60);
  expect(page.written.length).toBeGreaterThan(1);
  expect(page.written.length).toBeLessThanOrEqual(3);
});

test('another hash is followed, the own one is not', () => {
  const { store, page } = paused(100 * MS);
  const { revision } = store.getState().session;
  page.goTo(page.hash);
  expect(store.getState().session.revision).toBe(revision);
  page.goTo('#servers=3&seed=11');
  expect(store.getState().session.run).toMatchObject({ seed: 11, config: { servers: 3 } });
});

test('links that cannot be opened give a fresh cluster and name what is wrong', () => {
  const parts: [string, string][] = [
    ['#run=%00', 'run'],
    ['#run=', 'run'],
    ['#servers=12', 'servers'],
    ['#servers=5&seed=-1', 'seed'],
    ['#scenario=unknown', 'scenario'],
    ['#scenario=known&t=x', 'time'],
    ['#t=5', 'link'],
  ];
  for (const [hash, part] of parts) {
    const { store } = fakePage({ hash });
    expect(notice(store), hash).toMatchObject({ type: 'badLink', part });
    expect(store.frame().servers.length).toBe(5);
  }
});

test('an instant far away is simulated frame by frame, and can be stopped', () => {
  const { store, page } = paused();
  store.seek(60 * 1000 * MS);
  expect(store.time()).toBe(0);
  for (let i = 0; i < 10_000 && store.time() < 60_000 * MS; i++) page.pass(16);
  expect(store.time()).toBe(60_000 * MS);
  expect(digest(store)).toBe(digestAt(createTrace(run), 60_000 * MS));
  store.seek(120_000 * MS);
  store.pause();
  page.pass(16);
  expect(page.pending()).toBe(0);
});

test('settings survive storage that is denied or broken, and are kept where it works', () => {
  const broken = {
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => {
      throw new Error('denied');
    },
  };
  const denied = fakePage({ storage: broken }).store;
  denied.setSettings({ theme: 'dark' });
  expect(denied.getState().settings.theme).toBe('dark');

  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  fakePage({ storage }).store.setSettings({ language: 'zh-CN', shortcuts: false });
  expect(fakePage({ storage }).store.getState().settings).toMatchObject({ language: 'zh-CN', shortcuts: false });
  for (const nonsense of ['{', '[]', '{"version":2}', '{"version":1,"theme":"pink","shortcuts":1,"scale":99}']) {
    kept.set('raftarium.settings', nonsense);
    expect(fakePage({ storage }).store.getState().settings).toMatchObject({
      theme: 'auto',
      language: 'auto',
      shortcuts: true,
      scale: 1,
    });
  }
});

test('a disposed store asks for nothing more', () => {
  const { store, page } = fakePage();
  store.dispose();
  expect(page.pending()).toBe(0);
});
