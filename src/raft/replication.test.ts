import { describe, expect, test } from 'vitest';
import {
  ask,
  beat,
  commandOf,
  effectsOf,
  logOf,
  message,
  onlySent,
  receive,
  sent,
  server,
  stepAll,
  termsOf,
} from '../testing/vocabulary';
import type { Term } from './log';
import type { Server } from './server';

const leaderOf = (log: readonly Term[], words = {}) =>
  server(1, { role: 'leader', term: log.at(-1) ?? 1, log, ...words });

describe('a leader that gets a command', () => {
  test('appends it as a new entry of its term', () => {
    // The entry holds the command and the term in which the leader received it, at the next index (§5.3).
    const { server: after, rules } = ask(leaderOf([1, 1, 4]), commandOf(9));

    expect(after.log).toMatchObject({ index: 4, term: 4, command: commandOf(9) });
    expect(rules).toContain('acceptCommand');
  });

  test('sends it to all others at once', () => {
    // The new entry goes to every other server in parallel (§5.3).
    const after = ask(leaderOf([1]), commandOf(9));

    const requests = sent(after, 'AppendEntries');
    expect(requests.map(({ to }) => to)).toEqual([2, 3, 4, 5]);
    expect(requests.every(({ entries }) => entries.length === 1 && entries[0] === after.server.log)).toBe(true);
  });

  test('names the entry that goes before', () => {
    // Index and term of the entry just before the new ones let the follower check that the logs agree (§5.3).
    const [request] = sent(ask(leaderOf([1, 1, 4])), 'AppendEntries');

    expect(request).toMatchObject({ prevLogIndex: 3, prevLogTerm: 4, term: 4 });
  });

  test('names index 0 and term 0 before the first entry', () => {
    // An empty log agrees with every other up to index 0 (§5.3).
    const [request] = sent(ask(leaderOf([], { term: 2 })), 'AppendEntries');

    expect(request).toMatchObject({ prevLogIndex: 0, prevLogTerm: 0 });
  });

  test('holds its own copy at once', () => {
    // A leader's own match is its last index.
    const { server: after } = ask(leaderOf([1, 1]));

    expect([after.matchIndex[1], after.nextIndex[1]]).toEqual([3, 4]);
  });
});

