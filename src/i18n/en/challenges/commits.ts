export const words = {
  'whose-answer': {
    ask: {
      all: '{leader} has just appended an entry. Beside each server stands how long a request and its answer take. Whose answer commits the entry?',
      crashed:
        '{leader} has just appended an entry; {down} is down. Beside each server stands how long a request and its answer take. Whose answer commits the entry?',
    },
    parts: { server: 'The answer that commits it' },
    why: {
      all: '{leader} counts itself and needs {others} more for a majority of {all}. {server}’s answer, after about {trip}\u00a0ms, completed it; slower ones hold nobody up.',
      crashed:
        'A majority of {all} is {majority}, whoever is down. {server}’s answer, after about {trip}\u00a0ms, completed it: a crash only means waiting for a slower one.',
    },
    change: { all: 'Crash {server} at this moment', crashed: 'Crash {server} too, at this moment' },
  },
  'safe-to-apply': {
    ask: {
      ask: 'All servers have just restarted with these logs, and nobody leads. Mark the entries of {owner} that no election can ever take away.',
    },
    parts: { safe: 'Entries of {owner} that are safe' },
    why: {
      some: 'Everybody who can win holds the entries up to {safe}. But {server} can win with {voters}, and lacks entry {lost}: this is how it is lost.',
      none: '{server} can win with the votes of {voters}, and holds none of these entries: this is how all of them are lost.',
    },
    change: { ask: 'Leave {server} alone with {voters}, and try' },
  },
  'figure-8': {
    ask: {
      overwritten:
        'Entry {entry} of term {old} is on {holders} of {all} servers; {leader} leads term {term}. Next, {leader} is cut off and crashes, and {last} comes back.',
      committed:
        'Entry {entry} of term {old} is on {holders} of {all} servers; {leader} leads term {term}. Next, it copies an entry of its own term to a majority, crashes, and {last} comes back.',
      off: 'A rule is off: copies of old entries count. Entry {entry} of term {old} is on {holders} of {all}; {leader} leads. Next, {leader} is cut off and crashes, and {last} comes back.',
    },
    parts: { committed: '{leader} takes entry {entry} for committed now', survives: 'It is on a majority in the end' },
    why: {
      overwritten:
        'Copies of an older term’s entry do not count. {last}, whose last entry is of term {between}, can still win and overwrite it; nobody was promised anything.',
      committed:
        'Its own copies do not count, but an entry of term {term} on a majority does, with all before it: {last}, of term {between}, can no longer win.',
      off: '{leader} counted copies and took the entry for committed. {last} won all the same and overwrote it: a committed entry is gone.',
    },
    change: {
      overwritten: 'The same with the rule off',
      committed: 'The same with the rule off',
      off: 'The same with the rule on',
    },
  },
  'silent-leader': {
    ask: {
      plain:
        '{next} has just won term {term}. Its log ends at {last}, its commitIndex is {own}. For {wait}\u00a0ms no client writes, then one does.',
      noop: '{next} has just won term {term} and appends an empty entry. Its log ended at {last}, its commitIndex is {own}. For {wait}\u00a0ms no client writes, then one does.',
    },
    parts: { quiet: 'Its commitIndex before the write', after: 'Its commitIndex after the write' },
    why: {
      plain:
        '{next} must not count copies of older terms. Only with the write there is an entry of term {term} to count: once it is on a majority, all up to {after} is committed.',
      noop: 'The empty entry is of term {term}, so {next} may count its copies: all up to {quiet} is committed before any client writes.',
    },
    change: { plain: 'The same with an empty entry at once', noop: 'The same without the empty entry' },
  },
  'deposed-leader': {
    ask: {
      ask: '{next} leads term {newTerm}. {leader} still believes that it leads term {old}, and answers about entry {entry} may be on their way to it.',
    },
    parts: { commits: '{leader} commits entry {entry} before it steps down', holds: '{next} holds entry {entry}' },
    why: {
      late: 'The answers came before the news, so {leader} completed its commit. That does no harm: what is on a majority is on every later leader, too.',
      overtaken:
        '{leader} heard of term {newTerm} first and stepped down. Nothing is lost: {next} holds entry {entry}, and commits it with an entry of its own.',
      alone:
        'Only {stored} stored entry {entry}, so no majority can vouch for it. {next} won without it and will overwrite it.',
    },
    change: { ask: 'Crash {next} at this moment' },
  },
  'lost-tail': {
    ask: {
      off: 'A rule is off: {slow} said yes before entry {entry} was on disk. It was committed; then {leader} crashed, and {two} restarted. Who leads next?',
      on: '{two} had entry {entry} on disk before they said yes. It was committed; then {leader} crashed, and {two} restarted. Who leads next?',
    },
    parts: { leader: 'Next leader', survives: 'It holds entry {entry}' },
    why: {
      gone: 'What {slow} had promised was lost with the restart, so {winner} could win without entry {entry}: a committed entry has vanished.',
      luck: '{slow} had lost what it had promised. That {winner} holds the entry is luck: another server could have won without it.',
      kept: 'What was answered is on disk, so {two} still hold entry {entry}, and nobody can win without a vote of theirs: {winner} has it, too.',
    },
    change: {
      off: 'The same with the rule on, from before the write',
      on: 'The same with the rule off, from before the write',
    },
  },
  'everybody-off': {
    ask: {
      plain:
        'In a moment all servers crash, and restart a little later. Now commitIndex of {leader} is {commit}. What does it have then?',
      snapshot:
        'Each server has a snapshot. In a moment all crash, and restart a little later. Now commitIndex of {leader} is {commit}. What does it have then?',
    },
    parts: {
      kept: 'As before, right after the restart',
      commit: 'Its commitIndex right after the restart',
      apply: 'An entry is applied again',
    },
    words: {
      term: 'currentTerm',
      vote: 'votedFor',
      log: 'the log',
      commitIndex: 'commitIndex',
      lastApplied: 'lastApplied',
      role: 'its role',
      restart: 'at the restart',
      election: 'when a leader is elected',
      ownEntry: 'when the leader commits an entry of its own term',
    },
    why: {
      plain:
        'Term, vote and log are on disk, all else is forgotten. {first} had to commit its empty entry of term {term} to know that those before it are committed.',
      plainQuiet:
        'Term, vote and log are on disk, all else is forgotten. Here new leaders append nothing, so {first} had to wait for an entry of term {term}: the write {write}.',
      snapshot:
        'Term, vote, log and snapshot are on disk. What is in a snapshot was committed, so commitIndex begins at {base}. The rest waits for an entry of term {term}.',
      snapshotQuiet:
        'What is in a snapshot was committed, so commitIndex begins at {base}. Here new leaders append nothing: {first} had to wait for the write {write} of term {term}.',
    },
    change: {
      plain: 'No empty entries of new leaders',
      snapshot: 'No empty entries of new leaders',
      plainQuiet: 'Empty entries of new leaders',
      snapshotQuiet: 'Empty entries of new leaders',
    },
  },
};
