import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRun, defaultConfig, record, SECOND } from '../sim';
import { clusterAt, exportTrace, extend, frameAt, type Trace, transitionsBetween } from '../trace';
import { createDecoder, decodeTrace, problemText, traceOfRecording } from '.';

const HEADER = '{"v":"raft-trace/1","kind":"header","t":0,"nodes":["a","b","c"]}';

const problemOf = (...lines: string[]): string => {
  const decoded = decodeTrace(lines.join('\n'));
  return decoded.ok ? 'fine' : problemText(decoded.problem);
};

function opened(...lines: string[]): Trace {
  const decoded = decodeTrace([HEADER, ...lines].join('\n'));
  if (!decoded.ok) throw new Error(problemText(decoded.problem));
  const trace = traceOfRecording(decoded.recording, 'trace', null);
  extend(trace, trace.source.end);
  return trace;
}

const remarksOf = (...lines: string[]) => opened(...lines).source.origin?.remarks.map(({ type }) => type) ?? [];

describe('what is wrong is named by line, field, and what is expected there', () => {
  const state = (fields: string) => `{"t":1,"node":"a","kind":"append","state":{${fields}}}`;

  test.each([
    ['', 'line 1: expected the header {"v":"raft-trace/1","kind":"header",…}, found ""'],
    ['{"a":1}', 'line 1, field v: expected "raft-trace/1", found nothing'],
    ['{"v":"raft-trace/2","kind":"header"}', 'line 1, field v: expected "raft-trace/1", found "raft-trace/2"'],
    ['{"v":"raft-trace/1","kind":"header"}', 'line 1, field nodes: expected a list, found nothing'],
    [HEADER.replace('"c"', '"a"'), 'line 1, field nodes: expected 1 to 9 names, each once, found ["a","b","a"]'],
    [
      HEADER.replace('"nodes"', '"voters":["d"],"nodes"'),
      'line 1, field voters[0]: expected one of the nodes a, b, c, found "d"',
    ],
    [HEADER, 'line 1: expected a recording of at least one event, found ""'],
    [`${HEADER}\n{"t":1`, 'line 2: expected one JSON object, found "{\\"t\\":1"'],
    [`${HEADER}\n\n[1]`, 'line 3: expected one JSON object, found "[1]"'],
    [`${HEADER}\n{"t":1}`, 'line 2, field kind: expected a text, found nothing'],
    [`${HEADER}\n{"kind":"tick","node":"a"}`, 'line 2, field t: expected a number, found nothing'],
    [`${HEADER}\n{"t":1,"kind":"tick","node":"d"}`, 'line 2, field node: expected one of the nodes a, b, c, found "d"'],
    [
      `${HEADER}\n${state('"currentTerm":-1')}`,
      'line 2, field state.currentTerm: expected a whole number from 0 to 1000000000000, found -1',
    ],
    [`${HEADER}\n${state('"votedFor":7')}`, 'line 2, field state.votedFor: expected one of the nodes a, b, c, found 7'],
    [
      `${HEADER}\n${state('"role":"king"')}`,
      'line 2, field state.role: expected one of follower, precandidate, candidate, leader, learner, found "king"',
    ],
    [
      `${HEADER}\n${state('"log":[1,"2"]')}`,
      'line 2, field state.log[1]: expected a whole number from 0 to 1000000000000, found "2"',
    ],
    [
      `${HEADER}\n${state('"log":[1,1],"cmds":["x"]')}`,
      'line 2, field state.cmds: expected as many items as state.log has, 2, found 1',
    ],
    [
      `${HEADER}\n${state('"logDelta":{"from":3,"terms":[1]}')}`,
      'line 2, field state.logDelta.from: expected an index from 1 to 1, found 3',
    ],
    [
      `${HEADER}\n${state('"cmds":[1],"log":[1],"nextIndex":{"z":1}')}`,
      'line 2, field state.nextIndex.z: expected one of the nodes a, b, c, found "z"',
    ],
    [`${HEADER}\n{"t":1,"node":"a","kind":"send"}`, 'line 2, field msg: expected an object, found nothing'],
    [
      `${HEADER}\n{"t":1,"node":"a","kind":"send","msg":{"id":1,"type":"RequestVote","from":"b","to":"c","term":1,"lastLogIndex":0,"lastLogTerm":0}}`,
      'line 2, field msg.from: expected the node of the line, a, found "b"',
    ],
    [
      `${HEADER}\n{"t":1,"kind":"clientInvoke","client":"x","op":1,"f":"frob"}`,
      'line 2, field f: expected one of put, append, get, inc, cas, found "frob"',
    ],
    [
      `${HEADER}\n{"t":1,"kind":"tick","node":"a"}\n{"t":9e12,"kind":"tick","node":"a"}`,
      'line 3, field t: expected a time at most 11 days after the first line, found 9000000000000',
    ],
  ])('%#', (text, sentence) => {
    expect(problemOf(text)).toBe(sentence);
  });
});

