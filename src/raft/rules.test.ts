import { describe, expect, test } from 'vitest';
import { ask, beat, message, receive, server, timeOut } from '../testing/vocabulary';
import { RULE_IDS, RULES, type RuleId } from './rules';
import type { Step } from './step';

const leader = (words = {}) => server(1, { role: 'leader', ...words });
const standing = (words = {}) => server(1, { role: 'candidate', term: 2, votesGranted: [1, 2], ...words });
const granted = message.requestVoteResponse({ term: 2, from: 3, voteGranted: true });

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
