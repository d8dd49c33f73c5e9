export const captions = {
  tryIt: 'Take Raft where the others wait: crash the leader, or cut it off alone. How long until somebody leads?',
  parts: {
    lost: 'A lost coordinator',
    'raft-lost': 'Raft',
    cut: 'A cut network',
    'raft-cut': 'Raft in a cut',
    beside: 'Side by side',
  },
  cues: {
    asked: {
      say: 'Client {client} asks {leader} to write. What if the one that coordinates it gets lost now? Every protocol must have an answer.',
    },
    'commit-lost': {
      say: 'Two-phase commit needs everybody. {one} and {other} have said yes, then {coordinator} is lost. They may neither commit nor abort: they wait.',
    },
    'paxos-lost': {
      say: 'Paxos: {dead} is lost, so {fresh} tries with a higher number. {acceptor} tells what it had accepted, and {fresh} must propose that: {value}.',
    },
    'zab-lost': {
      say: 'Zab, in ZooKeeper: the others elect {fresh} instead of {dead}, agree on a new epoch, and take over its history. Only then do writes go on.',
    },
    'raft-lost': {
      say: 'Raft: {dead} is lost before it heard that {holders} hold entry {entry}. So it has not committed it, and told nobody.',
    },
    'raft-elects': {
      say: '{leader} wins with {count} votes of {all}. Its log counts as it is, entry {entry} too: nobody has to be asked what they have.',
    },
    'raft-goes-on': {
      say: 'With an entry of its own, {leader} commits {old} as well: x is {value}. No phase of recovery, just AppendEntries as ever.',
    },
    parted: {
      say: 'The other trouble: a cut parts {old}, which leads, from {many}. Again, first what the others do.',
    },
    'commit-cut': {
      say: 'Two-phase commit: {one} hears the decision, {other} does not. It keeps its locks and waits for the cut to heal. Safe, but stuck.',
    },
    'paxos-cut': {
      say: 'Paxos: {few} gets {promises} promise of {acceptors} and can choose nothing. {many} has a majority. Healed, {few} must take over what was chosen.',
    },
    'zab-cut': {
      say: 'Zab: {old} hears from no majority and gives up leading. {fresh} leads the others; later, {old} takes over its history.',
    },
    'raft-two': {
      say: 'Raft: {leader} wins term {leaderTerm} with {count} votes. {old} still leads term {oldTerm}, with an entry that it cannot commit.',
    },
    'raft-told': {
      say: 'Client {told} is answered: x is {value}. Client {waiting} waits at {old}, which promises nothing.',
    },
    'raft-heals': {
      say: 'Healed: {actor} hears term {actorTerm}, follows, and gives up its entry {entry} for those of {leader}. Nobody had relied on it.',
    },
    'raft-stays': {
      say: 'So Raft goes on while {majority} of {all} can talk, as Paxos and Zab do. Its own: one leader, and entries go only from it to others.',
    },
  },
  figures: {
    titles: {
      'commit-lost': 'Two-phase commit, the coordinator lost',
      'paxos-lost': 'Paxos, a proposer lost',
      'zab-lost': 'Zab, the leader lost',
      'commit-cut': 'Two-phase commit, a cut',
      'paxos-cut': 'Paxos, a cut',
      'zab-cut': 'Zab, a cut',
    },
    words: {
      coordinator: 'coordinator',
      participant: 'participant',
      proposer: 'proposer',
      acceptor: 'acceptor',
      peer: 'server',
      inDoubt: 'in doubt: holds its locks and waits',
      prepare: 'prepare?',
      yes: 'yes',
      commit: 'commit',
      prepare1: 'prepare 1',
      prepare2: 'prepare 2',
      prepare3: 'prepare 3',
      promise: 'promise',
      promiseV: 'promise; had v',
      promiseW: 'promise; had w',
      acceptV1: 'accept 1: v',
      acceptV2: 'accept 2: v',
      acceptW: 'accept 2: w',
      accepted: 'accepted',
      chosen: 'chosen',
      noMajority: 'no majority',
      epoch1: 'epoch 1',
      epoch2: 'epoch 2',
      election: 'election',
      vote: 'vote',
      propose: 'propose',
      cepoch: 'last epoch',
      newEpoch: 'new epoch',
      newLeader: 'history',
      ack: 'ack',
      synced: 'in step',
      gaveUp: 'gave up, looks for a leader',
      committed: 'committed',
    },
    table: {
      head: ['Protocol', 'Who decides', 'A lost coordinator', 'A cut network'],
      rows: [
        [
          'Two-phase commit',
          'All participants together: one no is enough to abort.',
          'Who has said yes holds its locks and waits until the coordinator is back.',
          'Who is cut off waits. Never wrong, but stuck.',
        ],
        [
          'Paxos',
          'A majority of acceptors, value by value.',
          'Anybody proposes with a higher number, after asking what was accepted before.',
          'The side with a majority chooses. Rival proposers may hold each other up.',
        ],
        [
          'Zab (ZooKeeper)',
          'An elected leader, with a majority.',
          'An election and a new epoch; all take over the new leader’s history before writes go on.',
          'A leader without a majority gives up; the majority elects another.',
        ],
        [
          'Raft',
          'An elected leader, with a majority.',
          'Only a server whose log is up to date can win; it just goes on, and commits with an entry of its own.',
          'The old leader commits nothing; the majority elects another. A higher term ends the old.',
        ],
      ],
    },
  },
};
