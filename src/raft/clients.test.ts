import { describe, expect, test } from 'vitest';
import { ask, commandOf, effectsOf, message, receive, repliesOf, sent, server } from '../testing/vocabulary';

describe('a client that asks', () => {
  test('a follower is sent to the leader', () => {
    // A server that does not lead turns the request down and names the leader that it heard last (§8).
    const after = ask(server(2, { term: 3, leader: 4 }), commandOf(5));

    expect(repliesOf(after)).toEqual([{ type: 'redirect', command: commandOf(5), leader: 4 }]);
    expect(after.rules).toEqual(['redirectClient']);
  });

  test('a follower that knows no leader learns just that', () => {
    // There is nobody to name; the client has to look further (§8).
    expect(repliesOf(ask(server(2, { term: 3 })))).toMatchObject([{ type: 'redirect', leader: null }]);
  });

  test('a candidate learns that there is no leader', () => {
    // During an election nobody leads the term (§5.2, §8).
    expect(repliesOf(ask(server(2, { role: 'candidate', term: 3 })))).toMatchObject([{ leader: null }]);
  });

  test('a server that does not lead changes nothing', () => {
    // Entries come from leaders only (§5.3).
    const follower = server(2, { term: 3, leader: 4, log: [1] });

    const after = ask(follower);

    expect(after.server).toEqual(follower);
    expect(effectsOf(after)).toEqual(['respond redirect']);
  });

  test('a leader waits for its answer', () => {
    // Nothing is answered before the command is committed and applied (§5.3, §8).
    const after = ask(server(1, { role: 'leader', term: 3 }));

    expect(repliesOf(after)).toEqual([]);
    expect(after.server.requests).toEqual([1]);
  });

  test('a leader for a value is served through the log as well', () => {
    // Reads that travel like writes cannot return stale data (§8).
    const read = { ...commandOf(5), operation: { type: 'get', key: 'x' } } as const;

    const after = ask(server(1, { role: 'leader', term: 3 }), read);

    expect(after.server.log.command).toEqual(read);
    expect(sent(after, 'AppendEntries')).toHaveLength(4);
  });

  test('a second time, while the first waits, makes no second entry', () => {
    // The leader knows the command by its client and number, and answers once for both (§8, D§6.3).
    const once = ask(server(1, { role: 'leader', term: 3 }), commandOf(5));

    const twice = ask(once.server, commandOf(5));

    expect(twice.rules).toEqual(['awaitCommand']);
    expect(twice.server).toEqual(once.server);
  });

  test('a second time, when another leader took the first, makes a second entry with the same number', () => {
    // The state machine, not the log, tells a repeat from a new command (§8).
    const once = ask(server(1, { role: 'leader', term: 3 }), commandOf(5));
    const later = server(1, { role: 'leader', term: 4 });
    later.log = once.server.log;

    const twice = ask(later, commandOf(5));

    expect(twice.server.log).toMatchObject({ index: 2, command: commandOf(5) });
    expect(twice.server.log.previous?.command).toEqual(commandOf(5));
  });
});

describe('who leads', () => {
  test('is learnt from AppendEntries of the current term', () => {
    // AppendEntries comes from the leader, so a follower can send clients there (§8; Figure 2, AppendEntries).
    const { server: after } = receive(server(2, { term: 3 }), message.heartbeat({ from: 5, term: 3 }));

    expect(repliesOf(ask(after))).toMatchObject([{ leader: 5 }]);
  });

  test('is not learnt from AppendEntries of an older term', () => {
    // That leader has been deposed (§5.1).
    const { server: after } = receive(server(2, { term: 3 }), message.heartbeat({ from: 5, term: 2 }));

    expect(after.leader).toBeNull();
  });

  test('is not learnt from a vote', () => {
    // A candidate has not won yet (§5.2).
    const { server: after } = receive(server(2, { term: 3, leader: 5 }), message.requestVote({ term: 4 }));

    expect(repliesOf(ask(after))).toMatchObject([{ leader: null }]);
  });
});

test('a leader that steps down forgets who waits for it', () => {
  // It will not learn whether their commands are committed; the clients ask again (§8).
  const asked = ask(server(1, { role: 'leader', term: 3 })).server;

  const { server: after } = receive(asked, message.requestVote({ from: 2, term: 4 }));

  expect(after.requests).toEqual([]);
});
