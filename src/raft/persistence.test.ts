import { describe, expect, test } from 'vitest';
import { ask, beat, effectsOf, logOf, message, onlySent, receive, server, timeOut } from '../testing/vocabulary';
import { clone, restart } from './server';
import type { Step } from './step';

/** The effects up to the first message or answer that leaves. */
const beforeFirstSend = (taken: Step) => {
  const effects = effectsOf(taken);
  return effects.slice(
    0,
    effects.findIndex((effect) => effect.startsWith('send') || effect.startsWith('respond')),
  );
};

describe('what must be on disk before a server speaks', () => {
  const winning = server(1, { role: 'candidate', term: 3, votesGranted: [1, 2], options: { noop: true } });

  test.each([
    ['its own vote and term, before it asks for others', timeOut(server(1, { term: 3 }))],
    ['a vote, before the candidate hears of it', receive(server(2, { term: 3 }), message.requestVote({ term: 3 }))],
    ['a newer term, before a refusal', receive(server(2, { log: [3] }), message.requestVote({ term: 4 }))],
    ['new entries, before they are acknowledged', receive(server(2), message.appendEntries({ term: 1, log: [1] }))],
    ['a command, before it is sent on', ask(server(1, { role: 'leader', term: 1 }))],
    ['the empty entry of a new leader, before it is sent', receive(winning, vote(3))],
  ])('%s', (_, taken) => {
    // Term, vote and log are on stable storage before anything that depends on them goes out (Figure 2, State).
    expect(beforeFirstSend(taken)).toContain('persist');
    expect(taken.rules).toContain('persistBeforeSend');
  });

  test('a step writes once, however much it changed', () => {
    // Adopting the term and giving the vote need one write before the answer.
    const after = receive(server(2, { term: 3, votedFor: 4 }), message.requestVote({ term: 4 }));

    expect(effectsOf(after)).toEqual(['set election', 'persist', 'send RequestVoteResponse']);
  });

  test('a newer term is written also when nothing is sent', () => {
    // Terms never go back, not even over a crash (Figure 2, State; §5.1).
    const after = receive(server(2, { term: 3 }), message.requestVoteResponse({ term: 4, voteGranted: false }));

    expect(effectsOf(after)).toEqual(['persist']);
  });

  function vote(term: number) {
    return message.requestVoteResponse({ term, from: 3, voteGranted: true });
  }
});

describe('what needs no write', () => {
  const follower = server(2, { log: [1, 2], votedFor: 1, commitIndex: 1 });

  test.each([
    ['a heartbeat', receive(follower, message.heartbeat({ term: 2, log: [1, 2], leaderCommit: 2 }))],
    ['entries that are there already', receive(follower, message.appendEntries({ term: 2, log: [1, 2] }))],
    ['a refused request', receive(follower, message.heartbeat({ term: 2, log: [1, 2, 2] }))],
    ['a vote given again', receive(follower, message.requestVote({ term: 2, log: [1, 2] }))],
    ['a refused vote', receive(follower, message.requestVote({ term: 2, from: 3, log: [1, 2] }))],
    ['the heartbeats of a leader', beat(server(1, { role: 'leader', log: [1, 2] }))],
    ['a command that is sent elsewhere', ask(follower)],
  ])('%s', (_, taken) => {
    // commitIndex, lastApplied and the leader's indexes are volatile (Figure 2, State).
    expect(effectsOf(taken)).not.toContain('persist');
  });
});

describe('a restart', () => {
  const leader = server(1, {
    role: 'leader',
    term: 4,
    log: [1, 4, 4],
    commitIndex: 3,
    matchIndex: { 2: 3 },
    requests: [3],
    votesGranted: [1, 2, 3],
  });
  const restarted = restart(1, leader, leader.configuration, leader.options);

  test('finds the term, the vote and the log', () => {
    // These three survive a crash (Figure 2, Persistent state).
    expect(restarted).toMatchObject({ currentTerm: 4, votedFor: 1 });
    expect(restarted.log).toBe(logOf([1, 4, 4]));
  });

  test('has lost everything else', () => {
    // The rest is volatile and begins as on first boot, commitIndex included (Figure 2, Volatile state; D§3.8).
    const { id, options, initial, configuration, peers, electionMin, ...rest } = restarted;
    const { currentTerm, votedFor, log, snapshot, ...volatile } = rest;

    expect(volatile).toEqual({
      role: 'follower',
      leader: null,
      commitIndex: 0,
      lastApplied: 0,
      votesGranted: [],
      votesRefused: [],
      nextIndex: [],
      matchIndex: [],
      sentIndex: [],
      ackedStamp: [],
      heardAt: [],
      stamp: 0,
      clock: 0,
      // It may have promised a leader to hold to it.
      leaderHeardAt: 0,
      configurationIndex: 0,
      requests: [],
      reads: [],
      transfer: null,
      toldToStand: false,
      patienceUntil: 0,
      catchUp: null,
    });
  });

  test('does not free the vote', () => {
    // Who voted before the crash votes for nobody else in that term after it (Figure 2, State; §5.2).
    const voter = server(2, { term: 4, votedFor: 3 });
    const back = restart(2, voter, voter.configuration, voter.options);

    const after = receive(back, message.requestVote({ term: 4, from: 1 }));

    expect(onlySent(after, 'RequestVoteResponse').voteGranted).toBe(false);
  });

  test('does not take the server back to an older term', () => {
    // A leader of the past stays one (§5.1).
    const back = restart(2, server(2, { term: 4 }), leader.configuration, leader.options);

    const after = receive(back, message.heartbeat({ term: 3 }));

    expect(onlySent(after, 'AppendEntriesResponse')).toMatchObject({ success: false, term: 4 });
  });
});

test('a clone shares nothing that changes', () => {
  const original = server(1, { role: 'leader', log: [1], votesGranted: [1, 2], requests: [1] });
  const before = structuredClone(original);

  const copy = clone(original);
  for (const list of [copy.votesGranted, copy.nextIndex, copy.matchIndex, copy.sentIndex, copy.requests]) list.push(9);

  expect(original).toEqual(before);
});
