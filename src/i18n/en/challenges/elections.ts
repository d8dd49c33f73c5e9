export const words = {
  'first-candidate': {
    ask: {
      ask: '{leader} led term {term} and has just crashed. Which server stands first, and does it win that election?',
    },
    parts: { first: 'Stands first', wins: 'Wins that election' },
    why: {
      wins: '{first}’s timer ran out first, and its log is as good as the others’, so a majority voted for it before anybody else could stand.',
      behind:
        '{first} stood first, but its log lacks an entry that the others hold, so they refused it. {winner} won term {newTerm}.',
    },
    change: { ask: 'Let {second}’s timer run out first' },
  },
  'near-tie': {
    ask: {
      ask: '{leader} has crashed. The timers of {both} run out within {gap}\u00a0ms, and a message takes longer. Which term gets the next leader?',
    },
    parts: { term: 'Term of the next leader' },
    why: {
      won: 'Both stood, but {winner}’s requests came first at enough servers: {votes} votes, and {majority} are needed.',
      split:
        'Each of {both} got two votes, and {majority} are needed. New random timeouts settled it: {winner} won term {newTerm}.',
    },
    change: { ask: 'Let {second}’s timer run out right now' },
  },
  'short-log': {
    ask: {
      ask: '{leader} crashed. {stale} missed entry {entry}, and its timer is about to run out. How many votes does it get, and who leads in the end?',
    },
    parts: { votes: 'Votes for {stale}, its own included', leader: 'Next leader' },
    why: {
      refused:
        'Servers that hold entry {entry} refuse a shorter log. {stale} got {votes} of the {majority} votes it needs, and {winner} won term {newTerm}.',
      minority:
        'Entry {entry} was on {holders} of {all} servers: not a majority, so nobody was promised anything. {stale} may win without it.',
    },
    change: { ask: 'Let {holder}, which has the entry, stand first' },
  },
  'forgotten-vote': {
    ask: {
      off: 'A rule is off: votes are not kept on disk. {leader} leads term {term}; {forget} restarted since. Now {second} stands in the same term.',
      on: 'Votes are on disk, as they should be. {leader} leads term {term}; {forget} restarted since. Now {second} stands in the same term.',
    },
    parts: { votes: 'Votes for {second}, its own included', leaders: 'Servers that win term {term}' },
    why: {
      two: '{forget} forgot having voted and voted again: with {votes} votes {second} is a second leader of term {term}. Election Safety is broken.',
      enough:
        '{forget} voted twice in one term. {second} has {votes} votes and needs {majority}, so there is one leader: by luck, not by rule.',
      kept: '{forget} found the vote on disk and gave no other. {second} has {votes} votes and needs {majority}: the term keeps its one leader.',
    },
    change: { off: 'The same with votes kept on disk', on: 'The same with votes forgotten' },
  },
};
