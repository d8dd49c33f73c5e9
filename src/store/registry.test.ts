import { expect, test } from 'vitest';
import { type ActionType, createRun } from '../sim';
import type { ActionContext } from './entry';
import { fakePage } from './fake-page';
import { entry, REGISTRY } from './registry';
import type { Selection } from './state';

function contextOf({ time = 260_000, target }: { time?: number; target?: Selection } = {}) {
  const { store, page } = fakePage({ reduced: true });
  store.openRun(createRun(7), time);
  let fullScreen = 0;
  const saved: string[] = [];
  const context: ActionContext = {
    store,
    target,
    toggleFullScreen: () => fullScreen++,
    save: (what) => saved.push(what),
  };
  return { store, page, context, saved, fullScreens: () => fullScreen };
}

const lastAction = (context: ActionContext) => context.store.getState().session.run.actions.at(-1)?.action;

test('every entry runs in any situation without harm', () => {
  const situations = [
    contextOf(),
    contextOf({ time: 0 }),
    contextOf({ target: { type: 'server', id: 3 } }),
    contextOf({ target: { type: 'server', id: 99 } }),
    contextOf({ target: { type: 'message', key: 1 } }),
  ];
  for (const { context } of situations) {
    for (const one of REGISTRY) {
      one.enabled(context);
      one.state?.(context);
      one.run(context);
    }
  }
});

test('an entry that acts is enabled exactly when its action makes sense', () => {
  const { context } = contextOf({ target: { type: 'server', id: 2 } });
  expect(entry('heal').enabled(context)).toBe(false);
  entry('isolate').run(context);
  expect(entry('heal').enabled(context)).toBe(true);
  expect(entry('drop').enabled(context)).toBe(false);
});

test('one key crashes and restarts, pauses and resumes, isolates and rejoins', () => {
  const { context } = contextOf({ target: { type: 'server', id: 2 } });
  const done: (ActionType | undefined)[] = [];
  for (const id of ['crash', 'crash', 'freeze', 'freeze', 'isolate', 'isolate'] as const) {
    expect(entry(id).state?.(context)).toBe(done.length % 2);
    entry(id).run(context);
    done.push(lastAction(context)?.type);
  }
  expect(done).toEqual(['crash', 'restart', 'pause', 'resume', 'isolate', 'rejoin']);
});

test('a menu acts on what it was opened on, a key on what is selected', () => {
  const { context, store } = contextOf();
  entry('selectServer').run(context, '4');
  entry('expireTimer').run({ ...context, target: { type: 'server', id: 1 } });
  expect(lastAction(context)).toEqual({ type: 'expireTimer', server: 1 });
  entry('crash').run(context);
  expect(lastAction(context)).toEqual({ type: 'crash', server: 4 });
  expect(store.getState().view.selection).toEqual({ type: 'server', id: 4 });
});

test('messages can be chosen and dropped without a pointer', () => {
  const { context, store } = contextOf({ time: 0 });
  while (store.frame().messages.length < 2) store.stepEvent(1);
  const keys = store.frame().messages.map(({ key }) => key);
  entry('selectMessage').run(context, '.');
  entry('selectMessage').run(context, '.');
  expect(store.getState().view.selection).toEqual({ type: 'message', key: keys[1] });
  entry('drop').run(context);
  expect(lastAction(context)).toEqual({ type: 'drop', message: keys[1] });
});

test('a client writes one value after the other', () => {
  const { context } = contextOf();
  entry('write').run(context);
  const first = lastAction(context);
  entry('write').run(context);
  expect(first).toMatchObject({ type: 'clientRequest', client: 1, to: null });
  expect(lastAction(context)).not.toEqual(first);
});

test('time, view and run can be changed', () => {
  const { context, store, saved, fullScreens } = contextOf();
  entry('secondForward').run(context);
  expect(store.time()).toBe(1_260_000);
  entry('secondBack').run(context);
  entry('toStart').run(context);
  expect(store.time()).toBe(0);
  entry('toEnd').run(context);
  expect(store.time()).toBe(1_260_000);
  entry('faster').run(context);
  expect(store.getState().playback.rate).toBe(1 / 10);
  entry('theme').run(context);
  entry('zoomIn').run(context);
  expect(store.getState().settings).toMatchObject({ theme: 'light', scale: 1.25 });
  entry('help').run(context);
  expect(store.getState().view.panel).toBe('help');
  entry('close').run(context);
  expect(store.getState().view.panel).toBeNull();
  entry('fullScreen').run(context);
  expect(fullScreens()).toBe(1);
  entry('saveRun').run(context);
  entry('saveTrace').run(context);
  expect(saved).toEqual(['run', 'trace']);
  entry('open').run(context);
  expect(store.getState().view.panel).toBe('open');
});

test('the selected server is taken in, handed the lead, and removed', () => {
  const { store, context: base } = contextOf({ time: 600_000 });
  const leader = store.frame().servers.find(({ role }) => role === 'leader')?.id ?? 0;
  const other = (leader % 5) + 1;
  const context: ActionContext = { ...base, target: { type: 'server', id: 6 } };
  expect(entry('membership').enabled(context)).toBe(false);
  entry('addServer').run(context);
  expect(store.frame().servers.length).toBe(6);
  expect(entry('membership').state?.(context)).toBe(1);
  entry('membership').run(context);
  const voters = [1, 2, 3, 4, 5, 6];
  expect(lastAction(context)).toEqual({ type: 'changeMembers', server: leader, voters, joint: false });
  store.seek(store.time() + 400_000);
  expect(store.frame().servers[5].membership).toBe('voter');
  const hand = { ...context, target: { type: 'server', id: other } as const };
  expect(entry('transfer').enabled({ ...context, target: { type: 'server', id: leader } })).toBe(false);
  entry('transfer').run(hand);
  expect(lastAction(context)).toEqual({ type: 'transfer', server: leader, to: other });
  store.seek(store.time() + 400_000);
  expect(store.frame().servers[other - 1].role).toBe('leader');
  entry('compact').run(hand);
  expect(store.frame().servers[other - 1].base).toBeGreaterThan(0);
  entry('membership').run(context);
  expect(lastAction(context)).toMatchObject({ type: 'changeMembers', voters: [1, 2, 3, 4, 5] });
});

test('one key crashes and restarts the client that is spoken to', () => {
  const { context, store } = contextOf();
  entry('crashClient').run(context);
  expect(store.frame().clients[0].crashed).toBe(true);
  entry('crashClient').run(context);
  expect(lastAction(context)).toEqual({ type: 'restartClient', client: 1 });
});
