import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryRun } from '../testing/arbitrary-run';
import { digestCluster } from './digest';
import { actionOf, groupRun, isOwn } from './groups';
import { createRun, defaultConfig, type PlainAction, type Run, record } from './run';
import { simulate } from './simulate';

const UNTIL = 800_000;
const three = (actions: Run['actions'] = []): Run => ({
  ...createRun(5, { ...defaultConfig(), groups: 3 }),
  actions,
});
const leaders = (run: Run, group: number) =>
  simulate(groupRun(run, group), UNTIL)
    .hosts.filter(({ server, status }) => server.role === 'leader' && status !== 'crashed')
    .map(({ id }) => id);

describe('groups on the same servers', () => {
  test('a run with one group is that group', () => {
    const run = createRun(5);
    expect(groupRun(run, 1)).toBe(run);
  });

  test('each group has its own randomness, the same each time', () => {
    const seeds = [1, 2, 3].map((group) => groupRun(three(), group).seed);
    expect(new Set(seeds).size).toBe(3);
    expect([1, 2, 3].map((group) => groupRun(three(), group).seed)).toEqual(seeds);
    expect(seeds[0]).toBe(5);
  });

  test('what happens to a computer or the network happens to every group', () => {
    const run = three([{ at: 400_000, action: { type: 'crash', server: 2 } }]);
    for (const group of [1, 2, 3]) expect(simulate(groupRun(run, group), UNTIL).hosts[1].status).toBe('crashed');
  });

  test('what is done to one group is nothing to the others', () => {
    const own: PlainAction = { type: 'expireTimer', server: 4 };
    const run = record(three(), 20_000, actionOf(own, 2));
    expect(leaders(run, 2)).toEqual([4]);
    for (const group of [1, 3]) expect(groupRun(run, group).actions).toEqual([]);
    expect(groupRun(run, 2).actions).toEqual([{ at: 20_000, action: own }]);
  });

  test('the first group’s own actions are recorded as they are', () => {
    const own: PlainAction = { type: 'expireTimer', server: 4 };
    const shared: PlainAction = { type: 'crash', server: 1 };
    expect(actionOf(own, 1)).toBe(own);
    expect(actionOf(shared, 3)).toBe(shared);
    expect(isOwn(own) && !isOwn(shared)).toBe(true);
    expect(groupRun(three([{ at: 9, action: own }]), 2).actions).toEqual([]);
  });

  test('no group holds what was done to another; together they hold all of it', () => {
    fc.assert(
      fc.property(arbitraryRun(), (run) => {
        const whole: Run = { ...run, config: { ...run.config, groups: 5 } };
        const parts = [1, 2, 3, 4, 5].map((group) => groupRun(whole, group).actions);
        expect(parts.flat().some(({ action }) => action.type === 'inGroup')).toBe(false);
        const times = new Set(parts.flat().map(({ at }) => at));
        expect(whole.actions.every(({ at }) => times.has(at))).toBe(true);
      }),
    );
  });

  test('a group is moved as any run is, and differs from its neighbours', () => {
    const digests = [1, 2, 3].map((group) => digestCluster(simulate(groupRun(three(), group), UNTIL)));
    expect(new Set(digests).size).toBe(3);
  });
});
