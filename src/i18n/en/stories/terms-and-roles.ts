export const captions = {
  tryIt: 'Cut the leader off, let the others elect a new one, then heal. Which message makes the old one step down?',
  parts: { roles: 'Three roles', clock: 'Terms go on', yield: 'The old term yields' },
  cues: {
    quiet: {
      say: 'All {all} servers start as followers, in term {term}. A follower starts nothing: it answers, and waits for its timer.',
    },
    candidate: {
      say: '{actor} has waited long enough. It begins term {actorTerm}, becomes a candidate and votes for itself.',
    },
    requests: {
      say: '{actor} asks the others to vote for it. Every message carries its sender’s term: these {count} say term {actorTerm}.',
      tryIt: 'Crash S2 while its requests fly. Who stands next, and in which term?',
    },
    adopts: {
      say: '{actor} was still in term {old}. Whoever reads of a newer term moves to it at once: {actor} is now in term {actorTerm}.',
    },
    leader: {
      say: '{leader} has {votes} of {all} votes and leads term {leaderTerm}. A term has one leader at most; some terms have none.',
    },
    cut: {
      say: 'Now {leader} is cut off. It cannot know: it goes on as leader of term {leaderTerm}, though nobody hears it.',
    },
    next: {
      say: '{actor} has heard no leader for too long. It begins a new term, {actorTerm}: terms only ever grow.',
    },
    two: {
      say: '{leader} leads term {leaderTerm}; {old} still believes it leads term {oldTerm}. Two leaders, but never in the same term.',
      tryIt: 'Write to each of the two leaders. Which of the entries is ever committed?',
    },
    back: {
      say: 'The network is whole again. {old} sends its next heartbeat, and the heartbeat says term {oldTerm}.',
    },
    refuse: {
      say: '{actor} is in term {actorTerm}, so a message of term {oldTerm} is out of date. {actor} refuses it; the answer names the newer term.',
    },
    down: {
      say: '{actor} reads of term {actorTerm}. Its own term was older, so it stops leading on the spot: a follower again.',
    },
    end: {
      say: 'All {all} servers are in term {term}, under {leader}. Terms are a clock that counts elections: whoever is behind gives way.',
    },
  },
};
