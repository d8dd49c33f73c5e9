import { describe, expect, test } from 'vitest';
import { beat, effectsOf, message, receive, server, timeOut } from '../testing/vocabulary';
import { isHeldToLeader } from './leadership';

const MINIMUM = 150_000;
const leader = (words = {}) =>
  server(1, {
    role: 'leader',
    term: 1,
    electionMin: MINIMUM,
    clock: 1_000_000,
    heardAt: { 2: 0, 3: 0, 4: 0, 5: 0 },
    options: { checkQuorum: true },
    ...words,
  });

describe('a leader that hears from nobody', () => {
  test('steps down when a majority has been silent for an election timeout', () => {
    // Otherwise clients might wait for it for ever (D§6.2).
    const beaten = beat(leader({ heardAt: { 2: 999_000, 3: 849_000, 4: 0, 5: 0 } }));
    expect(beaten.rules).toEqual(['quorumLost']);
    expect(beaten.server).toMatchObject({ role: 'follower', leader: null, currentTerm: 1, votedFor: 1 });
    expect(effectsOf(beaten)).toEqual(['clear heartbeat', 'set election']);
  });

  test('goes on while a majority answers', () => {
    expect(beat(leader({ heardAt: { 2: 999_000, 3: 851_000, 4: 0, 5: 0 } })).server.role).toBe('leader');
  });

  test('goes on for an election timeout after it was elected', () => {
    const now = 900_000;
    expect(beat(leader({ heardAt: { 2: now, 3: now, 4: now, 5: now } })).server.role).toBe('leader');
  });

  test('counts both majorities of a joint configuration', () => {
    const heard = { 2: 999_000, 3: 999_000, 4: 0, 5: 0 };
    const joint = { voters: [1, 2, 3], next: [1, 4, 5], heardAt: heard };
    expect(beat(leader(joint)).rules).toEqual(['quorumLost']);
    expect(beat(leader({ ...joint, heardAt: { ...heard, 4: 999_000 } })).server.role).toBe('leader');
  });

  test('goes on for ever with the option off, or with the rule broken', () => {
    for (const options of [{ checkQuorum: false }, { checkQuorum: true, off: ['noCheckQuorum'] as const }]) {
      expect(beat(leader({ options })).rules).toContain('heartbeat');
    }
  });
});

describe('who holds to a leader', () => {
  test('a follower does, for a minimum timeout after hearing one', () => {
    const heard = (clock: number) => ({ ...server(2, { electionMin: MINIMUM, leaderHeardAt: 1000 }), clock });
    expect(isHeldToLeader(heard(1000))).toBe(true);
    expect(isHeldToLeader(heard(1000 + MINIMUM))).toBe(false);
  });

  test('a message of the leader counts, one of an old leader does not', () => {
    const late = { ...server(2, { term: 2, electionMin: MINIMUM }), clock: 400_000 };
    expect(receive(late, message.heartbeat({ term: 2 })).server.leaderHeardAt).toBe(400_000);
    expect(receive(late, message.heartbeat({ term: 1 })).server.leaderHeardAt).toBeLessThan(400_000);
  });
});

describe('a server that does not vote', () => {
  test('never stands for election', () => {
    // A server without a vote would only disturb those that have one (D§4.2.2).
    const spare = timeOut(server(5, { voters: [1, 2, 3] }));
    expect(spare.rules).toEqual(['stayQuiet']);
  });
});
