import { describe, expect, test } from 'vitest';
import { effectsOf, message, onlySent, receive, sent, server, timeOut } from '../testing/vocabulary';
import type { PreVote, PreVoteResponse } from './message';

const options = { preVote: true };
const MINIMUM = 150_000;

const preVote = (words: Partial<PreVote> = {}): PreVote => ({
  type: 'PreVote',
  id: 1,
  from: 1,
  to: 2,
  term: 1,
  nextTerm: 2,
  lastLogIndex: 0,
  lastLogTerm: 0,
  ...words,
});
const answer = (words: Partial<PreVoteResponse> = {}): PreVoteResponse => ({
  type: 'PreVoteResponse',
  id: 1,
  from: 2,
  to: 1,
  term: 1,
  nextTerm: 2,
  voteGranted: true,
  re: 1,
  ...words,
});
const asking = (words = {}) =>
  server(1, { role: 'precandidate', term: 1, votesGranted: [1], options, electionMin: MINIMUM, ...words });

describe('a server whose election timer runs out', () => {
  const asked = timeOut(server(1, { term: 1, log: [1], options }));

  test('asks all others whether it could win, before it stands', () => {
    // A Pre-Vote phase comes first: would the others vote for me in the next term? (D§9.6)
    expect(sent(asked, 'PreVote').map(({ to }) => to)).toEqual([2, 3, 4, 5]);
    expect(sent(asked, 'PreVote')[0]).toMatchObject({ term: 1, nextTerm: 2, lastLogIndex: 1, lastLogTerm: 1 });
    expect(asked.server.role).toBe('precandidate');
  });

  test('keeps its term and its vote, and writes nothing to disk', () => {
    // The term is raised only by who has learned that a majority would vote for it (D§9.6).
    expect([asked.server.currentTerm, asked.server.votedFor]).toEqual([1, null]);
    expect(effectsOf(asked)).not.toContain('persist');
  });

  test('waits an election timeout for the answers, and asks again after it', () => {
    expect(effectsOf(asked)).toContain('set election');
    const again = timeOut(asked.server);
    expect(again.rules).toContain('askPreVote');
    expect(again.server.currentTerm).toBe(1);
  });

  test('stands at once with the option off, or with the rule broken', () => {
    for (const words of [{ preVote: false }, { preVote: true, off: ['noPreVote'] as const }]) {
      expect(timeOut(server(1, { term: 1, options: words })).rules).toContain('beginElection');
    }
  });
});

describe('a server that is asked', () => {
  test('grants a pre-vote to a log that is up to date', () => {
    // It would vote for that candidate: the log is at least as up to date as its own (D§9.6, §5.4.1).
    const asked = receive(server(2, { term: 1, log: [1], options }), preVote({ lastLogIndex: 1, lastLogTerm: 1 }));
    expect(onlySent(asked, 'PreVoteResponse')).toMatchObject({ voteGranted: true, nextTerm: 2, term: 1 });
  });

  test('changes nothing by answering: no term, no vote, no timer, no disk', () => {
    const before = server(2, { term: 1, options });
    const asked = receive(before, preVote({ term: 7, nextTerm: 8 }));
    expect(asked.server).toEqual(before);
    expect(effectsOf(asked)).toEqual(['send PreVoteResponse']);
  });

  test('refuses a stale log', () => {
    const asked = receive(server(2, { term: 1, log: [1, 1], options }), preVote({ lastLogIndex: 1, lastLogTerm: 1 }));
    expect(asked.rules).toEqual(['refusePreVote']);
    expect(onlySent(asked, 'PreVoteResponse').voteGranted).toBe(false);
  });

  test('refuses while it hears a leader, and no longer once the minimum timeout is over', () => {
    // It grants only when it has not heard from a valid leader for the baseline election timeout (D§9.6).
    const led = { term: 1, options, electionMin: MINIMUM, leaderHeardAt: 1000, leader: 3 };
    expect(receive(server(2, { ...led, clock: 1000 + MINIMUM - 1 }), preVote()).rules).toEqual(['refusePreVote']);
    expect(receive(server(2, { ...led, clock: 1000 + MINIMUM }), preVote()).rules).toEqual(['grantPreVote']);
  });

  test('as leader refuses while a majority answers it', () => {
    const leads = (words: object) => server(2, { role: 'leader', term: 1, electionMin: MINIMUM, ...words });
    const heard = leads({ clock: 900_000, heardAt: { 1: 0, 3: 890_000, 4: 880_000, 5: 0 } });
    const unheard = leads({ clock: 900_000, heardAt: { 1: 0, 3: 890_000, 4: 100_000, 5: 0 } });
    expect(receive(heard, preVote()).rules).toEqual(['refusePreVote']);
    expect(receive(unheard, preVote()).rules).toEqual(['grantPreVote']);
  });

  test('answers one that is behind with its own term, so that it catches up', () => {
    // Otherwise two servers with different terms might never agree on a leader.
    const asked = receive(server(2, { term: 5, options }), preVote({ term: 1, nextTerm: 2 }));
    expect(onlySent(asked, 'PreVoteResponse')).toMatchObject({ voteGranted: false, term: 5 });
    const silent = receive(server(2, { term: 5, options: { off: ['preVoteIgnoresLowerTerm'] } }), preVote());
    expect(silent.effects).toEqual([]);
  });
});

