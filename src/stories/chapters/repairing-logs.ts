import { figure7 } from '../../scenarios';
import { commits, cue, fires, hears, ms, once, start, stores, wins } from '../finders';
import type { Instant } from '../instant';
import { type Chapter, COUNT, N, S, TEXT } from '../story';

const named = (id: number) => () => ({ type: 'server', id }) as const;
const isLeaders = (at: Instant, id: number) => at.log(id).join() === at.log(1).join();
const probe = (at: Instant) => {
  const packet = at.flights('AppendEntries')[0]?.packet;
  return packet?.type === 'AppendEntries' ? packet : null;
};

export const chapter: Chapter = {
  id: 'repairing-logs',
  logs: true,
  client: false,
  acts: [
    {
      scenario: figure7,
      cues: [
        cue('logs', start, '§5.3, Figure 7', {
          part: 'diverged',
          facts: () => ({ first: S(1), short: S(2, 3), long: S(4, 5), other: S(6, 7) }),
          holds: (at) =>
            [2, 3].every((id) => at.log(1).join().startsWith(at.log(id).join()) && at.log(id).length < 10) &&
            [4, 5].every((id) => at.log(id).join().startsWith(at.log(1).join()) && at.log(id).length > 10) &&
            [6, 7].every((id) => at.log(id)[5] !== at.log(1)[5]),
        }),
        cue('leader', wins(1), '§5.3', {
          facts: (at) => ({ next: N(at.server(1).nextIndex[2]) }),
          holds: (at) =>
            at
              .server(1)
              .nextIndex.slice(2)
              .every((index) => index === 11),
          point: named(1),
        }),
        cue('probe', fires('ignoreLateVote', 1), '§5.3', {
          pause: ms(4),
          facts: (at) => ({ prev: N(probe(at)?.prevLogIndex ?? 0), prevTerm: N(probe(at)?.prevLogTerm ?? 0) }),
          holds: (at) => at.flights('AppendEntries').length === 6 && probe(at)?.prevLogIndex === 10,
        }),
        cue('refused', fires('failConsistencyCheck', 7), '§5.3', {
          facts: (at) => ({ lacking: S(2, 3, 6), prev: N(10), own: N(at.log(7)[9]) }),
          holds: (at) => [2, 3, 6].every((id) => at.log(id).length < 10) && at.log(7)[9] === 3,
          point: named(7),
        }),
        cue(
          'agreed',
          once(({ hosts }) => hosts[0].server.matchIndex[5] === 10),
          '§5.3',
          {
            facts: () => ({ both: S(4, 5), prev: N(10) }),
            holds: (at) => [4, 5].every((id) => at.server(1).matchIndex[id] === 10 && at.log(id).length > 10),
            point: named(1),
          },
        ),
        cue('a', stores(10, 2), '§5.3', {
          part: 'repair',
          facts: () => ({ entry: N(10) }),
          holds: (at) => isLeaders(at, 2) && at.server(1).nextIndex[7] === 10,
          point: named(2),
        }),
        cue('e', fires('truncateConflict', 6), '§5.3', {
          facts: (at) => ({ conflict: N(6), mine: N(4), leaders: N(at.log(1)[5]) }),
          holds: (at) => isLeaders(at, 6) && at.transition.before?.log.term === 4 && at.log(1)[5] === 5,
          point: named(6),
        }),
        cue('b', stores(10, 3), '§5.3', {
          facts: (at) => ({ prev: N(4), term: N(at.log(3)[3]), count: COUNT(6) }),
          holds: (at) => isLeaders(at, 3) && at.transition.before?.log.index === 4,
          point: named(3),
        }),
        cue('f', fires('truncateConflict', 7), '§5.3', {
          facts: (at) => ({ kept: N(3), lost: COUNT((at.transition.before?.log.index ?? 0) - 3) }),
          holds: (at) => isLeaders(at, 7) && at.transition.before?.log.index === 11 && at.log(7)[2] === 1,
          point: named(7),
        }),
        cue('met', hears('AppendEntriesResponse', 1, 7), '§5.3', {
          facts: (at) => ({ match: N(Math.min(...at.server(1).matchIndex.slice(2))), longer: S(4, 5) }),
          holds: (at) =>
            at
              .server(1)
              .matchIndex.slice(2)
              .every((index) => index === 10) && at.server(1).commitIndex === 0,
          point: named(1),
        }),
        cue('own', stores(11, 1), '§5.3, §5.4.2', {
          part: 'commit',
          facts: () => ({ command: TEXT('x←8'), both: S(4, 5) }),
          holds: (at) => at.log(1).at(-1) === 8 && at.log(4).at(-1) === 6 && at.log(5).at(-1) === 7,
          point: named(1),
        }),
        cue('d', fires('truncateConflict', 5), '§5.3', {
          facts: () => ({ both: S(4, 5), entry: N(11), gone: N(7), old: N(6) }),
          holds: (at) => [4, 5].every((id) => isLeaders(at, id)) && at.transition.before?.log.term === 7,
          point: named(5),
        }),
        cue('commit', commits(11, 1), '§5.3, §5.4.2', {
          holds: (at) => at.ids.every((id) => isLeaders(at, id)) && at.server(1).commitIndex === 11,
          point: named(1),
        }),
      ],
    },
  ],
};
