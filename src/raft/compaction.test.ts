import { describe, expect, test } from 'vitest';
import type { ServerWords } from '../testing/vocabulary';
import { effectsOf, logOf, message, onlySent, receive, sent, server, timeOut } from '../testing/vocabulary';
import { NOBODY } from './configuration';
import { append, type Term } from './log';
import type { InstallSnapshot, InstallSnapshotResponse } from './message';
import { baseIndex, restart, type Server, type Snapshot } from './server';
import { type Step, step } from './step';

const snapshotOf = (terms: readonly Term[], voters = [1, 2, 3, 4, 5]): Snapshot => ({
  last: logOf(terms),
  configuration: { configuration: { voters, next: null }, index: 0 },
  image: { of: terms.length },
});
const compact = (of: Server): Step => step(of, { type: 'compact' });
const install = (terms: readonly Term[], words: Partial<InstallSnapshot> = {}): InstallSnapshot => ({
  type: 'InstallSnapshot',
  id: 1,
  from: 1,
  to: 2,
  term: 2,
  stamp: 1,
  lastIncludedIndex: terms.length,
  lastIncludedTerm: terms.at(-1) ?? 0,
  snapshot: snapshotOf(terms),
  ...words,
});
const follower = (words: ServerWords = {}) => server(2, { term: 2, ...words });

describe('a snapshot', () => {
  const taken = compact(server(1, { log: [1, 1, 2], commitIndex: 2 }));

  test('stands for what is applied, with the last index, its term and the configuration there', () => {
    // It holds the index and term of the last entry it replaces, and the latest configuration (§7).
    expect(taken.rules).toContain('takeSnapshot');
    expect(taken.server.snapshot).toMatchObject({
      last: { index: 2, term: 1 },
      configuration: { configuration: { voters: [1, 2, 3, 4, 5] }, index: 0 },
    });
    expect(baseIndex(taken.server)).toBe(2);
  });

  test('is on disk like the log', () => {
    expect(effectsOf(taken)).toEqual(['takeSnapshot', 'persist']);
  });

  test('is taken again only when more is applied', () => {
    expect(compact(taken.server).effects).toEqual([]);
    expect(compact(server(1, { log: [1] })).effects).toEqual([]);
  });

  test('is taken by itself when enough entries are applied', () => {
    const words = { log: [1, 1, 1], term: 1, options: { snapshotEvery: 2 } };
    const heard = receive(server(2, words), message.heartbeat({ term: 1, log: [1, 1, 1], leaderCommit: 3 }));
    expect(heard.server.snapshot?.last.index).toBe(3);
    const early = receive(server(2, words), message.heartbeat({ term: 1, log: [1, 1, 1], leaderCommit: 1 }));
    expect(early.server.snapshot).toBeNull();
  });

  test('keeps the configuration that held where it ends', () => {
    const log = append(logOf([1]), 1, { type: 'configuration', configuration: { voters: [1, 2], next: null } });
    const made = Object.assign(server(1, { log: [1] }), { log, commitIndex: 1, lastApplied: 1 });
    expect(compact(made).server.snapshot?.configuration.configuration.voters).toEqual([1, 2, 3, 4, 5]);
    const later = compact({ ...made, commitIndex: 2, lastApplied: 2 });
    expect(later.server.snapshot?.configuration).toMatchObject({ configuration: { voters: [1, 2] }, index: 2 });
  });
});

describe('a newcomer', () => {
  const newcomer = Object.assign(server(4, { log: [1, 1], commitIndex: 2, lastApplied: 2 }), {
    initial: NOBODY,
    configuration: NOBODY,
  });

  test('takes no snapshot before it knows who votes', () => {
    // A snapshot holds the latest configuration as of its last entry (§7); this server could only say: nobody.
    expect(compact(newcomer).server.snapshot).toBeNull();
    expect(compact(newcomer).effects).toEqual([]);
  });

  test('takes it once an entry has told', () => {
    const log = append(newcomer.log, 1, { type: 'configuration', configuration: { voters: [1, 4], next: null } });
    const told = compact({ ...newcomer, log, commitIndex: 3, lastApplied: 3 });
    expect(told.server.snapshot?.configuration).toMatchObject({ configuration: { voters: [1, 4] }, index: 3 });
  });
});

describe('a leader', () => {
  const leader = (words: ServerWords = {}) =>
    server(1, { role: 'leader', log: [1, 1, 2], commitIndex: 3, snapshot: snapshotOf([1, 1]), ...words });

  test('sends its snapshot to a server whose next entry it has dropped', () => {
    // InstallSnapshot goes to followers that are too far behind (§7).
    const beaten = step(leader({ nextIndex: { 2: 2 } }), { type: 'heartbeatTimeout' });
    expect(sent(beaten, 'InstallSnapshot')).toMatchObject([{ to: 2, lastIncludedIndex: 2, lastIncludedTerm: 1 }]);
    expect(sent(beaten, 'AppendEntries').map(({ to }) => to)).toEqual([3, 4, 5]);
  });

  test('sends entries to one that lacks only what comes after it', () => {
    const beaten = step(leader({ nextIndex: { 2: 3 } }), { type: 'heartbeatTimeout' });
    expect(sent(beaten, 'AppendEntries')[0]).toMatchObject({ to: 2, prevLogIndex: 2, prevLogTerm: 1 });
  });

  test('goes on with entries after the snapshot', () => {
    const response: InstallSnapshotResponse = {
      type: 'InstallSnapshotResponse',
      id: 1,
      from: 2,
      to: 1,
      term: 2,
      stamp: 1,
      matchIndex: 2,
      re: 1,
    };
    const told = receive(leader({ nextIndex: { 2: 2 }, sentIndex: { 2: 2 } }), response);
    expect(told.server.matchIndex[2]).toBe(2);
    expect(onlySent(told, 'AppendEntries')).toMatchObject({ prevLogIndex: 2, to: 2 });
    expect(receive(server(1, { term: 2 }), response).rules).toEqual(['ignoreStaleResponse']);
  });
});

