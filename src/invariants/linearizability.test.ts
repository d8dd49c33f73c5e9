import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../raft';
import { execute, hasOrder, operationsOf, type TriedOperation } from '../testing/brute-force';
import type { ClientOperation, Contradiction, PlacedOperation } from './client-operation';
import { checkHistory, createHistoryChecker, type HistoryEvent } from './linearizability';

type Answer = string | null | 'unknown' | undefined;

const put = (value: string, key = 'x'): Operation => ({ type: 'put', key, value });
const append = (value: string, key = 'x'): Operation => ({ type: 'append', key, value });
const get = (key = 'x'): Operation => ({ type: 'get', key });

/**
 * A history drawn as lines, one for each operation: from where to where it lasts, and its answer. Without an end it
 * never returns; with 'unknown' the client gave up.
 */
function history(...lines: [from: number, to: number | null, Operation, Answer?][]): HistoryEvent[] {
  const events: HistoryEvent[] = [];
  lines.forEach(([from, to, operation, answer], i) => {
    const name = { client: i + 1, serial: 1 };
    events.push({ ...name, type: 'invoke', at: from, seq: from, operation });
    if (to === null) return;
    const told = answer === undefined ? ('value' in operation ? operation.value : null) : answer;
    const status = told === 'unknown' ? 'unknown' : 'ok';
    events.push({ ...name, type: 'return', at: to, seq: to, status, value: status === 'ok' ? told : null });
  });
  return events.sort((a, b) => a.at - b.at);
}

const clients = (operations: readonly ClientOperation[]) => operations.map(({ client }) => client);

/** The client whose operation cannot be placed, and the clients whose operations it contradicts; null: all is well. */
function verdict(events: readonly HistoryEvent[]): [number, number[]] | null {
  const { contradiction } = checkHistory(events);
  return contradiction === null ? null : [contradiction.operation.client, clients(contradiction.against)];
}

it('holds an operation that failed to what it was told, and keeps what was asked', () => {
  const cas = { type: 'cas', key: 'x', expected: '5', value: '9' } as const;
  const failing = (value: string): HistoryEvent[] => [
    ...history([1, 2, put('7')]),
    { client: 2, serial: 1, type: 'invoke', at: 3, seq: 3, operation: cas },
    { client: 2, serial: 1, type: 'return', at: 4, seq: 4, status: 'fail', value },
  ];
  expect(verdict(failing('8'))?.[0]).toBe(2);
  const { operations, contradiction } = checkHistory(failing('7'));
  expect(contradiction).toBeNull();
  expect(operations[1]).toMatchObject({ operation: { type: 'get', key: 'x' }, failed: cas, answer: '7' });
});

describe('histories that are linearizable', () => {
  it.each<[string, HistoryEvent[]]>([
    [
      'one after the other',
      history([1, 2, put('1')], [3, 4, get(), '1'], [5, 6, append('2'), '12'], [7, 8, get(), '12']),
    ],
    ['a read beside a write sees the old value', history([1, 2, put('1')], [3, 6, put('2')], [4, 5, get(), '1'])],
    ['a read beside a write sees the new value', history([1, 2, put('1')], [3, 6, put('2')], [4, 5, get(), '2'])],
    [
      'two writes at once, read in an order that was not the first guess',
      history([1, 5, put('1')], [2, 4, put('2')], [6, 7, get(), '1'], [8, 9, get(), '1']),
    ],
    [
      'two writes at once, whose order only a read long after tells',
      history([1, 3, put('1')], [2, 4, put('2')], [5, 6, get('y'), null], [7, 8, get(), '1']),
    ],
    [
      'a write of unknown outcome that took effect late',
      history([1, 3, put('1'), 'unknown'], [4, 5, get(), null], [6, 7, put('2')], [8, 9, get(), '1']),
    ],
    ['a write of unknown outcome that never took effect', history([1, 3, put('1'), 'unknown'], [4, 5, get(), null])],
    ['a write that never returned and is read', history([1, null, put('1')], [2, 3, get(), '1'], [4, 5, get(), '1'])],
    [
      'two appends of unknown outcome, both seen',
      history([1, 3, append('a'), 'unknown'], [2, 4, append('b'), 'unknown'], [5, 6, get(), 'b'], [7, 8, get(), 'ba']),
    ],
    [
      'an append of unknown outcome before a write of known outcome that a read beside both saw',
      history([1, 9, get(), 'a'], [2, 4, append('a'), 'unknown'], [5, 6, put('b')], [7, 8, get(), 'b']),
    ],
    ['a read of unknown outcome says nothing', history([1, 2, put('1')], [3, 4, get(), 'unknown'], [5, 6, get(), '1'])],
    ['an empty append makes an empty value', history([1, 2, append(''), ''], [3, 4, get(), ''])],
  ])('%s', (_, events) => expect(verdict(events)).toBeNull());
});

