/** Texts that are needed only where a panel explains something: loaded with the first panel. */

import { formatLength } from '../format';
import { breakRaft } from './break-raft';
import { breakingNotes } from './breaking';
import { common } from './common';
import { legend } from './legend';
import { panels } from './panels';
import { ruleSwitches } from './switches';

const { server, servers } = common;

const MEASURES = {
  terms: 'Terms gone by',
  leaderless: 'Without a leader',
  answer: 'A client waits',
};

export const more = {
  app: panels,
  legend,

  /** Each rule that can be switched off. */
  switches: ruleSwitches,
  breakRaft,

  rules: {
    intro:
      'Switch a rule off and see what it is for. What you change counts from the play head on, and is part of the link.',
    groups: {
      elections: 'Elections',
      persistence: 'What must be on disk',
      log: 'The log',
      commitment: 'Commitment',
      members: 'Members',
      reads: 'Reads and clients',
      liveness: 'Staying available',
    },
    breaks: (what: string): string => `Without it: ${what}`,
    on: 'on',
    off: 'off',
    allOn: 'All rules on',
    count: (off: number): string =>
      off === 0 ? 'All 30 rules hold.' : `${off} of 30 rules ${off === 1 ? 'is' : 'are'} off.`,
    fresh: 'New cluster with these rules',
    shortest: 'Show the shortest way to break it',
    shortestOf: (name: string): string => `Show the shortest way to break it: ${name}`,
    measure: 'Measure what it costs',
    measureOf: (name: string): string => `Measure what it costs: ${name}`,
    measuring: (done: number, of: number): string => `Measuring: ${done} of ${of} runs`,
    measureFailed: (reason: string): string => `It could not be measured: ${reason}.`,
    /** What is measured, then with and without the rule; null: it was not over after a minute. */
    measured: (measure: 'terms' | 'leaderless' | 'answer', withRule: number | null, without: number | null): string => {
      const say = (value: number | null) =>
        value === null ? 'more than a minute' : measure === 'terms' ? String(value) : formatLength(value);
      return `${MEASURES[measure]}: ${say(withRule)} with the rule, ${say(without)} without.`;
    },
    runs: (count: number): string => `Measured here, medians of ${count} runs each way.`,
  },

  options: {
    intro: 'Choices that implementations of Raft make. What you change counts from the play head on.',
    noop: 'Empty entry of a new leader',
    noopHint: 'A new leader commits an entry of its own at once, and with it all before it (§8).',
    conflictHint: 'Conflict hint',
    conflictHintHint: 'A follower that refuses names the term in its way, and the leader skips it at once (§5.3).',
    pipeline: 'Pipelining',
    pipelineHint: 'The leader sends new entries before those under way are acknowledged.',
    batchMax: 'Most entries in one AppendEntries',
    preVote: 'PreVote',
    preVoteHint: 'Who would stand asks first whether it could win, without a new term (D§9.6).',
    checkQuorum: 'CheckQuorum',
    checkQuorumHint: 'A leader that hears from no majority for an election timeout steps down (D§6.2).',
    stickyLeader: 'Sticky leader',
    stickyLeaderHint: 'Who heard a leader a short time ago ignores vote requests (§6). Leases need it.',
    snapshotEvery: 'Snapshot after so many entries',
    snapshotHint: '0: only by hand.',
    priorities: 'Priorities',
    prioritiesHint: 'The leader hands over to the server with the greatest one. 0: never leads. All equal: off.',
    entries: 'entries',
  },

  members: {
    intro: 'Who shall vote? The leader is asked; it begins the change when it may.',
    noLeader: 'There is no leader that could be asked now.',
    leader: (id: number): string => `Asked: ${server(id)}, the leader`,
    method: 'Method',
    single: 'One at a time',
    joint: 'Joint consensus',
    singleHint: 'One server comes or goes; each old majority meets each new one (D§4.1).',
    jointHint: 'Any change: until it is done, majorities of the old and the new decide together (§6).',
    votes: (id: number): string => `${server(id)} votes`,
    now: 'votes now',
    learner: (round: number): string => `catches up, round ${round}`,
    spare: 'spare',
    old: 'Old configuration',
    new: 'New configuration',
    majority: (ids: readonly number[], majority: number): string =>
      `${servers(ids)}: ${majority}\u00a0of\u00a0${ids.length}`,
    nobody: 'nobody',
    change: 'Change members',
    addSpare: 'Add a computer',
    addVoter: 'Add a server',
    addHint: 'A new server first catches up as a learner, then votes.',
    pending: 'A change is under way:',
  },

  compose: {
    client: 'Client',
    clientName: (id: number): string => `Client ${id}`,
    kind: 'Operation',
    kinds: { put: 'Set', append: 'Append', inc: 'Add one', cas: 'Compare and set', get: 'Read' },
    key: 'Key',
    value: 'Value',
    expected: 'Only if it holds (empty: nothing)',
    mode: 'How to read',
    modes: {
      log: 'Through the log',
      readIndex: 'ReadIndex',
      lease: 'Leader lease',
      stale: 'Stale',
    },
    consul: { readIndex: 'Consul: consistent', lease: 'Consul: default', stale: 'Consul: stale' },
    promises: {
      log: 'An entry like a write: linearizable, at the price of one.',
      readIndex:
        'The leader asks a majority whether it still leads, then answers: linearizable, without an entry (D§6.4).',
      lease:
        'The leader answers at once while nobody else can lead: linearizable as long as clocks do not drift too far (D§6.4.1). Needs “Sticky leader”; without a lease it is a ReadIndex.',
      stale: 'Any server answers from what it has applied: fast, always possible, and maybe old.',
    },
    crash: 'Crash this client',
    restart: 'Restart this client',
    crashHint: 'What it had begun stands in its notes: when it is back it asks again under the same serial number.',
  },

  newCluster: {
    voters: 'Of them vote at first',
    all: 'all',
    options: 'Options and rules',
    usual: 'as usual',
    present: 'as now',
    clients: 'Clients',
    reads: 'Clients read',
    groups: 'Raft groups',
    groupsHint: 'Several groups on the same servers, each with its own leader and log.',
  },

  scenarios: {
    intro: 'Each opens a run that shows one thing, paused at its start.',
    open: 'Open',
    topics: {
      elections: 'Elections',
      log: 'Replication and figures of the paper',
      members: 'Members',
      snapshots: 'Snapshots',
      calm: 'Keeping and passing leadership',
      clients: 'Reads and clients',
      groups: 'Several groups',
      shortest: 'The shortest way to break each rule',
    },
    notes: {
      'first-election': 'The first timer that runs out makes a leader.',
      'candidate-yields': 'A candidate hears the leader of its own term, and follows it.',
      'split-vote': 'Two stand at once, nobody wins; random timeouts settle the next term.',
      replication: 'One write: appended, stored, committed, applied, answered.',
      'leader-crash': 'The leader crashes with a write under way; the client asks again.',
      'lagging-follower': 'The leader steps back to where the logs meet, then forward.',
      'stale-append': 'A delayed, shorter AppendEntries deletes nothing.',
      repeats: 'Every message comes twice; votes and copies count once.',
      'two-leaders': 'A cut leaves two leaders on screen and one that can commit.',
      'figure-7': 'A new leader brings six logs that differ in line with its own.',
      'figure-7-hint': 'The same with hints: a whole term is skipped at once.',
      'figure-8': 'An old entry on a majority is not committed, and is overwritten.',
      'figure-8-commit': 'An entry of the own term on a majority makes all before it safe.',
      'figure-8-unsafe': 'Without the rule of §5.4.2 a committed entry is overwritten.',
      'add-server': 'A newcomer catches up without a vote; then one entry makes it a voter.',
      'slow-newcomer': 'A newcomer on a slow link never catches up and is given up.',
      'remove-leader': 'The leader leads until its own removal is committed, then leaves.',
      'joint-consensus': 'Two of three servers are replaced at once; two majorities decide.',
      'changes-wait': 'A leader changes members neither too early nor twice at once.',
      'change-rolled-back': 'A change that only a cut-off leader knows is undone.',
      snapshot: 'Each server replaces applied entries by a snapshot of its own.',
      'install-snapshot': 'A follower that lacks dropped entries is sent the snapshot.',
      'snapshot-keeps-tail': 'What follows a snapshot in the log stays when it fits.',
      'isolated-returns': 'A server that was cut off raised its term and deposes a healthy leader.',
      prevote: 'With PreVote the server that was cut off returns without harm.',
      'removed-server': 'A removed server stands again and again; who hears the leader ignores it.',
      'check-quorum': 'A leader that hears nobody steps down, so that another can be elected.',
      transfer: 'The leader brings another up to date and tells it to stand at once.',
      'transfer-fails': 'The target cannot be reached; after a timeout the leader goes on.',
      priorities: 'Whoever wins hands over to the server that is wanted most.',
      'read-index': 'A cut-off leader answers no ReadIndex read.',
      'stale-read': 'A cut-off leader answers a stale read at once, with an old value.',
      'lease-read': 'A lease lets the leader answer alone, and ends before another can lead.',
      'new-leader-read': 'A new leader answers no read before its own entry is committed.',
      'exactly-once': 'A client crashes, retries, and its command is executed once.',
      'multi-raft': 'Three groups on five servers: one crash begins the elections of those that it led.',
      ...breakingNotes,
    },
  },
};
