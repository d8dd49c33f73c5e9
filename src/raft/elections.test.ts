import { describe, expect, test } from 'vitest';
import {
  beat,
  effectsOf,
  message,
  onlySent,
  receive,
  restartsElectionTimer,
  sent,
  server,
  stepAll,
  timeOut,
} from '../testing/vocabulary';
import { configurationOf } from './configuration';
import type { Message } from './message';
import { boot } from './server';

const vote = (term: number, from: number): Message => message.requestVoteResponse({ term, from, voteGranted: true });
const refusal = (term: number, from: number): Message =>
  message.requestVoteResponse({ term, from, voteGranted: false });
const candidate = (words = {}) => server(1, { role: 'candidate', term: 1, ...words });

describe('terms', () => {
  test('a server boots as a follower of term 0 that has voted for nobody', () => {
    // A server that has never run is in term 0 and begins as a follower (Figure 2, State; §5.2).
    const booted = boot(3, configurationOf([1, 2, 3]), server(3).options);

    expect(booted).toMatchObject({ currentTerm: 0, votedFor: null, role: 'follower', commitIndex: 0, lastApplied: 0 });
    expect(booted.log.index).toBe(0);
  });

  test('every message carries the current term of its sender', () => {
    // Servers tell one another their terms whenever they speak (§5.1).
    const follower = server(2, { term: 4 });
    const leader = server(1, { role: 'leader', term: 4 });

    const steps = [
      timeOut(follower),
      beat(leader),
      receive(follower, message.requestVote({ term: 4 })),
      receive(follower, message.heartbeat({ term: 4 })),
    ];

    const terms = steps.map(({ effects }) => effects.flatMap((e) => (e.type === 'send' ? [e.message.term] : [])));
    expect(terms.map((each) => [...new Set(each)])).toEqual([[5], [4], [4], [4]]);
  });

  const newer: [string, Message][] = [
    ['RequestVote', message.requestVote({ term: 7 })],
    ['RequestVoteResponse', message.requestVoteResponse({ term: 7, voteGranted: false })],
    ['AppendEntries', message.heartbeat({ term: 7 })],
    ['AppendEntriesResponse', message.rejected({ term: 7, prev: 0 })],
  ];

  test.each(newer)('a newer term in a message of type %s is adopted', (_, received) => {
    // A server behind the sender takes over the larger term, whatever the message is (Figure 2, All Servers; §5.1).
    const behind = server(2, { term: 3, votedFor: 2 });

    const { server: after, rules } = receive(behind, received);

    expect(after.currentTerm).toBe(7);
    expect(rules).toContain('adoptNewerTerm');
  });

  test.each(newer)('a leader that sees a newer term in a %s becomes a follower', (_, received) => {
    // A leader that finds out that its term is over goes back to being a follower at once (§5.1).
    const leader = server(2, { role: 'leader', term: 3 });

    const after = receive(leader, received);

    expect(after.server.role).toBe('follower');
    expect(after.rules).toContain('leaderStepsDown');
    expect(effectsOf(after)).toEqual(expect.arrayContaining(['clear heartbeat', 'set election']));
  });

  test.each(newer)('a candidate that sees a newer term in a %s becomes a follower', (_, received) => {
    // The same holds for a candidate: its election belongs to a term that is over (§5.1).
    const standing = server(2, { role: 'candidate', term: 3, votesGranted: [2, 3] });

    const { server: after } = receive(standing, received);

    expect(after).toMatchObject({ role: 'follower', votesGranted: [], votesRefused: [] });
  });

  test('a newer term makes the vote free again', () => {
    // votedFor is the vote of the current term, so a new term begins without one (Figure 2, State).
    const voted = server(2, { term: 3, votedFor: 5 });

    const { server: after } = receive(voted, message.requestVoteResponse({ term: 4, voteGranted: false }));

    expect(after.votedFor).toBeNull();
  });

  test('the message that brought a newer term is handled in the same step', () => {
    // The term comes first, then the message is treated like any other of the own term (Figure 2, All Servers).
    const { server: after, rules } = receive(server(2, { term: 3, votedFor: 5 }), message.requestVote({ term: 4 }));

    expect(after.votedFor).toBe(1);
    expect(rules).toEqual(expect.arrayContaining(['adoptNewerTerm', 'grantVote']));
  });

  test('a follower forgets who led the older term', () => {
    // A leader leads one term only; in the newer one none is known yet (§5.1, §5.2).
    const { server: after } = receive(server(2, { term: 3, leader: 4 }), message.requestVote({ term: 4 }));

    expect(after.leader).toBeNull();
  });

  test.each([
    ['RequestVote', message.requestVote({ term: 2 }), 'RequestVoteResponse', { voteGranted: false }],
    ['AppendEntries', message.heartbeat({ term: 2 }), 'AppendEntriesResponse', { success: false }],
  ] as const)('a %s of an older term is refused with the own term', (_, received, type, refused) => {
    // A request from the past is turned down, and the answer says why (Figure 2, Receiver 1; §5.1).
    const after = receive(server(2, { term: 3 }), received);

    expect(onlySent(after, type)).toMatchObject({ term: 3, to: 1, ...refused });
    expect(after.rules).toContain('refuseOlderTerm');
    expect(after.server.currentTerm).toBe(3);
  });

  test('an answer to a request of an older term is ignored', () => {
    // Votes and acknowledgements count only in the term in which they were asked for (§5.1).
    const standing = candidate({ term: 3, votesGranted: [1, 2] });
    const leader = server(1, { role: 'leader', log: [1, 3] });

    const afterVote = receive(standing, vote(2, 3));
    const afterSuccess = receive(leader, message.accepted({ term: 2, matchIndex: 2 }));

    expect(afterVote.server).toEqual(standing);
    expect(afterSuccess.server).toEqual(leader);
    expect([afterVote.rules, afterSuccess.rules]).toEqual([['ignoreOlderResponse'], ['ignoreOlderResponse']]);
  });
});