test('the pieces in which a text comes make no difference', () => {
  const lines: string[] = [];
  exportTrace(createRun(5, defaultConfig(3)), SECOND, (line) => lines.push(line));
  const text = lines.join('\n');
  const whole = decodeTrace(text);
  const decoder = createDecoder();
  for (let at = 0; at < text.length; at += 97) decoder.feed(text.slice(at, at + 97));
  const decoded = decoder.end();
  expect(decoded.ok && decoded.recording.steps.length).toBe(whole.ok && whole.recording.steps.length);
  expect(whole.ok && whole.recording.steps.length).toBeGreaterThan(20);
});

test('unknown fields and kinds change nothing; a kind that names a role does', () => {
  const trace = opened(
    '{"t":1,"node":"a","kind":"becomeCandidate","colour":"red","state":{"currentTerm":1,"mood":"good"}}',
    '{"t":2,"node":"a","kind":"whatever","state":{"votedFor":"a"}}',
    '{"t":3,"kind":"weather"}',
    '{"t":4,"node":"a","kind":"becomeLeader"}',
  );
  expect(clusterAt(trace, 5000).hosts[0].server).toMatchObject({ role: 'leader', currentTerm: 1, votedFor: 1 });
  expect(trace.source.origin?.remarks).toContainEqual({ type: 'kindUnknown', count: 1, line: 4 });
});

test('times of a clock count from the first line, and lines that share a time stay in order', () => {
  const trace = opened(
    '{"t":1764000000000,"node":"a","kind":"tick","state":{"currentTerm":1}}',
    '{"t":1764000000000,"node":"b","kind":"tick","state":{"currentTerm":2}}',
    '{"t":1763999999999,"node":"c","kind":"tick","state":{"currentTerm":3}}',
  );
  expect(transitionsBetween(trace, 0, 10).map(({ at, server }) => [at, server])).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  expect(trace.source.origin?.remarks).toContainEqual({ type: 'timeGoesBack', count: 1, line: 4 });
});

describe('messages', () => {
  const send = (id: number | string, t = 1) =>
    `{"t":${t},"node":"a","kind":"send","msg":{"id":${JSON.stringify(id)},"type":"RequestVote","from":"a","to":"b","term":1,"lastLogIndex":0,"lastLogTerm":0}}`;
  const receive = (id: number | string, t: number) => `{"t":${t},"node":"b","kind":"recv","id":${JSON.stringify(id)}}`;

  test('fly from their sending to their arrival, whatever their ids are', () => {
    const trace = opened(send('m1'), receive('m1', 11));
    expect(frameAt(trace, 6000).messages.map(({ from, to, progress }) => [from, to, progress])).toEqual([[1, 2, 0.5]]);
    expect(frameAt(trace, 11_000).messages).toEqual([]);
  });

  test('of unknown fate are lost on the way, and that is said', () => {
    const trace = opened(send(1), receive(1, 11), send(2, 20), '{"t":60,"node":"c","kind":"tick"}');
    expect(frameAt(trace, 59_999).messages.map(({ message }) => message.id)).toEqual([2]);
    expect(frameAt(trace, 60_000).messages).toEqual([]);
    expect(trace.source.origin?.remarks).toContainEqual({ type: 'fateUnknown', count: 1, line: 0 });
  });

  test('that nobody sent, or that arrive too often, are remarked', () => {
    expect(remarksOf(receive(7, 1))).toContain('receivedUnsent');
    expect(remarksOf(send(1), receive(1, 2), receive(1, 3))).toContain('receivedTwice');
    expect(remarksOf(send(1), '{"t":1,"kind":"duplicate","id":1}', receive(1, 2), receive(1, 3))).not.toContain(
      'receivedTwice',
    );
  });

  test('that nobody sent are copies of their own', () => {
    const whole = '{"id":9,"type":"TimeoutNow","from":"a","to":"b","term":1}';
    const trace = opened(`{"t":1,"node":"b","kind":"recv","msg":${whole}}`, send(1, 2), receive(1, 4));
    const keys = transitionsBetween(trace, 0, trace.horizon).flatMap(({ flight }) =>
      flight === null ? [] : [flight.key],
    );
    expect(new Set(keys).size).toBe(2);
  });

  test('have ids of their own', () => {
    expect(problemOf(HEADER, send(1), send(1))).toBe(
      'line 3, field msg.id: expected an id that no other message has, found 1',
    );
  });
});