describe('histories that are not, each with the operation that cannot be placed and those that it contradicts', () => {
  it.each<[string, HistoryEvent[], [number, number[]]]>([
    ['a stale read', history([1, 2, put('1')], [3, 4, put('2')], [5, 6, get(), '1']), [3, [2]]],
    ['a read of nothing after a write', history([1, 2, put('1')], [3, 4, get(), null]), [2, [1]]],
    ['a value that was never written', history([1, 2, put('1')], [3, 4, put('2')], [5, 6, get(), '3']), [3, []]],
    ['a value that is written only later', history([1, 2, get(), '1'], [3, 4, put('1')]), [1, []]],
    ['a lost update', history([1, 2, put('a')], [3, 4, append('b'), 'ab'], [5, 6, append('c'), 'ac']), [3, [2]]],
    ['a duplicate append', history([1, 2, put('a')], [3, 4, append('b'), 'ab'], [5, 6, get(), 'abb']), [3, []]],
    [
      'two reads that disagree about the order of two writes',
      history([1, 9, put('1')], [2, 10, put('2')], [3, 4, get(), '1'], [5, 6, get(), '2'], [7, 8, get(), '1']),
      [5, [3, 4]],
    ],
    [
      'a write of unknown outcome that was seen and then not',
      history([1, 2, put('0')], [3, 5, put('1'), 'unknown'], [6, 7, get(), '1'], [8, 9, get(), '0']),
      [4, [3]],
    ],
    [
      'a write of unknown outcome that took effect twice',
      history([1, 2, append('a'), 'unknown'], [3, 4, get(), 'a'], [5, 6, get(), 'aa']),
      [3, []],
    ],
    [
      'a write of unknown outcome seen, overwritten, and seen again',
      history(
        [1, 2, put('1'), 'unknown'],
        [3, 4, get(), '1'],
        [5, 6, put('2')],
        [7, 8, get(), '2'],
        [9, 10, get(), '1'],
      ),
      [5, [4]],
    ],
  ])('%s', (_, events, expected) => expect(verdict(events)).toEqual(expected));

  it('keys do not concern one another', () => {
    const mixed = history([1, 2, put('1', 'y')], [3, 4, get('x'), null], [5, 6, get('y'), null], [7, 8, get('x'), '1']);
    expect(verdict(mixed)).toEqual([3, [1]]);
  });
});

