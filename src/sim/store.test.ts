import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, Operation } from '../raft';
import { type Answered, applyEntry, cloneStore, contentsOf, createStore, type Store } from './store';

const put = (value: string): Operation => ({ type: 'put', key: 'x', value });
const add = (value: string): Operation => ({ type: 'append', key: 'x', value });
const get: Operation = { type: 'get', key: 'x' };

function applied(store: Store, serial: number, operation: Operation, client = 1, oldest = serial): Answered {
  const command = { type: 'client', client, serial, oldest, operation } as const;
  return applyEntry(store, { index: 1, term: 1, command, previous: null, jump: null } satisfies Entry);
}

const apply = (...of: Parameters<typeof applied>): string | null => applied(...of).value;

describe('operations', () => {
  test('answer with the value that is there now', () => {
    const store = createStore();

    const answers = [get, put('a'), get, add('b'), get].map((operation, i) => apply(store, i + 1, operation));

    expect(answers).toEqual([null, 'a', 'a', 'ab', 'ab']);
  });

  test('an append to nothing begins with nothing', () => {
    expect(apply(createStore(), 1, add('b'))).toBe('b');
  });

  test('an inc counts from what is there, and does nothing to what is no number', () => {
    const store = createStore();
    const inc: Operation = { type: 'inc', key: 'x' };

    expect([apply(store, 1, inc), apply(store, 2, inc)]).toEqual(['1', '2']);
    apply(store, 3, put('07'));
    expect(applied(store, 4, inc)).toEqual({ value: '07', ok: false });
    expect(store.values.get('x')).toBe('07');
  });

  test('a cas puts its value only where it finds what it expects, and says what it found', () => {
    const store = createStore();
    const cas = (expected: string | null, value: string): Operation => ({ type: 'cas', key: 'x', expected, value });

    expect(applied(store, 1, cas('a', 'b'))).toEqual({ value: null, ok: false });
    expect(applied(store, 2, cas(null, 'a'))).toEqual({ value: 'a', ok: true });
    expect(applied(store, 3, cas('b', 'c'))).toEqual({ value: 'a', ok: false });
  });

  test('with the rule broken, a repeat is executed again', () => {
    const store = createStore();
    const command = { type: 'client', client: 1, serial: 1, oldest: 1, operation: add('a') } as const;
    const entry = { index: 1, term: 1, command, previous: null, jump: null } satisfies Entry;

    expect([applyEntry(store, entry, true).value, applyEntry(store, entry, true).value]).toEqual(['a', 'aa']);
  });

  test('an empty entry changes nothing', () => {
    const store = createStore();

    applyEntry(store, { index: 1, term: 1, command: { type: 'noop' }, previous: null, jump: null });

    expect(store).toEqual(createStore());
  });
});

// Clients number their commands; the state machine remembers what it has executed and its answer (§8, D§6.3).
describe('a repeat', () => {
  test('gets the answer of the first time and is not executed again', () => {
    const store = createStore();
    const first = apply(store, 1, add('a'));
    apply(store, 1, put('z'), 2);

    const second = apply(store, 1, add('a'));

    expect([first, second]).toEqual(['a', 'a']);
    expect(store.values.get('x')).toBe('z');
  });

  test('of a read whose answer was nothing gets nothing again', () => {
    const store = createStore();
    apply(store, 1, get);
    apply(store, 1, put('a'), 2);

    expect(apply(store, 1, get)).toBeNull();
  });

  test('of an operation whose answer the client has is ignored', () => {
    const store = createStore();
    apply(store, 1, add('a'));
    apply(store, 2, add('b'));

    apply(store, 1, add('a'));

    expect(store.values.get('x')).toBe('ab');
  });

  test('is told apart by client', () => {
    const store = createStore();

    expect([apply(store, 1, add('a'), 1), apply(store, 1, add('a'), 2)]).toEqual(['a', 'aa']);
  });

  test('answers are forgotten when the client has them', () => {
    const store = createStore();
    for (let serial = 1; serial <= 50; serial++) apply(store, serial, add('a'), 1, Math.max(1, serial - 3));

    expect([...(store.sessions.get(1)?.answers.keys() ?? [])]).toEqual([47, 48, 49, 50]);
  });

  test('whatever is repeated, each operation takes effect once', () => {
    const order = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 60 });
    fc.assert(
      fc.property(order, (serials) => {
        const store = createStore();
        for (const serial of serials) apply(store, serial, add(`${serial},`), 1, 1);
        const expected = [...new Set(serials)].map((serial) => `${serial},`).join('');
        expect(store.values.get('x') ?? '').toBe(expected);
      }),
    );
  });
});

describe('a copy', () => {
  test('does not change with the original, nor the original with it', () => {
    const original = createStore();
    apply(original, 1, put('a'));
    const copy = cloneStore(original);

    apply(original, 2, put('b'));
    apply(copy, 2, put('c'));
    apply(copy, 3, put('d'));

    expect([original.values.get('x'), copy.values.get('x')]).toEqual(['b', 'd']);
    expect([...(original.sessions.get(1)?.answers ?? [])]).toEqual([[2, { value: 'b', ok: true }]]);
  });

  test('of a copy is one, too', () => {
    const original = createStore();
    const second = cloneStore(cloneStore(original));

    apply(second, 1, put('a'));

    expect(original.values.size).toBe(0);
  });

  test('of the contents stays as it was', () => {
    const store = createStore();
    apply(store, 1, put('a'));
    const contents = contentsOf(store);

    apply(store, 2, put('b'));

    expect([...contents]).toEqual([['x', 'a']]);
  });
});
