import type { ServerId } from '../../raft';
import { election } from '../../scenarios';
import { MILLISECOND } from '../../sim';
import { both, cue, done, fires, hears, ms, sends, stands, wins } from '../finders';
import type { Instant } from '../instant';
import { type Chapter, COUNT, N, S } from '../story';

/** Running servers by the time that their election timers have left, least first. */
function byTimer(at: Instant): ServerId[] {
  return at.ids
    .filter((id) => at.host(id).status === 'up')
    .sort((a, b) => at.host(a).electionAt - at.host(b).electionAt);
}

const left = (at: Instant, id: ServerId) => Math.round((at.host(id).electionAt - at.time) / MILLISECOND);
const votes = (at: Instant, id: ServerId) => at.server(id).votesGranted.length;

export const chapter: Chapter = {
  id: 'leader-election',
  logs: false,
  client: false,
  acts: [
    {
      scenario: election,
      cues: [
        cue('timers', stands(), '§5.2', {
          part: 'timeout',
          pause: ms(-60),
          facts: (at) => ({ first: S(byTimer(at)[0]), left: N(left(at, byTimer(at)[0])) }),
          holds: (at) => at.leaders.length === 0 && new Set(at.ids.map((id) => at.host(id).electionAt)).size === 5,
          point: (at) => ({ type: 'server', id: byTimer(at)[0] }),
        }),
        cue('timeout', stands(4), '§5.2', {
          holds: (at) => at.server(4).votedFor === 4 && at.server(4).leader === null,
          point: () => ({ type: 'server', id: 4 }),
        }),
        cue('requests', sends('RequestVote', 4), '§5.2', {
          part: 'votes',
          pause: 'midway',
          facts: (at) => ({
            candidate: S(4),
            count: COUNT(at.flights('RequestVote').length),
            votes: COUNT(votes(at, 4)),
          }),
          holds: (at) => at.flights('RequestVote').length === 4 && at.candidates.join() === '4' && votes(at, 4) === 1,
        }),
        cue('vote', fires('grantVote'), '§5.2', {
          facts: () => ({ candidate: S(4) }),
          holds: (at) => at.transition.before?.votedFor === null && at.voters(4).length === 2,
          point: (at) => ({ type: 'server', id: at.transition.server ?? 1 }),
        }),
        cue('disk', sends('RequestVoteResponse'), 'Figure 2, State; §5.2', {
          pause: 'midway',
          holds: (at) => {
            const voter = at.transition.server ?? 0;
            return at.transition.kind === 'diskWrite' && at.host(voter).durable.votedFor === 4;
          },
          point: (at) => ({ type: 'message', key: at.flights('RequestVoteResponse')[0].key }),
        }),
        cue('counted', fires('countVote', 4), '§5.2', {
          facts: (at) => ({
            votes: COUNT(votes(at, 4)),
            flying: COUNT(at.flights('RequestVoteResponse', { to: 4 }).length),
          }),
          holds: (at) => votes(at, 4) === 2 && at.majority === 3 && at.server(4).role === 'candidate',
          point: () => ({ type: 'server', id: 4 }),
        }),
        cue('wins', wins(4), '§5.2', {
          facts: (at) => ({ votes: COUNT(votes(at, 4)) }),
          holds: (at) => votes(at, 4) === at.majority && at.flights('RequestVoteResponse', { to: 4 }).length === 2,
          point: () => ({ type: 'server', id: 4 }),
        }),
        cue('announce', sends('AppendEntries', 4), '§5.2, §8', {
          part: 'leader',
          pause: 'midway',
          holds: (at) => at.flights('AppendEntries', { from: 4 }).length === 4 && at.log(4).join() === '1',
        }),
        cue('reset', hears('AppendEntries'), '§5.2', {
          holds: (at) => at.host(at.transition.server ?? 0).electionSetAt === at.time && at.leaders.join() === '4',
          point: (at) => ({ type: 'server', id: at.transition.server ?? 1 }),
        }),
        cue('heartbeat', both(sends('AppendEntries', 4), fires('heartbeat')), '§5.2', {
          pause: 'midway',
          facts: (at) => ({ interval: N(at.cluster.timing.heartbeat / MILLISECOND) }),
          holds: (at) =>
            at.cluster.timing.heartbeat < at.cluster.timing.electionMin &&
            at
              .flights('AppendEntries', { from: 4 })
              .every(({ packet }) => 'entries' in packet && !packet.entries.length),
        }),
        cue('crash', done('crash', 4), '§5.2', {
          part: 'crash',
          facts: () => ({ dead: S(4) }),
          holds: (at) => at.crashed.join() === '4' && at.leaders.length === 0 && at.candidates.length === 0,
          point: () => ({ type: 'server', id: 4 }),
        }),
        cue('silence', stands(), '§5.2', {
          pause: ms(-30),
          facts: (at) => {
            const [first, second] = byTimer(at);
            return {
              first: S(first),
              left: N(left(at, first)),
              second: S(second),
              more: N(left(at, second) - left(at, first)),
            };
          },
          holds: (at) => at.leaders.length + at.candidates.length === 0 && at.flights('AppendEntries').length === 0,
          point: (at) => ({ type: 'server', id: byTimer(at)[0] }),
        }),
        cue('both', stands(2), '§5.2', {
          facts: () => ({ first: S(1) }),
          holds: (at) =>
            at.candidates.join() === '1,2' &&
            at.server(1).currentTerm === at.server(2).currentTerm &&
            at.flights('RequestVote', { from: 1, to: 2 }).length === 1,
          point: () => ({ type: 'server', id: 2 }),
        }),
        cue('second', fires('refuseSecondVote', 3), '§5.2', {
          facts: (at) => ({ chosen: S(at.server(3).votedFor ?? 0), late: S(2) }),
          holds: (at) => at.server(3).votedFor === 1 && at.transition.flight?.packet.from === 2,
          point: () => ({ type: 'server', id: 3 }),
        }),
        cue('wins-again', wins(1), '§5.2', {
          facts: (at) => ({ votes: COUNT(votes(at, 1)), other: S(2), own: COUNT(votes(at, 2)) }),
          holds: (at) => votes(at, 1) === 3 && votes(at, 2) === 1,
          point: () => ({ type: 'server', id: 1 }),
        }),
        cue('yields', fires('yieldToLeader', 2), '§5.2', {
          holds: (at) => at.server(2).role === 'follower' && at.leaders.join() === '1' && at.candidates.length === 0,
          point: () => ({ type: 'server', id: 2 }),
        }),
      ],
    },
  ],
};
