import { describe, expect, test } from 'vitest';
import { chaosRun, wideChaosRun } from '../lab';
import { defaultOptions, RULE_SWITCHES, type RuleSwitch } from '../raft';
import { findScenario, SCENARIOS, type Scenario } from '../scenarios';
import { type Action, createRun, defaultConfig, groupRun, MILLISECOND, type Run, SECOND } from '../sim';
import { judged, parsed, rulesOf, traceOf } from './outsider/edited';

const linesOf = (run: Run, length: number) => parsed(traceOf(run, length));
const wideLines = (seed: number, servers: number) => linesOf(wideChaosRun(seed, servers, 6 * SECOND), 6 * SECOND);

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

/** Each rule that is off, what a stranger calls the fault, and which property of Figure 3 or of clients breaks by it. */
const CAUGHT: readonly [off: RuleSwitch, rules: readonly string[]][] = [
  ['voteTwice', ['one-vote', 'election-safety']],
  ['noElectionRestriction', ['vote', 'leader-completeness']],
  ['commitOldTerm', ['commit', 'leader-completeness']],
  ['noConsistencyCheck', ['reply', 'leader-completeness']],
  ['commitNoMin', ['commit', 'state-machine-safety']],
  ['acceptStaleLeader', ['reply', 'leader-completeness']],
  ['quorumHalf', ['quorum', 'election-safety']],
  ['noPersistVote', ['restart', 'election-safety']],
  ['noPersistTerm', ['restart', 'election-safety']],
  ['ackBeforeFsync', ['durability', 'leader-completeness']],
  ['sameTermClearsVote', ['one-vote', 'election-safety']],
  ['lengthOnly', ['vote', 'leader-completeness']],
  ['lastTermOnly', ['vote', 'leader-completeness']],
  ['noTruncate', ['log', 'log-matching']],
  ['overTruncate', ['log', 'leader-completeness']],
  ['countSentAsAcked', ['match-index', 'leader-completeness']],
  ['countStaleReplies', ['quorum', 'leader-completeness']],
  ['configJump', ['membership', 'election-safety']],
  ['configBeforeNoop', ['membership', 'leader-completeness']],
  ['configOverlap', ['membership', 'leader-completeness']],
  ['snapshotRules', ['snapshot', 'log-matching']],
  ['readLocal', ['linearizability']],
  ['readNoNoop', ['linearizability']],
  ['leaseDrift', ['linearizability']],
  ['noDedup', ['linearizability']],
  ['removeSelfEarly', ['membership']],
  ['noPreVote', ['prevote']],
  ['timerOnAnyRpc', ['timer']],
];

/** Without them nothing happens that is not allowed: what is missed is progress. */
const LIVENESS: readonly RuleSwitch[] = ['preVoteIgnoresLowerTerm', 'noCheckQuorum'];

describe('a stranger notices that a rule is off:', () => {
  test.each(CAUGHT)('%s', (off, rules) => {
    expect([...rulesOf(brokenLines(off, [off]))]).toEqual(expect.arrayContaining([...rules]));
    expect(judged(brokenLines(off, []))).toEqual([]);
  });

  test.each(LIVENESS)('but not %s', (off) => {
    expect(judged(brokenLines(off, [off]))).toEqual([]);
  });

  test('and every rule is in one of these tables', () => {
    expect([...CAUGHT.map(([off]) => off), ...LIVENESS].sort()).toEqual([...RULE_SWITCHES].sort());
  });

  test('a lease that outlives what another server was told', () => {
    const lines = linesOf(lateTransfer(['leaseDrift']), 900 * MILLISECOND);
    expect(rulesOf(lines)).toEqual(new Set(['linearizability']));
  });
});

/** The scenario that breaks a rule, with these rules off. */
function brokenLines(rule: RuleSwitch, off: readonly RuleSwitch[]) {
  const { run, until } = findScenario(`break-${rule}`) as Scenario;
  const options = { ...run.config.options, off };
  return linesOf({ ...run, config: { ...run.config, options } }, until);
}

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
