import { describe, expect, test } from 'vitest';
import { ask, beat, message, onlySent, receive, repliesOf, sent, server, timeOut } from '../testing/vocabulary';
import type { TimeoutNow } from './message';
import type { Server } from './server';
import { type Step, step } from './step';

const MINIMUM = 150_000;
const leader = (words = {}) => server(1, { role: 'leader', term: 2, electionMin: MINIMUM, ...words });
const transfer = (of: Server, to: number): Step => step(of, { type: 'transferLeadership', to });
const timeoutNow = (term = 2): TimeoutNow => ({ type: 'TimeoutNow', id: 1, from: 1, to: 2, term });

describe('a leader that is asked to hand over', () => {
  test('tells a server that has all entries to stand at once', () => {
    // TimeoutNow makes the target start an election without waiting (D§3.10).
    const told = transfer(leader({ log: [1, 2], matchIndex: { 2: 2 } }), 2);
    expect(told.rules).toEqual(['beginTransfer', 'sendTimeoutNow']);
    expect(onlySent(told, 'TimeoutNow')).toMatchObject({ to: 2, term: 2 });
  });

  test('brings the server up to date first', () => {
    // The prior leader makes sure that the target has its whole log (D§3.10).
    const begun = transfer(leader({ log: [1, 2], nextIndex: { 2: 2 }, matchIndex: { 2: 1 } }), 2);
    expect(onlySent(begun, 'AppendEntries')).toMatchObject({ to: 2, prevLogIndex: 1 });
    const done = receive(begun.server, message.accepted({ term: 2, matchIndex: 2 }));
    expect(sent(done, 'TimeoutNow')).toHaveLength(1);
    expect(sent(receive(done.server, message.accepted({ term: 2, matchIndex: 2 })), 'TimeoutNow')).toHaveLength(0);
  });

  test('takes no command meanwhile', () => {
    const handing = transfer(leader({ log: [1] }), 2).server;
    const asked = ask(handing);
    expect(asked.rules).toEqual(['holdForTransfer']);
    expect(asked.server.log).toBe(handing.log);
    expect(repliesOf(asked)).toMatchObject([{ type: 'redirect', leader: null }]);
  });

  test('gives up after an election timeout, and takes commands again', () => {
    // If it is still leader by then, the transfer has failed (D§3.10).
    const handing = transfer(leader({ log: [1], clock: 1000 }), 2).server;
    const early = beat({ ...handing, clock: 1000 + MINIMUM - 1 });
    expect(early.server.transfer).not.toBeNull();
    const late = beat({ ...handing, clock: 1000 + MINIMUM });
    expect(late.rules).toContain('abandonTransfer');
    expect(ask(late.server).rules).toContain('acceptCommand');
  });

  test('does nothing for itself, for one that does not vote, or twice', () => {
    expect(transfer(leader(), 1).effects).toEqual([]);
    expect(transfer(leader({ voters: [1, 2, 3] }), 4).effects).toEqual([]);
    const handing = transfer(leader(), 2).server;
    expect(transfer(handing, 3).server.transfer?.to).toBe(2);
  });

  test('forgets about it when it steps down', () => {
    const handing = transfer(leader(), 2).server;
    expect(receive(handing, message.requestVote({ from: 2, to: 1, term: 3 })).server.transfer).toBeNull();
  });
});

describe('a server that is told to stand', () => {
  test('begins an election at once, without a pre-vote, and says why', () => {
    const standing = receive(server(2, { term: 2, options: { preVote: true } }), timeoutNow());
    expect(standing.rules).toEqual(expect.arrayContaining(['electAtOnce', 'beginElection']));
    expect(standing.server).toMatchObject({ role: 'candidate', currentTerm: 3 });
    expect(sent(standing, 'RequestVote').every(({ transfer: asked }) => asked)).toBe(true);
  });

  test('does not for a leader of an older term', () => {
    expect(receive(server(2, { term: 3 }), timeoutNow(2)).effects).toEqual([]);
  });
});

describe('priorities', () => {
  const priorities = [1, 3, 2, 0, 0];

  test('a leader hands over to the server that is wanted most among those that have all entries', () => {
    const beaten = beat(leader({ log: [2], matchIndex: { 2: 1, 3: 1 }, options: { priorities } }));
    expect(beaten.rules).toEqual(expect.arrayContaining(['yieldToPriority', 'beginTransfer', 'sendTimeoutNow']));
    expect(sent(beaten, 'TimeoutNow').map(({ to }) => to)).toEqual([2]);
  });

  test('not to one that lacks entries, or that has not answered for a minimum timeout', () => {
    const lagging = leader({ log: [2], matchIndex: { 2: 0 }, options: { priorities } });
    expect(beat(lagging).rules).not.toContain('yieldToPriority');
    const silent = leader({
      log: [2],
      matchIndex: { 2: 1 },
      heardAt: { 2: 10 },
      clock: 500_000,
      options: { priorities },
    });
    expect(beat(silent).rules).not.toContain('yieldToPriority');
  });

  test('not again soon after a transfer that failed', () => {
    const failed = leader({
      log: [2],
      matchIndex: { 2: 1 },
      options: { priorities },
      patienceUntil: 5,
    });
    expect(beat(failed).rules).not.toContain('yieldToPriority');
    expect(beat({ ...failed, clock: 5 }).rules).toContain('yieldToPriority');
  });

  test('a server with priority 0 never stands, also when it is told to', () => {
    const unwanted = timeOut(server(4, { options: { priorities } }));
    expect(unwanted.rules).toEqual(['stayQuiet']);
    expect(unwanted.effects).toEqual([]);
    expect(receive(server(4, { term: 2, options: { priorities } }), { ...timeoutNow(), to: 4 }).effects).toEqual([]);
  });

  test('are off by default', () => {
    expect(server(1).options.priorities).toEqual([]);
    expect(beat(leader({ log: [2], matchIndex: { 2: 1 } })).rules).not.toContain('yieldToPriority');
  });
});
