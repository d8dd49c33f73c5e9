import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { append, EMPTY_LOG, type Log } from '../raft';
import { type Action, createRun, defaultConfig, MILLISECOND, type Run, SECOND } from '../sim';
import { forksOf } from './branches';
import { DifferenceSearch, differencesOf, divergenceOf, firstUnlike } from './compare';
import { frameAt } from './frame-at';
import { clusterAt, createTrace, digestAt, fork } from './history';

const MS = MILLISECOND;
const config = defaultConfig();
const calm: Run = createRun(11, { ...config, clients: { ...config.clients, interval: 80 * MS } });

const arbitraryAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    type: fc.constantFrom(
      'crash' as const,
      'restart' as const,
      'isolate' as const,
      'rejoin' as const,
      'pause' as const,
    ),
    server: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({ type: fc.constant('expireTimer' as const), server: fc.integer({ min: 1, max: 5 }) }),
  fc.constant<Action>({ type: 'heal' }),
);

const arbitraryActions = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 1500 * MS }), arbitraryAction), {
    selector: ([at]) => at,
    minLength: 1,
    maxLength: 6,
  })
  .map((found) => found.sort(([a], [b]) => a - b).map(([at, action]) => ({ at, action })));

describe('the first difference', () => {
  test('of two runs that differ in one action is that action, however they are simulated', () => {
    fc.assert(
      fc.property(arbitraryActions, fc.nat(), fc.boolean(), (actions, pick, shared) => {
        const changed = pick % actions.length;
        const a: Run = { ...calm, actions };
        const b: Run = { ...calm, actions: actions.filter((_, i) => i !== changed) };
        const one = createTrace(a);
        clusterAt(one, SECOND);
        const other = shared ? fork(one, b) : createTrace(b);
        const found = divergenceOf(one, other, 2 * SECOND);
        const { at, action } = actions[changed];
        expect(found?.at).toBe(at);
        expect(found?.a?.action).toEqual(action);
        // Until then nothing differs: the same cluster in both.
        expect(digestAt(one, at - 1)).toBe(digestAt(other, at - 1));
        expect(divergenceOf(other, one, 2 * SECOND)?.b?.action).toEqual(action);
      }),
      { numRuns: 60 },
    );
  });

  test('is found hours later, in pieces as small as one likes', () => {
    const slow: Run = createRun(11, {
      ...config,
      timing: { electionMin: 40 * SECOND, electionMax: 80 * SECOND, heartbeat: 20 * SECOND },
    });
    const at = 9 * 3600 * SECOND;
    const options = { ...config.options, noop: false };
    const a: Run = { ...slow, actions: [{ at, action: { type: 'crash', server: 1 } }] };
    const [one, other] = [createTrace(a), createTrace(slow)];
    const known = new DifferenceSearch(one, other);
    // What the runs have in common need not be looked at.
    expect(known.until).toBe(at - 1);
    known.lookOn(at);
    expect(known.found).toMatchObject({ at, a: { kind: 'action' }, b: null });
    // With another rule, everything has to be: the rule is there at the first election.
    const pieces = new DifferenceSearch(
      createTrace(slow),
      createTrace({ ...slow, config: { ...slow.config, options } }),
    );
    let looks = 0;
    while (pieces.found === null && pieces.until < 200 * SECOND && looks < 10_000) {
      pieces.lookOn(200 * SECOND, () => true);
      looks++;
    }
    expect(looks).toBeGreaterThan(10);
    expect(pieces.found?.at).toBe(
      divergenceOf(createTrace(slow), createTrace({ ...slow, config: { ...slow.config, options } }), 200 * SECOND)?.at,
    );
  });

  test('of equal runs is none', () => {
    expect(divergenceOf(createTrace(calm), createTrace({ ...calm }), SECOND)).toBeNull();
  });

  test('of runs with other rules is where the rule first matters', () => {
    const options = { ...config.options, preVote: true };
    const [a, b] = [createTrace(calm), createTrace({ ...calm, config: { ...calm.config, options } })];
    const found = divergenceOf(a, b, SECOND);
    expect(found?.a?.rules).toContain('beginElection');
    expect(found?.b?.rules).toContain('askPreVote');
  });

  test('lies beyond the horizon that is looked to, then none is found', () => {
    const b: Run = { ...calm, actions: [{ at: 900 * MS, action: { type: 'crash', server: 1 } }] };
    expect(divergenceOf(createTrace(calm), createTrace(b), 800 * MS)).toBeNull();
  });
});

describe('what differs at an instant', () => {
  const b: Run = { ...calm, actions: [{ at: 700 * MS, action: { type: 'crash', server: 2 } }] };
  const [one, other] = [createTrace(calm), createTrace(b)];

  test('is nothing before the first difference, and then what was done', () => {
    expect(differencesOf(frameAt(one, 699 * MS), frameAt(other, 699 * MS))).toEqual([]);
    const [first] = differencesOf(frameAt(one, 700 * MS), frameAt(other, 700 * MS));
    expect(first).toMatchObject({ server: 2 });
    expect(first.facets).toContain('status');
  });

  test('names the entries that one of them has not', () => {
    const found = differencesOf(frameAt(one, 1500 * MS), frameAt(other, 1500 * MS)).find(({ server }) => server === 2);
    expect(found?.facets).toContain('log');
    const end = clusterAt(other, 1500 * MS).hosts[1].server.log.index;
    expect(found?.entries).toEqual([end + 1, Number.POSITIVE_INFINITY]);
  });

  test('names the entries that are committed in one of them only', () => {
    const [before, after] = [frameAt(one, 700 * MS), frameAt(other, 700 * MS)];
    const [crashed] = differencesOf(before, after);
    expect(crashed.entries).toEqual([1, before.servers[1].commitIndex]);
  });

  test('names a server that is in one of them only', () => {
    const added: Run = { ...calm, actions: [{ at: 10 * MS, action: { type: 'addServer' } }] };
    const found = differencesOf(frameAt(createTrace(calm), 20 * MS), frameAt(createTrace(added), 20 * MS));
    expect(found).toEqual([{ server: 6, facets: [], entries: [1, Number.POSITIVE_INFINITY] }]);
  });
});

test('logs are compared by what their entries say', () => {
  const noop = { type: 'noop' } as const;
  const log = (...terms: number[]): Log => terms.reduce((last, term) => append(last, term, noop), EMPTY_LOG);
  expect(firstUnlike(log(1, 1, 2), log(1, 1, 2))).toBe(0);
  expect(firstUnlike(log(1, 1, 2), log(1, 1))).toBe(3);
  expect(firstUnlike(log(1, 1, 2), log(1, 2, 2))).toBe(2);
  expect(firstUnlike(log(), log(1))).toBe(1);
});

test('branches leave the earlier run with which they have most in common', () => {
  const at = (...times: number[]): Run => ({
    ...calm,
    actions: times.map((time) => ({ at: time, action: { type: 'crash', server: 1 } as const })),
  });
  expect(forksOf([at(1, 2, 3), at(1, 2), at(1, 2, 5), at(9), { ...calm, seed: 8 }])).toEqual([
    { parent: null, at: 0 },
    { parent: 0, at: 3 },
    { parent: 1, at: 5 },
    { parent: 0, at: 1 },
    { parent: 0, at: 0 },
  ]);
});
