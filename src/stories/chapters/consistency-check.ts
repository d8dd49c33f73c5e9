import { laggingFollower } from '../../scenarios';
import { both, commits, cue, done, fires, hears, once, sends, stores, wins } from '../finders';
import type { Instant } from '../instant';
import { type Chapter, COUNT, N, S } from '../story';

const next = (at: Instant) => at.server(1).nextIndex[5];
/** What the leader's message to S5 says comes before what it carries. */
const probe = (at: Instant) => {
  const packet = at.flights('AppendEntries', { to: 5 }).at(-1)?.packet;
  return packet?.type === 'AppendEntries' ? packet : null;
};
const toS5 = (at: Instant) =>
  ({ type: 'message', key: at.flights('AppendEntries', { to: 5 }).at(-1)?.key ?? 0 }) as const;
const refused = (at: Instant) => {
  const packet = at.transition.flight?.packet;
  return packet?.type === 'AppendEntries' || packet?.type === 'AppendEntriesResponse' ? packet.prevLogIndex : 0;
};

export const chapter: Chapter = {
  id: 'consistency-check',
  logs: true,
  client: false,
  acts: [
    {
      scenario: laggingFollower,
      cues: [
        cue('crash', done('crash', 5), '§5.3', {
          part: 'missing',
          facts: (at) => ({ dead: S(5), last: N(at.log(5).length) }),
          holds: (at) => at.log(5).length === 1 && at.crashed.join() === '5',
          point: () => ({ type: 'server', id: 5 }),
        }),
        cue('without', commits(6, 3), '§5.3', {
          facts: () => ({ away: S(5) }),
          holds: (at) => at.log(3).length === 6 && at.log(5).length === 1,
          point: () => ({ type: 'server', id: 3 }),
        }),
        cue('leader', wins(1), '§5.3', {
          facts: (at) => ({ next: N(next(at)), dead: S(3), away: S(5) }),
          holds: (at) =>
            at
              .server(1)
              .nextIndex.slice(2)
              .every((index) => index === 7) && at.crashed.includes(3),
          point: () => ({ type: 'server', id: 1 }),
        }),
        cue('restart', done('restart', 5), '§5.3', {
          part: 'back',
          facts: (at) => ({ own: N(at.log(5).length) }),
          holds: (at) => at.log(5).join() === '1' && at.log(1).length === 7,
          point: () => ({ type: 'server', id: 5 }),
        }),
        cue('probe', both(sends('AppendEntries', 1, 5), fires('heartbeat')), '§5.3', {
          pause: 'midway',
          facts: (at) => ({
            entry: N(probe(at)?.entries[0]?.index ?? 0),
            prev: N(probe(at)?.prevLogIndex ?? 0),
            prevTerm: N(probe(at)?.prevLogTerm ?? 0),
            to: S(5),
          }),
          holds: (at) => probe(at)?.entries[0]?.index === 7 && probe(at)?.prevLogIndex === 6,
          point: toS5,
        }),
        cue('refuse', fires('failConsistencyCheck', 5), '§5.3', {
          facts: (at) => ({ prev: N(refused(at)) }),
          holds: (at) => refused(at) === 6 && at.log(5).length === 1,
          point: () => ({ type: 'server', id: 5 }),
        }),
        cue('step', fires('stepBack', 1), '§5.3', {
          facts: (at) => ({ to: S(5), next: N(next(at)), was: N(next(at) + 1) }),
          holds: (at) => next(at) === 6 && probe(at)?.entries.length === 2,
          point: () => ({ type: 'server', id: 1 }),
        }),
        cue('again', fires('failConsistencyCheck', 5), '§5.3', {
          facts: (at) => ({ prev: N(refused(at)) }),
          holds: (at) => refused(at) === 5 && at.log(5).length === 1,
          point: () => ({ type: 'server', id: 5 }),
        }),
        cue(
          'down',
          both(
            fires('stepBack', 1),
            once(({ hosts }) => hosts[0].server.nextIndex[5] === 2),
          ),
          '§5.3',
          {
            facts: (at) => ({ count: COUNT(7 - next(at)), prev: N(probe(at)?.prevLogIndex ?? 0) }),
            holds: (at) => next(at) === 2 && probe(at)?.prevLogIndex === 1,
            point: () => ({ type: 'server', id: 1 }),
          },
        ),
        cue('meet', stores(7, 5), '§5.3', {
          part: 'forward',
          facts: (at) => ({ prev: N(refused(at)), count: COUNT(at.log(5).length - 1) }),
          holds: (at) => refused(at) === 1 && at.log(5).join() === at.log(1).join(),
          point: () => ({ type: 'server', id: 5 }),
        }),
        cue(
          'match',
          once(({ hosts }) => hosts[0].server.matchIndex[5] === 7),
          '§5.3',
          {
            facts: (at) => ({ to: S(5), match: N(at.server(1).matchIndex[5]) }),
            holds: (at) => at.server(1).matchIndex[5] === 7 && next(at) === 8,
            point: () => ({ type: 'server', id: 1 }),
          },
        ),
        cue('matching', hears('AppendEntries', 5), '§5.3, Figure 3', {
          holds: (at) => at.log(5).join() === at.log(1).join() && at.server(1).matchIndex[5] === 7,
        }),
      ],
    },
  ],
};
