import { describe, expect, test } from 'vitest';
import {
  appliedBy,
  ask,
  beat,
  commandOf,
  message,
  onlySent,
  receive,
  repliesOf,
  sent,
  server,
  stepAll,
  termsOf,
} from '../testing/vocabulary';
import type { Term } from './log';
import type { Message } from './message';
import type { Server } from './server';

const leaderOf = (log: readonly Term[], words = {}) =>
  server(1, { role: 'leader', term: log.at(-1) ?? 1, log, ...words });
const accepted = (from: number, matchIndex: number, term: Term): Message =>
  message.accepted({ from, matchIndex, term });
const indexesOf = (taken: Parameters<typeof appliedBy>[0]) => appliedBy(taken).map(({ index }) => index);

describe('a leader commits', () => {
  test.each([
    [3, 1],
    [4, 2],
    [5, 2],
    [6, 3],
    [7, 3],
    [9, 4],
  ])('in a cluster of %i, with its own copy and %i others, not with one less', (of, others) => {
    // An entry is committed when the leader that made it knows it on a majority of all servers (§5.3).
    let leader = leaderOf([2], { of });
    const commits = [leader.commitIndex];
    for (let from = 2; from < 2 + others; from++) {
      leader = receive(leader, accepted(from, 1, 2)).server;
      commits.push(leader.commitIndex);
    }

    expect(commits.indexOf(1)).toBe(others);
  });

  test('an entry of its term that a majority holds', () => {
    // The highest index that a majority has matched and that is of the current term (Figure 2, Leaders).
    const leader = leaderOf([1, 1, 1, 1], { matchIndex: { 2: 4, 3: 2 } });

    const after = receive(leader, accepted(4, 3, 1));

    expect(after.server.commitIndex).toBe(3);
    expect(after.rules).toContain('commitByCounting');
  });

  test('all entries before it with it, also those of earlier leaders', () => {
    // What precedes a committed entry is committed, too (§5.3, §5.4.2).
    const leader = leaderOf([1, 1, 2, 4], { matchIndex: { 2: 4 } });

    const after = receive(leader, accepted(3, 4, 4));

    expect(after.server.commitIndex).toBe(4);
    expect(indexesOf(after)).toEqual([1, 2, 3, 4]);
    expect(after.rules).toContain('commitEarlier');
  });

  test('no entry of an older term by counting its copies', () => {
    // Such an entry may still be overwritten, however many servers hold it (§5.4.2, Figure 8).
    const leader = leaderOf([1, 2], { term: 4, matchIndex: { 2: 2 } });

    const after = receive(leader, accepted(3, 2, 4));

    expect(after.server.commitIndex).toBe(0);
    expect(after.rules).toContain('holdBackOldTerm');
  });

  test('an entry once, however often it is acknowledged', () => {
    // Answers may be repeated (§5.5).
    const once = receive(leaderOf([1], { matchIndex: { 2: 1 } }), accepted(3, 1, 1));

    const again = stepAll(once.server, [
      { type: 'receive', message: accepted(3, 1, 1) },
      { type: 'receive', message: accepted(4, 1, 1) },
    ]);

    expect(once.server.commitIndex).toBe(1);
    expect([again.commitIndex, again.lastApplied]).toEqual([1, 1]);
  });

  test('nothing that only the acknowledged heartbeats reach', () => {
    // An answer tells that the logs agree up to the request's end, not to the end of the leader's log (§5.3).
    const leader = leaderOf([1, 1], { matchIndex: { 2: 1 }, nextIndex: { 2: 2 } });

    const after = receive(leader, accepted(3, 1, 1));

    expect(after.server.commitIndex).toBe(1);
  });

  test('nothing because of a refusal', () => {
    // A refusal tells that the logs do not agree there (§5.3).
    const after = receive(leaderOf([1], { matchIndex: { 2: 1 } }), message.rejected({ term: 1, from: 3, prev: 1 }));

    expect(after.server.commitIndex).toBe(0);
  });
});

