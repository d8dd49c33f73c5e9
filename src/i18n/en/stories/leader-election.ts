export const captions = {
  tryIt: 'Look at the rings, guess who will stand next, then crash the leader. Were you right?',
  parts: { timeout: 'A timer runs out', votes: 'Asking for votes', leader: 'A leader', crash: 'The leader fails' },
  cues: {
    timers: {
      say: 'Nobody leads. Each ring is a timer set to a random time, and {first} has the least left: {left}\u00a0ms.',
      tryIt: 'Freeze this server, or let another timer run out first.',
    },
    timeout: {
      say: '{actor}’s timer ran out without a word from a leader. It becomes a candidate in term {actorTerm} and votes for itself.',
    },
    requests: {
      say: '{candidate} asks the other {count} for their votes. It holds {votes}, its own; it needs {majority} of {all}.',
      tryIt: 'Drop some of these requests. How many may go missing before {candidate} cannot win?',
    },
    vote: {
      say: '{actor} has not voted in term {actorTerm}, and {candidate} is the first to ask. First come, first served: it gets the vote.',
    },
    disk: {
      say: '{actor} wrote its vote to disk before it answered. Even if it crashes now, it will not vote twice in this term.',
      tryIt: 'Crash {actor} and restart it. What does it still know about its vote?',
    },
    counted: {
      say: '{actor} counts {votes} votes and needs {majority}. {flying} more answers are on their way.',
    },
    wins: {
      say: '{votes} of {all} is a majority: {leader} leads term {leaderTerm}. It does not wait for the answers still under way.',
    },
    announce: {
      say: '{leader} tells everybody at once. Its first message carries an empty entry that opens term {leaderTerm} in the log.',
    },
    reset: {
      say: '{actor} hears the leader and starts its timer afresh. A follower that hears a leader in time does not stand.',
    },
    heartbeat: {
      say: 'Nothing new to say? {leader} says so every {interval}\u00a0ms. These empty messages are heartbeats: they hold elections off.',
      tryIt: 'Cut {leader} off for a moment. How many heartbeats can a follower miss?',
    },
    crash: {
      say: '{dead} crashes. Nobody is told; all that the others will ever notice is the silence.',
    },
    silence: {
      say: 'No heartbeat restarts the timers now. {first} has {left}\u00a0ms left, {second} only {more}\u00a0ms more.',
    },
    both: {
      say: '{first} stood first, but its request is still on its way to {actor}. So {actor} stands too, also in term {term}.',
    },
    second: {
      say: '{late} asks {actor} for its vote, too late: in term {actorTerm} it went to {chosen}. One vote per server and term.',
    },
    'wins-again': {
      say: '{leader} has {votes} votes and leads term {leaderTerm}. {other} is left with {own}, its own.',
    },
    yields: {
      say: '{actor} hears from {leader}, the leader of the term that it stood in itself. It gives up and follows.',
    },
  },
};
