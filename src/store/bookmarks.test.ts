import { describe, expect, test } from 'vitest';
import { decodeRun } from '../share';
import { createRun } from '../sim';
import type { ActionContext } from './entry';
import { fakePage } from './fake-page';
import { entry } from './registry';

function start(time = 260_000) {
  const { store, page } = fakePage({ reduced: true });
  store.openRun(createRun(7), time);
  const context: ActionContext = { store, toggleFullScreen: () => undefined, save: () => undefined };
  const times = () => (store.getState().session.run.bookmarks ?? []).map(({ at }) => at);
  return { store, page, context, times };
}

const named = (at: number, name = '') => ({ at, name, caption: '', notes: '' });

describe('bookmarks', () => {
  test('are set where the play head is, once, after what is told before them', () => {
    const { store, context, times } = start();
    entry('bookmark').run(context);
    entry('bookmark').run(context);
    expect(times()).toEqual([260_000]);
    expect(store.getState().view.panel).toBe('bookmarks');
    store.seek(100_000);
    entry('bookmark').run(context);
    store.seek(200_000);
    entry('bookmark').run(context);
    expect(times()).toEqual([100_000, 200_000, 260_000]);
  });

  test('are gone to one after the other, and after the last to the first', () => {
    const { store, context } = start();
    expect(entry('nextBookmark').enabled(context)).toBe(false);
    store.setBookmarks([named(300_000), named(100_000)]);
    const seen = [1, 2, 3].map(() => {
      entry('nextBookmark').run(context);
      return store.time();
    });
    expect(seen).toEqual([300_000, 100_000, 300_000]);
  });

  test('are in the address, and leave the trace and its digest alone', async () => {
    const { store, page } = start();
    const { trace } = store.getState().session;
    store.setBookmarks([named(300_000, 'here')]);
    expect(store.getState().session.trace).toBe(trace);
    const found = decodeRun(/run=([\w-]+)/.exec(page.hash)?.[1] ?? '');
    expect(found.ok && found.value.bookmarks).toEqual([named(300_000, 'here')]);
    store.setBookmarks([]);
    expect(page.hash).toBe(await store.link());
    expect(Object.keys(store.getState().session.run)).not.toContain('bookmarks');
  });

  test('are taken back by undo; what is typed in one go is taken back at once', () => {
    const { store } = start();
    store.setBookmarks([named(1)]);
    store.setBookmarks([named(1, 'a')]);
    store.setBookmarks([named(1, 'ab')], true);
    store.undo();
    expect(store.getState().session.run.bookmarks).toEqual([named(1)]);
    store.undo();
    expect(store.getState().session.run.bookmarks).toBeUndefined();
    expect(store.getState().session.undoable).toBe(false);
  });

  test('of a future that is left stay with it; those before stay, as they were', () => {
    const { store, times } = start();
    store.setBookmarks([named(100_000), named(260_000), named(900_000)]);
    store.act({ type: 'crash', server: 2 });
    expect(times()).toEqual([100_000, 260_000]);
    expect(store.getState().session.run.actions[0].at).toBeGreaterThan(260_000);
    const [branch] = store.getState().session.branches;
    expect(branch.run.bookmarks?.map(({ at }) => at)).toEqual([100_000, 260_000, 900_000]);
    store.switchBranch(branch.id);
    expect(times()).toEqual([100_000, 260_000, 900_000]);
  });
});
