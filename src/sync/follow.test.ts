import { afterEach, describe, expect, test } from 'vitest';
import { createRun, record } from '../sim';
import { seekFar } from '../store';
import { fakePage } from '../store/fake-page';
import { channel } from './fake-channel';
import { digestOf, FOLLOW_READERS, followStore, type KnownRun } from './follow';
import { createSync, type Sync } from './sync';

const open: Sync[] = [];

afterEach(() => {
  for (const sync of open.splice(0)) sync.close();
});

function window(id: string, wire: ReturnType<typeof channel>, run = createRun(7), known: readonly KnownRun[] = []) {
  const { store, page } = fakePage({ reduced: false });
  store.openRun(run, 100_000);
  const sync = createSync({
    id,
    role: 'audience',
    wire: wire.wire(id),
    readers: FOLLOW_READERS,
    digest: () => digestOf(store),
    now: () => page.now,
  });
  open.push(sync);
  const following = followStore(
    store,
    sync,
    () => page.hidden,
    () => known,
  );
  return { store, page, sync, following, digest: () => digestOf(store) };
}

function two() {
  const wire = channel();
  const a = window('a', wire);
  const b = window('b', wire);
  wire.flow();
  const seeSame = () => {
    expect(b.store.time()).toBe(a.store.time());
    expect(b.digest()).toBe(a.digest());
    expect(b.store.getState().session.run).toEqual(a.store.getState().session.run);
    expect(b.store.getState().view.selection).toEqual(a.store.getState().view.selection);
  };
  return { wire, a, b, seeSame };
}

describe('two windows', () => {
  test('show the same after whatever is done in either of them', () => {
    const { wire, a, b, seeSame } = two();
    const deeds = [
      () => a.store.seek(400_000),
      () => b.store.act({ type: 'crash', server: 2 }),
      () => a.store.stepEvent(1),
      () => b.store.select({ type: 'server', id: 3 }),
      () => a.store.undo(),
      () => b.store.openRun(record(createRun(9), 5000, { type: 'isolate', server: 1 }), 800_000),
      () => a.store.stepMark(-1),
    ];
    for (const deed of deeds) {
      deed();
      wire.flow();
      seeSame();
    }
    expect(a.sync.peers().get('b')?.digest).toBe(a.digest());
  });

  test('also where one is hidden, gets no animation frame, and has to go far', () => {
    const { wire, a, b, seeSame } = two();
    b.page.setHidden(true);
    seekFar(a.store, 60_000_000);
    wire.flow();
    expect(b.page.pending()).toBe(0);
    expect(b.store.time()).toBe(60_000_000);
    seeSame();
  });

  test('play together; whoever shows less often follows whoever plays', () => {
    const { wire, a, b, seeSame } = two();
    a.store.play();
    wire.flow();
    expect(b.store.getState().playback.playing).toBe(true);
    for (let n = 0; n < 60; n++) {
      a.page.pass(16);
      b.page.pass(n % 4 === 0 ? 16 : 0);
      wire.flow();
      const off = Math.abs(a.store.time() - b.store.time()) / 1000 / a.store.getState().playback.rate;
      expect(off).toBeLessThan(100);
    }
    a.store.pause();
    wire.flow();
    expect(b.store.getState().playback.playing).toBe(false);
    seeSame();
  });

  test('go on playing in the visible one when the one that began is hidden', () => {
    const { wire, a, b, seeSame } = two();
    a.store.play();
    wire.flow();
    a.page.setHidden(true);
    const before = a.store.time();
    for (let n = 0; n < 60; n++) {
      b.page.pass(16);
      a.page.now += 16;
      wire.flow();
    }
    expect(b.following.leads()).toBe(true);
    expect(a.store.time()).toBeGreaterThan(before);
    b.store.pause();
    wire.flow();
    seeSame();
  });

  test('find together again when messages were lost', () => {
    const { wire, a, b, seeSame } = two();
    a.store.seek(300_000);
    b.store.act({ type: 'crash', server: 4 });
    wire.drop();
    a.store.seek(350_000);
    wire.flow((n) => n % 2 === 1);
    const late = window('c', wire);
    wire.flow();
    seeSame();
    expect(late.digest()).toBe(a.digest());
  });

  test('keep the speed that chooses itself, and end it together', async () => {
    const { wire, a, b } = two();
    a.store.setAuto(true);
    const paces = () => [a, b].map(({ store }) => store.getState().playback.auto);
    const settled = () => {
      wire.flow();
      return paces();
    };
    await expect.poll(settled).toEqual([true, true]);
    b.store.play();
    wire.flow();
    expect(paces()).toEqual([true, true]);
    a.store.setRate(0.1);
    wire.flow();
    expect(paces()).toEqual([false, false]);
    expect(b.store.getState().playback.rate).toBe(0.1);
  });

  test('show a run that they hold themselves as that very run', () => {
    const wire = channel();
    const a = window('a', wire);
    const own = record(createRun(9), 5000, { type: 'isolate', server: 1 });
    const b = window('b', wire, createRun(7), [{ run: own, scenario: 'mine' }]);
    wire.flow();
    a.store.openRun(structuredClone(own), 6000, 'theirs');
    wire.flow();
    expect(b.store.getState().session.run).toBe(own);
    expect(b.store.getState().session.scenario).toBe('mine');
  });

  test('what is done quietly is told to nobody, and undone by what the others show', () => {
    const { wire, a, b, seeSame } = two();
    a.sync.set(a.following.shown());
    a.store.seek(400_000);
    a.store.select({ type: 'server', id: 4 });
    wire.flow();
    b.following.quietly(() => {
      b.store.openRun(createRun(3), 900_000);
      b.store.play();
    });
    wire.flow();
    expect(a.store.time()).toBe(400_000);
    expect(b.store.getState().playback.playing).toBe(false);
    seeSame();
    a.store.play();
    wire.flow();
    b.following.quietly(() => b.store.pause());
    wire.flow();
    expect([a, b].map(({ store }) => store.getState().playback.playing)).toEqual([true, true]);
  });

  test('know of one another, and when one goes', () => {
    const { wire, a, b } = two();
    expect([...a.sync.peers().keys()]).toEqual(['b']);
    b.sync.close();
    wire.flow();
    expect([...a.sync.peers().keys()]).toEqual([]);
  });
});