describe('a leader', () => {
  test('sends heartbeats to all others at each interval', () => {
    // AppendEntries without entries keep the others from standing for election (Figure 2, Leaders; §5.2).
    const after = beat(leaderOf([1, 1]));

    const heartbeats = sent(after, 'AppendEntries');
    expect(heartbeats.map(({ to, entries }) => [to, entries.length])).toEqual([2, 3, 4, 5].map((to) => [to, 0]));
    expect(effectsOf(after)).toContain('set heartbeat');
    expect(after.rules).toContain('heartbeat');
  });

  test('sends what a server lacks, from its nextIndex on', () => {
    // Whoever's nextIndex is not beyond the last entry gets the entries from there (Figure 2, Leaders).
    const after = beat(leaderOf([1, 1, 2, 2], { nextIndex: { 3: 2 } }));

    const toS3 = sent(after, 'AppendEntries').find(({ to }) => to === 3);
    expect(toS3).toMatchObject({ prevLogIndex: 1, prevLogTerm: 1 });
    expect(toS3?.entries.map(({ index }) => index)).toEqual([2, 3, 4]);
    expect(after.rules).toContain('sendEntries');
  });

  test('sends again what was never answered', () => {
    // Lost or unanswered requests are repeated without end, until every server stores every entry (§5.3, §5.5).
    let leader = ask(leaderOf([1])).server;
    const repeats: number[][] = [];
    for (let i = 0; i < 3; i++) {
      const after = beat(leader);
      repeats.push(sent(after, 'AppendEntries').flatMap(({ entries }) => entries.map(({ index }) => index)));
      leader = after.server;
    }

    expect(repeats).toEqual([
      [2, 2, 2, 2],
      [2, 2, 2, 2],
      [2, 2, 2, 2],
    ]);
  });

  test('begins with nextIndex after its last entry and matchIndex 0', () => {
    // It first takes the others' logs to be like its own, and knows nothing of them yet (Figure 2, State; §5.3).
    const standing = server(1, { role: 'candidate', term: 3, log: [1, 2], votesGranted: [1, 2] });

    const after = receive(standing, message.requestVoteResponse({ term: 3, from: 4, voteGranted: true }));

    expect(after.server.nextIndex.slice(1)).toEqual([3, 3, 3, 3, 3]);
    expect(after.server.matchIndex.slice(1)).toEqual([2, 0, 0, 0, 0]);
    expect(after.rules).toContain('initLeader');
  });

  test('moves matchIndex and nextIndex past what a server has stored', () => {
    // Success: both indexes are updated for that server, and for no other (Figure 2, Leaders).
    const after = receive(leaderOf([1, 1, 1], { nextIndex: { 2: 2 } }), message.accepted({ term: 1, matchIndex: 3 }));

    expect([after.server.matchIndex[2], after.server.nextIndex[2]]).toEqual([3, 4]);
    expect([after.server.matchIndex[3], after.server.nextIndex[3]]).toEqual([0, 4]);
    expect(after.rules).toContain('advanceMatch');
  });

  test('learns nothing from a success that is older than another', () => {
    // Answers may arrive late, twice and out of order; what is known to match stays known (§5.3, §5.5).
    const leader = leaderOf([1, 1, 1], { matchIndex: { 2: 3 }, ackedStamp: { 2: 1 } });

    const after = receive(leader, message.accepted({ term: 1, matchIndex: 1 }));

    expect(after.server).toEqual(leader);
    expect(after.rules).toEqual(['ignoreStaleResponse']);
  });

  test('goes one entry back when the consistency check fails, and tries again', () => {
    // Refusal: nextIndex is lowered by one and AppendEntries is sent once more (Figure 2, Leaders; §5.3).
    const after = receive(leaderOf([1, 1, 2, 2]), message.rejected({ term: 2, prev: 4 }));

    expect(after.server.nextIndex[2]).toBe(4);
    expect(onlySent(after, 'AppendEntries')).toMatchObject({ to: 2, prevLogIndex: 3, prevLogTerm: 2 });
    expect(after.rules).toContain('stepBack');
  });

  test('goes back once for a refusal that arrives twice', () => {
    // The second copy answers a request that is no longer the latest (§5.5).
    const twice = message.rejected({ term: 2, prev: 4 });

    const once = receive(leaderOf([1, 1, 2, 2]), twice);
    const again = receive(once.server, twice);

    expect(again.server).toEqual(once.server);
    expect(again.effects).toEqual([]);
  });

  test('never goes back to what is known to match', () => {
    // matchIndex is certain: a refusal that contradicts it is a late one.
    const leader = leaderOf([1, 1, 2], { nextIndex: { 2: 3 }, matchIndex: { 2: 2 }, ackedStamp: { 2: 1 } });

    const after = receive(leader, message.rejected({ term: 2, prev: 2 }));

    expect(after.server).toEqual(leader);
    expect(after.rules).toEqual(['ignoreStaleResponse']);
  });

  test('takes no answer from a stranger', () => {
    // Copies count on the servers of the configuration (§5.3, §6).
    const leader = leaderOf([1], { options: { pipeline: true } });

    const accepted = receive(leader, message.accepted({ term: 1, from: 8, matchIndex: 1 }));
    const rejected = receive(leader, message.rejected({ term: 1, from: 8, prev: 1 }));

    expect(accepted.server).toEqual(leader);
    expect([...accepted.effects, ...rejected.effects]).toEqual([]);
  });

  test('goes on with the others while one server is slow', () => {
    // One slow server holds nobody else up (§2, §5.3).
    let leader = ask(leaderOf([1])).server;
    leader = receive(leader, message.accepted({ term: 1, from: 3, matchIndex: 2 })).server;

    const after = ask(leader, commandOf(2));

    expect(sent(after, 'AppendEntries').map(({ to, entries }) => [to, entries.length])).toEqual([[3, 1]]);
  });

  test('sends the rest when what was sent is acknowledged', () => {
    // As long as the last index is not below nextIndex, entries are sent (Figure 2, Leaders).
    const leader = leaderOf([1, 1, 1, 1, 1], { nextIndex: { 2: 1 }, options: { batchMax: 2 } });

    const first = sent(beat(leader), 'AppendEntries').find(({ to }) => to === 2);
    const next = receive(beat(leader).server, message.accepted({ term: 1, matchIndex: 2 }));

    expect(first?.entries.map(({ index }) => index)).toEqual([1, 2]);
    expect(onlySent(next, 'AppendEntries').entries.map(({ index }) => index)).toEqual([3, 4]);
  });
});

