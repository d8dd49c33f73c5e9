import { crashAll, crashAlone, crashAnswer, crashBefore, crashCommitted, crashSome } from '../../scenarios';
import { allFlights } from '../../sim';
import { commits, cue, done, fires, hears, returns, sends, stores, wins } from '../finders';
import type { Instant } from '../instant';
import { type Act, type Chapter, COUNT, N, S, TEXT } from '../story';

const named = (id: number) => () => ({ type: 'server', id }) as const;
const flying = (at: Instant, type: 'ClientRequest' | 'ClientResponse') =>
  allFlights(at.cluster).filter(({ packet }) => packet.type === type).length;
const isWaiting = (at: Instant) => at.client.pending.length === 1;
const x = (at: Instant, id = 2) => TEXT(at.value(id, 'x') ?? '');
const command = TEXT('x+=a');
/** How often the log of a server holds the client's command. */
const times = (at: Instant, id: number) => {
  let count = 0;
  for (let entry = at.server(id).log; entry.previous !== null; entry = entry.previous) {
    if (entry.command.type === 'client' && entry.command.operation.type === 'append') count++;
  }
  return count;
};
const isDoneOnce = (at: Instant) => at.client.pending.length === 0 && at.value(2, 'x') === 'a';

const before: Act = {
  scenario: crashBefore,
  cues: [
    cue('before-crash', done('crash', 1), '§8', {
      part: 'before',
      facts: () => ({ dead: S(1), command }),
      holds: (at) => flying(at, 'ClientRequest') === 1 && at.ids.every((id) => times(at, id) === 0),
      point: named(1),
    }),
    cue('before-lead', wins(2), '§5.2', {
      holds: (at) => isWaiting(at) && at.client.pending[0].target === 1 && times(at, 2) === 0,
      point: named(2),
    }),
    cue('before-retry', sends('ClientRequest', 1), '§8', {
      pause: 'midway',
      facts: (at) => ({ target: S(at.client.pending[0].target) }),
      holds: (at) => at.client.pending[0].attempts === 2,
    }),
    cue('before-done', returns(), '§8', {
      facts: (at) => ({ value: x(at) }),
      holds: (at) => isDoneOnce(at) && times(at, 2) === 1,
    }),
  ],
};

const alone: Act = {
  scenario: crashAlone,
  cues: [
    cue('alone-append', stores(3, 1), '§5.3', {
      part: 'alone',
      facts: () => ({ entry: N(3) }),
      holds: (at) => times(at, 1) === 1 && at.ids.every((id) => id === 1 || at.isParted(1, id)),
      point: named(1),
    }),
    cue('alone-crash', done('crash', 1), '§5.3', {
      facts: () => ({ dead: S(1) }),
      holds: (at) => [2, 3, 4, 5].every((id) => times(at, id) === 0) && times(at, 1) === 1 && isWaiting(at),
      point: named(1),
    }),
    cue('alone-lead', wins(2), '§5.3', {
      facts: () => ({ entry: N(3) }),
      holds: (at) => at.log(2)[2] === 2 && at.log(1)[2] === 1,
      point: named(2),
    }),
    cue('alone-done', returns(), '§8', {
      facts: (at) => ({ value: x(at), entry: N(at.client.recent.at(-1)?.index ?? 0) }),
      holds: (at) => isDoneOnce(at) && times(at, 2) === 1,
    }),
    cue('alone-gone', fires('truncateConflict', 1), '§5.3', {
      facts: () => ({ entry: N(3) }),
      holds: (at) => times(at, 1) === 1 && at.log(1)[2] === 2 && at.transition.before?.log.term === 1,
      point: named(1),
    }),
  ],
};

const some: Act = {
  scenario: crashSome,
  cues: [
    cue('some-store', stores(3, 2), '§5.3', {
      part: 'some',
      facts: () => ({ entry: N(3), holder: S(2) }),
      holds: (at) => at.holders(3, 1).join() === '1,2' && at.isParted(2, 3),
      point: named(2),
    }),
    cue('some-crash', done('crash', 1), '§5.4.1', {
      facts: () => ({ dead: S(1), entry: N(3), holder: S(2), others: S(3, 4, 5) }),
      holds: (at) => at.holders(3, 1).join() === '1,2' && [3, 4, 5].every((id) => at.log(id).length === 2),
      point: named(1),
    }),
    cue('some-lead', wins(2), '§5.4.1', {
      facts: () => ({ entry: N(3) }),
      holds: (at) => at.log(2).join() === '1,1,1,2' && at.server(2).commitIndex === 2,
      point: named(2),
    }),
    cue('some-commit', commits(4, 2), '§5.4.2', {
      facts: () => ({ entry: N(3), own: N(4), value: TEXT('a') }),
      holds: (at) => at.value(2, 'x') === 'a' && isWaiting(at),
      point: named(2),
    }),
    cue('some-twice', stores(5, 2), '§8', {
      facts: (at) => ({ times: COUNT(times(at, 2)), command }),
      holds: (at) => times(at, 2) === 2 && isWaiting(at),
      point: named(2),
    }),
    cue('some-once', returns(), '§8', {
      facts: (at) => ({ value: x(at) }),
      holds: (at) => isDoneOnce(at) && times(at, 2) === 2,
    }),
  ],
};

