import { describe, expect, test } from 'vitest';
import { draw } from '../base';
import { calmRun, chaosRun } from '../lab';
import { defaultOptions, type RuleSwitch } from '../raft';
import { SCENARIOS } from '../scenarios';
import { type Run, SECOND } from '../sim';
import { exportTrace } from '../trace';
import { checkTrace } from './trace-checker';

type Line = Record<string, unknown> & { state?: Record<string, unknown>; msg?: Record<string, unknown> };

const SERVERS = [3, 4, 5, 7, 9];

function traceOf(run: Run, length: number): string[] {
  const lines: string[] = [];
  exportTrace(run, length, (line) => lines.push(line));
  return lines;
}

const checked = (lines: readonly string[]) => checkTrace(lines.join('\n'));

const rulesOf = (lines: readonly string[]) => new Set(checkTrace(lines.join('\n'), 1000).map(({ rule }) => rule));

describe('the export passes an outsider', () => {
  test.each(SERVERS)('for %i servers that nothing happens to', (servers) => {
    expect(checked(traceOf(calmRun(7, servers), 3 * SECOND))).toEqual([]);
  });

  test.each(SERVERS)('for %i servers in chaos', (servers) => {
    for (let seed = 1; seed <= 4; seed++) {
      expect(checked(traceOf(chaosRun(seed, servers, 6 * SECOND), 6 * SECOND))).toEqual([]);
    }
  });
});

describe('the export passes an outsider where timers were moved by hand', () => {
  test.each(['split-vote', 'lagging-follower', 'figure-7', 'figure-8', 'figure-8-commit'])('%s', (id) => {
    const scenario = SCENARIOS.find((other) => other.id === id);
    expect(scenario && checked(traceOf(scenario.run, scenario.until))).toEqual([]);
  });

  test('a hunted run', () => {
    const run = chaosRun(9, 5, 6 * SECOND, defaultOptions(), true);
    expect(checked(traceOf(run, 6 * SECOND))).toEqual([]);
  });
});

describe('an outsider notices a rule that is off', () => {
  const cases: [RuleSwitch, string, number][] = [
    ['voteTwice', 'one-vote', 5],
    ['noElectionRestriction', 'vote', 5],
    ['commitOldTerm', 'commit', 5],
    ['noConsistencyCheck', 'reply', 5],
    ['acceptStaleLeader', 'reply', 5],
    ['quorumHalf', 'quorum', 4],
  ];
  test.each(cases)('%s', (off, rule, servers) => {
    const found = new Set<string>();
    for (let seed = 1; seed <= 20 && !found.has(rule); seed++) {
      const run = chaosRun(seed, servers, 8 * SECOND, { ...defaultOptions(), noop: false, batchMax: 1, off: [off] });
      for (const name of rulesOf(traceOf(run, 8 * SECOND))) found.add(name);
    }
    expect(found).toContain(rule);
  });
});