describe('standing for election', () => {
  test('a follower that hears from no leader starts an election', () => {
    // No word within the election timeout: it goes to the next term, stands, and votes for itself (§5.2).
    const { server: after, rules } = timeOut(server(3, { term: 4, leader: 1, votedFor: 2 }));

    expect(after).toMatchObject({ currentTerm: 5, role: 'candidate', votedFor: 3, votesGranted: [3], leader: null });
    expect(rules).toContain('beginElection');
  });

  test('a candidate asks all others for their votes', () => {
    // The requests go to every other server of the cluster at the same time (Figure 2, Candidates; §5.2).
    const after = timeOut(server(3, { term: 4 }));

    expect(sent(after, 'RequestVote').map(({ from, to, term }) => [from, to, term])).toEqual([
      [3, 1, 5],
      [3, 2, 5],
      [3, 4, 5],
      [3, 5, 5],
    ]);
  });

  test('a candidate says how its log ends', () => {
    // A voter must be able to compare logs, so the request names the last entry's index and term (§5.4.1).
    const after = timeOut(server(1, { log: [1, 1, 2], term: 4 }));

    expect(sent(after, 'RequestVote')[0]).toMatchObject({ lastLogIndex: 3, lastLogTerm: 2 });
  });

  test('an election restarts the election timer', () => {
    // A candidate waits for the outcome one election timeout long (Figure 2, Candidates).
    expect(restartsElectionTimer(timeOut(server(1)))).toBe(true);
  });

  test('an election without an outcome is followed by one in a newer term', () => {
    // When votes were split, a candidate's timeout begins a new term and another round of requests (§5.2).
    const standing = candidate({ term: 3, votesGranted: [1, 2], votesRefused: [3] });

    const after = timeOut(standing);

    expect(after.server).toMatchObject({ currentTerm: 4, role: 'candidate', votesGranted: [1], votesRefused: [] });
    expect(sent(after, 'RequestVote')).toHaveLength(4);
    expect(after.rules).toContain('electAgain');
  });

  test('a leader has no election timeout', () => {
    // Only those who wait for a leader stand for election (Figure 2, Followers, Candidates).
    const leader = server(1, { role: 'leader', term: 2 });

    const { server: after, effects } = timeOut(leader);

    expect(after).toEqual(leader);
    expect(effects).toEqual([]);
  });
});

