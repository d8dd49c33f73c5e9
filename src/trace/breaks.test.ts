import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Action,
  createRun,
  defaultConfig,
  MILLISECOND,
  type Run,
  record,
  simulate,
  type Transition,
} from '../sim';
import { arbitraryRun } from '../testing/arbitrary-run';
import {
  BREAK_FATES,
  BREAK_MESSAGES,
  BREAK_NUMBERS,
  BREAK_OUTCOMES,
  BREAK_ROLES,
  BREAKS_MAX,
  type BreakRule,
  breakFacts,
  COMPARISONS,
  decodeBreaks,
  firstBreak,
} from './breaks';
import { clusterAt, createTrace, transitionsBetween } from './history';

const MS = MILLISECOND;
const config = defaultConfig();

/** Elections, writes, a leader that is cut off with a write under way, and its log cut back when it returns. */
function eventful(): Run {
  const run = createRun(4127, { ...config, clients: { ...config.clients, interval: 60 * MS } });
  const leader = simulate(run, 420 * MS).hosts.find(({ server }) => server.role === 'leader')?.id ?? 1;
  const operation = { type: 'put', key: 'x', value: '9' } as const;
  const actions: readonly [number, Action][] = [
    [420, { type: 'isolate', server: leader }],
    [425, { type: 'clientRequest', client: 1, operation, to: leader }],
    [1400, { type: 'rejoin', server: leader }],
  ];
  return actions.reduce((before, [at, action]) => record(before, at * MS, action), run);
}

const trace = createTrace(eventful());
const all = transitionsBetween(trace, 0, 2500 * MS);
const fired = (rule: BreakRule): Transition[] => all.filter((transition) => breakFacts(rule, transition) !== null);

const arbitraryRule: fc.Arbitrary<BreakRule> = fc.oneof(
  fc.constantFrom<BreakRule>({ type: 'leader' }, { type: 'commit' }, { type: 'truncation' }, { type: 'violation' }),
  fc.record({ type: fc.constant('termAbove' as const), term: fc.nat(50) }),
  fc.record({ type: fc.constant('role' as const), server: fc.nat(9), role: fc.constantFrom(...BREAK_ROLES) }),
  fc.record({
    type: fc.constant('number' as const),
    server: fc.nat(9),
    what: fc.constantFrom(...BREAK_NUMBERS),
    comparison: fc.constantFrom(...COMPARISONS),
    value: fc.nat(20),
  }),
  fc.record({
    type: fc.constant('message' as const),
    server: fc.nat(9),
    fate: fc.constantFrom(...BREAK_FATES),
    message: fc.constantFrom(...BREAK_MESSAGES),
  }),
  fc.record({ type: fc.constant('client' as const), client: fc.nat(9), outcome: fc.constantFrom(...BREAK_OUTCOMES) }),
);

describe('a stop', () => {
  test('on a leader is where somebody begins to lead', () => {
    const found = fired({ type: 'leader' });
    expect(found.length).toBeGreaterThan(1);
    for (const { at, server } of found) {
      const roleAt = (time: number) => clusterAt(trace, time).hosts[(server ?? 0) - 1].server.role;
      expect(roleAt(at - 1)).not.toBe('leader');
      expect(roleAt(at)).toBe('leader');
    }
  });

  test('on a commit is where a leader commits', () => {
    const found = fired({ type: 'commit' });
    expect(found.length).toBeGreaterThan(3);
    for (const { at, server } of found) {
      const commitAt = (time: number) => clusterAt(trace, time).hosts[(server ?? 0) - 1].server.commitIndex;
      expect(commitAt(at)).toBeGreaterThan(commitAt(at - 1));
    }
  });

  test('on a truncation is where a log loses entries', () => {
    expect(fired({ type: 'truncation' }).length).toBeGreaterThan(0);
  });

  test('on a term above a number is where somebody begins one, not where others hear of it', () => {
    const found = fired({ type: 'termAbove', term: 1 });
    expect(found.map(({ after }) => after?.currentTerm)).toContain(2);
    for (const { kind } of found) expect(kind).not.toBe('deliver');
    const highest = Math.max(...all.map(({ after }) => after?.currentTerm ?? 0));
    expect(fired({ type: 'termAbove', term: highest })).toEqual([]);
  });

  test('on a number is where the comparison becomes true, exactly', () => {
    for (const what of BREAK_NUMBERS) {
      const rule: BreakRule = { type: 'number', server: 3, what, comparison: 'atLeast', value: 2 };
      const [first] = fired(rule);
      const numberAt = (time: number) => {
        const { server } = clusterAt(trace, time).hosts[2];
        return what === 'term' ? server.currentTerm : what === 'logLength' ? server.log.index : server.commitIndex;
      };
      expect(numberAt(first.at - 1)).toBeLessThan(2);
      expect(numberAt(first.at)).toBeGreaterThanOrEqual(2);
    }
  });

  test('on a message is where it is sent, received or lost', () => {
    for (const fate of BREAK_FATES) {
      for (const transition of fired({ type: 'message', server: 0, fate, message: 'RequestVote' })) {
        const facts = breakFacts({ type: 'message', server: 0, fate, message: 'RequestVote' }, transition);
        expect(facts?.message).toBe('RequestVote');
        if (fate === 'received') expect(transition.kind).toBe('deliver');
      }
    }
    expect(fired({ type: 'message', server: 0, fate: 'dropped', message: 'any' }).length).toBeGreaterThan(0);
  });

  test('on a client is where it has its answer', () => {
    const found = fired({ type: 'client', client: 1, outcome: 'ok' });
    expect(found.length).toBeGreaterThan(3);
    for (const { client } of found) expect(client).toBe(1);
    expect(fired({ type: 'client', client: 2, outcome: 'any' })).toEqual([]);
  });

  test('is the first of all, whatever the order of the rules', () => {
    const rules: BreakRule[] = [{ type: 'commit' }, { type: 'leader' }];
    const found = firstBreak(all, rules);
    expect(found?.rule.type).toBe('leader');
    expect(firstBreak(all, rules.toReversed())?.at).toBe(found?.at);
  });
});

test('of any rule in any run can be told, and no rule throws', () => {
  fc.assert(
    fc.property(arbitraryRun(), arbitraryRule, (run, rule) => {
      firstBreak(transitionsBetween(createTrace(run), 0, 400 * MS), [rule]);
    }),
    { numRuns: 30 },
  );
});

describe('rules that were kept', () => {
  test('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRule, { maxLength: BREAKS_MAX }), (rules) => {
        expect(decodeBreaks(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
      }),
    );
  });

  test('are left out where they make no sense, and are never too many', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (kept) => {
        expect(decodeBreaks(kept).length).toBeLessThanOrEqual(BREAKS_MAX);
      }),
    );
    expect(
      decodeBreaks([
        { type: 'role', server: 77, role: 'leader' },
        { type: 'role', server: 1, role: 'king' },
      ]),
    ).toEqual([]);
    expect(decodeBreaks(new Array(50).fill({ type: 'leader' })).length).toBe(BREAKS_MAX);
  });
});
