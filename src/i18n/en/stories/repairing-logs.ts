export const captions = {
  tryIt:
    'Figure 7 with conflict hints is among the scenes of the first page. How many refusals does each follower need there?',
  parts: {
    diverged: 'Diverged',
    repair: 'Repaired',
    commit: 'Committed',
  },
  cues: {
    logs: {
      say: 'The logs of Figure 7. Compared with {first}, {short} lack entries, {long} have more, and {other} have others.',
    },
    leader: {
      say: '{leader} is elected in term {leaderTerm}. It takes all logs to be like its own: next is entry {next} for everybody.',
    },
    probe: {
      say: 'Its first heartbeats ask everybody the same question: do you hold entry {prev}, of term {prevTerm}?',
    },
    refused: { say: '{lacking} have no entry {prev}. {actor} has one, but of term {own}. All of them refuse.' },
    agreed: {
      say: '{both} hold it and say yes. What they have beyond entry {prev} may stay: nothing contradicts it so far.',
    },
    a: { say: '{actor} lacked entry {entry} only. One step back, and its log is the leader’s.' },
    e: {
      say: '{actor} had an entry {conflict} of term {mine}, the leader has one of term {leaders}. From there on it takes the leader’s.',
      tryIt: 'Crash the leader before the last log is repaired. Does the next one begin from scratch?',
    },
    b: {
      say: '{actor} only lacked entries. The logs met at entry {prev}, of term {term}, and {count} entries followed at once.',
    },
    f: {
      say: '{actor} was furthest off: the logs met at entry {kept}. {lost} entries that no other server holds are deleted.',
    },
    met: {
      say: 'Every log agrees with {leader}’s up to entry {match}; {longer} have more. {leader} has never changed its own.',
    },
    own: {
      say: 'A client’s {command} becomes entry {last}, the first of term {leaderTerm}. At {both} other entries are in its place.',
    },
    d: {
      say: 'The entries {entry} of {both}, of terms {old} and {gone}, contradict the new one. They are deleted, with all after them.',
    },
    commit: {
      say: 'All {all} logs are equal. Entry {commit}, of the leader’s own term, is on a majority: it is committed, with all before it.',
    },
  },
};
