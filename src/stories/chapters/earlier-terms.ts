import { figure8, figure8Commit, figure8Unsafe } from '../../scenarios';
import { commits, cue, done, fires, once, stores, wins } from '../finders';
import type { Instant } from '../instant';
import { type Chapter, COUNT, N, S, TEXT } from '../story';

const named = (id: number) => () => ({ type: 'server', id }) as const;
const copies = (at: Instant, term: number) => COUNT(at.holders(2, term).length);
const commit = (at: Instant, id: number) => at.server(id).commitIndex;

export const chapter: Chapter = {
  id: 'earlier-terms',
  logs: true,
  client: false,
  acts: [
    {
      scenario: figure8,
      cues: [
        cue('a', stores(2, 2), '§5.4.2, Figure 8', {
          part: 'a',
          facts: (at) => ({ holders: S(...at.holders(2, 2)), entry: N(2) }),
          holds: (at) => at.holders(2, 2).join() === '1,2' && at.leaders.join() === '1' && at.term === 2,
          point: named(1),
        }),
        cue('a-crash', done('crash', 1), '§5.4.2, Figure 8', {
          facts: () => ({ dead: S(1), holder: S(2) }),
          holds: (at) => at.crashed.join() === '1' && at.holders(2, 2).join() === '1,2',
          point: named(1),
        }),
        cue('b', wins(5), '§5.4.2, Figure 8', {
          part: 'b',
          facts: (at) => ({ voters: S(...at.server(5).votesGranted.filter((id) => id !== 5)) }),
          holds: (at) => [3, 4, 5].every((id) => at.log(id).length === 1) && at.server(5).currentTerm === 3,
          point: named(5),
        }),
        cue('b-entry', stores(2, 5), '§5.4.2, Figure 8', {
          facts: (at) => ({ entry: N(2), other: N(at.log(1)[1]) }),
          holds: (at) => at.log(5)[1] === 3 && at.log(1)[1] === 2 && at.log(2)[1] === 2,
          point: named(5),
        }),
        cue('b-crash', done('crash', 5), '§5.4.2, Figure 8', {
          facts: () => ({ dead: S(5) }),
          holds: (at) => at.holders(2, 3).join() === '5' && at.crashed.join() === '1,5',
          point: named(5),
        }),
        cue('c', wins(1), '§5.4.2, Figure 8', {
          part: 'c',
          facts: () => ({ entry: N(2), old: N(2) }),
          holds: (at) => at.server(1).currentTerm === 4 && at.log(1)[1] === 2,
          point: named(1),
        }),
        cue('c-copy', stores(2, 3), '§5.4.2, Figure 8', {
          facts: (at) => ({ entry: N(2), copies: copies(at, 2) }),
          holds: (at) => at.holders(2, 2).join() === '1,2,3' && at.majority === 3,
          point: named(3),
        }),
        cue('c-held', fires('holdBackOldTerm', 1), '§5.4.2', {
          facts: (at) => ({
            copies: COUNT(at.server(1).matchIndex.filter((index) => index >= 2).length),
            old: N(2),
          }),
          holds: (at) => commit(at, 1) === 0 && at.server(1).currentTerm === 4,
          point: named(1),
        }),
        cue('c-own', stores(3, 1), '§5.4.2, Figure 8', {
          facts: () => ({ entry: N(3) }),
          holds: (at) => at.log(1).join() === '1,2,4' && at.ids.every((id) => id === 1 || at.isParted(1, id)),
          point: named(1),
        }),
        cue('d-crash', done('crash', 1), '§5.4.2, Figure 8', {
          facts: () => ({ dead: S(1), entry: N(2), holders: S(2, 3) }),
          holds: (at) => at.holders(2, 2).join() === '1,2,3' && at.holders(3, 4).join() === '1',
          point: named(1),
        }),
        cue('d', wins(5), '§5.4.1, §5.4.2', {
          part: 'd',
          facts: (at) => ({
            voters: S(...at.server(5).votesGranted.filter((id) => id !== 5)),
            own: N(at.log(5)[1]),
            theirs: N(at.log(3)[1]),
          }),
          holds: (at) => at.server(5).currentTerm === 5 && at.log(5)[1] === 3 && at.log(3)[1] === 2,
          point: named(5),
        }),
        cue('d-gone', fires('truncateConflict', 2), '§5.3, Figure 8', {
          facts: () => ({ entry: N(2), old: N(2), fresh: N(3) }),
          holds: (at) => at.log(2).join() === '1,3' && at.transition.before?.log.term === 2,
          point: named(2),
        }),
        cue('d-all', fires('truncateConflict', 3), '§5.4.2, Figure 8', {
          holds: (at) => at.holders(2, 2).join() === '1' && at.ids.every((id) => commit(at, id) === 0),
          point: named(3),
        }),
      ],
    },
    {
      scenario: figure8Commit,
      cues: [
        cue('again', stores(2, 3), '§5.4.2, Figure 8', {
          part: 'committed',
          facts: (at) => ({ entry: N(2), old: N(2), holders: S(...at.holders(2, 2)) }),
          holds: (at) => at.holders(2, 2).join() === '1,2,3' && commit(at, 1) === 0,
          point: named(1),
        }),
        cue('e-own', stores(3, 3), '§5.4.2, Figure 8', {
          facts: (at) => ({ entry: N(3), holders: S(...at.holders(3, 4)) }),
          holds: (at) => at.holders(3, 4).join() === '1,2,3' && commit(at, 1) === 0,
          point: named(1),
        }),
        cue('e', commits(3, 1), '§5.4.2, Figure 8', {
          facts: () => ({ own: N(3), old: N(2) }),
          holds: (at) => commit(at, 1) === 3 && at.log(1).join() === '1,2,4',
          point: named(1),
        }),
        cue('e-refuse', fires('refuseStaleLog', 2), '§5.4.1, §5.4.2', {
          facts: (at) => ({
            candidate: S(5),
            own: N(at.log(2).at(-1) ?? 0),
            theirs: N(at.log(5).at(-1) ?? 0),
            dead: S(1),
          }),
          holds: (at) => at.log(2).at(-1) === 4 && at.log(5).at(-1) === 3 && at.crashed.join() === '1',
          point: named(2),
        }),
        cue(
          'e-safe',
          once(({ hosts }) => hosts[4].server.votesGranted.length === 2 && hosts[4].server.votesRefused.length === 2),
          '§5.4.3',
          {
            facts: (at) => ({ candidate: S(5), votes: COUNT(at.server(5).votesGranted.length), entry: N(2) }),
            holds: (at) => at.server(5).votesGranted.length < at.majority && at.leaders.length === 0,
            point: named(5),
          },
        ),
      ],
    },
    {
      scenario: figure8Unsafe,
      cues: [
        cue('off', stores(2, 3), '§5.4.2', {
          part: 'unsafe',
          facts: () => ({ entry: N(2), holders: S(1, 2, 3) }),
          holds: (at) => at.server(1).options.off.join() === 'commitOldTerm' && at.holders(2, 2).join() === '1,2,3',
          point: named(1),
        }),
        cue('off-commit', commits(2, 1), '§5.4.2', {
          facts: (at) => ({
            entry: N(2),
            copies: COUNT(at.server(1).matchIndex.filter((index) => index >= 2).length),
            value: TEXT(at.value(1, 'x') ?? ''),
          }),
          holds: (at) => commit(at, 1) === 2 && at.value(1, 'x') === '2' && at.server(1).options.off.length === 1,
          point: named(1),
        }),
        cue('off-gone', fires('truncateConflict', 3), '§5.4.2', {
          facts: () => ({ entry: N(2), dead: S(1) }),
          holds: (at) => at.log(3).join() === '1,3' && at.crashed.join() === '1',
          point: named(3),
        }),
        cue('off-broken', commits(2, 5), '§5.4.3, Figure 3', {
          facts: (at) => ({ entry: N(2), value: TEXT(at.value(5, 'x') ?? ''), before: TEXT('2'), old: S(1) }),
          holds: (at) => at.value(5, 'x') === '3' && commit(at, 5) === 2,
          point: named(5),
        }),
      ],
    },
  ],
};
