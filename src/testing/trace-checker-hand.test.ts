import { describe, expect, test } from 'vitest';
import { rulesOf } from './outsider/edited';

const header = (fields: object = {}) => ({
  ...{ v: 'raft-trace/1', kind: 'header', t: 0, nodes: ['S1', 'S2', 'S3'] },
  ...{ electionTimeout: { min: 150, max: 300 }, ...fields },
});
const rules = (fields: object, ...lines: object[]) => rulesOf([header(fields), ...lines]);
const send = (t: number, id: number, type: string, from: string, to: string, fields: object) => ({
  ...{ t, node: from, kind: 'send', msg: { id, type, from, to, ...fields } },
});
const hear = (t: number, node: string, id: number, state: object = {}) => ({ t, node, kind: 'recv', id, state });
const persist = (t: number, node: string, durable?: object) => ({ t, node, kind: 'persist', durable });
const last = { lastLogIndex: 0, lastLogTerm: 0 };
const standing = { currentTerm: 1, votedFor: 'S1', role: 'candidate', votesGranted: ['S1'] };
const stand = [{ t: 1, node: 'S1', kind: 'timeout', state: standing }, persist(1, 'S1')];
const ask = (t: number, id: number, to: string, fields: object = {}) =>
  send(t, id, 'RequestVote', 'S1', to, { term: 1, ...last, ...fields });
const grant = (t: number, id: number, from: string, re: number) =>
  send(t, id, 'RequestVoteResponse', from, 'S1', { term: 1, voteGranted: true, re });
const lead = (votes: string[]) => ({ role: 'leader', votesGranted: votes });

/** S1 leads term 1, with the vote of S2, which hears of it at 50 ms. */
const led = [
  ...stand,
  ask(1, 1, 'S2'),
  hear(10, 'S2', 1, { currentTerm: 1, votedFor: 'S1' }),
  persist(10, 'S2'),
  grant(10, 2, 'S2', 1),
  hear(20, 'S1', 2, lead(['S1', 'S2'])),
  send(20, 3, 'AppendEntries', 'S1', 'S2', { term: 1, prevLogIndex: 0, prevLogTerm: 0, entries: [], leaderCommit: 0 }),
  hear(50, 'S2', 3),
];

describe('a stranger judges elections of the dissertation', () => {
  const preVote = send(60, 4, 'PreVote', 'S3', 'S2', { term: 0, nextTerm: 2, ...last });
  const wanting = { t: 60, node: 'S3', kind: 'timeout', state: { role: 'precandidate' } };
  const answer = (t: number, granted: boolean, fields: object = {}) =>
    send(t, 5, 'PreVoteResponse', 'S2', 'S3', { term: 1, granted, ...fields });
  const asked = (t: number) => [
    ...led,
    wanting,
    { ...preVote, msg: { ...preVote.msg, nextTerm: 1 } },
    hear(t, 'S2', 4),
  ];

  test('a pre-vote is refused while a leader is heard, and granted when it is silent', () => {
    expect(rules({}, ...asked(199), answer(199, false))).toEqual(new Set());
    expect(rules({}, ...asked(199), answer(199, true))).toEqual(new Set(['prevote']));
  });

  test('a pre-vote is granted for a term to come only', () => {
    expect(rules({}, ...asked(250), answer(250, true))).toEqual(new Set(['prevote']));
    const later = [...led, { ...wanting, state: { role: 'precandidate', currentTerm: 0 } }, preVote];
    expect(rules({}, ...later, hear(250, 'S2', 4), answer(250, true))).toEqual(new Set(['prevote']));
  });

  const stands = { currentTerm: 1, votedFor: 'S3', role: 'candidate', votesGranted: ['S3'] };
  const again = [
    { t: 60, node: 'S3', kind: 'timeout', state: { ...stands, currentTerm: 1 } },
    persist(60, 'S3'),
    { t: 61, node: 'S3', kind: 'timeout', state: { ...stands, currentTerm: 2 } },
    persist(61, 'S3'),
  ];
  const disturb = send(61, 6, 'RequestVote', 'S3', 'S2', { term: 2, ...last });
  const yields = { currentTerm: 2, votedFor: 'S3' };
  const sticky = { features: { stickyLeader: true } };

  test('a vote request is ignored while a leader is heard, and only then', () => {
    expect(rules(sticky, ...led, ...again, disturb, hear(199, 'S2', 6))).toEqual(new Set());
    expect(rules(sticky, ...led, ...again, disturb, hear(201, 'S2', 6))).toEqual(new Set(['sticky']));
    expect(rules(sticky, ...led, ...again, disturb, hear(199, 'S2', 6, yields))).toEqual(new Set(['sticky']));
    expect(rules(sticky, ...led, ...again, disturb, hear(201, 'S2', 6, yields))).toEqual(new Set());
    expect(rules({}, ...led, ...again, disturb, hear(199, 'S2', 6))).toEqual(new Set(['term']));
  });

  test('a learner stays quiet, and its copy does not count', () => {
    const learner = { voters: ['S1', 'S2'], initial: { S3: { role: 'learner' } } };
    expect(rules(learner, ...led)).toEqual(new Set());
    expect(rules(learner, ...led, ...again)).toContain('membership');
    expect(rules({ ...learner, voters: ['S1', 'S2', 'S3'] }, ...led, hear(60, 'S3', 9, { role: 'learner' }))).toContain(
      'role',
    );
  });

  test('who is a majority by itself leads when its vote is on disk', () => {
    const alone = { voters: ['S1'] };
    const leads = { t: 1, node: 'S1', kind: 'becomeLeader', state: lead(['S1']) };
    expect(rules(alone, ...stand, leads)).toEqual(new Set());
    expect(rules(alone, stand[0], leads, stand[1])).toEqual(new Set(['durability']));
  });
});

