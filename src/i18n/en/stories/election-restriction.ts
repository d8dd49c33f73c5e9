export const captions = {
  tryIt: 'Let an outdated server time out again and again. Can it ever win? What does it cost the others?',
  parts: {
    short: 'A short log',
    refused: 'Refused',
    elected: 'Elected',
    compare: 'Which is newer?',
  },
  cues: {
    away: { say: '{dead} crashes; its log ends at entry {last}. It will miss what comes next.' },
    commit: { say: '{holders} store entry {commit}: it is committed. {away} has never heard of it.' },
    crash: {
      say: 'The leader {dead} has crashed, and {back} is up again. Its log ends at entry {own}, the others’ at entry {others}.',
    },
    stands: {
      say: '{actor} stands first. If it won, all would have to take over its log, and the committed entry {committed} would be lost.',
    },
    asks: {
      say: 'That is why a vote request tells how the candidate’s log ends. {candidate}’s: entry {last}, of term {lastTerm}.',
    },
    refuse: {
      say: '{actor}’s log ends at entry {own}, {candidate}’s at entry {theirs}; both in term {both}. The shorter is outdated: no vote.',
      tryIt: 'Switch this rule off in your head: who would lose what?',
    },
    alone: {
      say: 'All have refused; {candidate} is left with {votes} vote, its own. It may stand as often as it likes, and cannot win.',
    },
    other: { say: '{actor}, whose log ends at entry {last}, stands in term {actorTerm}.' },
    even: { say: 'Even {actor} votes for {candidate}, whose log is at least as up to date as its own.' },
    wins: {
      say: 'Entry {index} is on a majority, and a majority has voted: some server is in both. So every winner holds it, like {leader}.',
    },
    filled: {
      say: '{leader} brings {actor} what it had missed. Entries only ever flow from the leader to the others.',
    },
    compare: {
      say: 'Now the logs of Figure 7. {candidate} asks for votes; its log ends with entry {last}, of term {lastTerm}.',
    },
    longer: {
      say: '{actor}’s log ends in the same term, {lastTerm}, but at entry {own} and not {theirs}. The longer one is ahead: no vote.',
    },
    newer: {
      say: '{actor}’s log ends in term {own}, {candidate}’s in term {theirs}. The later term is ahead, whatever the length: no vote.',
    },
    older: {
      say: '{actor}’s log is longer: {own} entries against {theirs}. But it ends in term {ownTerm}, before {theirTerm}: {actor} votes yes.',
    },
    result: {
      say: '{leader} wins with {votes} of {all} votes. Its log need not be the best of all, only as good as those of a majority.',
    },
  },
};
