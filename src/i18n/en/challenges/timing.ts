export const words = {
  'slow-heartbeats': {
    ask: {
      ask: 'Election timeouts are {min} to {max}\u00a0ms. From now on leaders send heartbeats every {heartbeat}\u00a0ms. What comes in the next {seconds}\u00a0s?',
    },
    parts: { elections: 'Elections', reign: 'Longest time that one server leads, in ms' },
    why: {
      calm: 'With a heartbeat every {heartbeat}\u00a0ms no timer of {min}\u00a0ms or more runs out: {leader} leads all the time.',
      restless:
        'Timers run out before the next heartbeat comes: {elections} elections, and nobody led longer than {reign}\u00a0ms. Heartbeats must come well within the timeout.',
    },
    change: { ask: 'Give the timers time enough for this heartbeat' },
  },
  'go-worldwide': {
    ask: {
      ask: '{leader} leads. A message takes {near}\u00a0ms, and {latency}\u00a0ms from here on; election timeouts stay at {min} to {max}\u00a0ms. What comes in the next {seconds}\u00a0s?',
    },
    parts: { elections: 'Elections', timeout: 'Smallest of these minimum timeouts, in ms, that would be stable' },
    why: {
      calm: 'Votes are back after {trip}\u00a0ms, before any candidate gives up. And heartbeats come later, but as often as before.',
      fragile:
        'Heartbeats come later, but as often as before, so {leader} stays. After a crash it would be harder: votes need {trip}\u00a0ms. From {stable}\u00a0ms on elections succeed.',
      never:
        'Timers ran out before the first late heartbeat, and votes need {trip}\u00a0ms, longer than candidates wait: {elections} elections. From {stable}\u00a0ms on it is stable.',
    },
    change: { ask: 'The same with timeouts from {stable}\u00a0ms' },
  },
  'rocket-term': {
    ask: {
      plain:
        '{away} was cut off for {seconds}\u00a0s and has reached term {far}; {leader} leads term {near}. Now it comes back. Where do things stand one second later?',
      preVote:
        'PreVote is on. {away} was cut off for {seconds}\u00a0s and is in term {far}; {leader} leads term {near}. Now it comes back. Where do things stand one second later?',
    },
    parts: { leader: 'Leader', term: 'Highest term' },
    why: {
      deposed:
        'Whoever hears of a newer term follows it, {leader} too. So a leader that did its work is gone, and {winner} won term {newTerm}.',
      takesOver:
        'Whoever hears of a newer term follows it, {leader} too. {away}’s log is as good as the others’, so it could win term {newTerm}.',
      again:
        'Whoever hears of a newer term follows it, {leader} too; then it happened to win again, now term {newTerm}. The clients had to wait.',
      calm: 'With PreVote {away} asked first whether it could win. Nobody answered, so it stayed in term {far}, and {leader} leads on.',
    },
    change: { plain: 'The same with PreVote', preVote: 'The same without PreVote' },
  },
  'half-deaf': {
    ask: {
      all: '{leader} leads term {term}. From now on {deaf} can send to everybody, but hears nobody. Where do things stand {seconds}\u00a0s later?',
      leader:
        '{leader} leads term {term}. From now on {deaf} hears everybody but {leader}. Where do things stand {seconds}\u00a0s later?',
      allPreVote:
        'PreVote is on, and {leader} leads term {term}. From now on {deaf} can send to everybody, but hears nobody. Where do things stand {seconds}\u00a0s later?',
      leaderPreVote:
        'PreVote is on, and {leader} leads term {term}. From now on {deaf} hears everybody but {leader}. Where do things stand {seconds}\u00a0s later?',
    },
    parts: { growth: 'The term has grown by', leader: 'Leader' },
    why: {
      calm: 'With PreVote {deaf} asks first whether it could win. No majority tells it so, and its term stays: {leader} is not disturbed.',
      restless:
        '{deaf} hears no heartbeat and stands again and again. Each request carries a newer term, and each newer term ends a reign: now it is {newTerm}.',
      settles:
        '{deaf} heard no heartbeat of {leader} and stood, which ended the term. It is quiet since a server leads that all others hear: term {newTerm}.',
    },
    change: {
      all: 'The same with PreVote',
      leader: 'The same with PreVote',
      allPreVote: 'The same without PreVote',
      leaderPreVote: 'The same without PreVote',
    },
  },
};