describe('a leader', () => {
  test('tells the others how far it has committed', () => {
    // Each AppendEntries, heartbeats included, carries the leader's commitIndex (§5.3).
    const leader = leaderOf([1, 1], { commitIndex: 1, matchIndex: { 2: 2, 3: 1 } });

    const commits = [...sent(beat(leader), 'AppendEntries'), ...sent(ask(leader), 'AppendEntries')];

    expect(new Set(commits.map(({ leaderCommit }) => leaderCommit))).toEqual(new Set([1]));
  });

  test('applies what is committed, in the order of the log', () => {
    // lastApplied follows commitIndex one entry at a time (Figure 2, All Servers; §5.3).
    const after = receive(leaderOf([1, 1, 1], { matchIndex: { 2: 3 } }), accepted(3, 3, 1));

    expect(indexesOf(after)).toEqual([1, 2, 3]);
    expect(after.server.lastApplied).toBe(3);
    expect(after.rules).toContain('applyCommitted');
  });

  test('answers the client when its entry has been applied, not before', () => {
    // The result goes back after the state machine has executed the command (Figure 2, Leaders; §5.3).
    const asked = ask(leaderOf([1]), commandOf(7));
    const half = receive(asked.server, accepted(2, 2, 1));
    const whole = receive(half.server, accepted(3, 2, 1));

    expect([...repliesOf(asked), ...repliesOf(half)]).toEqual([]);
    expect(repliesOf(whole)).toMatchObject([{ type: 'applied', entry: { index: 2, command: commandOf(7) } }]);
    expect(whole.effects.map(({ type }) => type).filter((type) => type !== 'send')).toEqual([
      'apply',
      'apply',
      'respond',
    ]);
    expect(whole.rules).toContain('respondAfterApply');
  });

  test('answers several clients in the order of the log', () => {
    // Entries are applied in order, so answers leave in order (§5.3).
    const asked = ask(ask(leaderOf([]), commandOf(1)).server, commandOf(2)).server;

    const after = receive(receive(asked, accepted(2, 2, 1)).server, accepted(3, 2, 1));

    expect(repliesOf(after).map((reply) => reply.type === 'applied' && reply.entry.index)).toEqual([1, 2]);
  });

  test('answers nobody for entries of earlier leaders', () => {
    // Only the leader that was asked owes an answer (§8).
    const after = receive(leaderOf([1, 2], { matchIndex: { 2: 2 } }), accepted(3, 2, 2));

    expect(indexesOf(after)).toEqual([1, 2]);
    expect(repliesOf(after)).toEqual([]);
  });

  test('that lost its leadership answers nobody when the entry is committed by another', () => {
    // It no longer knows whether the entry at that index is the one that it took (§8).
    const asked = ask(leaderOf([1]), commandOf(7)).server;

    const after = receive(asked, message.appendEntries({ from: 3, to: 1, term: 2, log: [1, 2], leaderCommit: 2 }));

    expect(indexesOf(after)).toEqual([1, 2]);
    expect(repliesOf(after)).toEqual([]);
  });

  test('keeps no commitIndex per server after losing an election: the next term begins anew', () => {
    // nextIndex and matchIndex are set up anew after each election (Figure 2, State).
    const deposed = receive(leaderOf([1], { matchIndex: { 2: 1 } }), message.requestVote({ from: 3, term: 2 })).server;

    const standing = { ...deposed, role: 'candidate', votedFor: 1, votesGranted: [1, 2] } as Server;
    const again = receive(standing, message.requestVoteResponse({ from: 4, term: 2, voteGranted: true })).server;

    expect([deposed.nextIndex, deposed.matchIndex]).toEqual([[], []]);
    expect(again.matchIndex.slice(1)).toEqual([1, 0, 0, 0, 0]);
  });
});

describe('a new leader', () => {
  const elect = (noop: boolean) =>
    receive(
      server(1, { role: 'candidate', term: 3, log: [1, 2], votesGranted: [1, 2], options: { noop } }),
      message.requestVoteResponse({ from: 4, term: 3, voteGranted: true }),
    );

  test('with the option begins its term with an empty entry', () => {
    // It then learns what is committed without waiting for a command (§8).
    const after = elect(true);

    expect(after.server.log).toMatchObject({ index: 3, term: 3, command: { type: 'noop' } });
    expect(sent(after, 'AppendEntries').every(({ entries }) => entries.length === 1)).toBe(true);
    expect(after.rules).toContain('appendNoop');
  });

  test('with the option commits the entries of earlier terms as soon as its own is on a majority', () => {
    // The empty entry is of the current term, so it may be counted (§5.4.2, §8).
    const after = stepAll(elect(true).server, [
      { type: 'receive', message: accepted(2, 3, 3) },
      { type: 'receive', message: accepted(4, 3, 3) },
    ]);

    expect(after.commitIndex).toBe(3);
  });

  test('without the option appends nothing', () => {
    // The basic protocol of section 5 has no such entry.
    expect(termsOf(elect(false).server.log)).toEqual([1, 2]);
  });
});

