import { cutOrCrash } from '../../scenarios';
import { commits, cue, done, ms, returns, sends, stores, wins } from '../finders';
import { type Chapter, COUNT, S, TEXT } from '../story';

export const chapter: Chapter = {
  id: 'majorities',
  logs: true,
  client: true,
  acts: [
    {
      scenario: cutOrCrash,
      cues: [
        cue('votes', wins(1), '§5.2', {
          part: 'majority',
          facts: (at) => ({ voters: S(...[...at.server(1).votesGranted].sort()) }),
          holds: (at) => at.leaders.join() === '1' && at.server(1).votesGranted.length === at.majority,
          point: () => ({ type: 'server', id: 1 }),
        }),
        cue('stored', commits(2, 1), '§5.3', {
          facts: (at) => ({
            holders: S(...at.ids.filter((id) => at.server(1).matchIndex[id] >= 2)),
            command: TEXT('x←1'),
          }),
          holds: (at) => at.ids.filter((id) => at.server(1).matchIndex[id] >= 2).length === at.majority,
        }),
        cue('cut', done('partition'), '§5.2', {
          part: 'cut',
          facts: () => ({ few: S(1, 2), many: S(3, 4, 5) }),
          holds: (at) => at.isParted(1, 3) && !at.isParted(1, 2) && at.crashed.length === 0,
        }),
        cue('two', wins(3), '§5.2', {
          facts: (at) => ({ old: S(at.leaders[1]) }),
          holds: (at) => at.leaders.join() === '3,1',
          point: () => ({ type: 'server', id: 3 }),
        }),
        cue('shared', sends('AppendEntries', 3), '§5.2', {
          pause: ms(3),
          facts: (at) => {
            const sets = [1, 3].map((id) => [...at.server(id).votesGranted].sort());
            return {
              old: S(1),
              one: S(...sets[0]),
              other: S(...sets[1]),
              both: S(...sets[0].filter((id) => sets[1].includes(id))),
            };
          },
          holds: (at) => [1, 3].every((id) => at.server(id).votesGranted.length === at.majority),
        }),
        cue('few', stores(3, 2), '§5.3', {
          part: 'sides',
          facts: () => ({ old: S(1), other: S(2), command: TEXT('x←2'), copies: COUNT(2) }),
          holds: (at) => at.holders(3, 1).join() === '1,2' && at.server(1).commitIndex === 2,
          point: () => ({ type: 'server', id: 1 }),
        }),
        cue('many', commits(4, 3), '§5.3', {
          facts: (at) => ({
            command: TEXT('x←3'),
            copies: COUNT(at.holders(4, 2).length),
          }),
          holds: (at) => at.value(3, 'x') === '3' && at.server(1).commitIndex === 2,
          point: () => ({ type: 'server', id: 3 }),
        }),
        cue('crash', done('crash', 4), '§5.2', {
          part: 'stop',
          facts: (at) => ({ dead: S(4), left: COUNT(2), leader: S(at.leaders[0]), other: S(5) }),
          holds: (at) =>
            at.crashed.join() === '4' &&
            at.ids.filter((id) => !at.isParted(3, id) && !at.crashed.includes(id)).length === 2,
          point: () => ({ type: 'server', id: 4 }),
        }),
        cue('stuck', stores(5, 5), '§5.3', {
          facts: (at) => ({ command: TEXT('y←4'), copies: COUNT(at.holders(5, 2).length) }),
          holds: (at) => at.holders(5, 2).join() === '3,5' && at.server(3).commitIndex === 4,
        }),
        cue('restart', done('restart', 4), '§5.1', {
          holds: (at) => at.crashed.length === 0 && at.server(3).commitIndex === 4 && at.log(4).length === 4,
          point: () => ({ type: 'server', id: 4 }),
        }),
        cue('on', commits(5, 3), '§5.3', {
          facts: () => ({ command: TEXT('y←4') }),
          holds: (at) => at.value(3, 'y') === '4',
          point: () => ({ type: 'server', id: 3 }),
        }),
        cue('odd', returns(), '§2, §5.2', {
          facts: (at) => ({
            down: COUNT((at.ids.length - 1) / 2),
            more: COUNT(at.ids.length + 1),
            larger: COUNT(at.majority + 1),
          }),
          holds: (at) => at.majority === 3 && at.client.recent.at(-1)?.operation.type === 'put',
        }),
      ],
    },
  ],
};
