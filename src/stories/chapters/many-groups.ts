import type { ServerId } from '../../raft';
import { manyGroups } from '../../scenarios';
import { commits, cue, done, ms, stands, wins } from '../finders';
import type { Instant } from '../instant';
import { type Chapter, COUNT, N, S, TEXT } from '../story';

const named = (id: number) => () => ({ type: 'server', id }) as const;
const x = (at: Instant, id: ServerId) => TEXT(at.value(id, 'x') ?? '');
/** The groups α, β and γ. */
const [ALPHA, BETA, GAMMA] = [1, 2, 3];
const leads = (at: Instant, group: number) => at.group(group).leaders.join();
const running = (at: Instant) => at.ids.filter((id) => at.host(id).status === 'up');

export const chapter: Chapter = {
  id: 'many-groups',
  logs: true,
  client: false,
  acts: [
    {
      scenario: manyGroups,
      cues: [
        cue('split', done('clientRequest'), 'D§2.2', {
          part: 'split',
          group: ALPHA,
          pause: ms(-8),
          facts: (at) => ({ groups: COUNT(at.groupCount) }),
          holds: (at) => leads(at, ALPHA) === '1' && leads(at, BETA) === '2' && leads(at, GAMMA) === '2',
        }),
        cue('alpha', commits(2, 1), 'D§2.2', {
          group: ALPHA,
          facts: (at) => ({ value: x(at, 1) }),
          holds: (at) => at.value(1, 'x') === '1' && [BETA, GAMMA].every((g) => at.group(g).log(1).length === 1),
          point: named(1),
        }),
        cue('beta', commits(2, 2), 'D§2.2', {
          group: BETA,
          facts: (at) => ({ value: x(at, 2), other: x(at.group(ALPHA), 1) }),
          holds: (at) => at.value(2, 'x') === '7' && at.group(ALPHA).value(1, 'x') === '1' && at.leaders.join() === '2',
          point: named(2),
        }),
        cue('load', done('transfer'), 'D§3.10', {
          part: 'spread',
          group: GAMMA,
          pause: 'midway',
          facts: () => ({ heir: S(4) }),
          holds: (at) =>
            at.server(2).transfer?.to === 4 && leads(at, BETA) === '2' && at.flights('TimeoutNow').length === 1,
          point: (at) => ({ type: 'message', key: at.flights('TimeoutNow')[0].key }),
        }),
        cue('spread', wins(4), '§5.2; D§3.10', {
          group: GAMMA,
          facts: (at) => ({
            alpha: S(...at.group(ALPHA).leaders),
            beta: S(...at.group(BETA).leaders),
            betaTerm: N(at.group(BETA).term),
          }),
          holds: (at) =>
            leads(at, ALPHA) === '1' && leads(at, BETA) === '2' && at.leaders.join() === '4' && at.term === 2,
          point: named(4),
        }),
        cue('crash', done('crash', 2), '§5.2', {
          part: 'crash',
          group: BETA,
          facts: () => ({ dead: S(2) }),
          holds: (at) =>
            [ALPHA, BETA, GAMMA].every((g) => at.group(g).crashed.join() === '2') && at.leaders.length === 0,
          point: named(2),
        }),
        cue('on', commits(3, 1), '§5.3', {
          group: ALPHA,
          facts: (at) => ({ count: COUNT(running(at).length) }),
          holds: (at) => at.crashed.join() === '2' && at.leaders.join() === '1' && at.server(1).commitIndex === 3,
          point: named(1),
        }),
        cue('wait', stands(3), '§5.2', {
          group: BETA,
          facts: (at) => ({ gamma: S(...at.group(GAMMA).leaders), gammaTerm: N(at.group(GAMMA).term) }),
          holds: (at) =>
            at.leaders.length === 0 &&
            at.server(3).currentTerm === 2 &&
            leads(at, GAMMA) === '4' &&
            leads(at, ALPHA) === '1',
          point: named(3),
        }),
        cue('won', wins(3), '§5.2', {
          group: BETA,
          facts: () => ({ alpha: S(1), gamma: S(4) }),
          holds: (at) =>
            at.leaders.join() === '3' &&
            at.group(ALPHA).term === 1 &&
            [ALPHA, GAMMA].every((g) => at.group(g).candidates.length === 0),
          point: named(3),
        }),
        cue('back', done('restart', 2), '§5.3', {
          part: 'back',
          group: BETA,
          facts: (at) => ({ back: S(2), has: N(at.server(2).log.index) }),
          holds: (at) =>
            [ALPHA, BETA, GAMMA].every((group) => at.group(group).server(2).role === 'follower') &&
            at.leaders.join() === '3' &&
            at.server(2).log.index < at.server(3).log.index,
          point: named(2),
        }),
        cue('same', commits(3, 2), 'D§2.2', {
          group: BETA,
          facts: () => ({ back: S(2) }),
          holds: (at) => at.ids.every((id) => at.log(id).join() === '1,1,2') && running(at).length === 5,
          point: named(2),
        }),
      ],
    },
  ],
};