describe('a follower', () => {
  const follower = (log: readonly Term[], words = {}) => server(2, { term: 5, log, ...words });

  test('commits and applies what the leader has committed', () => {
    // Once it learns that an entry is committed, it applies it to its own state machine, in log order (§5.3).
    const after = receive(follower([1, 5, 5]), message.heartbeat({ term: 5, log: [1, 5, 5], leaderCommit: 2 }));

    expect(after.server).toMatchObject({ commitIndex: 2, lastApplied: 2 });
    expect(indexesOf(after)).toEqual([1, 2]);
    expect(after.rules).toContain('followCommit');
  });

  test('commits new entries together with the request that brings them', () => {
    // leaderCommit may cover entries of the same request (Figure 2, AppendEntries 5).
    const after = receive(follower([1]), message.appendEntries({ term: 5, log: [1, 5], leaderCommit: 2 }));

    expect(indexesOf(after)).toEqual([1, 2]);
  });

  test('commits no further than its last new entry', () => {
    // commitIndex is the lesser of leaderCommit and the index of the last new entry (Figure 2, AppendEntries 5).
    const request = message.appendEntries({ term: 5, log: [1, 5, 5, 5], count: 2, leaderCommit: 4 });

    expect(receive(follower([]), request).server.commitIndex).toBe(2);
  });

  test('commits none of its own entries behind what the request vouches for', () => {
    // Entries that the leader has not confirmed may conflict with the leader's (Figure 2, AppendEntries 5).
    const strange = follower([1, 2, 2]);

    const after = receive(strange, message.appendEntries({ term: 5, log: [1, 5, 5], count: 1, leaderCommit: 3 }));

    expect(after.server.commitIndex).toBe(1);
    expect(termsOf(after.server.log)).toEqual([1, 2, 2]);
  });

  test('commits nothing when the consistency check fails', () => {
    // A refused request vouches for nothing (Figure 2, AppendEntries 2, 5).
    const after = receive(follower([1, 2]), message.heartbeat({ term: 5, log: [1, 5], leaderCommit: 2 }));

    expect(after.server.commitIndex).toBe(0);
  });

  test('never takes commitIndex back', () => {
    // A late request with a smaller leaderCommit changes nothing (Figure 2, State).
    const before = follower([5, 5], { commitIndex: 2 });

    const after = receive(before, message.heartbeat({ term: 5, log: [5, 5], leaderCommit: 1 }));

    expect(after.server).toMatchObject({ commitIndex: 2, lastApplied: 2 });
    expect(indexesOf(after)).toEqual([]);
  });

  test('applies no entry twice', () => {
    // lastApplied says how far the state machine is (Figure 2, All Servers).
    const before = follower([5, 5, 5], { commitIndex: 2 });

    const after = receive(before, message.heartbeat({ term: 5, log: [5, 5, 5], leaderCommit: 3 }));

    expect(indexesOf(after)).toEqual([3]);
  });
});

describe('Figure 8', () => {
  /** S1 leads term 4 and has copied its entry of term 2 to a majority. */
  const toMajority = () =>
    stepAll(server(1, { role: 'leader', term: 4, log: [1, 2], matchIndex: { 2: 2 } }), [
      { type: 'receive', message: accepted(3, 2, 4) },
    ]);

  test('(c), (d): an entry of term 2 on a majority is not committed and can be overwritten', () => {
    // S5 with its later last term still wins an election and replaces the entry (§5.4.2, Figure 8).
    const leader = toMajority();
    const voters = [2, 3, 4].map((id) => server(id, { term: 4, log: id === 4 ? [1] : [1, 2] }));

    const votes = voters.map((voter) => receive(voter, message.requestVote({ from: 5, term: 5, log: [1, 3] })));
    const replaced = receive(votes[0].server, message.appendEntries({ from: 5, term: 5, log: [1, 3], prev: 1 }));

    expect(leader.commitIndex).toBe(0);
    expect(votes.map((vote) => onlySent(vote, 'RequestVoteResponse').voteGranted)).toEqual([true, true, true]);
    expect(termsOf(replaced.server.log)).toEqual([1, 3]);
  });

  test('(e): an entry of term 4 on a majority commits both, and S5 cannot win any more', () => {
    // With an entry of the leader's own term, all that goes before is safe as well (§5.4.2, Figure 8).
    const asked = ask(toMajority()).server;

    const after = stepAll(asked, [
      { type: 'receive', message: accepted(2, 3, 4) },
      { type: 'receive', message: accepted(3, 3, 4) },
    ]);
    const votes = [2, 3].map((id) =>
      receive(server(id, { log: [1, 2, 4] }), message.requestVote({ from: 5, term: 5, log: [1, 3] })),
    );

    expect(after.commitIndex).toBe(3);
    expect(votes.map((vote) => onlySent(vote, 'RequestVoteResponse').voteGranted)).toEqual([false, false]);
  });
});
