/** The shortest ways to break the rules of elections, and of what a server must remember through a crash. */
import { MILLISECOND } from '../../sim';
import type { Scenario } from '../scenario';
import { also, append, beat, request, restarts, type Step, timeout, vote } from './schedule';
import { shortestWay } from './shortest';

/** S1 leads term 1 by the vote of S3, restarts, and votes again. */
const forgetful: readonly Step[] = [timeout(1), vote(1, 3), restarts(1), timeout(2), vote(2, 1)];

/** S1 leads term 1, and everybody knows. */
const led = [timeout(1), vote(1, 2, 3)];

export const elections: readonly Scenario[] = [
  shortestWay({
    rule: 'voteTwice',
    property: 'electionSafety',
    shortest: 4,
    about: 'Two servers stand at once; each has voted for itself, and votes for the other too.',
    steps: [timeout(1, 2), vote(1, 2), vote(2, 1)],
  }),
  shortestWay({
    rule: 'sameTermClearsVote',
    property: 'electionSafety',
    shortest: 5,
    about: 'A heartbeat of the leader clears the vote of S3, which then votes again in the same term.',
    steps: [timeout(1), vote(1, 3), append(1, 3), timeout(2), vote(2, 3)],
  }),
  shortestWay({
    rule: 'noElectionRestriction',
    property: 'leaderCompleteness',
    shortest: 6,
    about: 'A server with an empty log gets the vote of one that holds a committed entry.',
    steps: [...led, request(1, '1'), append(1, 3), timeout(2), vote(2, 3)],
  }),
  shortestWay({
    rule: 'lengthOnly',
    property: 'leaderCompleteness',
    shortest: 10,
    about: 'An old entry that nobody else has is as good as a committed one: the logs are equally long.',
    steps: [
      ...led,
      request(1, '1'),
      timeout(2),
      vote(2, 3),
      request(2, '2'),
      append(2, 3),
      beat(1),
      append(1, 2, 3),
      timeout(1),
      vote(1, 2, 3),
    ],
  }),
  shortestWay({
    rule: 'lastTermOnly',
    property: 'leaderCompleteness',
    shortest: 8,
    about: 'A server without the last committed entry wins: its last term is the same.',
    steps: [...led, request(1, '1'), append(1, 2, 3), request(1, '2'), append(1, 3), timeout(2), vote(2, 3)],
  }),
  shortestWay({
    rule: 'quorumHalf',
    property: 'electionSafety',
    shortest: 4,
    about: 'Two halves of four servers elect a leader each.',
    servers: 4,
    steps: [timeout(1), vote(1, 3), timeout(2), vote(2, 4)],
  }),
  shortestWay({
    rule: 'countStaleReplies',
    property: 'leaderCompleteness',
    shortest: 8,
    about: 'A vote of term 1 arrives late and makes a leader of term 3.',
    steps: [
      also({ type: 'hold', from: 2, to: 1 }),
      also({ type: 'hold', from: 3, to: 1 }),
      timeout(1),
      vote(1, 2, 3),
      timeout(2),
      vote(2, 3),
      request(2, '2'),
      append(2, 3),
      timeout(1),
      vote(1, 2, 3),
      timeout(1),
      vote(1, 2, 3),
      also({ type: 'release', from: 2, to: 1 }),
    ],
  }),
  shortestWay({
    rule: 'noPersistVote',
    property: 'electionSafety',
    shortest: 5,
    about: 'S1 leads, restarts without the vote that it gave itself, and elects another leader of the same term.',
    steps: forgetful,
  }),
  shortestWay({
    rule: 'noPersistTerm',
    property: 'electionSafety',
    shortest: 5,
    about: 'S1 leads term 1, restarts in term 0, and elects another leader of term 1.',
    steps: forgetful,
  }),
  shortestWay({
    rule: 'ackBeforeFsync',
    property: 'leaderCompleteness',
    shortest: 7,
    about: 'S3 acknowledges an entry that its slow disk never gets to hold; with S3’s vote S2 leads without it.',
    steps: [
      ...led,
      also({ type: 'setDisk', server: 3, latency: { min: 400 * MILLISECOND, max: 400 * MILLISECOND } }),
      request(1, '1'),
      append(1, 3),
      restarts(3),
      timeout(2),
      vote(2, 3),
    ],
  }),
];