describe('winning', () => {
  test.each([
    [3, 2],
    [4, 3],
    [5, 3],
    [6, 4],
    [7, 4],
    [8, 5],
    [9, 5],
  ])('in a cluster of %i, %i votes make a leader and one less does not', (of, needed) => {
    // The votes of a majority of all servers in one term win, and nothing less (§5.2).
    let standing = timeOut(server(1, { of })).server;
    const roles = [standing.role];
    for (let from = 2; from <= needed; from++) {
      standing = receive(standing, vote(1, from)).server;
      roles.push(standing.role);
    }

    expect(roles.indexOf('leader')).toBe(needed - 1);
  });

  test('a vote that arrives twice counts once', () => {
    // A majority is one of servers, not of messages: the network may repeat an answer (§5.2).
    const { server: after } = receive(candidate({ votesGranted: [1, 2] }), vote(1, 2));

    expect(after).toMatchObject({ role: 'candidate', votesGranted: [1, 2] });
  });

  test('the vote of a stranger does not count', () => {
    // The majority is one of the servers of the configuration (§5.2, §6).
    const { server: after } = receive(candidate({ votesGranted: [1, 2] }), vote(1, 8));

    expect(after.role).toBe('candidate');
  });

  test('a refused vote leaves the candidate waiting', () => {
    // A candidate stays one until it wins, another wins, or time runs out (§5.2).
    const after = stepAll(
      candidate(),
      [2, 3, 4, 5].map((from) => ({ type: 'receive', message: refusal(1, from) })),
    );

    expect(after).toMatchObject({ role: 'candidate', votesGranted: [1], votesRefused: [2, 3, 4, 5] });
  });

  test('a new leader sends heartbeats to all others at once', () => {
    // It announces itself so that nobody else stands for election (Figure 2, Leaders; §5.2).
    const after = receive(candidate({ log: [1], term: 2, votesGranted: [1, 2] }), vote(2, 3));

    const heartbeats = sent(after, 'AppendEntries');
    expect(heartbeats.map(({ to }) => to)).toEqual([2, 3, 4, 5]);
    expect(heartbeats.every(({ entries, term }) => entries.length === 0 && term === 2)).toBe(true);
    expect(after.rules).toContain('winElection');
  });

  test('a new leader waits for its heartbeat interval and no longer for an election timeout', () => {
    // From now on it speaks at regular intervals (Figure 2, Leaders; §5.2).
    const after = receive(candidate({ votesGranted: [1, 2] }), vote(1, 3));

    expect(effectsOf(after).filter((effect) => !effect.startsWith('send'))).toEqual([
      'clear election',
      'set heartbeat',
    ]);
  });

  test('votes that come after the election was won change nothing', () => {
    // The election is decided once (§5.2).
    const leader = server(1, { role: 'leader', term: 1, votesGranted: [1, 2, 3] });

    const after = receive(leader, vote(1, 4));

    expect(after.server).toEqual(leader);
    expect(after.effects).toEqual([]);
    expect(after.rules).toEqual(['ignoreLateVote']);
  });

  test('votes that come after the candidate gave up do not make a leader', () => {
    // Who has gone back to following in a term cannot win it any more (§5.2).
    const follower = server(1, { term: 1, votedFor: 1, leader: 2 });

    const { server: after } = stepAllVotes(follower, [3, 4, 5]);

    expect(after.role).toBe('follower');
  });

  function stepAllVotes(start: ReturnType<typeof server>, from: number[]) {
    return {
      server: stepAll(
        start,
        from.map((id) => ({ type: 'receive', message: vote(1, id) })),
      ),
    };
  }
});

describe('losing', () => {
  test('a candidate that hears the leader of its term follows it', () => {
    // Another server won: an AppendEntries of the own term makes the candidate a follower (§5.2).
    const after = receive(candidate({ term: 3 }), message.heartbeat({ from: 4, to: 1, term: 3 }));

    expect(after.server).toMatchObject({ role: 'follower', leader: 4, currentTerm: 3, votesGranted: [] });
    expect(after.rules).toContain('yieldToLeader');
  });

  test('a candidate that yields keeps its vote', () => {
    // votedFor belongs to the term, and the term has not changed (Figure 2, State).
    const { server: after } = receive(candidate({ term: 3 }), message.heartbeat({ from: 4, to: 1, term: 3 }));

    expect(after.votedFor).toBe(1);
  });

  test('a candidate refuses the leader of an older term and goes on', () => {
    // A leader of the past is told so, and the election continues (§5.2).
    const after = receive(candidate({ term: 3 }), message.heartbeat({ from: 4, to: 1, term: 2 }));

    expect(after.server.role).toBe('candidate');
    expect(onlySent(after, 'AppendEntriesResponse')).toMatchObject({ success: false, term: 3 });
  });

  test('a candidate refuses its vote to a rival of its term', () => {
    // It has voted for itself (§5.2).
    const after = receive(candidate({ term: 3 }), message.requestVote({ from: 4, to: 1, term: 3 }));

    expect(onlySent(after, 'RequestVoteResponse').voteGranted).toBe(false);
    expect(after.rules).toContain('refuseSecondVote');
  });

  test('a leader refuses its vote to a rival of its term', () => {
    // A leader voted for itself, too (§5.2).
    const after = receive(server(1, { role: 'leader', term: 3 }), message.requestVote({ from: 4, to: 1, term: 3 }));

    expect(onlySent(after, 'RequestVoteResponse').voteGranted).toBe(false);
    expect(after.server.role).toBe('leader');
  });
});

