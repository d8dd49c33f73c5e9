export const captions = {
  tryIt:
    'Choose a group above the stage and write to it. Then isolate a server: in which groups is an election needed?',
  parts: {
    split: 'Three groups',
    spread: 'Leaders spread out',
    crash: 'A crash',
    back: 'Back in all',
  },
  cues: {
    split: {
      say: 'One leader does all the writing of a group. So data is split among {groups} groups, α, β and γ, all on the same {all} servers.',
    },
    alpha: {
      say: 'In α, {leader} leads and commits a write: x is {value}. β and γ see nothing of it. They have logs of their own.',
    },
    beta: {
      say: 'The same servers in β: here {leader} leads, and x is {value}. In α it is {other}. Each group holds its own part of the data.',
    },
    load: {
      say: '{leader} leads β, and γ as well: twice the work. So it hands γ over to {heir}. Leaders are spread group by group.',
    },
    spread: {
      say: '{leader} leads γ, in term {leaderTerm}. {beta} leads β in term {betaTerm}, {alpha} leads α. Terms, votes and timers are each group’s own.',
    },
    crash: {
      say: '{dead} crashes. That is one computer, so it is gone from every group: β has lost its leader, α and γ a follower.',
      tryIt: 'Go to γ here. Does anybody in it notice, and when?',
    },
    on: { say: 'α goes on at once: {leader} leads it, and {count} of {all} servers run. It commits entry {commit}.' },
    wait: {
      say: 'Only β waits until a timer runs out: {actor} stands in term {actorTerm}. In γ, {gamma} leads term {gammaTerm} undisturbed.',
    },
    won: {
      say: '{leader} leads β. {alpha} and {gamma} never stopped leading α and γ: had one server led all, all would have stood still.',
    },
    back: {
      say: '{back} is back as a follower in every group. In β it has entries up to {has}; {leader} brings it the rest, as always.',
    },
    same: {
      say: '{back} has caught up. CockroachDB and TiKV run thousands of such groups, and bundle heartbeats or let idle groups sleep.',
    },
  },
};
