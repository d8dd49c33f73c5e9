import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRun, defaultConfig } from '../sim';
import { arbitraryRun } from '../testing/arbitrary-run';
import { validateAction, validateRun } from './validate';

const sentenceOf = (run: unknown): string => {
  const found = validateRun(run);
  return found.ok ? 'fine' : found.error;
};

const withConfig = (part: object, servers = 5) => createRun(1, { ...defaultConfig(servers), ...part });

const withActions = (...actions: unknown[]) => ({
  ...createRun(1),
  actions: actions.map((action, i) => ({ at: i * 10, action })),
});

describe('a run from outside', () => {
  test('passes when it is one', () => {
    fc.assert(fc.property(arbitraryRun(), (run) => sentenceOf(run) === 'fine'));
  });

  test('is refused with the name of the field', () => {
    const put = { type: 'put', key: 'x', value: '1' };
    const crash = { type: 'crash', server: 1 };
    const cases: [unknown, string][] = [
      [null, 'the run must be an object'],
      [{ ...createRun(1), version: 2 }, 'version must be one of 1, not 2'],
      [{ ...createRun(1), seed: 0.5 }, 'seed must be a whole number'],
      [{ ...createRun(1), seed: 2 ** 32 }, 'seed must be between 0 and 4294967295'],
      [{ ...createRun(1), title: 'x' }, '"title" is not known here'],
      [withConfig({ servers: 10 }), 'config.servers must be between 3 and 9'],
      [withConfig({ servers: '5' }), 'config.servers must be a whole number'],
      [withConfig({ disk: { min: 2, max: 1 } }), 'config.disk must have a min that is not above its max'],
      [withConfig({ disk: { min: 0, max: 600_000_001 } }), 'config.disk.max must be between 0 and 600000000'],
      [
        withConfig({ clients: { ...defaultConfig().clients, count: 10 } }),
        'config.clients.count must be between 0 and 9',
      ],
      [
        withConfig({ options: { ...defaultConfig().options, batchMax: 0 } }),
        'config.options.batchMax must be between 1 and 64',
      ],
      [
        withConfig({ options: { ...defaultConfig().options, off: ['gravity'] } }),
        'config.options.off[0] must be one of voteTwice, noElectionRestriction, commitOldTerm, noConsistencyCheck, ' +
          'commitNoMin, acceptStaleLeader, quorumHalf and 23 more, not "gravity"',
      ],
      [
        withConfig({ options: { ...defaultConfig().options, preVoting: true } }),
        'config.options."preVoting" is not known here',
      ],
      [withConfig({ initial: [] }), 'config.initial must have one item for each of the 5 servers'],
      [withActions(crash, { type: 'crash', server: 6 }), 'action 2: server must be between 1 and 5'],
      [withActions({ type: 'crash' }), 'action 1: server is missing'],
      [withActions(crash, crash, null), 'action 3 must be an object'],
      [
        { ...withActions(crash), actions: [{ at: -1, action: crash }] },
        'action 1: at must be between 0 and 1000000000000',
      ],
      [
        {
          ...withActions(crash),
          actions: [
            { at: 9, action: crash },
            { at: 9, action: crash },
          ],
        },
        'actions must be in order of time, each later than the one before; item 2 is not',
      ],
      [withActions({ type: 'partition', groups: [[1, 2], [2]] }), 'action 1: groups must not name anything twice'],
      [
        withActions({ type: 'clientRequest', client: 1, operation: { ...put, value: 'x'.repeat(65) }, to: null }),
        'action 1: operation.value must have at most 64 characters',
      ],
      [
        withActions({ type: 'setClock', server: 1, rate: 9999, offset: 0 }),
        'action 1: rate must be between 10000 and 100000000',
      ],
    ];
    for (const [run, sentence] of cases) expect(sentenceOf(run)).toBe(sentence);
  });

  test('may not begin with an impossible log', () => {
    const begin = (currentTerm: number, log: number[]) => {
      const empty = { currentTerm: 0, votedFor: null, log: [] };
      return sentenceOf(withConfig({ initial: [{ currentTerm, votedFor: null, log }, empty, empty] }, 3));
    };
    expect(begin(2, [1, 1, 2])).toBe('fine');
    expect(begin(2, [1, 2, 1])).toBe('config.initial[0] must have a log whose terms never go down');
    expect(begin(2, [1, 3])).toBe('config.initial[0] must have no entry of a term above its currentTerm');
    expect(begin(2, [0])).toBe('config.initial[0].log[0] must be between 1 and 1000000000');
  });

  test('names an unknown type of action', () => {
    expect(sentenceOf(withActions({ type: 'explode', server: 1 }))).toMatch(
      /^action 1: type must be one of .*, not "explode"$/,
    );
    expect(sentenceOf(withActions({ type: 'toString' }))).toMatch(/^action 1: type must be one of/);
  });
});

test('an action passes alone where it passes in a run, and is refused with the same words', () => {
  const servers = fc.integer({ min: 3, max: 9 });
  const target = fc.integer({ min: -1, max: 11 });
  const action = fc.oneof(
    target.map((server): unknown => ({ type: 'crash', server })),
    fc.record({ type: fc.constantFrom('cut', 'hold'), from: target, to: target }),
    fc.record({ type: fc.constant('setClients'), interval: fc.integer() }),
    fc.record({ type: fc.string(), server: target }),
    fc.constantFrom<unknown>(null, { type: 'heal' }, { type: 'addServer' }, { type: 'heal', server: 1 }),
  );
  fc.assert(
    fc.property(servers, action, (count, one) => {
      const alone = validateAction(one, count);
      const within = validateRun({ ...createRun(1, defaultConfig(count)), actions: [{ at: 1, action: one }] });
      expect(alone.ok).toBe(within.ok);
      if (!alone.ok && !within.ok)
        expect(within.error.replace('action 1: ', 'action.').replace('action 1', 'action')).toBe(alone.error);
    }),
  );
});