test('what is not recorded is absent, and said', () => {
  expect(remarksOf('{"t":1,"node":"a","kind":"append","state":{"log":[1]}}')).toEqual([
    'noCommands',
    'noDisk',
    'noMessages',
    'noApplied',
    'noTimers',
  ]);
});

test('commands are shown as they are written', () => {
  const trace = opened(
    '{"t":1,"node":"a","kind":"append","state":{"log":[1,1,1,1],"cmds":["x=5","buy milk",{"n":1},null]}}',
  );
  const { log } = clusterAt(trace, 1000).hosts[0].server;
  const commands = [log.previous?.previous?.previous, log.previous?.previous, log.previous, log].map(
    (entry) => entry?.command,
  );
  expect(commands).toMatchObject([
    { operation: { type: 'put', key: 'x', value: '5' } },
    { type: 'opaque', text: 'buy milk' },
    { type: 'opaque', text: '{"n":1}' },
    { type: 'noop' },
  ]);
});

describe('files that were changed anywhere end in a recording that can be looked at, or in a sentence', () => {
  const lines: string[] = [];
  const run = record(record(createRun(11, defaultConfig(3)), 300_000, { type: 'crash', server: 1 }), 500_000, {
    type: 'restart',
    server: 1,
  });
  exportTrace(run, SECOND, (line) => lines.push(line));
  const text = lines.join('\n');

  /** Whether it can be looked at. */
  function survives(changed: string): boolean {
    const decoded = decodeTrace(changed);
    if (!decoded.ok) {
      expect(problemText(decoded.problem)).toMatch(/^(line \d+|the file).*: expected .+, found .+$/s);
      return false;
    }
    const trace = traceOfRecording(decoded.recording, 'trace', null);
    extend(trace, trace.source.end);
    for (const part of [1, 2, 3]) frameAt(trace, (trace.source.end * part) / 3);
    return true;
  }

  test('by characters', () => {
    const junk = fc.oneof(
      fc.constantFrom('', '-1', '0', '1e99', 'null', '"S9"', '[]', '{}', '"', ',', '\n', '999999999', 'true', '\u0000'),
      fc.string({ maxLength: 6 }),
    );
    const edit = fc.record({ at: fc.nat(text.length), length: fc.nat(12), by: junk });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let changed = text;
        for (const { at, length, by } of edits) changed = changed.slice(0, at) + by + changed.slice(at + length);
        survives(changed);
      }),
      { numRuns: 150 },
    );
  });

  test('by values and lines, so that most of them can still be read', () => {
    const values = [...text.matchAll(/(?<=[:[,])(?:\d+(?:\.\d+)?|"S\d"|"[a-z]+"|null|true|false)(?=[,}\]])/gi)];
    const value = fc
      .tuple(fc.nat(values.length - 1), fc.constantFrom('0', '1', '2', '7', '"S1"', '"S3"', 'null', 'true', '"leader"'))
      .map(([i, by]) => (whole: string) => {
        const { index, 0: found } = values[i];
        return whole.slice(0, index) + by.padEnd(found.length) + whole.slice(index + found.length);
      });
    const line = fc
      .tuple(fc.nat(lines.length - 2), fc.constantFrom('drop', 'double', 'swap'))
      .map(([i, how]) => (whole: string) => {
        const all = whole.split('\n');
        const [one] = all.splice(i + 1, 1);
        if (how === 'double') all.splice(i + 1, 0, one, one);
        if (how === 'swap') all.splice(i + 2, 0, one);
        return all.join('\n');
      });
    let fine = 0;
    fc.assert(
      // Values first: their places are those of the text as it was.
      fc.property(fc.array(value, { maxLength: 2 }), fc.array(line, { maxLength: 3 }), (first, then) => {
        if (survives([...first, ...then].reduce((whole, change) => change(whole), text))) fine++;
      }),
      { numRuns: 150, seed: 1 },
    );
    expect(fine).toBeGreaterThan(30);
  });
});