describe('the answers', () => {
  test('of a majority make the server stand, in a new term', () => {
    const first = receive(asking(), answer({ from: 2 }));
    expect(first.rules).toEqual(['countPreVote']);
    const second = receive(first.server, answer({ from: 3 }));
    expect(second.rules).toEqual(expect.arrayContaining(['countPreVote', 'beginElection', 'persistBeforeSend']));
    expect(second.server).toMatchObject({ role: 'candidate', currentTerm: 2, votedFor: 1, votesGranted: [1] });
    expect(sent(second, 'RequestVote').map(({ transfer }) => transfer)).toEqual([false, false, false, false]);
  });

  test('count once for each server, and a refusal does not count', () => {
    const counted = receive(receive(asking(), answer()).server, answer());
    expect(counted.server.role).toBe('precandidate');
    expect(receive(asking(), answer({ voteGranted: false })).rules).toEqual(['countRefusal']);
  });

  test('count with an older term, too: the voter kept its own', () => {
    const behind = answer({ term: 1, nextTerm: 6 });
    expect(receive(asking({ term: 5 }), behind).rules).toEqual(['countPreVote']);
    const broken = asking({ term: 5, options: { ...options, off: ['preVoteIgnoresLowerTerm'] } });
    expect(receive(broken, behind).rules).toEqual(['ignoreLateVote']);
  });

  test('to an earlier question do not count', () => {
    expect(receive(asking({ term: 5 }), answer({ nextTerm: 2 })).rules).toEqual(['ignoreLateVote']);
    expect(receive(server(1, { term: 1 }), answer()).rules).toEqual(['ignoreLateVote']);
  });

  test('with a newer term make it a follower of that term', () => {
    const behind = receive(asking(), answer({ term: 3, voteGranted: false }));
    expect(behind.server).toMatchObject({ role: 'follower', currentTerm: 3 });
    expect(behind.rules).not.toContain('leaderStepsDown');
  });
});

test('a precandidate that hears the leader follows it', () => {
  const led = receive(asking(), message.heartbeat({ from: 2, to: 1, term: 1 }));
  expect(led.rules).toContain('yieldToLeader');
  expect(led.server).toMatchObject({ role: 'follower', leader: 2, votesGranted: [] });
});

describe('a server that holds to its leader', () => {
  const sticky = { stickyLeader: true };
  const led = { term: 1, electionMin: MINIMUM, leaderHeardAt: 1000, clock: 100_000, leader: 3 };

  test('ignores vote requests: it adopts no term and answers nothing', () => {
    // Within the minimum election timeout of hearing a current leader, a RequestVote changes nothing (§6, D§4.2.3).
    const before = server(2, { ...led, options: sticky });
    const disturbed = receive(before, message.requestVote({ term: 9 }));
    expect(disturbed.server).toEqual(before);
    expect([disturbed.rules, disturbed.effects]).toEqual([['ignoreWhileLed'], []]);
  });

  test('goes by the minimum timeout, not by the one it has drawn', () => {
    const later = server(2, { ...led, options: sticky, clock: 1000 + MINIMUM });
    expect(receive(later, message.requestVote({ term: 9 })).rules).toContain('grantVote');
  });

  test('lets a request through that the leader itself asked for', () => {
    // The leadership transfer marks its requests, because this election is wanted (D§3.10, D§4.2.3).
    const asked = receive(server(2, { ...led, options: sticky }), {
      ...message.requestVote({ term: 2 }),
      transfer: true,
    });
    expect(asked.rules).toContain('grantVote');
  });

  test('does so only where the option is on and the rule holds', () => {
    for (const words of [{ stickyLeader: false }, { stickyLeader: true, off: ['noPreVote'] as const }]) {
      expect(receive(server(2, { ...led, options: words }), message.requestVote({ term: 9 })).rules).toContain(
        'grantVote',
      );
    }
  });
});
