export const captions = {
  tryIt: 'Crash a follower, write a few entries and restart it. How many refusals until the logs meet?',
  parts: {
    missing: 'Missed entries',
    back: 'One by one back',
    forward: 'Forward at once',
  },
  cues: {
    crash: { say: '{dead} crashes. On its disk, its log ends with entry {last}.' },
    without: {
      say: 'The others go on without {away}, for a majority is enough. By now they have committed entry {commit}.',
    },
    leader: {
      say: '{dead} is down, and {leader} leads now. It cannot know what {away} holds, so it assumes the best: next is entry {next}.',
    },
    restart: { say: '{actor} is back. Its log ends at entry {own}, {leader}’s at entry {last}.' },
    probe: {
      say: '{leader} offers {to} entry {entry}, and says what must come before it: entry {prev}, of term {prevTerm}.',
      tryIt: 'Deliver this message twice. Does it matter?',
    },
    refuse: { say: '{actor} has no entry {prev}. It refuses: a log must not have gaps.' },
    step: {
      say: '{leader} takes a step back: next for {to} is entry {next} instead of {was}. It tries again, one entry earlier.',
    },
    again: { say: '{actor} has no entry {prev} either, and refuses again.' },
    down: { say: '{count} steps back, and {leader} asks: do you hold entry {prev}?' },
    meet: {
      say: 'It does, with the same term: at entry {prev} the logs meet. {actor} appends the {count} entries after it, all at once.',
    },
    match: { say: 'One yes is enough: {leader} knows now that {to}’s log equals its own up to entry {match}.' },
    matching: {
      say: 'Every append is checked like this one. So where index and term of an entry agree, all before it agrees, too.',
    },
  },
};
