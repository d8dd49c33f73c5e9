import { describe, expect, test } from 'vitest';
import { ask, beat, message, receive, server, timeOut } from '../testing/vocabulary';
import { append } from './log';
import { RULE_IDS, RULES, type RuleId } from './rules';
import type { Server } from './server';
import { type Step, step } from './step';

const leader = (words = {}) => server(1, { role: 'leader', ...words });
const standing = (words = {}) => server(1, { role: 'candidate', term: 2, votesGranted: [1, 2], ...words });
const granted = message.requestVoteResponse({ term: 2, from: 3, voteGranted: true });

const MINIMUM = 150_000;
const change = (of: Server, voters: readonly number[], joint = false): Step =>
  step(of, { type: 'changeConfiguration', voters, joint });
const settled = (words = {}) =>
  leader({ log: [1], commitIndex: 1, matchIndex: { 2: 1, 3: 1 }, voters: [1, 2, 3], electionMin: MINIMUM, ...words });
const read = (of: Server, mode: 'readIndex' | 'lease' | 'stale' = 'readIndex'): Step => {
  const operation = { type: 'read', key: 'x', mode } as const;
  return step(of, { type: 'clientRequest', command: { type: 'client', client: 1, serial: 1, oldest: 1, operation } });
};
const accepted = (from: number, matchIndex: number, stamp = 1) => ({
  ...message.accepted({ from, term: 1, matchIndex }),
  stamp,
});
const catching = (clock: number, round = 1): Step => {
  const begun = change(settled(), [1, 2, 3, 4]).server;
  const catchUp = begun.catchUp && { ...begun.catchUp, round };
  return receive({ ...begun, clock, catchUp }, accepted(4, 1));
};
const compacted = (words = {}) => step(settled(words), { type: 'compact' });
const snapshot = (of = compacted()) => {
  const { snapshot: taken } = of.server;
  if (taken === null) throw new Error('no snapshot was taken');
  const [lastIncludedIndex, lastIncludedTerm] = [taken.last.index, taken.last.term];
  const envelope = { type: 'InstallSnapshot', id: 1, from: 1, to: 2, term: 1, stamp: 1 } as const;
  return { ...envelope, lastIncludedIndex, lastIncludedTerm, snapshot: taken };
};
const preVote = {
  type: 'PreVote',
  id: 1,
  from: 1,
  to: 2,
  term: 1,
  nextTerm: 2,
  lastLogIndex: 0,
  lastLogTerm: 0,
} as const;
const preVoter = () => timeOut(server(1, { term: 1, options: { preVote: true } })).server;
const preGranted = (from: number) =>
  ({ type: 'PreVoteResponse', id: 1, from, to: 1, term: 1, nextTerm: 2, voteGranted: true, re: 1 }) as const;
const handing = (words = {}) => step(settled(words), { type: 'transferLeadership', to: 2 });
const rolledBack = (): Step => {
  const command = { type: 'configuration', configuration: { voters: [1, 2], next: null } } as const;
  const entry = append(server(2, { log: [1] }).log, 1, command);
  const told = receive(server(2, { log: [1] }), { ...message.heartbeat({ term: 1, log: [1] }), entries: [entry] });
  return receive(told.server, message.appendEntries({ from: 3, term: 2, log: [1, 2], prev: 1 }));
};

const extensions = {
  stayQuiet: () => timeOut(server(5, { voters: [1, 2, 3] })),
  askPreVote: () => timeOut(server(1, { options: { preVote: true } })),
  grantPreVote: () => receive(server(2, { term: 1 }), preVote),
  refusePreVote: () => receive(server(2, { log: [1] }), preVote),
  countPreVote: () => receive(preVoter(), preGranted(2)),
  ignoreWhileLed: () =>
    receive(
      server(2, { electionMin: MINIMUM, leaderHeardAt: 0, options: { stickyLeader: true } }),
      message.requestVote({ term: 1 }),
    ),

  quorumLost: () => beat(settled({ options: { checkQuorum: true }, heardAt: { 2: 0, 3: 0 }, clock: MINIMUM })),
  beginTransfer: () => handing(),
  sendTimeoutNow: () => handing(),
  electAtOnce: () => receive(server(2, { term: 1 }), { type: 'TimeoutNow', id: 1, from: 1, to: 2, term: 1 }),
  holdForTransfer: () => ask(handing().server),
  abandonTransfer: () => beat({ ...handing().server, clock: MINIMUM }),
  yieldToPriority: () => beat(settled({ options: { priorities: [1, 2] } })),

  catchUp: () => change(settled(), [1, 2, 3, 4]),
  caughtUp: () => catching(1),
  nextRound: () => catching(MINIMUM),
  giveUpCatchUp: () => catching(MINIMUM, 10),
  changeMember: () => change(settled(), [1, 2]),
  beginJoint: () => change(settled(), [1, 2], true),
  leaveJoint: () => receive(change(settled(), [1, 2], true).server, accepted(2, 2)),
  adoptConfiguration: () => change(settled(), [1, 2]),
  rollBackConfiguration: rolledBack,
  leaveCluster: () => receive(receive(change(settled(), [2, 3]).server, accepted(2, 2)).server, accepted(3, 2)),
  refuseSecondChange: () => change(change(settled(), [1, 2]).server, [1]),
  refuseEarlyChange: () => change(settled({ term: 2 }), [1, 2]),

  takeSnapshot: () => compacted(),
  sendSnapshot: () => beat({ ...compacted().server, nextIndex: [1, 1, 1, 1] }),
  installSnapshot: () => receive(server(2, { term: 1 }), snapshot()),
  keepAfterSnapshot: () => receive(server(2, { log: [1, 1] }), snapshot()),
  ignoreOldSnapshot: () => receive(server(2, { log: [1], commitIndex: 1 }), snapshot()),

  beginRead: () => read(settled()),
  readAwaitsOwnTerm: () => read(settled({ term: 2 })),
  serveRead: () => receive(read(settled({ clock: 5 })).server, accepted(2, 1, 5)),
  readByLease: () => read(settled({ options: { stickyLeader: true }, ackedStamp: { 2: 1 }, clock: 5 }), 'lease'),
  readStale: () => read(server(2), 'stale'),
};

