export const captions = {
  tryIt: 'Crash two followers and write: it works. Crash a third, and the client waits. Why?',
  parts: { ask: 'A request', copy: 'Copies', commit: 'Committed', follow: 'Followers learn', round: 'One round' },
  cues: {
    quiet: {
      say: '{leader} leads term {leaderTerm}. So far every log holds one entry, the empty one with which the term began.',
    },
    asks: {
      say: 'A client wants to write {command}. It does not know who leads, so it asks just anyone: {target}.',
    },
    redirect: {
      say: '{target} only follows, and a follower changes nothing by itself. It tells the client whom to ask: {leader}.',
    },
    append: {
      say: '{leader} writes the command into its own log, as entry {last} of term {leaderTerm}. Dashed means: not safe yet.',
      tryIt: 'Crash {leader} right now. Will anybody ever hear of this entry?',
    },
    send: {
      say: '{leader} sends the entry to all {count} followers, each time with the index and term of the entry before it.',
    },
    check: {
      say: '{actor} holds the entry that comes before, so the new one fits: it appends it, and writes it to disk.',
    },
    disk: {
      say: 'The entry is on {actor}’s disk. Only now may {actor} say yes: its yes must outlive a crash.',
    },
    stored: {
      say: 'Now all {all} logs hold the entry. {leader} cannot see that: it knows of its own copy, and waits for answers.',
    },
    'first-yes': {
      say: 'The answer of {other} is in: {leader} knows of {copies} copies. It needs {majority} of {all}.',
    },
    commit: {
      say: '{other} makes it {copies}: a majority, so entry {commit} is committed for good. {leader} applies it to its state machine.',
      tryIt: 'Crash any two servers here, {leader} too. Can the entry still get lost?',
    },
    answer: {
      say: 'The client has its answer: done, x is {value}. The followers store the entry but do not know yet that it is committed.',
    },
    tell: {
      say: 'No extra message is needed: {leader}’s next heartbeats carry its commit index, {commit}.',
    },
    learn: {
      say: '{actor} reads that everything up to entry {index} is committed, and applies it too. It trails, and never runs ahead.',
    },
    same: {
      say: 'All {all} servers have applied the entry: x is {value} everywhere. Same log, same order, same state.',
    },
    direct: {
      say: 'The next write is {command}. By now the client knows {leader} and asks it directly.',
    },
    round: {
      say: '{command} took {took}\u00a0ms: to the leader, one round to a majority, and back. The slowest followers never mattered.',
    },
  },
};
