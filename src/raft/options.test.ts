import { describe, expect, test } from 'vitest';
import { message, onlySent, receive, sent, server, stepAll, termsOf, timeOut } from '../testing/vocabulary';
import { defaultOptions, isOff, RULE_SWITCHES, type RuleSwitch } from './options';

const off = (rule: RuleSwitch) => ({ off: [rule] });

test('real Raft has no rule switched off', () => {
  expect(RULE_SWITCHES.filter((rule) => isOff(defaultOptions(), rule))).toEqual([]);
});

// For each rule: what a server does with it, and the fault that remains without it.
describe('without the rule', () => {
  test('voteTwice, a second candidate gets a vote of the same term', () => {
    // (§5.2)
    const grants = [{}, off('voteTwice')].map((options) => {
      const after = receive(server(2, { term: 3, votedFor: 4, options }), message.requestVote({ term: 3 }));
      return onlySent(after, 'RequestVoteResponse').voteGranted;
    });

    expect(grants).toEqual([false, true]);
  });

  test('noElectionRestriction, a candidate with a stale log gets a vote', () => {
    // (§5.4.1)
    const grants = [{}, off('noElectionRestriction')].map((options) => {
      const after = receive(server(2, { log: [1, 2], options }), message.requestVote({ term: 3, log: [1] }));
      return onlySent(after, 'RequestVoteResponse').voteGranted;
    });

    expect(grants).toEqual([false, true]);
  });

  test('commitOldTerm, an entry of an older term is committed by counting', () => {
    // (§5.4.2)
    const commits = [{}, off('commitOldTerm')].map((options) => {
      const leader = server(1, { role: 'leader', term: 4, log: [1, 2], matchIndex: { 2: 2 }, options });
      return receive(leader, message.accepted({ from: 3, term: 4, matchIndex: 2 })).server.commitIndex;
    });

    expect(commits).toEqual([0, 2]);
  });

  test('noConsistencyCheck, entries are appended behind others than the leader has', () => {
    // (§5.3)
    const logs = [{}, off('noConsistencyCheck')].map((options) => {
      const request = message.appendEntries({ term: 3, log: [1, 3, 3], prev: 2 });
      return termsOf(receive(server(2, { log: [1, 2], options }), request).server.log);
    });

    expect(logs).toEqual([
      [1, 2],
      [1, 2, 3],
    ]);
  });

  test('commitNoMin, a follower commits entries that the leader has not confirmed', () => {
    // (Figure 2, AppendEntries 5)
    const commits = [{}, off('commitNoMin')].map((options) => {
      const request = message.appendEntries({ term: 3, log: [1, 3], count: 1, leaderCommit: 2 });
      return receive(server(2, { log: [1, 2], options }), request).server.commitIndex;
    });

    expect(commits).toEqual([1, 2]);
  });

  test('acceptStaleLeader, entries of a deposed leader are stored, and it believes so', () => {
    // (§5.1)
    const answers = [{}, off('acceptStaleLeader')].map((options) => {
      const request = message.appendEntries({ term: 1, log: [1] });
      return onlySent(receive(server(2, { term: 2, options }), request), 'AppendEntriesResponse');
    });

    expect(answers).toMatchObject([
      { success: false, term: 2 },
      { success: true, term: 1, matchIndex: 1 },
    ]);
  });

  test('acceptStaleLeader, the stale leader is still not followed', () => {
    const obeying = server(2, { term: 2, leader: 3, options: off('acceptStaleLeader') });

    expect(receive(obeying, message.heartbeat({ term: 1 })).server.leader).toBe(3);
  });

  test('quorumHalf, half of four servers elect a leader and commit', () => {
    // (§5.2)
    const words = { of: 4, options: off('quorumHalf') };
    const granted = message.requestVoteResponse({ term: 1, voteGranted: true });

    const elected = receive(timeOut(server(1, words)).server, granted).server;
    const committed = stepAll(server(1, { role: 'leader', log: [1], ...words }), [
      { type: 'receive', message: message.accepted({ term: 1, matchIndex: 1 }) },
    ]);

    expect([elected.role, committed.commitIndex]).toEqual(['leader', 1]);
  });

  test.each(['voteTwice', 'noElectionRestriction', 'acceptStaleLeader'] as const)(
    '%s, a leader does not obey another of its term',
    (rule) => {
      const leader = server(1, { role: 'leader', log: [1], options: off(rule) });

      const after = receive(leader, message.heartbeat({ from: 2, to: 1, term: 1 }));

      expect(after.server).toEqual(leader);
      expect(sent(after, 'AppendEntriesResponse')).toEqual([]);
    },
  );
});
