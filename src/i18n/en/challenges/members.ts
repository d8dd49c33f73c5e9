export const words = {
  'joint-majority': {
    ask: {
      joint:
        'The members change from {oldOnes} to all five, by joint consensus; {informed} have the entry so far. Now the network is cut: {sideA} | {sideB}.',
      single:
        '{newOnes} is being added to {oldOnes}; {informed} have the entry so far. Now the network is cut: {sideA} | {sideB}.',
      jump: 'A rule is off: the members change from {oldOnes} to all five in one step; {informed} have the entry so far. Now the network is cut: {sideA} | {sideB}.',
    },
    parts: { commit: 'Can elect a leader and commit writes' },
    words: { sideA: '{sideA}', sideB: '{sideB}' },
    why: {
      joint:
        'With the joint entry {leader} needs a majority of the old members and of the new. Only one side holds most of {oldOnes}, so no two majorities can be apart.',
      single:
        'Majorities of {oldOnes} and of the same with one more always have a server in common. So a single server at a time is safe without a joint step.',
      both: '{sideA} count by the old members, {sideB} by the new ones, and each has a majority of its own. Both commit: the logs part for ever.',
    },
    change: {
      joint: 'The same in one step, the rule off',
      single: 'The same with the rule off',
      jump: 'The same with the rule on',
    },
  },
  'leaving-early': {
    ask: {
      off: 'A rule is off: a leader that removes itself leaves once it has stored the entry. {leader} of {all} does; its first messages about it are lost. Who leads {seconds}\u00a0s later?',
      offCrashed:
        'A rule is off: a leader that removes itself leaves once it has stored the entry. {leader} of {all} does; its first messages about it are lost, and {down} is down. Who leads {seconds}\u00a0s later?',
      on: '{leader}, the leader of {all} servers, removes itself; its first messages about it are lost. Who leads {seconds}\u00a0s later?',
      onCrashed:
        '{leader}, the leader of {all} servers, removes itself; its first messages about it are lost, and {down} is down. Who leads {seconds}\u00a0s later?',
    },
    parts: { leader: 'Leader {seconds}\u00a0s later' },
    why: {
      stuck:
        '{leader}’s log is newer than all others, so it votes for nobody; and it stands no more. {alive} are fewer than {majority} of {all}: there is no leader any more.',
      luck: '{leader} left, and nobody else knows of the change. Enough others were up to elect {winner}; with too few there would be no leader any more.',
      stays:
        '{leader} led on until the change was committed, sending it again, and left only then. After that {winner} was elected by the others.',
    },
    change: {
      off: 'The same with the rule on',
      offCrashed: 'The same with the rule on',
      on: 'The same with the rule off',
      onCrashed: 'The same with the rule off',
    },
  },
  'many-groups': {
    ask: {
      one: '{alpha} leads α, {beta} leads β and {gamma} leads γ, all on the same {all} servers. In a moment {down} crashes; later a client writes to each group.',
      follower:
        '{alpha} leads α, {beta} leads β and {gamma} leads γ, all on the same {all} servers. In a moment {down} crashes; later a client writes to each group.',
      majority:
        '{alpha} leads α, {beta} leads β and {gamma} leads γ, all on the same {all} servers. In a moment {down} crash; later a client writes to each group.',
    },
    parts: { elect: 'Groups that hold an election', answer: 'Groups whose write is answered' },
    why: {
      one: 'A crash takes a server out of every group, but only what {down} led needs a new leader. {up} of {all} are left in each group: all of them go on.',
      follower:
        '{down} led no group, so nobody’s timer runs out. Each group has lost a follower, and {up} of {all} are still a majority.',
      majority:
        'The groups share their servers: {up} of {all} are no majority in any. A leader that is left goes on without committing anything; elsewhere candidates stand in vain.',
    },
    change: { one: 'Crash {other} instead', follower: 'Crash {other} instead', majority: 'Crash {other} only' },
  },
};
