import { replicatedState } from '../../scenarios';
import { commits, cue, done, ms, once, returns, sends, start, stores, wins } from '../finders';
import type { Instant } from '../instant';
import { type Chapter, COUNT, S, TEXT } from '../story';

const same = (at: Instant, key: string, value: string) => at.ids.every((id) => at.value(id, key) === value);
const carrying = (at: Instant) =>
  at.flights('AppendEntries').filter(({ packet }) => packet.type === 'AppendEntries' && packet.entries.length > 0);

export const chapter: Chapter = {
  id: 'replicated-state',
  logs: true,
  client: true,
  acts: [
    {
      scenario: replicatedState,
      cues: [
        cue('alone', start, '§2', {
          part: 'copies',
          holds: (at) => at.ids.length === 3 && at.ids.every((id) => at.log(id).length === 0),
        }),
        cue('asks', done('clientRequest'), '§2, §5.3', {
          pause: 'midway',
          facts: () => ({ command: TEXT('x←1') }),
          holds: (at) => at.leaders.join() === '1' && at.client.pending[0].target === 1,
        }),
        cue('log', stores(2, 1), '§2, §5.3', {
          holds: (at) => at.value(1, 'x') === null && at.log(1).length === 2 && at.log(2).length === 1,
          point: () => ({ type: 'server', id: 1 }),
        }),
        cue('send', sends('AppendEntries', 1), '§5.3', {
          pause: 'midway',
          facts: (at) => ({ others: S(...carrying(at).map(({ packet }) => packet.to)) }),
          holds: (at) => carrying(at).length === 2,
          point: (at) => ({ type: 'message', key: carrying(at)[0].key }),
        }),
        cue('safe', commits(2, 1), '§5.3', {
          facts: (at) => ({
            copies: COUNT(at.ids.filter((id) => at.server(1).matchIndex[id] >= 2).length),
            value: TEXT(at.value(1, 'x') ?? ''),
          }),
          holds: (at) => at.server(1).matchIndex.filter((index) => index >= 2).length === 2 && !same(at, 'x', '1'),
          point: () => ({ type: 'server', id: 1 }),
        }),
        cue(
          'follow',
          once(({ hosts }) => hosts.every(({ server }) => server.lastApplied >= 2)),
          '§5.3',
          {
            facts: (at) => ({ value: TEXT(at.value(3, 'x') ?? '') }),
            holds: (at) => same(at, 'x', '1'),
          },
        ),
        cue('order', stores(4, 1), '§2', {
          part: 'order',
          facts: () => ({ first: TEXT('y←2'), second: TEXT('x←3') }),
          holds: (at) => at.log(1).length === 4 && at.client.pending.length === 2 && at.value(1, 'y') === null,
          point: () => ({ type: 'server', id: 1 }),
        }),
        cue(
          'same',
          once(({ hosts }) => hosts.every(({ server }) => server.lastApplied >= 4)),
          '§2',
          {
            facts: (at) => ({ x: TEXT(at.value(2, 'x') ?? ''), y: TEXT(at.value(2, 'y') ?? '') }),
            holds: (at) => same(at, 'x', '3') && same(at, 'y', '2'),
          },
        ),
        cue('crash', done('crash', 1), '§2, §5.2', {
          part: 'crash',
          facts: () => ({ dead: S(1), rest: S(2, 3) }),
          holds: (at) => at.crashed.join() === '1' && [2, 3].every((id) => at.value(id, 'x') === '3'),
          point: () => ({ type: 'server', id: 1 }),
        }),
        cue('lead', wins(2), '§5.2', {
          holds: (at) => at.leaders.join() === '2' && at.server(2).votesGranted.length === 2,
          point: () => ({ type: 'server', id: 2 }),
        }),
        cue('read', done('clientRequest'), '§8', {
          pause: ms(6),
          facts: (at) => ({ target: S(at.client.pending[0].target) }),
          holds: (at) => at.client.pending[0].operation.type === 'get' && at.client.pending[0].target === 2,
        }),
        cue('answer', returns(), '§2, §8', {
          facts: (at) => ({ value: TEXT(at.client.recent.at(-1)?.value ?? '') }),
          holds: (at) => at.client.recent.at(-1)?.value === '3' && at.client.pending.length === 0,
        }),
      ],
    },
  ],
};
