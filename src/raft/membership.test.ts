import { describe, expect, test } from 'vitest';
import { beat, effectsOf, message, onlySent, receive, sent, server, timeOut } from '../testing/vocabulary';
import type { Command } from './command';
import { type Configuration, configurationOf, isQuorum, majority, membersOf, reachedByQuorum } from './configuration';
import { append, type Entry, type Log } from './log';
import type { Server } from './server';
import { configurationAt, mayStand, restart } from './server';
import { type Step, step } from './step';

const MINIMUM = 150_000;
const three = { of: 5, voters: [1, 2, 3] };

const change = (of: Server, voters: readonly number[], joint = false): Step =>
  step(of, { type: 'changeConfiguration', voters, joint });

/** A leader of term 1 that has committed an entry of its own term, as it must before the members change. */
const leader = (words = {}) =>
  server(1, {
    role: 'leader',
    term: 1,
    log: [1],
    commitIndex: 1,
    matchIndex: { 2: 1, 3: 1 },
    electionMin: MINIMUM,
    ...words,
  });

const commandOfLast = ({ server: { log } }: Step): Command => log.command;
const members = (configuration: Configuration): Command => ({ type: 'configuration', configuration });

describe('a configuration', () => {
  test.each([
    [3, 2],
    [4, 3],
    [5, 3],
    [6, 4],
    [7, 4],
  ])('of %i servers needs %i', (servers, needed) => {
    // A majority of all of its servers decides, not of those alive (§5.2).
    expect(majority(configurationOf(Array.from({ length: servers }, (_, i) => i + 1)))).toBe(needed);
  });

  test('that is joint needs a majority of both its halves', () => {
    // Agreement needs separate majorities of the old and of the new configuration (§6).
    const joint = { voters: [1, 2, 3], next: [3, 4, 5] };
    const has = (...ids: number[]) => isQuorum(joint, ids);
    expect([has(1, 2, 3), has(3, 4), has(1, 3), has(3, 1, 5), has(1, 2, 4, 5)]).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(membersOf(joint)).toEqual([1, 2, 3, 4, 5]);
    // S1 to S5 store 9, 8, 7, 3, 2: the old half has 8, the new one 3.
    expect(reachedByQuorum(joint, [0, 9, 8, 7, 3, 2])).toBe(3);
  });

  test('without voters decides nothing', () => {
    expect(isQuorum(configurationOf([]), [1, 2])).toBe(false);
    expect(reachedByQuorum(configurationOf([]), [0, 9])).toBe(0);
  });
});

describe('one server at a time', () => {
  test('removing a server is one entry, which the leader uses as soon as it has stored it', () => {
    // Each server uses the latest configuration in its log, committed or not (D§4.1).
    const begun = change(leader(three), [1, 2]);
    expect(begun.rules).toEqual(expect.arrayContaining(['changeMember', 'adoptConfiguration']));
    expect(commandOfLast(begun)).toEqual(members(configurationOf([1, 2])));
    expect(begun.server.configuration.voters).toEqual([1, 2]);
    expect(sent(begun, 'AppendEntries').map(({ to }) => to)).toEqual([2]);
  });

  test('the entry is committed by the majority of the new configuration', () => {
    const begun = change(leader(three), [1, 2]).server;
    const done = receive(begun, message.accepted({ term: 1, matchIndex: 2 }));
    expect(done.rules).toContain('commitByCounting');
    expect(done.server.commitIndex).toBe(2);
  });

  test('several servers at once are not changed that way', () => {
    // Two configurations that differ by one server have no disjoint majorities; by more, they may (D§4.1).
    expect(change(leader(three), [1]).rules).toEqual([]);
    expect(change(leader({ ...three, options: { off: ['configJump'] } }), [1]).rules).toContain('changeMember');
  });

  test('the next change waits until the last one is committed', () => {
    // The leader begins no change while one is not committed (D§4.1).
    const begun = change(leader(three), [1, 2]).server;
    expect(change(begun, [1]).rules).toEqual(['refuseSecondChange']);
    const broken = change(leader({ ...three, options: { off: ['configOverlap'] } }), [1, 2]).server;
    expect(change(broken, [1]).rules).toContain('changeMember');
  });

  test('no change before an entry of the own term is committed', () => {
    // The correction of 2015: a change of an earlier leader may still be somewhere, and overtake this one.
    const early = { ...three, log: [1], term: 2, commitIndex: 1 };
    expect(change(leader(early), [1, 2]).rules).toEqual(['refuseEarlyChange']);
    expect(change(leader({ ...early, options: { off: ['configBeforeNoop'] } }), [1, 2]).rules).toContain(
      'changeMember',
    );
  });

  test('a server that does not lead, or is handing over, changes nothing', () => {
    expect(change(server(2, { term: 1 }), [1, 2, 3, 4]).effects).toEqual([]);
    const handing = step(leader(), { type: 'transferLeadership', to: 2 }).server;
    expect(change(handing, [1, 2, 3, 4]).effects).toEqual([]);
  });

  test('to nobody, or to the same, is no change', () => {
    expect(change(leader(three), []).effects).toEqual([]);
    expect(change(leader(three), [1, 2, 3]).effects).toEqual([]);
  });
});

