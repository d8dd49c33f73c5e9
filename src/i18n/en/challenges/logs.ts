export const words = {
  'legal-logs': {
    ask: { ask: 'Which of these logs can a server of Raft have? Each cell shows the term of an entry.' },
    parts: { logs: 'Can it be?' },
    why: {
      logs: 'Terms in a log never fall, because a leader appends only in its own term. And no index is left out: an entry is taken only right after the one before it.',
    },
    change: { ask: 'Open the history of the first one' },
  },
  'possible-followers': {
    ask: {
      ask: '{leader} has just won term {term} with the log shown, and has sent nothing yet. Here {follower} is empty. Which of these logs could it have instead?',
    },
    parts: { followers: 'Could {follower} have it?' },
    why: {
      followers:
        'All entries of a term come from one leader, on top of one log: where both logs hold a term, it begins at the same index, after the same entries. And term {term} has no entries yet.',
    },
    change: { ask: 'Open the history of the first one' },
  },
  'wrong-next-index': {
    ask: {
      ask: '{leader} leads. Its nextIndex for {follower} is {next}, and {follower}’s log ends at {last}. What happens until their logs agree?',
    },
    parts: { refusals: 'How often {follower} refuses', deletes: '{follower} deletes entries of its own' },
    why: {
      small:
        'nextIndex {next} is too small, which does no harm: {follower} is sent entries that it holds already, keeps them, and says yes.',
      large:
        'nextIndex {next} is too large, which only takes time: with each refusal (here {refusals}) {leader} steps back by one, until the logs meet.',
      diverged:
        'With each refusal (here {refusals}) {leader} steps back by one. Where the logs meet, {follower} deletes what differs and takes {leader}’s entries.',
    },
    change: { ask: 'The same with the conflict hint' },
  },
  'repeated-network': {
    ask: {
      on: '{follower} holds entries up to {last}. An old AppendEntries of its leader arrives late, with entries up to {upTo} only. How long is its log then?',
      off: 'A rule is off: AppendEntries deletes all that follows. {follower} holds entries up to {last}; an old request arrives late, with entries up to {upTo} only.',
    },
    parts: { length: 'Last entry of {follower}’s log' },
    why: {
      kept: 'Only an entry that conflicts is deleted. What the late request does not mention stays: up to {length}. So repeated and reordered messages do no harm.',
      cut: 'The log ends at {length}: the late request took away entries that {follower} had promised to keep. They may be committed by its promise.',
    },
    change: { on: 'The same with the rule off', off: 'The same with the rule on' },
  },
  'snapshot-gap': {
    ask: {
      ask: '{follower} is back with entries up to {last}. {leader} keeps entries up to {base} as a snapshot only. How is {follower} brought up to date?',
    },
    parts: { rpc: 'What changes {follower}’s log first', first: 'Its log’s first entry, once it is up to date' },
    words: { AppendEntries: 'AppendEntries', InstallSnapshot: 'InstallSnapshot', RequestVote: 'RequestVote' },
    why: {
      gap: '{leader} no longer has entry {needed}: it is part of the snapshot. So it sends the snapshot, and {follower}’s log begins after entry {base}.',
      reaches:
        'The snapshot ends before what {follower} lacks: {leader} still has entry {needed} and sends it. Each server takes snapshots by itself.',
    },
    change: { ask: 'Let a client write at this moment' },
  },
};