/** For each rule, the smallest step in which it fires. A restart is not a step: see the tests of servers in sim. */
const EXAMPLES: Record<Exclude<RuleId, 'restartFromDisk'>, () => Step> = {
  adoptNewerTerm: () => receive(server(2), message.heartbeat({ term: 1 })),
  leaderStepsDown: () => receive(leader({ term: 1 }), message.requestVote({ term: 2 })),
  refuseOlderTerm: () => receive(server(2, { term: 2 }), message.heartbeat({ term: 1 })),
  ignoreOlderResponse: () => receive(leader({ term: 2 }), message.accepted({ term: 1, matchIndex: 0 })),
  applyCommitted: () => receive(server(2, { log: [1] }), message.heartbeat({ term: 1, log: [1], leaderCommit: 1 })),
  persistBeforeSend: () => timeOut(server(1)),

  beginElection: () => timeOut(server(1)),
  electAgain: () => timeOut(standing()),
  grantVote: () => receive(server(2), message.requestVote({ term: 1 })),
  grantVoteAgain: () => receive(server(2, { term: 1, votedFor: 1 }), message.requestVote({ term: 1 })),
  refuseSecondVote: () => receive(server(2, { term: 1, votedFor: 3 }), message.requestVote({ term: 1 })),
  refuseStaleLog: () => receive(server(2, { log: [1] }), message.requestVote({ term: 2 })),
  countVote: () => receive(standing(), granted),
  countRefusal: () => receive(standing(), { ...granted, voteGranted: false }),
  ignoreLateVote: () => receive(leader({ term: 2 }), granted),
  winElection: () => receive(standing(), granted),
  yieldToLeader: () => receive(standing(), message.heartbeat({ from: 2, to: 1, term: 2 })),
  resetTimerByLeader: () => receive(server(2), message.heartbeat({ term: 0 })),
  resetTimerByVote: () => receive(server(2), message.requestVote({ term: 1 })),

  initLeader: () => receive(standing(), granted),
  appendNoop: () => receive(standing({ options: { noop: true } }), granted),
  heartbeat: () => beat(leader({ term: 1 })),
  acceptCommand: () => ask(leader({ term: 1 })),
  awaitCommand: () => ask(ask(leader({ term: 1 })).server),
  sendEntries: () => ask(leader({ term: 1 })),
  advanceMatch: () => receive(leader({ log: [1] }), message.accepted({ term: 1, matchIndex: 1 })),
  stepBack: () => receive(leader({ log: [1] }), message.rejected({ term: 1, prev: 1 })),
  jumpBack: () =>
    receive(leader({ log: [1] }), message.rejected({ term: 1, prev: 1, conflict: { term: 0, index: 1 } })),
  ignoreStaleResponse: () => receive(leader({ log: [1] }), message.rejected({ term: 1, prev: 0 })),
  commitByCounting: () =>
    receive(leader({ log: [1], matchIndex: { 2: 1 } }), message.accepted({ from: 3, term: 1, matchIndex: 1 })),
  holdBackOldTerm: () =>
    receive(leader({ term: 2, log: [1], matchIndex: { 2: 1 } }), message.accepted({ from: 3, term: 2, matchIndex: 1 })),
  commitEarlier: () =>
    receive(leader({ log: [1, 1], matchIndex: { 2: 2 } }), message.accepted({ from: 3, term: 1, matchIndex: 2 })),
  respondAfterApply: () => {
    const asked = ask(leader({ term: 1, matchIndex: { 2: 1 } })).server;
    return receive(asked, message.accepted({ from: 3, term: 1, matchIndex: 1 }));
  },

  acceptHeartbeat: () => receive(server(2, { term: 1 }), message.heartbeat({ term: 1 })),
  failConsistencyCheck: () => receive(server(2), message.heartbeat({ term: 1, log: [1] })),
  truncateConflict: () => receive(server(2, { log: [1] }), message.appendEntries({ term: 2, log: [2] })),
  appendEntries: () => receive(server(2), message.appendEntries({ term: 1, log: [1] })),
  keepEntries: () => receive(server(2, { log: [1] }), message.appendEntries({ term: 1, log: [1] })),
  followCommit: () => receive(server(2, { log: [1] }), message.heartbeat({ term: 1, log: [1], leaderCommit: 1 })),

  redirectClient: () => ask(server(2)),

  ...extensions,
};

describe('every rule fires', () => {
  test.each(Object.entries(EXAMPLES))('%s', (id, example) => {
    expect(example().rules).toContain(id);
  });

  test('and none is without an example', () => {
    expect([...Object.keys(EXAMPLES), 'restartFromDisk'].sort()).toEqual([...RULE_IDS].sort());
  });
});

test('every rule says where the paper has it and what it says, as one sentence', () => {
  for (const { section, text } of Object.values(RULES)) {
    expect(section).toMatch(/§\d|Figure 2|D§/);
    expect(text).toMatch(/^(commitIndex|[A-Z]).*[^.]\.$/);
  }
});
