/** The shortest ways to break the rules of replication and commitment. */
import { MILLISECOND } from '../../sim';
import { delay, type Scenario } from '../scenario';
import { also, append, beat, reconfigure, request, timeout, vote } from './schedule';
import { shortestWay } from './shortest';

/** S1 leads term 1, and everybody knows. */
const led = [timeout(1), vote(1, 2, 3)];

export const logs: readonly Scenario[] = [
  shortestWay({
    rule: 'acceptStaleLeader',
    property: 'leaderCompleteness',
    shortest: 6,
    about: 'A deposed leader goes on: S3, which elected another, stores its entry, and it counts as committed.',
    steps: [...led, request(1, '1'), timeout(2), vote(2, 3), beat(1), append(1, 3)],
  }),
  shortestWay({
    rule: 'noConsistencyCheck',
    property: 'leaderCompleteness',
    shortest: 6,
    about: 'S3 lacks entry 1 and takes entry 2 all the same, in its place: it acknowledges what it does not have.',
    initial: [
      { currentTerm: 1, votedFor: 1, log: [1] },
      { currentTerm: 1, votedFor: 1, log: [1] },
      { currentTerm: 1, votedFor: 1, log: [] },
    ],
    steps: [...led, request(1, '2'), append(1, 3), timeout(3), vote(3, 2)],
  }),
  shortestWay({
    rule: 'noTruncate',
    property: 'logMatching',
    shortest: 8,
    about: 'S1 keeps its own first entry and takes the leader’s second one: the same entry after different logs.',
    steps: [...led, request(1, '1'), timeout(2), vote(2, 3), request(2, '2'), request(2, '3'), beat(2), append(2, 1)],
  }),
  shortestWay({
    rule: 'overTruncate',
    property: 'leaderCompleteness',
    shortest: 7,
    about: 'A heartbeat that was overtaken by an entry deletes it, after it was counted as stored.',
    steps: [
      also(delay(1, 3, 185)),
      timeout(1),
      vote(1, 2, 3),
      also(delay(1, 3, 12)),
      request(1, '1'),
      append(1, 3),
      timeout(2),
      vote(2, 3),
    ],
  }),
  shortestWay({
    rule: 'countSentAsAcked',
    property: 'leaderCompleteness',
    shortest: 5,
    about: 'A leader that reaches nobody commits what it has sent; the others elect a leader that never had it.',
    steps: [...led, request(1, '1'), timeout(2), vote(2, 3)],
  }),
  shortestWay({
    rule: 'commitOldTerm',
    property: 'leaderCompleteness',
    shortest: 13,
    about: 'Figure 8 with three servers: an old entry on a majority counts as committed, and is lost.',
    steps: [
      ...led,
      request(1, '1'),
      timeout(2),
      vote(2, 3),
      request(2, '2'),
      beat(1),
      append(1, 3),
      timeout(1),
      vote(1, 3),
      append(1, 3),
      beat(2),
      append(2, 1, 3),
      timeout(2),
      vote(2, 1, 3),
    ],
    after: 60 * MILLISECOND,
  }),
  shortestWay({
    rule: 'commitNoMin',
    property: 'stateMachineSafety',
    shortest: 8,
    about:
      'S1 returns as a newcomer: with the first of three entries it hears that two are committed, and applies its own.',
    options: { batchMax: 1 },
    steps: [
      ...led,
      request(1, '1'),
      append(1, 2, 3),
      request(1, '2'),
      timeout(2),
      vote(2, 3),
      request(2, '3'),
      append(2, 3),
      reconfigure(2, 2, 3),
      append(2, 3),
      reconfigure(2, 1, 2, 3),
      append(2, 1),
    ],
  }),
];
