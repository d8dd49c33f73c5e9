/** Titles of the chapters, and what each is about, by their ids. */
export const contents = {
  'replicated-state': {
    title: 'One log, one state',
    about: 'One server is not enough. The same log, in the same order, gives the same state on every server.',
  },
  majorities: {
    title: 'Majorities',
    about: 'A crash and a cut look the same. Why two leaders do no harm, and why clusters have three servers or five.',
  },
  'terms-and-roles': {
    title: 'Terms and roles',
    about: 'Follower, candidate, leader; and the clock that tells old leaders from new ones.',
  },
  'leader-election': {
    title: 'Leader election',
    about: 'A timer runs out, votes are asked for and given once, and heartbeats keep everybody else quiet.',
  },
  'split-votes': {
    title: 'Split votes',
    about: 'Two stand at once and nobody wins. Why timeouts are random, and why that is enough.',
  },
  'log-replication': {
    title: 'Log replication',
    about:
      'A write on its way: asked, appended, copied, committed, applied, answered; and how the followers learn of it.',
  },
  'consistency-check': {
    title: 'The consistency check',
    about: 'A follower has missed entries. The leader steps back until the logs meet, then forward.',
  },
  'repairing-logs': {
    title: 'Repairing logs',
    about: 'Figure 7: six followers whose logs have drifted apart in six ways, all brought to the leader’s log.',
  },
  'election-restriction': {
    title: 'The election restriction',
    about: 'A server with an old log cannot win, so a leader holds every committed entry from the start.',
  },
  'earlier-terms': {
    title: 'Entries of earlier terms',
    about:
      'Figure 8, step by step: an entry on a majority that is not committed, and what goes wrong without the rule.',
  },
  partition: {
    title: 'A partition',
    about: 'Two leaders, one majority. What each client is told, and what becomes of the losing side’s writes.',
  },
  'leader-crashes': {
    title: 'The leader crashes',
    about: 'Six moments of one write. What survives, what the client sees, and why asking again needs a serial number.',
  },
  reads: {
    title: 'Reads',
    about:
      'Through the log, by ReadIndex, on a lease, stale: what each costs, what each promises, and what Consul offers.',
  },
  snapshots: {
    title: 'Snapshots',
    about:
      'A log cannot grow for ever. Each server puts a snapshot in its place, and sends it to those that are too far behind.',
  },
  members: {
    title: 'Changing the members',
    about: 'Why not all at once; joint consensus; one server at a time; and a bug that was found after the proof.',
  },
  'staying-calm': {
    title: 'Staying calm',
    about: 'PreVote, CheckQuorum, handing over: how a good leader is kept, a bad one leaves, and a wanted one comes.',
  },
  'many-groups': {
    title: 'Many groups',
    about:
      'Multi-Raft: three groups on the same five servers, with leaders, terms and logs of their own; and one crash.',
  },
  'where-raft-stands': {
    title: 'Where Raft stands',
    about: 'Two-phase commit, Paxos, Zab and Raft side by side: a lost coordinator, and a cut network.',
  },
};