describe('voting', () => {
  test('the first candidate of a term gets the vote', () => {
    // First come, first served (Figure 2, RequestVote 2; §5.2).
    const after = receive(server(2, { term: 3 }), message.requestVote({ term: 3 }));

    expect(onlySent(after, 'RequestVoteResponse')).toMatchObject({ voteGranted: true, term: 3, to: 1 });
    expect(after.server.votedFor).toBe(1);
  });

  test('the second candidate of a term does not', () => {
    // At most one vote a term (Figure 2, RequestVote 2; §5.2).
    const after = receive(server(2, { term: 3, votedFor: 4 }), message.requestVote({ term: 3 }));

    expect(onlySent(after, 'RequestVoteResponse').voteGranted).toBe(false);
    expect(after.server.votedFor).toBe(4);
  });

  test('who has the vote gets it again', () => {
    // The answer may have been lost, so a repeated request is answered like the first (Figure 2, RequestVote 2).
    const after = receive(server(2, { term: 3, votedFor: 1 }), message.requestVote({ term: 3 }));

    expect(onlySent(after, 'RequestVoteResponse').voteGranted).toBe(true);
    expect(after.rules).toContain('grantVoteAgain');
  });

  test('an answer names the request that it answers', () => {
    // Late and repeated answers can then be told apart (§5.5).
    const after = receive(server(2), message.requestVote({ term: 1, id: 77 }));

    expect(onlySent(after, 'RequestVoteResponse').re).toBe(77);
  });

  test.each([
    ['a longer log of the same last term', [1, 1], [1, 1, 1], true],
    ['the same log', [1, 2], [1, 2], true],
    ['an empty log like the own', [], [], true],
    ['a shorter log of a newer last term', [1, 1, 1], [2], true],
    ['a shorter log of the same last term', [1, 1, 1], [1, 1], false],
    ['a longer log of an older last term', [1, 2], [1, 1, 1, 1], false],
    ['an empty log', [1], [], false],
  ])('a candidate with %s: voter %j, candidate %j, granted %s', (_, own, theirs, granted) => {
    // The later last term is more up to date; with equal last terms, the longer log is. A voter refuses a candidate
    // whose log is less up to date than its own (§5.4.1).
    const after = receive(server(2, { term: 5, log: own }), message.requestVote({ term: 6, log: theirs }));

    expect(onlySent(after, 'RequestVoteResponse').voteGranted).toBe(granted);
    expect(after.rules.includes('refuseStaleLog')).toBe(!granted);
  });

  test('a vote refused for a stale log is still free for another candidate', () => {
    // Refusing is not voting: the newer term is adopted, the vote of that term is not given (§5.4.1).
    const refused = receive(server(2, { log: [1, 2] }), message.requestVote({ from: 1, term: 3, log: [1] }));

    const after = receive(refused.server, message.requestVote({ from: 3, term: 3, log: [1, 2] }));

    expect(refused.server).toMatchObject({ currentTerm: 3, votedFor: null });
    expect(after.server.votedFor).toBe(3);
  });
});

describe('the election timer of a follower', () => {
  const follower = server(2, { term: 3, log: [1, 3], votedFor: 3 });

  test('starts anew when the current leader is heard', () => {
    // Whoever hears its leader has no reason to stand (Figure 2, Followers; §5.2).
    const after = receive(follower, message.heartbeat({ term: 3, log: [1, 3] }));

    expect(restartsElectionTimer(after)).toBe(true);
    expect(after.rules).toContain('resetTimerByLeader');
    expect(after.server).toMatchObject({ role: 'follower', leader: 1 });
  });

  test('starts anew when the current leader is heard, though the consistency check fails', () => {
    // The leader is the leader, whatever is missing in the log (Figure 2, Followers).
    const after = receive(follower, message.heartbeat({ term: 3, log: [1, 3, 3, 3] }));

    expect(restartsElectionTimer(after)).toBe(true);
    expect(after.rules).toContain('failConsistencyCheck');
  });

  test('starts anew when a vote is granted', () => {
    // A candidate that got the vote gets time to win, too (Figure 2, Followers).
    const after = receive(follower, message.requestVote({ term: 4, log: [1, 3] }));

    expect(restartsElectionTimer(after)).toBe(true);
    expect(after.rules).toContain('resetTimerByVote');
  });

  test.each([
    ['a vote is refused for a stale log', message.requestVote({ term: 4, log: [1] })],
    ['a vote is refused because it is given', message.requestVote({ term: 3, log: [1, 3] })],
    ['a candidate of an older term asks', message.requestVote({ term: 2, log: [1, 3] })],
    ['a leader of an older term is heard', message.heartbeat({ term: 2, log: [1] })],
    ['a newer term is seen in an answer', message.requestVoteResponse({ term: 9, voteGranted: false })],
  ])('runs on when %s', (_, received) => {
    // Only the current leader and a granted vote restart it (Figure 2, Followers).
    expect(restartsElectionTimer(receive(follower, received))).toBe(false);
  });

  test('runs on when a candidate is sent back to following by a newer term', () => {
    // A candidate's timer runs already; only a leader, which has none, starts one (§5.1, §5.2).
    const after = receive(candidate({ term: 3, log: [1, 3] }), message.requestVote({ to: 1, from: 2, term: 4 }));

    expect(after.server.role).toBe('follower');
    expect(restartsElectionTimer(after)).toBe(false);
  });
});