describe('the live checker', () => {
  const bad = history([1, 2, put('1')], [3, 4, get(), null], [5, 6, put('2')]);

  it('says so with the very event that breaks it, once', () => {
    const checker = createHistoryChecker();
    expect(bad.map((event) => checker.note(event)?.operation.client ?? null)).toEqual([
      null,
      null,
      null,
      2,
      null,
      null,
    ]);
    expect(checker.count()).toEqual({ begun: 3, answered: 3 });
  });

  it('a copy goes its own way', () => {
    const checker = createHistoryChecker();
    for (const event of bad.slice(0, 3)) checker.note(event);
    const copy = checker.clone();
    expect(copy.note({ ...bad[3], type: 'return', status: 'ok', value: '1' })).toBeNull();
    expect(checker.note(bad[3])?.operation.client).toBe(2);
    expect(copy.count()).toEqual({ begun: 2, answered: 2 });
  });

  it('forgets the past: of a long history in which nothing is open it holds nothing', () => {
    const checker = createHistoryChecker();
    for (let i = 0; i < 500; i++)
      for (const event of history([2 * i, 2 * i + 1, put(String(i % 7))])) checker.note(event);
    expect(checker.open()).toEqual([]);
  });

  it('of many writes of unknown outcome, and of stretches without an end, remembers a bounded part', () => {
    const checker = createHistoryChecker();
    let at = 0;
    const note = (serial: number, operation: Operation, answer: Answer) => {
      checker.note({ client: 1, serial, type: 'invoke', at: ++at, seq: at, operation });
      const status = answer === 'unknown' ? 'unknown' : 'ok';
      return checker.note({ client: 1, serial, type: 'return', at: ++at, seq: at, status, value: answer ?? null });
    };
    for (let i = 0; i < 300; i++) note(i, append('a'), 'unknown');
    expect(note(300, get(), 'a'.repeat(40))).toBeNull();
    checker.note({ client: 2, serial: 1, type: 'invoke', at: ++at, seq: at, operation: put('z') });
    for (let i = 301; i < 6000; i++) expect(note(i, put('b'), 'b')).toBeNull();
    expect(checker.open().length).toBeLessThan(2500);
    expect(
      checker.note({ client: 2, serial: 1, type: 'return', at: ++at, seq: at, status: 'ok', value: 'z' }),
    ).toBeNull();
    expect(note(6001, get(), 'b')).toBeNull();
    expect(note(6002, get(), 'never')?.operation.serial).toBe(6002);
  });
});

// Against every order.

interface Draft {
  readonly choices: readonly number[];
  readonly mutate: number;
}

const KEYS = ['x', 'y'];

/**
 * A history of up to three clients: operations begin, take effect in a store, and return, in any order. Now and then an
 * answer is another one than the store gave; then it may or may not be linearizable.
 */
function draftHistory({ choices, mutate }: Draft): HistoryEvent[] {
  const events: HistoryEvent[] = [];
  let values: Readonly<Record<string, string>> = {};
  let serial = 0;
  const open: { client: number; serial: number; operation: Operation; answer: string | null | undefined }[] = [];
  choices.forEach((choice, i) => {
    const client = choice % 3;
    const step = (choice >> 2) % 4;
    const mine = open.find((one) => one.client === client);
    const moment = { at: i + 1, seq: i + 1 };
    if (mine === undefined) {
      const key = (choice >> 4) % 5 === 0 ? KEYS[1] : KEYS[0];
      const value = 'ab'[(choice >> 7) % 2];
      const kinds: Operation[] = [get(key), put(value, key), append(value, key)];
      const operation = kinds[(choice >> 9) % 3];
      open.push({ client, serial: ++serial, operation, answer: undefined });
      events.push({ ...moment, type: 'invoke', client, serial, operation });
    } else if (step < 2 && mine.answer === undefined) {
      [mine.answer, values] = execute(mine.operation, values);
    } else if (step === 2 && (choice >> 4) % 3 === 0) {
      open.splice(open.indexOf(mine), 1);
      events.push({ ...moment, type: 'return', client, serial: mine.serial, status: 'unknown', value: null });
    } else {
      if (mine.answer === undefined) [mine.answer, values] = execute(mine.operation, values);
      open.splice(open.indexOf(mine), 1);
      const lie =
        i % 7 === mutate && mine.operation.type !== 'put' ? ['a', 'b', 'ab', null][(choice >> 4) % 4] : mine.answer;
      events.push({ ...moment, type: 'return', client, serial: mine.serial, status: 'ok', value: lie });
    }
  });
  return events;
}

