/** The shortest ways to break the rules of changes of members, and of reads. */
import { MILLISECOND } from '../../sim';
import { cut, repair, type Scenario } from '../scenario';
import { also, append, beat, reads, reconfigure, request, timeout, vote } from './schedule';
import { shortestWay } from './shortest';

const led = [timeout(1), vote(1, 2, 3)];

export const members: readonly Scenario[] = [
  shortestWay({
    rule: 'configJump',
    property: 'electionSafety',
    shortest: 8,
    about: 'From S1, S2, S3 to S1, S4 in one step: a majority of the old and one of the new elect a leader each.',
    servers: 4,
    voters: 3,
    options: { noop: true },
    steps: [
      ...led,
      reconfigure(1, 1, 4),
      append(1, 4),
      // The answer of S4 is under way: nothing is to be committed before both stand.
      also(cut(4, 1), 60),
      also(repair(4, 1)),
      timeout(2),
      vote(2, 3),
      timeout(4),
      vote(4, 1),
    ],
    after: 60 * MILLISECOND,
  }),
  shortestWay({
    rule: 'configBeforeNoop',
    property: 'leaderCompleteness',
    shortest: 12,
    about: 'Two leaders each remove a server before they have committed anything: their majorities share nobody.',
    servers: 4,
    steps: [
      timeout(1),
      vote(1, 2, 3),
      reconfigure(1, 1, 2, 3),
      timeout(2),
      vote(2, 3, 4),
      reconfigure(2, 1, 2, 4),
      append(2, 4),
      beat(1),
      append(1, 3),
      timeout(1),
      vote(1, 3),
    ],
  }),
  shortestWay({
    rule: 'configOverlap',
    property: 'leaderCompleteness',
    shortest: 7,
    about: 'S1 removes S3 and adds S4 before the first change is committed: two majorities that share nobody.',
    servers: 4,
    voters: 3,
    options: { noop: true },
    steps: [...led, reconfigure(1, 1, 2), reconfigure(1, 1, 2, 4), append(1, 4), timeout(2), vote(2, 3)],
    after: 60 * MILLISECOND,
  }),
];

export const reading: readonly Scenario[] = [
  shortestWay({
    rule: 'readLocal',
    property: 'linearizability',
    shortest: 7,
    about: 'A leader that was replaced answers a read with the old value.',
    steps: [
      ...led,
      request(1, '1'),
      append(1, 2, 3),
      timeout(2),
      vote(2, 3),
      request(2, '2'),
      append(2, 3),
      reads(1, 'readIndex'),
    ],
  }),
  shortestWay({
    rule: 'readNoNoop',
    property: 'linearizability',
    shortest: 7,
    about: 'A new leader has the committed write but does not know that it is committed, and reads without it.',
    steps: [
      ...led,
      request(1, '1'),
      append(1, 2, 3),
      timeout(2),
      vote(2, 1, 3),
      reads(2, 'readIndex'),
      append(2, 1, 3),
    ],
  }),
];