describe('a follower that is sent a snapshot', () => {
  test('replaces all it has when its log does not hold the last entry', () => {
    // Without that entry the whole log is dropped (Figure 13, 7).
    const installed = receive(follower({ log: [1, 1, 1] }), install([1, 2]));
    expect(installed.rules).toContain('installSnapshot');
    expect(installed.server).toMatchObject({ commitIndex: 2, lastApplied: 2 });
    expect([installed.server.log.index, installed.server.log.term]).toEqual([2, 2]);
    expect(effectsOf(installed)).toEqual(['set election', 'restore', 'persist', 'send InstallSnapshotResponse']);
  });

  test('keeps the entries that follow when its log holds the last entry', () => {
    // Then what follows is retained (Figure 13, 6).
    const installed = receive(follower({ log: [1, 2, 2] }), install([1, 2]));
    expect(installed.rules).toContain('keepAfterSnapshot');
    expect(installed.server.log.index).toBe(3);
    expect(baseIndex(installed.server)).toBe(2);
  });

  test('takes over the configuration', () => {
    const snapshot = snapshotOf([1, 2], [1, 2, 3]);
    const installed = receive(follower(), install([1, 2], { snapshot }));
    expect(installed.server.configuration.voters).toEqual([1, 2, 3]);
    expect(receive(follower(), install([1, 2])).rules).not.toContain('adoptConfiguration');
  });

  test('votes from then on when it is in it, and starts its election timer', () => {
    const newcomer = follower({ of: 5, voters: [] });
    const installed = receive(newcomer, install([1, 2]));
    expect(installed.server.configuration.voters).toEqual([1, 2, 3, 4, 5]);
    expect(effectsOf(installed)).toContain('set election');
    const spare = receive(newcomer, install([1, 2], { snapshot: snapshotOf([1, 2], [1, 3]) }));
    expect(effectsOf(spare)).not.toContain('set election');
  });

  test('never goes backwards: what is committed here already stays', () => {
    const installed = receive(follower({ log: [1, 2, 2], commitIndex: 3 }), install([1, 2]));
    expect(installed.rules).toContain('ignoreOldSnapshot');
    expect(installed.server).toMatchObject({ commitIndex: 3, lastApplied: 3, snapshot: null });
    expect(onlySent(installed, 'InstallSnapshotResponse').matchIndex).toBe(2);
  });

  test('refuses one of an older term', () => {
    const refused = receive(follower({ term: 3 }), install([1, 2]));
    expect(refused.rules).toEqual(['refuseOlderTerm']);
    expect(onlySent(refused, 'InstallSnapshotResponse')).toMatchObject({ term: 3, matchIndex: 0 });
  });

  test('hears its leader with it', () => {
    expect(receive(follower(), install([1, 2])).rules).toContain('resetTimerByLeader');
  });

  test('keeps a conflicting tail and goes backwards when the rules are broken', () => {
    const careless = { options: { off: ['snapshotRules'] as const } };
    const kept = receive(follower({ log: [1, 1, 1], ...careless }), install([1, 2])).server;
    expect(kept.log).toMatchObject({ index: 3, term: 1 });
    // What the log held before it is gone: the entry follows what the snapshot stands for.
    expect(kept.log.previous).toBe(kept.snapshot?.last);
    const back = receive(follower({ log: [1, 2, 2], commitIndex: 3, ...careless }), install([1, 2]));
    expect(back.server.lastApplied).toBe(2);
  });
});

describe('a log that begins after a snapshot', () => {
  const words = { log: [1, 1, 2], snapshot: snapshotOf([1, 1]), term: 2, commitIndex: 2, lastApplied: 2 };

  test('matches wherever the snapshot stands for it', () => {
    const heard = receive(follower(words), message.appendEntries({ term: 2, log: [1, 1, 2, 2], prev: 0 }));
    expect(heard.server.log.index).toBe(4);
    expect(onlySent(heard, 'AppendEntriesResponse')).toMatchObject({ success: true, matchIndex: 4 });
  });

  test('never loses an entry that the snapshot stands for', () => {
    const heard = receive(follower(words), { ...message.appendEntries({ term: 3, log: [3, 3, 3, 3], prev: 0 }) });
    expect(heard.server.snapshot?.last.index).toBe(2);
    expect(heard.server.log.index).toBe(4);
  });

  test('gives hints that reach no further back', () => {
    const hinting = follower({ ...words, options: { conflictHint: true } });
    const refused = receive(hinting, { ...message.heartbeat({ term: 3 }), prevLogIndex: 3, prevLogTerm: 3 });
    expect(onlySent(refused, 'AppendEntriesResponse').conflict).toEqual({ term: 2, index: 3 });
  });

  test('is what a restart finds, with the snapshot applied', () => {
    const crashed = follower(words);
    const back = restart(2, crashed, crashed.initial, crashed.options);
    expect(back).toMatchObject({ commitIndex: 2, lastApplied: 2, log: { index: 3 } });
    expect(timeOut(back).server.votedFor).toBe(2);
  });
});