describe('the pipeline option', () => {
  test('off: a second command waits until the first is acknowledged', () => {
    const once = ask(leaderOf([1]), commandOf(1)).server;

    const waiting = ask(once, commandOf(2));
    const acknowledged = receive(waiting.server, message.accepted({ term: 1, matchIndex: 2 }));

    expect(sent(waiting, 'AppendEntries')).toEqual([]);
    expect(onlySent(acknowledged, 'AppendEntries')).toMatchObject({ to: 2, prevLogIndex: 2 });
  });

  test('on: a second command follows at once, after the first', () => {
    const once = ask(leaderOf([1], { options: { pipeline: true } }), commandOf(1)).server;

    const [request] = sent(ask(once, commandOf(2)), 'AppendEntries');

    expect(request.prevLogIndex).toBe(2);
    expect(request.entries.map(({ index }) => index)).toEqual([3]);
  });

  test('on: when a message before was lost, the leader begins again at nextIndex', () => {
    // What was sent ahead fails the consistency check; that tells nothing about the entries before (§5.3).
    const leader = leaderOf([1, 1, 1], { nextIndex: { 2: 2 }, sentIndex: { 2: 3 }, options: { pipeline: true } });

    const after = receive(leader, message.rejected({ term: 1, prev: 2 }));

    expect(after.server.nextIndex[2]).toBe(2);
    expect(onlySent(after, 'AppendEntries')).toMatchObject({ prevLogIndex: 1 });
  });
});

describe('the hint of a refusal', () => {
  const hinted = { conflictHint: true };
  const refuse = (follower: readonly Term[], log: readonly Term[], prev: number) =>
    onlySent(
      receive(server(2, { term: 9, log: follower, options: hinted }), message.appendEntries({ term: 9, log, prev })),
      'AppendEntriesResponse',
    );
  const follow = (log: readonly Term[], conflict: { term: number; index: number }, prev = log.length) =>
    receive(server(1, { role: 'leader', term: 9, log, options: hinted }), message.rejected({ term: 9, prev, conflict }))
      .server.nextIndex[2];

  test('is not given unless the option is on', () => {
    // The paper's basic protocol goes back one by one (§5.3).
    const after = receive(server(2, { term: 9, log: [1] }), message.heartbeat({ term: 9, log: [1, 2] }));

    expect(onlySent(after, 'AppendEntriesResponse').conflict).toBeNull();
  });

  test('names the end of a log that is too short', () => {
    // There is no conflicting entry; the next one needed is known (end of §5.3).
    expect(refuse([1, 1], [1, 1, 2, 2, 2], 5).conflict).toEqual({ term: 0, index: 3 });
    expect(follow([1, 1, 2, 2, 2], { term: 0, index: 3 })).toBe(3);
  });

  test('names the conflicting term and the first index that it has there', () => {
    // The refusal may carry the term of the conflicting entry and the first index of that term (end of §5.3).
    expect(refuse([1, 2, 2, 2], [1, 3, 3, 3], 4).conflict).toEqual({ term: 2, index: 2 });
  });

  test('passes all entries of a term that the leader has not, at once', () => {
    // One refusal per conflicting term, instead of one per entry (end of §5.3).
    expect(follow([1, 3, 3, 3], { term: 2, index: 2 })).toBe(2);
  });

  test('goes to the end of that term where the leader has it too', () => {
    // Entries of a term that both have agree as far as both go (§5.3, Log Matching).
    expect(follow([1, 2, 2, 3, 3, 3], { term: 2, index: 2 })).toBe(4);
  });

  test('never takes nextIndex back to what is known to match', () => {
    // matchIndex is certain, whatever a late hint says.
    const words = { nextIndex: { 2: 5 }, matchIndex: { 2: 2 }, options: hinted };
    const leader = server(1, { role: 'leader', term: 9, log: [1, 1, 1, 1], ...words });

    const after = receive(leader, message.rejected({ term: 9, prev: 4, conflict: { term: 0, index: 1 } }));

    expect(after.server.nextIndex[2]).toBe(3);
  });

  test('never moves nextIndex forward', () => {
    // A hint that makes no sense still means one step back.
    expect(follow([1, 1, 1], { term: 0, index: 9 })).toBe(3);
  });
});

