export const captions = {
  tryIt: 'Crash servers one by one. At which crash does the leader stop committing? Try a new cluster of four as well.',
  parts: {
    majority: 'A majority',
    cut: 'Cut or crash?',
    sides: 'Two sides',
    stop: 'No majority',
  },
  cues: {
    votes: {
      say: '{voters} voted for {leader}. That is {majority} of {all}, a majority, so {leader} leads term {leaderTerm}.',
    },
    stored: {
      say: '{holders} store {command}: a majority again, so it is committed. In Raft, majorities decide everything.',
    },
    cut: {
      say: 'The network is cut: {few} here, {many} there. {many} hear nothing from {leader} now, as if it had crashed. They cannot tell.',
    },
    two: {
      say: 'So they elect {leader}, while {old}, alive and well, leads on the other side. Two leaders: is that dangerous?',
    },
    shared: {
      say: '{one} elected {old}; {other} elected {leader}. Majorities always overlap, here in {both}: a term has one leader at most.',
    },
    few: {
      say: 'A client writes {command} to {old}. {other} stores it, too. But {copies} of {all} is no majority: it cannot be committed.',
      tryIt: 'Wait as long as you like. Can {old} ever commit this entry while the cut lasts?',
    },
    many: {
      say: '{leader} has {command} on {copies} of {all} servers: committed. Never can both sides have a majority.',
    },
    crash: {
      say: 'Now {dead} crashes, too. {leader} and {other} are left on their side: {left} of {all}, no majority.',
    },
    stuck: {
      say: '{command} is on {copies} servers, and {majority} are needed. The client waits: better no answer than a wrong one.',
    },
    restart: { say: '{actor} restarts, with term, vote and log as its disk has them. Its side has a majority again.' },
    on: { say: '{leader} has reached a majority: {command} is committed. Nothing was forgotten, it only took longer.' },
    odd: {
      say: '{all} servers survive {down} failures. {more} would not survive more: their majority is {larger}. So clusters are odd.',
    },
  },
};
