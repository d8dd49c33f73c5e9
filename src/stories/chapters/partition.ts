import { cutWrites } from '../../scenarios';
import { commits, cue, done, fires, hears, once, returns, stands, stores, wins } from '../finders';
import type { Instant } from '../instant';
import { type Chapter, COUNT, N, S, TEXT } from '../story';

const named = (id: number) => () => ({ type: 'server', id }) as const;
const pending = (at: Instant, client: number) => at.cluster.clients[client - 1].pending;

export const chapter: Chapter = {
  id: 'partition',
  logs: true,
  client: true,
  acts: [
    {
      scenario: cutWrites,
      cues: [
        cue('cut', done('partition'), '§5.2', {
          part: 'cut',
          facts: () => ({ few: S(1, 2), many: S(3, 4, 5) }),
          holds: (at) => at.leaders.join() === '1' && at.isParted(1, 3) && at.isParted(2, 5) && !at.isParted(1, 2),
        }),
        cue('asks', done('clientRequest'), '§8', {
          pause: 'midway',
          facts: () => ({ command: TEXT('x←7'), client: N(1) }),
          holds: (at) => pending(at, 1)[0]?.target === 1 && at.leaders.join() === '1',
        }),
        cue('few', stores(3, 2), '§5.3', {
          facts: (at) => ({ copies: COUNT(at.holders(3, 1).length) }),
          holds: (at) => at.holders(3, 1).join() === '1,2' && at.server(1).commitIndex === 2,
          point: named(1),
        }),
        cue('stands', stands(4), '§5.2', {
          part: 'leaders',
          facts: () => ({ old: S(1) }),
          holds: (at) => at.server(4).currentTerm === 2 && at.server(1).role === 'leader',
          point: named(4),
        }),
        cue('two', wins(4), '§5.2', {
          facts: (at) => ({
            old: S(1),
            oldTerm: N(at.server(1).currentTerm),
            votes: COUNT(at.server(4).votesGranted.length),
          }),
          holds: (at) => at.leaders.join() === '4,1' && at.server(4).votesGranted.length === 3,
          point: named(4),
        }),
        cue('asks-too', done('clientRequest'), '§8', {
          pause: 'midway',
          facts: () => ({ command: TEXT('x←9'), client: N(2) }),
          holds: (at) => pending(at, 2)[0]?.target === 4 && pending(at, 1).length === 1,
        }),
        cue('many', commits(4, 4), '§5.3', {
          facts: (at) => ({
            command: TEXT('x←9'),
            copies: COUNT(at.ids.filter((id) => at.server(4).matchIndex[id] >= 4).length),
          }),
          holds: (at) => at.value(4, 'x') === '9' && at.server(4).matchIndex.filter((index) => index >= 4).length === 3,
          point: named(4),
        }),
        cue('told', returns(), '§8', {
          facts: () => ({ told: N(2), waiting: N(1), old: S(1) }),
          holds: (at) => pending(at, 2).length === 0 && pending(at, 1).length === 1 && at.server(1).role === 'leader',
        }),
        cue('heal', done('heal'), '§5.1', {
          part: 'heal',
          facts: (at) => ({ old: S(1), oldTerm: N(at.server(1).currentTerm) }),
          holds: (at) => !at.isParted(1, 3) && at.leaders.join() === '4,1',
        }),
        cue('refuse', fires('refuseOlderTerm'), '§5.1', {
          facts: (at) => ({ old: S(1), oldTerm: N(at.server(1).currentTerm) }),
          holds: (at) => at.server(1).currentTerm === 1 && at.server(1).role === 'leader',
          point: (at) => ({ type: 'server', id: at.transition.server ?? 3 }),
        }),
        cue('down', fires('leaderStepsDown', 1), '§5.1', {
          holds: (at) => at.server(1).role === 'follower' && at.leaders.join() === '4',
          point: named(1),
        }),
        cue(
          'gone',
          once(({ hosts }) => [0, 1].every((i) => hosts[i].server.log.index === 4)),
          '§5.3',
          {
            facts: () => ({ few: S(1, 2), command: TEXT('x←7'), entry: N(3) }),
            holds: (at) => at.ids.every((id) => at.log(id).join() === at.log(4).join()) && at.log(1)[2] === 2,
          },
        ),
        cue('retry', hears('ClientRequest', 1), '§8', {
          part: 'again',
          facts: () => ({ command: TEXT('x←7'), client: N(1), old: S(1) }),
          holds: (at) => pending(at, 1)[0]?.attempts > 1 && at.server(1).leader === 4,
          point: named(1),
        }),
        cue('end', returns(), '§8', {
          facts: (at) => ({
            command: TEXT('x←7'),
            index: N(at.cluster.clients[0].recent.at(-1)?.index ?? 0),
            client: N(1),
            value: TEXT(at.value(4, 'x') ?? ''),
          }),
          holds: (at) => at.value(4, 'x') === '7' && at.cluster.clients.every((client) => client.pending.length === 0),
        }),
      ],
    },
  ],
};
