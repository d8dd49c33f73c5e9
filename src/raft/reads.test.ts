import { describe, expect, test } from 'vitest';
import { beat, message, receive, repliesOf, sent, server } from '../testing/vocabulary';
import type { ClientCommand, ReadMode } from './command';
import { hasLease } from './reads';
import type { Server } from './server';
import { type Step, step } from './step';

const MINIMUM = 150_000;
const read = (mode: ReadMode, serial = 1): ClientCommand => ({
  type: 'client',
  client: 1,
  serial,
  oldest: serial,
  operation: { type: 'read', key: 'x', mode },
});
const ask = (of: Server, mode: ReadMode = 'readIndex', serial = 1): Step =>
  step(of, { type: 'clientRequest', command: read(mode, serial) });
const ack = (from: number, stamp: number, matchIndex = 2) => ({
  ...message.accepted({ from, term: 2, matchIndex }),
  stamp,
});

/** A leader of term 2 that has committed and applied an entry of its own term. */
const leader = (words = {}) =>
  server(1, {
    role: 'leader',
    log: [1, 2],
    commitIndex: 2,
    clock: 1000,
    electionMin: MINIMUM,
    matchIndex: { 2: 2, 3: 2 },
    ...words,
  });
const isAnswered = (taken: Step): boolean => repliesOf(taken).some(({ type }) => type === 'read');

describe('ReadIndex', () => {
  const asked = ask(leader());

  test('notes the commitIndex and begins a round of heartbeats', () => {
    // The leader saves its commit index and makes sure that it has not been superseded (D§6.4).
    expect(asked.rules).toEqual(['beginRead']);
    expect(asked.server.reads).toMatchObject([{ index: 2, stamp: 1000 }]);
    expect(sent(asked, 'AppendEntries').map(({ to, stamp }) => [to, stamp])).toEqual(
      [2, 3, 4, 5].map((to) => [to, 1000]),
    );
    expect(asked.server.log).toBe(leader().log.index === 2 ? asked.server.log : null);
  });

  test('answers when a majority has acknowledged the round', () => {
    const one = receive(asked.server, ack(2, 1000));
    expect(isAnswered(one)).toBe(false);
    const two = receive(one.server, ack(3, 1000));
    expect(two.rules).toContain('serveRead');
    expect(isAnswered(two)).toBe(true);
    expect(two.server.reads).toEqual([]);
  });

  test('does not count answers to what was sent before the read came', () => {
    const old = receive(receive(asked.server, ack(2, 999)).server, ack(3, 999));
    expect(isAnswered(old)).toBe(false);
    const earlier = leader({ ackedStamp: { 2: 999, 3: 999 } });
    expect(isAnswered(ask(earlier))).toBe(false);
  });

  test('two rounds at one moment of a slow clock have different stamps', () => {
    const again = beat(asked.server);
    expect(sent(again, 'AppendEntries')[0].stamp).toBe(1001);
  });

  test('a refused AppendEntries confirms the leader, too', () => {
    const refusal = (from: number) => ({ ...message.rejected({ from, term: 2, prev: 2 }), stamp: 1000 });
    expect(isAnswered(receive(receive(asked.server, refusal(2)).server, refusal(3)))).toBe(true);
  });

  test('waits at a new leader until an entry of its term is committed', () => {
    // Only then does it know which entries are committed (§8, D§6.4).
    const fresh = ask(leader({ commitIndex: 1, matchIndex: {} }));
    expect(fresh.rules).toEqual(['beginRead', 'readAwaitsOwnTerm']);
    const confirmed = receive(receive(fresh.server, ack(2, 1000, 1)).server, ack(3, 1000, 1));
    expect(isAnswered(confirmed)).toBe(false);
    const committed = receive(receive(confirmed.server, ack(2, 1000)).server, ack(3, 1000));
    expect(committed.server.commitIndex).toBe(2);
    expect(isAnswered(committed)).toBe(true);
  });

  test('does not wait with the rule broken', () => {
    const fresh = ask(leader({ commitIndex: 1, matchIndex: {}, options: { off: ['readNoNoop'] } }));
    const confirmed = receive(receive(fresh.server, ack(2, 1000, 1)).server, ack(3, 1000, 1));
    expect(isAnswered(confirmed)).toBe(true);
  });

  test('counts both majorities of a joint configuration', () => {
    const joint = ask(leader({ voters: [1, 2, 3], next: [1, 4, 5] })).server;
    const old = receive(joint, ack(2, 1000));
    expect(isAnswered(old)).toBe(false);
    expect(isAnswered(receive(old.server, ack(4, 1000)))).toBe(true);
  });

  test('a client that asks again while it waits is answered once', () => {
    const twice = ask(asked.server);
    expect(twice.server.reads).toHaveLength(1);
    expect(ask(asked.server, 'readIndex', 2).server.reads).toHaveLength(2);
  });

  test('goes nowhere when the leader steps down', () => {
    const deposed = receive(asked.server, message.heartbeat({ from: 3, to: 1, term: 3 }));
    expect([deposed.server.reads, repliesOf(deposed)]).toEqual([[], []]);
  });

  test('another server says who leads', () => {
    expect(repliesOf(ask(server(2, { term: 2, leader: 1 })))).toMatchObject([{ type: 'redirect', leader: 1 }]);
  });

  test('with the rule broken the leader answers at once', () => {
    expect(isAnswered(ask(leader({ options: { off: ['readLocal'] } })))).toBe(true);
  });
});

