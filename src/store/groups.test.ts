import { expect, test } from 'vitest';
import { createRun, defaultConfig } from '../sim';
import { fakePage } from './fake-page';

function threeGroups(time = 500_000) {
  const { store } = fakePage({ reduced: true });
  store.openRun(createRun(3, { ...defaultConfig(), groups: 3 }), time);
  return store;
}

test('every group can be shown, at the same instant of the same run', () => {
  const store = threeGroups();
  const [first, second] = store.groups();
  const { address } = store;
  const before = address();
  expect(store.frame().servers.map(({ role }) => role)).toEqual(first.members.map(({ role }) => role));
  store.showGroup(2);
  expect(store.time()).toBe(500_000);
  expect(address()).toBe(before);
  expect(store.frame().servers.map(({ role }) => role)).toEqual(second.members.map(({ role }) => role));
  store.showGroup(9);
  expect(store.getState().session.group).toBe(2);
});

test('an address may name the group that is shown; one that does not exist is the first', async () => {
  const link = await threeGroups().link();
  for (const [suffix, group] of [
    ['&g=2', 2],
    ['&g=3', 3],
    ['&g=4', 1],
    ['&g=x', 1],
    ['', 1],
  ] as const) {
    const { store } = fakePage({ reduced: true, hash: `${link}${suffix}` });
    expect(store.getState().session.group, suffix).toBe(group);
    expect(store.time()).toBe(500_000);
  }
});

test('what is done while a group is shown is done to that group, or to all', () => {
  const store = threeGroups();
  store.showGroup(3);
  expect(store.act({ type: 'expireTimer', server: 4 }).ok).toBe(true);
  expect(store.act({ type: 'crash', server: 1 }).ok).toBe(true);
  expect(store.getState().session.run.actions.map(({ action }) => action)).toEqual([
    { type: 'inGroup', group: 3, action: { type: 'expireTimer', server: 4 } },
    { type: 'crash', server: 1 },
  ]);
  expect(store.groups().every(({ members }) => members[0].status === 'crashed')).toBe(true);
});

test('acting in one group at an instant keeps what was done to another just then', () => {
  const store = threeGroups();
  store.showGroup(2);
  store.act({ type: 'expireTimer', server: 4 });
  const { at } = store.getState().session.run.actions[0];
  store.showGroup(1);
  store.seek(at);
  store.act({ type: 'expireTimer', server: 5 });
  expect(store.getState().session.run.actions.map(({ action }) => action.type)).toEqual(['inGroup', 'expireTimer']);
});

test('undo and branches keep to the group that is shown', () => {
  const store = threeGroups();
  store.showGroup(2);
  store.act({ type: 'crash', server: 2 });
  store.undo();
  expect(store.getState().session).toMatchObject({ group: 2, run: { actions: [] } });
  expect(store.frame().servers[1].status).toBe('up');
  expect(store.act({ type: 'inGroup', group: 2, action: { type: 'compact', server: 1 } }).ok).toBe(false);
});