describe('a new server', () => {
  test('catches up without a vote before the configuration changes', () => {
    // New servers join as non-voting members first, so that no majority has to wait for them (§6, D§4.2.1).
    const begun = change(leader(three), [1, 2, 3, 4]);
    expect(begun.rules).toContain('catchUp');
    expect(begun.server.configuration.voters).toEqual([1, 2, 3]);
    expect(onlySent(begun, 'AppendEntries')).toMatchObject({ to: 4, prevLogIndex: 0 });
    expect(beat(begun.server).effects.filter(({ type }) => type === 'send')).toHaveLength(3);
  });

  test('is taken in once a round was quicker than an election timeout', () => {
    const begun = change(leader({ ...three, clock: 1000 }), [1, 2, 3, 4]).server;
    const caught = receive({ ...begun, clock: 20_000 }, message.accepted({ from: 4, term: 1, matchIndex: 1 }));
    expect(caught.rules).toEqual(expect.arrayContaining(['caughtUp', 'changeMember']));
    expect(caught.server.configuration.voters).toEqual([1, 2, 3, 4]);
    expect(sent(caught, 'AppendEntries').map(({ to }) => to)).toEqual([2, 3, 4]);
  });

  test('goes into another round when what was new by then took too long', () => {
    // The replication of the entries that were there when the round began is a round (D§4.2.1).
    const begun = change(leader({ ...three, clock: 1000 }), [1, 2, 3, 4]).server;
    const slow = receive({ ...begun, clock: 1000 + MINIMUM }, message.accepted({ from: 4, term: 1, matchIndex: 1 }));
    expect(slow.rules).toContain('nextRound');
    expect(slow.server.catchUp).toMatchObject({ round: 2, target: 1 });
  });

  test('is given up after ten slow rounds', () => {
    const begun = change(leader({ ...three, clock: 1000 }), [1, 2, 3, 4]).server;
    const tenth = { ...begun, clock: 900_000, catchUp: begun.catchUp && { ...begun.catchUp, round: 10 } };
    const late = receive(tenth, message.accepted({ from: 4, term: 1, matchIndex: 1 }));
    expect(late.rules).toContain('giveUpCatchUp');
    expect(late.server).toMatchObject({ catchUp: null, peers: [2, 3] });
  });

  test('does not count for commitment before it votes', () => {
    const begun = change(leader({ ...three, matchIndex: {}, commitIndex: 1 }), [1, 2, 3, 4]).server;
    const asked = step(begun, { type: 'heartbeatTimeout' }).server;
    const acked = receive(asked, message.accepted({ from: 4, term: 1, matchIndex: 0 }));
    expect(acked.server.commitIndex).toBe(1);
  });
});

describe('joint consensus', () => {
  const begun = change(leader({ of: 5, voters: [1, 2, 3], matchIndex: { 2: 1, 3: 1 } }), [1, 2], true);

  test('begins with an entry of both configurations', () => {
    // The cluster goes to Cold,new first (§6).
    expect(begun.rules).toContain('beginJoint');
    expect(commandOfLast(begun)).toEqual(members({ voters: [1, 2, 3], next: [1, 2] }));
    expect(begun.server.configuration).toEqual({ voters: [1, 2, 3], next: [1, 2] });
  });

  test('entries go to all servers of both', () => {
    expect(sent(begun, 'AppendEntries').map(({ to }) => to)).toEqual([2, 3]);
  });

  test('is committed by both majorities only, and then Cnew follows', () => {
    // Once Cold,new is committed, the leader may append Cnew (§6).
    const old = receive(begun.server, message.accepted({ from: 3, term: 1, matchIndex: 2 }));
    expect(old.server.commitIndex).toBe(1);
    const both = receive(old.server, message.accepted({ from: 2, term: 1, matchIndex: 2 }));
    expect(both.rules).toContain('leaveJoint');
    expect(commandOfLast(both)).toEqual(members(configurationOf([1, 2])));
    expect(both.server.commitIndex).toBe(2);
  });

  test('takes votes from both majorities', () => {
    const standing = { role: 'candidate' as const, term: 2, voters: [1, 2, 3], next: [1, 4, 5], votesGranted: [1] };
    const vote = (from: number) => message.requestVoteResponse({ from, term: 2, voteGranted: true });
    const old = receive(server(1, standing), vote(2));
    expect(old.server.role).toBe('candidate');
    expect(receive(old.server, vote(4)).server.role).toBe('leader');
  });

  test('changes anything at once', () => {
    expect(change(leader({ of: 5, voters: [1, 2, 3] }), [1, 4, 5], true).rules).toContain('catchUp');
  });
});