describe('a stranger knows what is on disk', () => {
  const voted = [...stand, ask(1, 1, 'S2'), hear(10, 'S2', 1, { currentTerm: 1, votedFor: 'S1' })];

  test('by parts', () => {
    expect(rules({}, ...voted, persist(10, 'S2', { currentTerm: 1, votedFor: 'S1' }), grant(10, 2, 'S2', 1))).toEqual(
      new Set(),
    );
    expect(rules({}, ...voted, persist(10, 'S2', { currentTerm: 1 }), grant(10, 2, 'S2', 1))).toEqual(
      new Set(['durability']),
    );
  });

  test('or that all is, at once', () => {
    const auto = { features: { autoPersist: true } };
    const silent = voted.filter((line) => line.kind !== 'persist');
    expect(rules(auto, ...silent, grant(10, 2, 'S2', 1))).toEqual(new Set());
    expect(rules({}, ...silent, grant(10, 2, 'S2', 1))).toEqual(new Set(['durability']));
  });
});

describe('a stranger judges operations that compare and count', () => {
  const at = (kind: string, op: number, fields: object) => ({ t: 0, kind, client: 'C1', op, key: 'x', ...fields });
  let ops = 0;
  const did = (f: string, fields: object, status: string, value?: string | null) => {
    ops++;
    return [at('clientInvoke', ops, { f, ...fields }), at('clientReturn', ops, { status, value })];
  };
  const swap = (from: string | null, to: string, status: string, value?: string | null) =>
    did('cas', { value: from, value2: to }, status, value);
  const get = (value: string | null) => did('get', {}, 'ok', value);
  const wrong = new Set(['linearizability']);

  test('inc answers with what is there afterwards', () => {
    expect(rules({}, ...did('inc', {}, 'ok', '1'), ...did('inc', {}, 'ok', '2'), ...get('2'))).toEqual(new Set());
    expect(rules({}, ...did('inc', {}, 'ok', '1'), ...did('inc', {}, 'ok', '3'))).toEqual(wrong);
  });

  test('cas writes where it finds what it expects', () => {
    expect(rules({}, ...swap(null, 'a', 'ok'), ...swap('a', 'b', 'ok'), ...get('b'))).toEqual(new Set());
    expect(rules({}, ...swap(null, 'a', 'ok'), ...swap('b', 'c', 'ok'))).toEqual(wrong);
  });

  test('cas that fails has seen another value, and writes nothing', () => {
    expect(rules({}, ...swap(null, 'a', 'ok'), ...swap('b', 'c', 'fail', 'a'), ...get('a'))).toEqual(new Set());
    expect(rules({}, ...swap(null, 'a', 'ok'), ...swap('b', 'c', 'fail', 'z'))).toEqual(wrong);
    expect(rules({}, ...swap(null, 'a', 'ok'), ...swap('a', 'c', 'fail', 'a'))).toEqual(wrong);
    expect(rules({}, ...swap(null, 'a', 'ok'), ...swap('b', 'c', 'fail', 'a'), ...get('c'))).toEqual(wrong);
  });

  test('one of unknown outcome may explain what comes later', () => {
    expect(rules({}, ...swap(null, 'a', 'info'), ...get('a'), ...swap('a', 'b', 'info'), ...get('b'))).toEqual(
      new Set(),
    );
    expect(rules({}, ...swap('q', 'a', 'info'), ...get('a'))).toEqual(wrong);
  });
});
