import { describe, expect, test } from 'vitest';
import { chaosRun, wideChaosRun } from '../lab';
import { defaultOptions, type Options, RULE_SWITCHES, type RuleSwitch } from '../raft';
import { findScenario, SCENARIOS } from '../scenarios';
import { type Action, createRun, defaultConfig, groupRun, MILLISECOND, type Run, SECOND } from '../sim';
import { judged, parsed, rulesOf, traceOf } from './outsider/edited';

const optionsWithout = (...off: RuleSwitch[]): Options => ({ ...defaultOptions(), off });
const linesOf = (run: Run, length: number) => parsed(traceOf(run, length));
const wideLines = (seed: number, servers: number, options = defaultOptions()) =>
  linesOf(wideChaosRun(seed, servers, 6 * SECOND, options), 6 * SECOND);

describe('a stranger has nothing to say', () => {
  test.each([3, 4, 5, 6, 7, 9])('of %i servers in trouble of every kind', (servers) => {
    for (let seed = 1; seed <= 6; seed++) expect(judged(wideLines(seed, servers))).toEqual([]);
  });

  // A newcomer's own snapshot must say who votes (§7).
  test('of newcomers that take snapshots', () => {
    expect(judged(linesOf(wideChaosRun(131, 6, 8 * SECOND), 8 * SECOND))).toEqual([]);
  });

  test.each(SCENARIOS.filter(({ run }) => run.config.options.off.length === 0))(
    'of the scenario $id',
    ({ run, until }) => {
      for (let group = 1; group <= run.config.groups; group++) {
        expect(judged(linesOf(groupRun(run, group), until))).toEqual([]);
      }
    },
  );

  test('of a server that is told to stand when the transfer was given up long ago', () => {
    expect(judged(linesOf(lateTransfer(), 900 * MILLISECOND))).toEqual([]);
  });

  test('of options that change under way', () => {
    const plain = chaosRun(4, 5, 6 * SECOND);
    const at = plain.actions[4].at + 1;
    const options = { ...defaultOptions(), preVote: true, stickyLeader: true, checkQuorum: true };
    const actions = [...plain.actions.slice(0, 5), { at, action: { type: 'setOptions', options } as const }];
    const later = plain.actions.slice(5).filter((recorded) => recorded.at > at);
    expect(judged(linesOf({ ...plain, actions: [...actions, ...later] }, 6 * SECOND))).toEqual([]);
  });
});

test.each(SCENARIOS.filter(({ run }) => run.config.options.off.length > 0))(
  'a stranger says what breaks in the scenario $id',
  ({ run, until }) => {
    expect(judged(linesOf(run, until))).not.toEqual([]);
  },
);

/** Each rule that is off, what a stranger calls the fault, and a run in which it shows. */
const CAUGHT: readonly [off: RuleSwitch, rule: string, servers: number, seed: number][] = [
  ['voteTwice', 'one-vote', 5, 2],
  ['noElectionRestriction', 'vote', 3, 1],
  ['commitOldTerm', 'commit', 5, 16],
  ['noConsistencyCheck', 'reply', 3, 1],
  ['commitNoMin', 'commit', 3, 3],
  ['acceptStaleLeader', 'reply', 3, 1],
  ['quorumHalf', 'quorum', 4, 1],
  ['noPersistVote', 'restart', 3, 1],
  ['noPersistTerm', 'restart', 3, 1],
  ['ackBeforeFsync', 'durability', 3, 1],
  ['sameTermClearsVote', 'one-vote', 3, 1],
  ['lengthOnly', 'vote', 4, 33],
  ['lastTermOnly', 'vote', 3, 1],
  ['noTruncate', 'log-matching', 5, 3],
  ['overTruncate', 'log', 3, 1],
  ['countSentAsAcked', 'match-index', 3, 1],
  ['countStaleReplies', 'match-index', 5, 7],
  ['configJump', 'membership', 5, 1],
  ['configBeforeNoop', 'membership', 5, 15],
  ['configOverlap', 'membership', 3, 3],
  ['readLocal', 'linearizability', 5, 50],
  ['readNoNoop', 'linearizability', 5, 50],
  ['noPreVote', 'prevote', 3, 1],
  ['timerOnAnyRpc', 'timer', 3, 1],
  ['snapshotRules', 'commit', 5, 6],
  ['removeSelfEarly', 'membership', 3, 1],
];

/** Rules that only clients see broken; the runs are made for them. */
const DIRECTED: readonly RuleSwitch[] = ['leaseDrift', 'noDedup'];

/** Without them nothing happens that is not allowed: what is missed is progress. */
const LIVENESS: readonly RuleSwitch[] = ['preVoteIgnoresLowerTerm', 'noCheckQuorum'];

describe('a stranger notices that a rule is off:', () => {
  test.each(CAUGHT)('%s', (off, rule, servers, seed) => {
    expect(rulesOf(wideLines(seed, servers, optionsWithout(off)))).toContain(rule);
    expect(judged(wideLines(seed, servers))).toEqual([]);
  });

  test('leaseDrift', () => {
    const lines = linesOf(lateTransfer(['leaseDrift']), 900 * MILLISECOND);
    expect(rulesOf(lines)).toEqual(new Set(['linearizability']));
  });

  test('noDedup', () => {
    const { run, until } = findScenario('exactly-once') as (typeof SCENARIOS)[number];
    const config = { ...run.config, options: { ...run.config.options, off: ['noDedup'] as const } };
    expect(rulesOf(linesOf({ ...run, config }, until))).toEqual(new Set(['linearizability']));
  });

  test('and every rule is in the table, or costs progress alone', () => {
    const all = [...CAUGHT.map(([off]) => off), ...DIRECTED, ...LIVENESS];
    expect(all.sort()).toEqual([...RULE_SWITCHES].sort());
  });
});

/**
 * S1 gives a transfer up because TimeoutNow is late; then it arrives, and S2 is elected by voters that hold to S1. A
 * write at S2 is followed by a read at S1, which is cut off by then (D§3.10, D§6.4.1).
 */
function lateTransfer(off: readonly RuleSwitch[] = []): Run {
  const base = defaultConfig(5);
  const quality = (milliseconds: number) => {
    const latency = { min: milliseconds * MILLISECOND, max: milliseconds * MILLISECOND };
    return { ...base.network, latency };
  };
  const link = (milliseconds: number): Action => ({ type: 'setLink', from: 1, to: 2, quality: quality(milliseconds) });
  const ask = (client: number, to: number, operation: Extract<Action, { type: 'clientRequest' }>['operation']) =>
    ({ type: 'clientRequest', client, operation, to }) as const;
  const steps: [number, Action][] = [
    [20_000, { type: 'expireTimer', server: 1 }],
    [120_000, ask(1, 1, { type: 'put', key: 'x', value: '1' })],
    [300_000, link(250)],
    [300_001, { type: 'transfer', server: 1, to: 2 }],
    [301_000, link(5)],
    [553_000, { type: 'isolate', server: 1 }],
    [570_000, ask(2, 2, { type: 'put', key: 'x', value: '2' })],
    [600_000, ask(1, 1, { type: 'read', key: 'x', mode: 'lease' })],
  ];
  const config = {
    ...base,
    options: { ...defaultOptions(), stickyLeader: true, off },
    network: quality(5),
    clients: { ...base.clients, count: 2 },
  };
  return { ...createRun(5, config), actions: steps.map(([at, action]) => ({ at, action })) };
}