describe('a follower that gets entries', () => {
  const follower = (log: readonly Term[], words = {}) => server(2, { term: 5, log, ...words });
  const logAfter = (start: Server, words: Parameters<typeof message.appendEntries>[0]) =>
    termsOf(receive(start, message.appendEntries(words)).server.log);

  test('refuses when its log ends before the entry that goes before', () => {
    // Without an entry at prevLogIndex, nothing is appended (Figure 2, AppendEntries 2; §5.3).
    const after = receive(follower([1]), message.appendEntries({ term: 5, log: [1, 1, 5], prev: 2 }));

    expect(onlySent(after, 'AppendEntriesResponse')).toMatchObject({ success: false, prevLogIndex: 2, matchIndex: 0 });
    expect(termsOf(after.server.log)).toEqual([1]);
    expect(after.rules).toContain('failConsistencyCheck');
  });

  test('refuses when its entry there is of another term', () => {
    // The entry at prevLogIndex must be of prevLogTerm (Figure 2, AppendEntries 2; §5.3).
    const after = receive(follower([1, 2]), message.appendEntries({ term: 5, log: [1, 3, 5], prev: 2 }));

    expect(onlySent(after, 'AppendEntriesResponse').success).toBe(false);
    expect(termsOf(after.server.log)).toEqual([1, 2]);
  });

  test('accepts the first entry of all', () => {
    // Logs agree before their first entry (§5.3).
    const after = receive(follower([]), message.appendEntries({ term: 5, log: [5] }));

    expect(onlySent(after, 'AppendEntriesResponse')).toMatchObject({ success: true, matchIndex: 1 });
  });

  test('appends what it does not have yet', () => {
    // New entries go behind those that are there (Figure 2, AppendEntries 4).
    const after = receive(follower([1, 1]), message.appendEntries({ term: 5, log: [1, 1, 5, 5], prev: 2 }));

    expect(after.server.log).toBe(logOf([1, 1, 5, 5]));
    expect(after.rules).toContain('appendEntries');
  });

  test('deletes a conflicting entry and all that follow it', () => {
    // Same index, other term: that entry and everything behind it goes (Figure 2, AppendEntries 3; §5.3).
    const after = receive(follower([1, 2, 2, 2]), message.appendEntries({ term: 5, log: [1, 3], prev: 1 }));

    expect(termsOf(after.server.log)).toEqual([1, 3]);
    expect(after.rules).toEqual(expect.arrayContaining(['truncateConflict', 'appendEntries']));
  });

  test('keeps what agrees before the conflict', () => {
    // Deletion begins at the first conflict, not at prevLogIndex (Figure 2, AppendEntries 3).
    const before = follower([1, 1, 2]);

    const after = receive(before, message.appendEntries({ term: 5, log: [1, 1, 3] }));

    expect(termsOf(after.server.log)).toEqual([1, 1, 3]);
    expect(after.server.log.previous).toBe(before.log.previous);
    expect(after.rules).toContain('keepEntries');
  });

  test('deletes nothing for a late request with fewer entries', () => {
    // Entries that are there already stay, and so do those behind them (Figure 2, AppendEntries 3-4).
    expect(logAfter(follower([1, 5, 5, 5]), { term: 5, log: [1, 5], prev: 1 })).toEqual([1, 5, 5, 5]);
  });

  test('deletes nothing for a heartbeat that looks far back', () => {
    // Without entries there is no conflict, wherever prevLogIndex is (Figure 2, AppendEntries 3).
    const after = receive(follower([1, 5, 5, 5]), message.appendEntries({ term: 5, log: [1, 5], prev: 1, count: 0 }));

    expect(termsOf(after.server.log)).toEqual([1, 5, 5, 5]);
    expect(after.rules).toContain('acceptHeartbeat');
  });

  test('answers a repeated request like the first time', () => {
    // Requests are idempotent: the entries are there, so nothing is done but to answer (§5.5).
    const request = message.appendEntries({ term: 5, log: [1, 5, 5], prev: 1 });
    const once = receive(follower([1]), request);

    const twice = receive(once.server, request);

    expect(twice.server).toEqual(once.server);
    expect(sent(twice, 'AppendEntriesResponse')).toEqual(sent(once, 'AppendEntriesResponse'));
    expect(twice.rules).not.toContain('appendEntries');
  });

  test('says how far its log now agrees with the leader, not how long it is', () => {
    // The answer vouches for prevLogIndex and the entries of this request, nothing behind them (§5.3).
    const after = receive(follower([1, 5, 5, 5]), message.appendEntries({ term: 5, log: [1, 5], prev: 1 }));

    expect(onlySent(after, 'AppendEntriesResponse').matchIndex).toBe(2);
  });

  test('answers with the id of the request', () => {
    // Answers are for particular requests; they may overtake one another.
    const after = receive(follower([]), message.appendEntries({ term: 5, id: 31, log: [5] }));

    expect(onlySent(after, 'AppendEntriesResponse')).toMatchObject({ re: 31, from: 2, to: 1, term: 5 });
  });
});

