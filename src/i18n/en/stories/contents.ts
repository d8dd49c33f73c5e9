/** Titles of the chapters, and what each is about, by their ids. */
export const contents = {
  'terms-and-roles': {
    title: 'Terms and roles',
    about: 'Follower, candidate, leader; and the clock that tells old leaders from new ones.',
  },
  'leader-election': {
    title: 'Leader election',
    about: 'A timer runs out, votes are asked for and given once, and heartbeats keep everybody else quiet.',
  },
  'split-votes': {
    title: 'Split votes',
    about: 'Two stand at once and nobody wins. Why timeouts are random, and why that is enough.',
  },
  'log-replication': {
    title: 'Log replication',
    about:
      'A write on its way: asked, appended, copied, committed, applied, answered; and how the followers learn of it.',
  },
};
