import { replication } from '../../scenarios';
import { MILLISECOND } from '../../sim';
import { both, commits, cue, done, fires, hears, ms, once, returns, sends, stores } from '../finders';
import type { Instant } from '../instant';
import { type Chapter, COUNT, N, S, TEXT } from '../story';

/** Servers of which the leader knows that they store the entry, itself included. */
const known = (at: Instant, index: number) => at.ids.filter((id) => at.server(1).matchIndex[id] >= index);
/** Messages under way that carry entries. */
const carrying = (at: Instant) =>
  at.flights('AppendEntries').filter(({ packet }) => packet.type === 'AppendEntries' && packet.entries.length > 0);
const commit = (at: Instant, id: number) => at.server(id).commitIndex;
const leaderIs1 = () => ({ type: 'server', id: 1 }) as const;

export const chapter: Chapter = {
  id: 'log-replication',
  logs: true,
  client: true,
  acts: [
    {
      scenario: replication,
      cues: [
        cue('quiet', done('clientRequest'), '§5.3', {
          part: 'ask',
          pause: ms(-8),
          holds: (at) => at.leaders.join() === '1' && at.ids.every((id) => at.log(id).join() === '1'),
        }),
        cue('asks', done('clientRequest'), '§5.3, §8', {
          pause: 'midway',
          facts: (at) => ({ command: TEXT('x←1'), target: S(at.client.pending[0].target) }),
          holds: (at) => at.client.pending.length === 1 && at.server(at.client.pending[0].target).role === 'follower',
          point: (at) => ({ type: 'server', id: at.client.pending[0].target }),
        }),
        cue('redirect', hears('ClientRequest', 5), '§8', {
          pause: 'midway',
          facts: () => ({ target: S(5) }),
          holds: (at) => at.server(5).leader === 1 && at.ids.every((id) => at.log(id).length === 1),
          point: () => ({ type: 'server', id: 5 }),
        }),
        cue('append', stores(2, 1), '§5.3', {
          part: 'copy',
          holds: (at) =>
            at.log(1).length === 2 && [2, 3, 4, 5].every((id) => at.log(id).length === 1) && commit(at, 1) === 1,
          point: leaderIs1,
        }),
        cue('send', sends('AppendEntries', 1), '§5.3', {
          pause: 'midway',
          facts: (at) => ({ count: COUNT(carrying(at).length) }),
          holds: (at) => carrying(at).length === 4,
          point: (at) => ({ type: 'message', key: carrying(at)[0].key }),
        }),
        cue('check', stores(2, 2), '§5.3', {
          holds: (at) => at.log(2).length === 2 && at.host(2).durable.log.index === 1,
          point: () => ({ type: 'server', id: 2 }),
        }),
        cue('disk', sends('AppendEntriesResponse', 2), 'Figure 2, State; §5.3', {
          pause: ms(2),
          holds: (at) => at.host(2).durable.log.index === 2 && at.transition.kind === 'diskWrite',
          point: (at) => ({ type: 'message', key: at.flights('AppendEntriesResponse', { from: 2 })[0].key }),
        }),
        cue(
          'stored',
          once(({ hosts }) => hosts.every(({ server }) => server.log.index >= 2)),
          '§5.3',
          {
            holds: (at) => known(at, 2).join() === '1' && commit(at, 1) === 1,
            point: leaderIs1,
          },
        ),
        cue('first-yes', fires('advanceMatch', 1), '§5.3', {
          part: 'commit',
          facts: (at) => ({ other: S(at.transition.flight?.packet.from ?? 0), copies: COUNT(known(at, 2).length) }),
          holds: (at) => known(at, 2).length === 2 && commit(at, 1) === 1,
          point: leaderIs1,
        }),
        cue('commit', commits(2, 1), '§5.3', {
          facts: (at) => ({ other: S(at.transition.flight?.packet.from ?? 0), copies: COUNT(known(at, 2).length) }),
          holds: (at) => known(at, 2).length === at.majority && commit(at, 1) === 2 && at.value(1, 'x') === '1',
          point: leaderIs1,
        }),
        cue('answer', returns(), '§5.3', {
          facts: (at) => ({ value: TEXT(at.value(1, 'x') ?? '') }),
          holds: (at) => at.client.pending.length === 0 && [2, 3, 4, 5].every((id) => commit(at, id) === 1),
        }),
        cue('tell', both(sends('AppendEntries', 1), fires('heartbeat')), '§5.3', {
          part: 'follow',
          pause: 'midway',
          holds: (at) =>
            at
              .flights('AppendEntries', { from: 1 })
              .every(({ packet }) => packet.type === 'AppendEntries' && packet.leaderCommit === commit(at, 1)) &&
            [2, 3, 4, 5].every((id) => commit(at, id) === 1),
          point: (at) => ({ type: 'message', key: at.flights('AppendEntries')[0].key }),
        }),
        cue('learn', commits(2), '§5.3', {
          facts: (at) => ({ index: N(commit(at, at.transition.server ?? 0)) }),
          holds: (at) => at.value(at.transition.server ?? 0, 'x') === '1' && at.transition.server !== 1,
          point: (at) => ({ type: 'server', id: at.transition.server ?? 0 }),
        }),
        cue(
          'same',
          once(({ hosts }) => hosts.every(({ server }) => server.commitIndex >= 2)),
          '§5.3',
          {
            facts: (at) => ({ value: TEXT(at.value(2, 'x') ?? '') }),
            holds: (at) => at.ids.every((id) => at.value(id, 'x') === '1' && at.log(id).join() === '1,1'),
          },
        ),
        cue('direct', done('clientRequest'), '§5.3, §8', {
          part: 'round',
          pause: 'midway',
          facts: () => ({ command: TEXT('y←4') }),
          holds: (at) => at.client.pending[0]?.target === 1 && at.client.pending[0].attempts === 1,
        }),
        cue('round', returns(), '§5.3', {
          facts: (at) => {
            const last = at.client.recent.at(-1);
            return {
              command: TEXT('y←4'),
              took: N(Math.round(((last?.finishedAt ?? 0) - (last?.invokedAt ?? 0)) / MILLISECOND)),
            };
          },
          holds: (at) => at.value(1, 'y') === '4' && commit(at, 1) === 3,
        }),
      ],
    },
  ],
};