describe('a leader that is not in Cnew', () => {
  const leaving = change(leader(three), [2, 3]);

  test('leads until Cnew is committed, without counting itself', () => {
    // It manages a cluster that it is not part of, and does not count itself in majorities (§6).
    expect(leaving.server.role).toBe('leader');
    const one = receive(leaving.server, message.accepted({ from: 2, term: 1, matchIndex: 2 }));
    expect(one.server).toMatchObject({ role: 'leader', commitIndex: 1 });
    const both = receive(one.server, message.accepted({ from: 3, term: 1, matchIndex: 2 }));
    expect(both.rules).toContain('leaveCluster');
    expect(both.server).toMatchObject({ role: 'follower', commitIndex: 2, leader: null });
  });

  test('may still stand while Cnew is not committed, because the others may need it', () => {
    // A server that is not in its own latest configuration still starts elections until then (D§4.2.2).
    expect(mayStand({ ...leaving.server, role: 'follower' })).toBe(true);
    expect(mayStand({ ...leaving.server, role: 'follower', commitIndex: 2 })).toBe(false);
    expect(timeOut({ ...leaving.server, role: 'follower', commitIndex: 2 }).rules).toEqual(['stayQuiet']);
  });

  test('leaves at once when the rule is broken', () => {
    const gone = change(leader({ ...three, options: { off: ['removeSelfEarly'] } }), [2, 3]);
    expect(gone.rules).toContain('leaveCluster');
    expect(gone.server).toMatchObject({ role: 'follower', commitIndex: 1 });
    expect(mayStand(gone.server)).toBe(false);
  });
});

describe('a leader that is a majority by itself', () => {
  test('commits when it next wakes: its own copy is on its disk then', () => {
    const alone = change(leader({ of: 5, voters: [1, 2], matchIndex: { 2: 1 } }), [1]);
    expect(alone.server.commitIndex).toBe(1);
    const woken = beat(alone.server);
    expect(woken.rules).toContain('commitByCounting');
    expect(woken.server.commitIndex).toBe(2);
  });
});

describe('a follower', () => {
  const configurationEntry = (log: Log, term: number, voters: readonly number[]): Entry =>
    append(log, term, members(configurationOf(voters)));
  const follower = server(2, { of: 5, voters: [1, 2, 3], term: 1, log: [1] });
  const entry = configurationEntry(follower.log, 1, [1, 2, 3, 4]);
  const told = receive(follower, { ...message.heartbeat({ term: 1, log: [1] }), entries: [entry] });

  test('uses the configuration of an entry as soon as it stores it', () => {
    expect(told.rules).toContain('adoptConfiguration');
    expect(told.server).toMatchObject({ configurationIndex: 2, peers: [1, 3, 4] });
    expect(told.server.configuration.voters).toEqual([1, 2, 3, 4]);
  });

  test('that votes from now on starts its election timer', () => {
    // It must not wait for ever for a leader that may be gone.
    const newcomer = server(4, { of: 5, voters: [], term: 1, log: [1] });
    const taken = receive(newcomer, { ...message.heartbeat({ to: 4, term: 1, log: [1] }), entries: [entry] });
    expect(effectsOf(taken)).toContain('set election');
    const spare = receive(newcomer, message.heartbeat({ to: 4, term: 1, log: [1] }));
    expect(effectsOf(spare)).not.toContain('set election');
  });

  test('goes back to the one before when the entry is deleted', () => {
    // A configuration entry that is removed from the log falls back to the one before (D§4.1).
    const overwritten = receive(told.server, message.appendEntries({ from: 3, term: 2, log: [1, 2], prev: 1 }));
    expect(overwritten.rules).toEqual(expect.arrayContaining(['truncateConflict', 'rollBackConfiguration']));
    expect(overwritten.server.configuration.voters).toEqual([1, 2, 3]);
  });

  test('finds the latest one in its log again after a crash', () => {
    const back = restart(2, told.server, told.server.initial, told.server.options);
    expect(back.configuration.voters).toEqual([1, 2, 3, 4]);
    expect(configurationAt(back, 1).configuration.voters).toEqual([1, 2, 3]);
  });

  test('hears leaders and candidates that are not in its configuration', () => {
    // Servers accept requests from servers that are not part of their latest configuration (D§4.1).
    expect(receive(follower, message.heartbeat({ from: 5, term: 1, log: [1] })).server.leader).toBe(5);
    expect(receive(follower, message.requestVote({ from: 5, term: 2, log: [1] })).rules).toContain('grantVote');
  });
});