const all: Act = {
  scenario: crashAll,
  cues: [
    cue('all-store', stores(3, 3), '§5.3', {
      part: 'all',
      facts: () => ({ entry: N(3), holders: S(2, 3, 4, 5), dead: S(1) }),
      holds: (at) => at.holders(3, 1).length === 5 && at.crashed.join() === '1' && isWaiting(at),
    }),
    cue('all-lead', wins(2), '§5.4.2', {
      facts: () => ({ entry: N(3), old: N(1) }),
      holds: (at) => at.server(2).commitIndex === 2 && at.holders(3, 1).length === 5,
      point: named(2),
    }),
    cue('all-commit', commits(4, 2), '§5.4.2', {
      facts: () => ({ own: N(4), entry: N(3) }),
      holds: (at) => at.value(2, 'x') === 'a' && isWaiting(at),
      point: named(2),
    }),
    cue('all-once', returns(), '§8', {
      facts: (at) => ({ value: x(at), times: COUNT(times(at, 2)) }),
      holds: (at) => isDoneOnce(at) && times(at, 2) === 2,
    }),
  ],
};

const committed: Act = {
  scenario: crashCommitted,
  cues: [
    cue('committed', commits(3, 1), '§5.3', {
      part: 'committed',
      facts: () => ({ entry: N(3) }),
      holds: (at) => at.value(1, 'x') === 'a' && [2, 3, 4, 5].every((id) => at.server(id).commitIndex === 2),
      point: named(1),
    }),
    cue('committed-crash', done('crash', 1), '§5.3', {
      facts: () => ({ dead: S(1) }),
      holds: (at) => flying(at, 'ClientResponse') === 1 && [2, 3, 4, 5].every((id) => at.server(id).commitIndex === 2),
      point: named(1),
    }),
    cue('committed-told', returns(), '§5.3', {
      facts: () => ({ holders: S(2, 3, 4, 5) }),
      holds: (at) =>
        at.client.pending.length === 0 && at.crashed.join() === '1' && at.holders(3, 1).join() === '1,2,3,4,5',
    }),
    cue('committed-lead', wins(2), '§5.4.3', {
      facts: () => ({ entry: N(3) }),
      holds: (at) => at.log(2)[2] === 1 && at.leaders.join() === '2',
      point: named(2),
    }),
    cue('committed-kept', commits(3, 2), '§5.4.2', {
      facts: (at) => ({ value: x(at) }),
      holds: (at) => at.value(2, 'x') === 'a' && at.server(2).commitIndex >= 3,
      point: named(2),
    }),
  ],
};

const answer: Act = {
  scenario: crashAnswer,
  cues: [
    cue('answer-lost', done('drop'), '§8', {
      part: 'answer',
      facts: (at) => ({ value: x(at, 1) }),
      holds: (at) => flying(at, 'ClientResponse') === 0 && at.value(1, 'x') === 'a' && isWaiting(at),
      point: named(1),
    }),
    cue('answer-all', commits(3, 5), '§8', {
      facts: (at) => ({ value: x(at, 5) }),
      holds: (at) => at.ids.every((id) => at.value(id, 'x') === 'a') && isWaiting(at),
    }),
    cue('answer-crash', done('crash', 1), '§8', {
      facts: () => ({ dead: S(1) }),
      holds: (at) =>
        at.crashed.join() === '1' && [2, 3, 4, 5].every((id) => at.value(id, 'x') === 'a') && isWaiting(at),
      point: named(1),
    }),
    cue('answer-retry', hears('ClientRequest', 2), '§8', {
      facts: (at) => ({ command, times: COUNT(times(at, 2)) }),
      holds: (at) => times(at, 2) === 2 && at.client.pending[0].attempts > 1,
      point: named(2),
    }),
    cue('answer-once', returns(), '§8', {
      facts: (at) => ({ value: x(at) }),
      holds: (at) => isDoneOnce(at) && times(at, 2) === 2,
    }),
  ],
};

export const chapter: Chapter = {
  id: 'leader-crashes',
  logs: true,
  client: true,
  acts: [before, alone, some, all, committed, answer],
};