describe('a lease', () => {
  const options = { stickyLeader: true };
  const leased = (words = {}) => leader({ options, clock: 100_000, ackedStamp: { 2: 90_000, 3: 80_000 }, ...words });
  const end = 80_000 + MINIMUM * 0.9;

  test('lets the leader answer at once', () => {
    // While no other server can be elected, the round of heartbeats is not needed (D§6.4.1).
    const asked = ask(leased(), 'lease');
    expect(asked.rules).toEqual(['readByLease']);
    expect(isAnswered(asked)).toBe(true);
  });

  test('lasts a minimum timeout, less what clocks may drift, from the sending of what a majority answered', () => {
    expect(hasLease(leased({ clock: end - 1 }))).toBe(true);
    expect(hasLease(leased({ clock: end }))).toBe(false);
    expect(hasLease(leased({ clock: end, options: { ...options, off: ['leaseDrift'] } }))).toBe(true);
  });

  test('is worth nothing unless voters hold to their leader, so the read asks a majority', () => {
    const asked = ask(leased({ options: {} }), 'lease');
    expect(asked.rules).toEqual(['beginRead']);
  });

  test('is worth nothing before an entry of the own term is committed', () => {
    expect(hasLease(leased({ commitIndex: 1 }))).toBe(false);
  });

  test('ends when the leader hands over', () => {
    const handing = (words = {}) => step(leased(words), { type: 'transferLeadership', to: 2 }).server;
    expect(hasLease(handing())).toBe(false);
    expect(hasLease(handing({ options: { ...options, off: ['leaseDrift'] } }))).toBe(true);
  });

  test('does not come back in the same term when another server was told to stand', () => {
    // The target's vote requests pass by what makes a lease safe (D§3.10, D§6.4.1), and TimeoutNow may be late.
    const ready = { matchIndex: { 1: 2, 2: 2 }, clock: 100_000 };
    const handing = step(leased(ready), { type: 'transferLeadership', to: 2 });
    expect(handing.rules).toContain('sendTimeoutNow');
    const later = { ...handing.server, clock: 100_000 + 2 * MINIMUM };
    const beaten = step(
      { ...later, ackedStamp: later.ackedStamp.map(() => later.clock) },
      { type: 'heartbeatTimeout' },
    );
    expect(beaten.rules).toContain('abandonTransfer');
    expect(hasLease(beaten.server)).toBe(false);
    expect(hasLease({ ...beaten.server, toldToStand: false })).toBe(true);
    expect(hasLease({ ...beaten.server, options: { ...beaten.server.options, off: ['leaseDrift'] } })).toBe(true);
  });

  test('a server that has just restarted holds to the leader that it may have heard', () => {
    // It may have promised the leader, before the crash, not to vote; it waits a minimum timeout (D§6.4.1).
    const back = { ...server(2, { term: 2, options }), electionMin: MINIMUM, leaderHeardAt: 5000, clock: 6000 };
    expect(receive(back, message.requestVote({ term: 3, from: 3 })).rules).toEqual(['ignoreWhileLed']);
  });
});

test('a stale read is answered by any server, at once', () => {
  const asked = ask(server(3, { term: 2, leader: 1 }), 'stale');
  expect(asked.rules).toEqual(['readStale']);
  expect(isAnswered(asked)).toBe(true);
});