describe('repair', () => {
  /** Leader and follower talk until there is nothing more to say; returns the follower and the number of requests. */
  function talk(leader: Server, follower: Server): { follower: Server; requests: number } {
    let requests = sent(beat(leader), 'AppendEntries').filter(({ to }) => to === follower.id);
    let current = beat(leader).server;
    let reached = follower;
    let count = 0;
    while (requests.length > 0) {
      count++;
      const heard = receive(reached, requests[0]);
      reached = heard.server;
      const answered = receive(current, onlySent(heard, 'AppendEntriesResponse'));
      current = answered.server;
      requests = sent(answered, 'AppendEntries');
    }
    return { follower: reached, requests: count };
  }

  const leaderLog = [1, 1, 1, 4, 4, 5, 5, 6, 6, 6];
  const followers: [string, Term[], number, number][] = [
    ['a: one entry missing', [1, 1, 1, 4, 4, 5, 5, 6, 6], 2, 2],
    ['b: many entries missing', [1, 1, 1, 4], 7, 2],
    ['c: one entry too many', [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6], 1, 1],
    ['d: entries of a later term', [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7], 1, 1],
    ['e: missing and strange entries', [1, 1, 1, 4, 4, 4, 4], 6, 3],
    ['f: strange entries of two terms', [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3], 8, 3],
  ];

  test.each(followers)('brings follower %s of Figure 7 into line', (_, log, oneByOne, withHint) => {
    // The leader makes followers' logs like its own: it finds the last entry on which both agree, and sends what
    // comes behind it. The heartbeat itself starts that; nothing special is needed (§5.3, Figure 7).
    const newLeader = (options = {}) => server(9, { of: 9, role: 'leader', term: 8, log: leaderLog, options });

    const plain = talk(newLeader({ batchMax: 20 }), server(2, { of: 9, term: 8, log }));
    const hinted = talk(
      newLeader({ batchMax: 20, conflictHint: true }),
      server(2, { of: 9, term: 8, log, options: { conflictHint: true } }),
    );

    for (const { follower } of [plain, hinted]) {
      expect(termsOf(follower.log).slice(0, 10)).toEqual(leaderLog);
    }
    expect([plain.requests, hinted.requests]).toEqual([oneByOne, withHint]);
  });

  test('removes what a follower has too many as soon as something conflicts', () => {
    // The entries of term 7 of Figure 7 (d) go when the leader's next entry takes their place (§5.3).
    const leader = ask(server(9, { of: 9, role: 'leader', term: 8, log: leaderLog })).server;

    const { follower } = talk(leader, server(2, { of: 9, term: 8, log: [...leaderLog, 7, 7] }));

    expect(termsOf(follower.log)).toEqual([...leaderLog, 8]);
  });

  test('a leader never deletes or overwrites entries of its own log', () => {
    // It only appends, whatever it hears in its term (§5.3, Leader Append-Only).
    const leader = leaderOf([1, 1, 2]);

    const after = stepAll(leader, [
      { type: 'receive', message: message.appendEntries({ term: 2, from: 3, to: 1, log: [1, 2, 2] }) },
      { type: 'receive', message: message.rejected({ term: 2, prev: 3 }) },
      { type: 'receive', message: message.accepted({ term: 2, from: 3, matchIndex: 1 }) },
      { type: 'clientRequest', command: commandOf(1) },
      { type: 'heartbeatTimeout' },
    ]);

    expect(after.log.previous).toBe(leader.log);
  });
});