describe('an outsider notices a line that was changed:', () => {
  const lines = traceOf(chaosRun(3, 5, 8 * SECOND), 8 * SECOND);
  const parsed = lines.map((line) => JSON.parse(line) as Line);

  /** The lines with some more, fewer or others in place of the first one that fits. */
  const withChange = (fits: (line: Line, i: number) => boolean, change: (line: Line) => Line[]): string[] => {
    const i = parsed.findIndex(fits);
    expect(i).toBeGreaterThan(0);
    const changed = change(structuredClone(parsed[i])).map((line) => JSON.stringify(line));
    return [...lines.slice(0, i), ...changed, ...lines.slice(i + 1)];
  };
  const hasType = ({ msg }: Line, type: string) => msg?.type === type;
  const withState = (line: Line, state: object): Line[] => [{ ...line, state: { ...line.state, ...state } }];
  const withMessage = (line: Line, msg: object): Line[] => [{ ...line, msg: { ...line.msg, ...msg } }];
  const isReceipt = ({ kind, id }: Line, type: string) =>
    kind === 'recv' && parsed.some((line) => line.msg?.id === id && hasType(line, type));

  const cases: [string, string, () => string[]][] = [
    [
      'nothing is written to disk before an answer',
      'durability',
      () =>
        withChange(
          ({ kind }) => kind === 'persist',
          () => [],
        ),
    ],
    [
      'a message arrives twice',
      'delivery',
      () =>
        withChange(
          ({ kind }) => kind === 'recv',
          (line) => [line, line],
        ),
    ],
    [
      'a message arrives that was dropped',
      'delivery',
      () =>
        withChange(
          ({ kind }) => kind === 'recv',
          (line) => [{ t: line.t, kind: 'drop', id: line.id }, line],
        ),
    ],
    [
      'a message arrives altered',
      'delivery',
      () =>
        withChange(
          (line) => isReceipt(line, 'AppendEntries'),
          (line) => [{ ...line, msg: { ...parsed.find(({ msg }) => msg?.id === line.id)?.msg, leaderCommit: 999 } }],
        ),
    ],
    [
      'a message crosses a cut',
      'cut',
      () =>
        withChange(
          ({ kind }) => kind === 'recv',
          (line) => [{ t: line.t, kind: 'partition', groups: [[line.node]] }, line],
        ),
    ],
    [
      'a message of a later term is sent',
      'send',
      () =>
        withChange(
          (line) => hasType(line, 'AppendEntries'),
          (line) => withMessage(line, { term: Number(line.msg?.term) + 1 }),
        ),
    ],
    [
      'a refused vote is granted',
      'vote',
      () =>
        withChange(
          ({ msg }) => msg?.voteGranted === false,
          (line) => withMessage(line, { voteGranted: true }),
        ),
    ],
    [
      'a vote goes to another',
      'one-vote',
      () =>
        withChange(
          (line, i) => line.kind === 'recv' && typeof line.state?.votedFor === 'string' && i > 500,
          (line) => [line, { t: line.t, node: line.node, kind: 'grantVote', state: { votedFor: line.node } }],
        ),
    ],
    [
      'a vote is counted that was refused',
      'quorum',
      () =>
        withChange(
          ({ msg }) => msg?.voteGranted === true,
          (line) => withMessage(line, { voteGranted: false }),
        ),
    ],
    [
      'a term goes back',
      'term',
      () =>
        withChange(
          (_, i) => i > 900 && parsed[i].kind === 'tick',
          (line) => withState(line, { currentTerm: 0 }),
        ),
    ],
    [
      'a leader commits early',
      'commit',
      () =>
        withChange(
          ({ kind, state }) => kind === 'clientRequest' && state?.logDelta !== undefined,
          (line) =>
            withState(line, { commitIndex: (line as { state: { logDelta: { from: number } } }).state.logDelta.from }),
        ),
    ],
    [
      'a follower commits beyond what its leader vouched for',
      'commit',
      () =>
        withChange(
          (line) => isReceipt(line, 'AppendEntries') && line.state?.commitIndex !== undefined,
          (line) => withState(line, { commitIndex: Number(line.state?.commitIndex) + 1 }),
        ),
    ],
    [
      'a leader cuts its log',
      'leader-append-only',
      () =>
        withChange(
          ({ kind }, i) => kind === 'tick' && i > 500,
          (line) => withState(line, { logDelta: { from: 1, terms: [], cmds: [] } }),
        ),
    ],
    [
      'a follower stores another command',
      'log-matching',
      () =>
        withChange(
          (line) => isReceipt(line, 'AppendEntries') && line.state?.logDelta !== undefined,
          (line) => withState(line, { logDelta: { ...(line.state?.logDelta as object), cmds: ['other'] } }),
        ),
    ],
    [
      'another command is applied',
      'state-machine-safety',
      () =>
        withChange(
          ({ kind, index }) => kind === 'apply' && index === 3,
          (line) => [{ ...line, cmd: 'other' }],
        ),
    ],
    [
      'an entry is left out in applying',
      'apply',
      () =>
        withChange(
          ({ kind, index }) => kind === 'apply' && index === 4,
          () => [],
        ),
    ],
    [
      'a leader takes more for stored than was acknowledged',
      'match-index',
      () =>
        withChange(
          ({ state }) => Object.values((state?.matchIndex as object) ?? {}).some((index) => index > 2),
          (line) => withState(line, { matchIndex: { ...(line.state?.matchIndex as object), S1: 99, S2: 99 } }),
        ),
    ],
    [
      'a follower acknowledges more than it verified',
      'reply',
      () =>
        withChange(
          ({ msg }) => msg?.success === true,
          (line) => withMessage(line, { matchIndex: Number(line.msg?.matchIndex) + 1 }),
        ),
    ],
    [
      'a timer starts anew without a reason',
      'timer',
      () =>
        withChange(
          (line, i) => isReceipt(line, 'RequestVote') && line.state?.electionDeadline === undefined && i > 300,
          (line) => withState(line, { electionDeadline: Number(line.t) + 200 }),
        ),
    ],
    [
      'a restart loses the log',
      'restart',
      () =>
        withChange(
          ({ kind }) => kind === 'restart',
          (line) => withState(line, { log: [], cmds: [] }),
        ),
    ],
    [
      'a restart keeps the commitIndex',
      'restart',
      () =>
        withChange(
          ({ kind }) => kind === 'restart',
          (line) => withState(line, { commitIndex: 1 }),
        ),
    ],
    [
      'a read returns what was never written',
      'linearizability',
      () =>
        withChange(
          ({ kind, value }) => kind === 'clientReturn' && value !== undefined,
          (line) => [{ ...line, value: 'never' }],
        ),
    ],
    ['a line is no JSON', 'format', () => [...lines.slice(0, 50), '{', ...lines.slice(50)]],
  ];

  test('it is fine as it is', () => {
    expect(checked(lines)).toEqual([]);
  });

  test.each(cases)('%s', (_, rule, change) => {
    expect(rulesOf(change())).toContain(rule);
  });

  test('whatever it is, the checker does not throw', () => {
    for (let n = 0; n < 100; n++) {
      const i = draw(1, 1, n) % lines.length;
      const text = lines[i];
      const at = draw(2, 1, n) % text.length;
      const changed = n % 2 === 0 ? text.replace(/\d+/, 'null') : text.slice(0, at) + text.slice(at + 1 + (n % 5));
      checked([...lines.slice(0, i), changed, ...lines.slice(i + 1, i + 300)]);
    }
  });
});