const drafts = fc
  .record({
    choices: fc.array(fc.nat(2 ** 14), { minLength: 4, maxLength: 22 }),
    mutate: fc.integer({ min: 0, max: 9 }),
  })
  .map(draftHistory);

/** Whether the points are an order that explains every answer: executed in their order, each answers what it did. */
function expectOrder(operations: readonly PlacedOperation[]): void {
  const placed = operations.filter(({ point }) => point !== null).sort((a, b) => Number(a.point) - Number(b.point));
  let values: Readonly<Record<string, string>> = {};
  for (const { operation, status, answer, point, invoked, returned } of placed) {
    let told: string | null;
    [told, values] = execute(operation, values);
    if (status === 'ok') expect(told).toBe(answer);
    expect(point).toBeGreaterThanOrEqual(invoked.at);
    if (status === 'ok') expect(point).toBeLessThanOrEqual(returned?.at ?? 0);
  }
  for (const { status, point } of operations) if (status === 'ok') expect(point).not.toBeNull();
}

/** Times far apart, so that points of different operations differ. */
const spread = (events: readonly HistoryEvent[]) => events.map((event) => ({ ...event, at: event.at * 1000 }));

describe('against an exhaustive search', () => {
  it('gives the same verdict after every event, and points that are an order', () => {
    let broken = 0;
    fc.assert(
      fc.property(drafts, (events) => {
        const checker = createHistoryChecker();
        let isWell = true;
        events.forEach((event, i) => {
          if (!isWell) return;
          const found = checker.note(event);
          isWell = found === null;
          if (event.type === 'return') expect(isWell).toBe(hasOrder(operationsOf(events.slice(0, i + 1))));
        });
        if (isWell) expectOrder(checkHistory(spread(events)).operations);
        else broken++;
      }),
      { numRuns: 4000, seed: 7 },
    );
    // Both verdicts are common, or the comparison would say little.
    expect(broken).toBeGreaterThan(400);
    expect(broken).toBeLessThan(3600);
  });

  it('names operations that contradict one another by themselves, each of them needed', () => {
    fc.assert(
      fc.property(drafts, (events) => {
        const { contradiction } = checkHistory(events);
        if (contradiction === null) return;
        const { operation, against } = contradiction;
        const until = events.findIndex(({ seq, type }) => type === 'return' && seq === operation.returned?.seq);
        const past = events.slice(0, until + 1);
        const kept = [operation, ...against];
        // Nothing that came before the stretch in which it broke is named, so the others stay as they are.
        expect(hasOrder(loosened(past, kept, contradiction))).toBe(false);
        for (const one of against) {
          const fewer = kept.filter((other) => other !== one);
          expect(hasOrder(loosened(past, fewer, contradiction))).toBe(true);
        }
      }),
      { numRuns: 1500, seed: 8 },
    );
  });
});

/** The history in which, from where it was looked at, only some operations are sure; the rest may have happened or not. */
function loosened(
  events: readonly HistoryEvent[],
  kept: readonly ClientOperation[],
  { operation: { operation }, from }: Contradiction,
): TriedOperation[] {
  const mine = events.filter((event) => keyOf(events, event) === operation.key);
  const begin = from.seq;
  const sure = new Set(kept.map((one) => one.invoked.seq));
  return operationsOf(mine).flatMap((tried): TriedOperation[] => {
    const { seq } = mine[tried.invoked];
    if (seq < begin || sure.has(seq) || tried.returned === Number.POSITIVE_INFINITY) return [tried];
    return tried.operation.type === 'get'
      ? []
      : [
          {
            ...tried,
            invoked: mine.findIndex((event) => event.seq >= begin),
            returned: Number.POSITIVE_INFINITY,
            answer: undefined,
          },
        ];
  });
}

function keyOf(events: readonly HistoryEvent[], event: HistoryEvent): string {
  if (event.type === 'invoke') return event.operation.key;
  const begun = events.find(
    (one) => one.type === 'invoke' && one.client === event.client && one.serial === event.serial,
  );
  return begun?.type === 'invoke' ? begun.operation.key : '';
}
