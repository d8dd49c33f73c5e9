export const captions = {
  tryIt:
    'Under Timing, draw all timeouts from almost the same length, then crash the leader. How many terms pass in vain?',
  parts: { tie: 'A tie', again: 'And another', settled: 'Settled' },
  cues: {
    crash: {
      say: 'The leader {dead} crashes. {left} servers are left, but a majority is still {majority} of {all}: the dead count, too.',
    },
    both: {
      say: 'The timers of {both} run out at almost the same moment. Both begin term {term}, and each votes for itself.',
    },
    crossing: {
      say: 'The requests of {both} cross on their way. Each will reach another server first.',
      tryIt: 'Deliver one of these requests by hand, before the others. Does the tie go away?',
    },
    given: {
      say: '{a} heard {forA} first and votes for it; {b} heard {forB} first. Now all votes of term {term} are given away.',
    },
    late: {
      say: '{late} asks {actor} as well, but {actor} has voted for {chosen}. A vote is never taken back.',
    },
    tie: {
      say: '{both} have {votes} votes each and need {majority}. {dead}’s vote will never come: nobody wins term {term}.',
    },
    wait: {
      say: 'A split vote costs time and nothing else. {both} wait again, each for a new random time.',
    },
    again: {
      say: '{actor} stands {gap}\u00a0ms after {first}, before it could hear of it. So both are candidates again, now in term {term}.',
    },
    'tie-again': {
      say: '{votes} votes each once more: term {term} ends without a leader. Bad luck, and no harm done: every log is as it was.',
      tryIt: 'Let one more timer run out right now. Can it win against both?',
    },
    first: {
      say: 'This time {actor} is first by {lead}\u00a0ms. That is about what a message needs to reach another server.',
    },
    votes: {
      say: '{candidate}’s request came in time: {both} see the newer term, give up their old one and vote for {candidate}.',
    },
    'too-late': {
      say: '{actor} stands in term {actorTerm} as well, a moment too late: {voters} have given their votes away.',
    },
    wins: {
      say: '{leader} has {votes} of {all} votes and leads term {leaderTerm}.',
    },
    end: {
      say: '{actor} gives up and follows {leader}. Random timeouts do not forbid ties. They make the next one unlikely.',
    },
  },
};