describe('an outsider knows more than a line at a time:', () => {
  const header = { v: 'raft-trace/1', kind: 'header', t: 0, nodes: ['S1', 'S2', 'S3'] };
  const ask = (id: number, from: string, to: string, term: number) => ({
    ...{ id, type: 'RequestVote', from, to, term, lastLogIndex: 0, lastLogTerm: 0 },
  });
  const grant = (id: number, from: string, to: string, term: number, re: number) => ({
    ...{ id, type: 'RequestVoteResponse', from, to, term, voteGranted: true, re },
  });
  const stand = (t: number, node: string, term: number) => [
    { t, node, kind: 'timeout', state: { currentTerm: term, votedFor: node, role: 'candidate', votesGranted: [node] } },
    { t, node, kind: 'persist' },
  ];
  const vote = (t: number, node: string, candidate: string, term: number, id: number) => [
    { t, node, kind: 'recv', id, state: { currentTerm: term, votedFor: candidate } },
    { t, node, kind: 'persist' },
    { t, node, kind: 'send', msg: grant(id + 1, node, candidate, term, id) },
  ];
  const lead = (t: number, node: string, voter: string, id: number) => [
    { t, node, kind: 'recv', id, state: { role: 'leader', votesGranted: [node, voter] } },
  ];
  const rules = (...lines: object[]) => rulesOf([header, ...lines].map((line) => JSON.stringify(line)));
  const election = [
    ...stand(1, 'S1', 1),
    { t: 1, node: 'S1', kind: 'send', msg: ask(10, 'S1', 'S3', 1) },
    ...vote(2, 'S3', 'S1', 1, 10),
    ...lead(3, 'S1', 'S3', 11),
  ];
  const second = [
    ...stand(4, 'S2', 1),
    { t: 4, node: 'S2', kind: 'send', msg: ask(20, 'S2', 'S3', 1) },
    ...vote(5, 'S3', 'S2', 1, 20),
    ...lead(6, 'S2', 'S3', 21),
  ];
  const blank = { currentTerm: 0, votedFor: null, log: [], cmds: [], role: 'follower', commitIndex: 0, lastApplied: 0 };
  const forgetful = [
    { t: 3.1, node: 'S3', kind: 'crash' },
    { t: 3.2, node: 'S3', kind: 'restart', state: blank },
  ];

  test('an election by hand is fine', () => {
    expect(rules(...election)).toEqual(new Set());
  });

  test('a vote that a restart forgot makes two leaders of one term', () => {
    expect(rules(...election, ...forgetful, ...second)).toEqual(new Set(['restart', 'one-vote', 'election-safety']));
  });

  test('a server that is down does nothing', () => {
    expect(rules({ t: 1, node: 'S1', kind: 'crash' }, ...stand(2, 'S1', 1))).toEqual(new Set(['restart']));
  });

  describe('clients', () => {
    const invoke = (client: string, op: number, f: string, value?: string) => ({
      ...{ t: 0, kind: 'clientInvoke', client, op, f, key: 'x' },
      ...(value === undefined ? {} : { value }),
    });
    const done = (client: string, op: number, status: string, value?: string | null) => ({
      ...{ t: 0, kind: 'clientReturn', client, op, status },
      ...(value === undefined ? {} : { value }),
    });
    const put = (client: string, op: number, value: string) => [
      invoke(client, op, 'put', value),
      done(client, op, 'ok'),
    ];
    const get = (client: string, op: number, value: string | null) => [
      invoke(client, op, 'get'),
      done(client, op, 'ok', value),
    ];

    test('read what was written last', () => {
      expect(rules(...get('C1', 1, null), ...put('C1', 2, '1'), ...get('C2', 1, '1'))).toEqual(new Set());
      expect(rules(...put('C1', 1, '1'), ...put('C1', 2, '2'), ...get('C2', 1, '1'))).toEqual(
        new Set(['linearizability']),
      );
      expect(rules(...put('C1', 1, '1'), ...get('C2', 1, null))).toEqual(new Set(['linearizability']));
    });

    test('may see operations that overlap in any order, but all in the same one', () => {
      const both = [invoke('C1', 1, 'put', '1'), invoke('C2', 1, 'put', '2'), done('C1', 1, 'ok'), done('C2', 1, 'ok')];
      expect(rules(...both, ...get('C3', 1, '1'), ...get('C3', 2, '1'))).toEqual(new Set());
      expect(rules(...both, ...get('C3', 1, '1'), ...get('C3', 2, '2'))).toEqual(new Set(['linearizability']));
    });

    test('may or may not see an operation of unknown outcome, at any time after it began', () => {
      const unknown = [invoke('C1', 1, 'append', 'a'), done('C1', 1, 'info')];
      expect(rules(...unknown, ...get('C2', 1, null), ...get('C2', 2, 'a'))).toEqual(new Set());
      expect(rules(...unknown, ...get('C2', 1, null), ...get('C2', 2, null))).toEqual(new Set());
      expect(rules(...unknown, ...get('C2', 1, 'a'), ...get('C2', 2, null))).toEqual(new Set(['linearizability']));
      expect(rules(...unknown, ...get('C2', 1, 'aa'))).toEqual(new Set(['linearizability']));
      expect(rules(...get('C2', 1, 'a'), ...unknown)).toEqual(new Set(['linearizability']));
    });

    test('never see an operation that failed', () => {
      const failed = [invoke('C1', 1, 'put', '1'), done('C1', 1, 'fail')];
      expect(rules(...failed, ...get('C2', 1, '1'))).toEqual(new Set(['linearizability']));
      expect(rules(...failed, ...get('C2', 1, null))).toEqual(new Set());
    });
  });
});
