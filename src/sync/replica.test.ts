import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMessage, type SyncMessage } from './message';
import { type Reader, Replica } from './replica';

const number: Reader = (value) => (Number.isSafeInteger(value) ? value : undefined);
const NAMES = ['run', 'time', 'show'] as const;
const READERS = { run: number, time: number, show: number };
const IDS = ['a', 'b', 'c'];

/** What happens: somebody writes, says how far it is, or a message that is under way arrives, comes twice or is lost. */
type Event =
  | { readonly type: 'write'; readonly who: number; readonly names: readonly string[]; readonly value: number }
  | { readonly type: 'have'; readonly who: number }
  | { readonly type: 'arrive' | 'twice' | 'lost'; readonly at: number };

const who = fc.nat(IDS.length - 1);
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    type: fc.constant('write' as const),
    who,
    names: fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1 }),
    value: fc.nat(9),
  }),
  fc.record({ type: fc.constant('have' as const), who }),
  fc.record({ type: fc.constantFrom('arrive' as const, 'twice' as const, 'lost' as const), at: fc.nat(50) }),
);

interface Letter {
  readonly to: number;
  readonly message: SyncMessage;
}

class World {
  readonly replicas = IDS.map((id) => new Replica(id, READERS));
  letters: Letter[] = [];
  posted = 0;

  post(from: number, messages: readonly SyncMessage[]): void {
    for (const message of messages) {
      this.posted++;
      IDS.forEach((_, to) => {
        if (to !== from) this.letters.push({ to, message: JSON.parse(JSON.stringify(message)) });
      });
    }
  }

  deliver({ to, message }: Letter): void {
    this.post(to, this.replicas[to].receive(message).answers);
  }

  happen(one: Event): void {
    if (one.type === 'write') {
      const values = Object.fromEntries(one.names.map((name) => [name, one.value]));
      this.post(one.who, [this.replicas[one.who].set(values)]);
    } else if (one.type === 'have') {
      this.post(one.who, [this.replicas[one.who].have()]);
    } else if (this.letters.length > 0) {
      const at = one.at % this.letters.length;
      const letter = this.letters[at];
      if (one.type !== 'twice') this.letters.splice(at, 1);
      if (one.type !== 'lost') this.deliver(letter);
    }
  }

  /** Each says once how far it is, and everything arrives. */
  settle(): void {
    this.post(0, [this.replicas[0].have()]);
    this.post(1, [this.replicas[1].have()]);
    this.post(2, [this.replicas[2].have()]);
    for (let n = 0; this.letters.length > 0; n++) {
      if (n > 5000) throw new Error('They never come to rest.');
      const [next] = this.letters.splice(0, 1);
      this.deliver(next);
    }
  }

  states(): unknown[] {
    return this.replicas.map((replica) => [replica.have(), NAMES.map((name) => replica.value(name))]);
  }
}

describe('copies that have lost messages, got them twice or in another order', () => {
  test('are equal when they have told each other how far they are, and then silent', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const world = new World();
        for (const one of events) world.happen(one);
        world.letters = [];
        world.settle();
        const [first, ...others] = world.states();
        for (const other of others) expect(other).toEqual(first);
        const before = world.posted;
        world.settle();
        expect(world.posted - before).toBe(3);
      }),
      { numRuns: 400 },
    );
  });

  test('are equal without a word more where everything arrives, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(event.filter(({ type }) => type === 'write' || type === 'arrive')), (events) => {
        const world = new World();
        for (const one of events) world.happen(one);
        while (world.letters.length > 0) world.happen({ type: 'arrive', at: 7 });
        const [first, ...others] = world.states();
        for (const other of others) expect(other).toEqual(first);
      }),
    );
  });

  test('would not be equal if what came last were taken for the latest: the property can fail', () => {
    const late = new Replica('a', READERS);
    const early = late.set({ time: 1 });
    const later = late.set({ time: 2 });
    const other = new Replica('b', READERS);
    other.receive(later);
    expect(other.receive(early).changed).toEqual([]);
    expect(other.value('time')).toBe(2);
  });
});

describe('what is no message', () => {
  test('changes nothing and never throws', () => {
    const replica = new Replica('a', READERS);
    replica.set({ time: 5 });
    const before = replica.have();
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(replica.receive(data)).toEqual({ changed: [], answers: [] });
      }),
      { numRuns: 500 },
    );
    expect(replica.have()).toEqual(before);
  });

  test('is refused: unknown registers, values that make no sense, stamps out of bounds, too much of anything', () => {
    const replica = new Replica('a', READERS);
    const set = (registers: unknown) => replica.receive({ raftarium: 1, type: 'sync:set', registers }).changed;
    const stamp = { count: 1, writer: 'b' };
    expect(set({ other: { stamp, value: 1 } })).toEqual([]);
    expect(set({ time: { stamp, value: 'soon' } })).toEqual([]);
    expect(set({ time: { stamp: { count: -1, writer: 'b' }, value: 1 } })).toEqual([]);
    expect(set({ time: { stamp: { count: 2 ** 60, writer: 'b' }, value: 1 } })).toEqual([]);
    expect(set({ time: { stamp: { count: 1, writer: 'x'.repeat(41) }, value: 1 } })).toEqual([]);
    expect(set(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`n${i}`, { stamp, value: 1 }])))).toEqual([]);
    expect(set(JSON.parse('{"__proto__":{"stamp":{"count":1,"writer":"b"},"value":1}}'))).toEqual([]);
    expect(readMessage({ raftarium: 2, type: 'sync:bye', id: 'b' })).toBeNull();
    expect(readMessage({ raftarium: 1, type: 'sync:here', id: 'b', role: 'king', digest: '' })).toBeNull();
    expect(set({ time: { stamp, value: 1 } })).toEqual(['time']);
  });
});

test('what is offered counts for less than anything written, wherever it comes first', () => {
  const [a, b] = ['a', 'zz'].map((id) => new Replica(id, READERS));
  const written = a.set({ run: 1 });
  const offered = b.offer({ run: 2, time: 3 });
  expect(a.receive(offered).changed).toEqual(['time']);
  expect(b.receive(written).changed).toEqual(['run']);
  expect([a, b].map((one) => [one.value('run'), one.value('time')])).toEqual([
    [1, 3],
    [1, 3],
  ]);
  // Nothing is offered where something is known.
  b.offer({ run: 9 });
  expect(b.value('run')).toBe(1);
});
