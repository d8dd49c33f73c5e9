import { figure7, staleCandidate } from '../../scenarios';
import { commits, cue, done, fires, hears, ms, once, sends, stands, stores, wins } from '../finders';
import type { Instant } from '../instant';
import { type Chapter, COUNT, N, S } from '../story';

const last = (at: Instant, id: number) => N(at.log(id).length);
const lastTerm = (at: Instant, id: number) => N(at.log(id).at(-1) ?? 0);
const named = (id: number) => () => ({ type: 'server', id }) as const;

export const chapter: Chapter = {
  id: 'election-restriction',
  logs: true,
  client: false,
  acts: [
    {
      scenario: staleCandidate,
      cues: [
        cue('away', done('crash', 5), '§5.4.1', {
          part: 'short',
          facts: (at) => ({ dead: S(5), last: last(at, 5) }),
          holds: (at) => at.crashed.join() === '5' && at.log(5).length === 1,
          point: named(5),
        }),
        cue('commit', commits(3, 1), '§5.4.1', {
          facts: (at) => ({ holders: S(...at.holders(3, 1)), away: S(5) }),
          holds: (at) => at.holders(3, 1).join() === '1,2,3,4' && at.log(5).length === 1,
          point: named(1),
        }),
        cue('crash', done('restart', 5), '§5.4.1', {
          facts: (at) => ({ dead: S(1), back: S(5), own: last(at, 5), others: last(at, 2) }),
          holds: (at) => at.crashed.join() === '1' && at.log(5).length === 1 && at.log(2).length === 3,
          point: named(5),
        }),
        cue('stands', stands(5), '§5.4.1', {
          part: 'refused',
          facts: () => ({ committed: N(3) }),
          holds: (at) => at.candidates.join() === '5' && at.log(5).length === 1,
          point: named(5),
        }),
        cue('asks', sends('RequestVote', 5), '§5.4.1', {
          pause: 'midway',
          facts: (at) => ({ candidate: S(5), last: last(at, 5), lastTerm: lastTerm(at, 5) }),
          holds: (at) =>
            at.flights('RequestVote', { from: 5 }).length === 4 &&
            at
              .flights('RequestVote', { from: 5 })
              .every(({ packet }) => packet.type === 'RequestVote' && packet.lastLogIndex === 1),
          point: (at) => ({ type: 'message', key: at.flights('RequestVote')[0].key }),
        }),
        cue('refuse', fires('refuseStaleLog'), '§5.4.1', {
          facts: (at) => ({
            candidate: S(5),
            own: last(at, at.transition.server ?? 1),
            theirs: last(at, 5),
            both: lastTerm(at, 5),
          }),
          holds: (at) => at.log(at.transition.server ?? 1).length === 3 && at.log(5).length === 1,
          point: (at) => ({ type: 'server', id: at.transition.server ?? 1 }),
        }),
        cue(
          'alone',
          once(({ hosts }) => hosts[4].server.votesRefused.length === 3),
          '§5.4.1',
          {
            facts: (at) => ({ candidate: S(5), votes: COUNT(at.server(5).votesGranted.length) }),
            holds: (at) => at.server(5).votesGranted.length === 1 && at.leaders.length === 0,
            point: named(5),
          },
        ),
        cue('other', stands(3), '§5.4.1', {
          part: 'elected',
          facts: (at) => ({ last: last(at, 3) }),
          holds: (at) => at.server(3).currentTerm === 3 && at.log(3).length === 3,
          point: named(3),
        }),
        cue('even', fires('grantVote', 5), '§5.4.1', {
          facts: () => ({ candidate: S(3) }),
          holds: (at) => at.server(5).votedFor === 3 && at.log(3).length > at.log(5).length,
          point: named(5),
        }),
        cue('wins', wins(3), '§5.4.1, §5.4.3', {
          facts: () => ({ index: N(3) }),
          holds: (at) => at.leaders.join() === '3' && at.log(3).length >= 3,
          point: named(3),
        }),
        cue('filled', stores(3, 5), '§5.3', {
          holds: (at) => at.log(5).join() === at.log(3).join(),
          point: named(5),
        }),
      ],
    },
    {
      scenario: figure7,
      cues: [
        cue('compare', sends('RequestVote', 1), '§5.4.1, Figure 7', {
          part: 'compare',
          pause: ms(5),
          facts: (at) => ({ candidate: S(1), last: last(at, 1), lastTerm: lastTerm(at, 1) }),
          holds: (at) => at.flights('RequestVote').length === 6 && at.log(1).length === 10,
        }),
        cue('longer', fires('refuseStaleLog', 4), '§5.4.1', {
          facts: (at) => ({ lastTerm: lastTerm(at, 4), own: last(at, 4), theirs: last(at, 1) }),
          holds: (at) => at.log(4).at(-1) === at.log(1).at(-1) && at.log(4).length > at.log(1).length,
          point: named(4),
        }),
        cue('newer', fires('refuseStaleLog', 5), '§5.4.1', {
          facts: (at) => ({ candidate: S(1), own: lastTerm(at, 5), theirs: lastTerm(at, 1) }),
          holds: (at) => (at.log(5).at(-1) ?? 0) > (at.log(1).at(-1) ?? 0),
          point: named(5),
        }),
        cue('older', fires('grantVote', 7), '§5.4.1', {
          facts: (at) => ({
            own: last(at, 7),
            ownTerm: lastTerm(at, 7),
            theirs: last(at, 1),
            theirTerm: lastTerm(at, 1),
          }),
          holds: (at) => at.log(7).length > at.log(1).length && at.server(7).votedFor === 1,
          point: named(7),
        }),
        cue('result', hears('RequestVoteResponse', 1, 6), '§5.4.1', {
          facts: (at) => ({ votes: COUNT(at.server(1).votesGranted.length) }),
          holds: (at) => at.leaders.join() === '1' && at.server(1).votesGranted.length === 4,
          point: named(1),
        }),
      ],
    },
  ],
};
