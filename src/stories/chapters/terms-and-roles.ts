import { termClock } from '../../scenarios';
import { both, cue, done, fires, hears, once, sends, stands, start, wins } from '../finders';
import { type Chapter, COUNT, N, S } from '../story';

/** S2 leads, was cut off, and is not any more. */
const isBack = once(({ network, hosts }) => !network.isolated[1] && hosts[2].server.role === 'leader');

export const chapter: Chapter = {
  id: 'terms-and-roles',
  logs: false,
  client: false,
  acts: [
    {
      scenario: termClock,
      cues: [
        cue('quiet', start, '§5.1, §5.2', {
          part: 'roles',
          holds: (at) => at.term === 0 && at.ids.every((id) => at.server(id).role === 'follower'),
        }),
        cue('candidate', stands(2), '§5.2', {
          holds: (at) => at.candidates.join() === '2' && at.server(2).votedFor === 2 && at.leaders.length === 0,
          point: () => ({ type: 'server', id: 2 }),
        }),
        cue('requests', sends('RequestVote', 2), '§5.1', {
          pause: 'midway',
          facts: (at) => ({ count: COUNT(at.flights('RequestVote').length) }),
          holds: (at) =>
            at.flights('RequestVote').length === 4 &&
            at.flights('RequestVote').every(({ packet }) => 'term' in packet && packet.term === at.term),
        }),
        cue('adopts', fires('adoptNewerTerm'), '§5.1', {
          facts: (at) => ({ old: N(at.transition.before?.currentTerm ?? -1) }),
          holds: (at) => at.transition.after?.currentTerm === 1 && at.transition.before?.currentTerm === 0,
          point: (at) => ({ type: 'server', id: at.transition.server ?? 1 }),
        }),
        cue('leader', wins(2), '§5.2', {
          facts: (at) => ({ votes: COUNT(at.server(2).votesGranted.length) }),
          holds: (at) => at.leaders.join() === '2' && at.server(2).votesGranted.length === at.majority,
          point: () => ({ type: 'server', id: 2 }),
        }),
        cue('cut', done('isolate', 2), '§5.2', {
          part: 'clock',
          holds: (at) => at.leaders.join() === '2' && at.ids.every((id) => id === 2 || at.isParted(2, id)),
          point: () => ({ type: 'server', id: 2 }),
        }),
        cue('next', stands(3), '§5.1, §5.2', {
          holds: (at) => at.server(3).currentTerm === 2 && at.server(2).currentTerm === 1,
          point: () => ({ type: 'server', id: 3 }),
        }),
        cue('two', wins(3), '§5.1', {
          facts: (at) => ({ old: S(at.leaders[1]), oldTerm: N(at.server(at.leaders[1]).currentTerm) }),
          holds: (at) => at.leaders.join() === '3,2' && at.server(3).currentTerm === 2,
          point: () => ({ type: 'server', id: 3 }),
        }),
        cue('back', both(sends('AppendEntries', 2), isBack), '§5.1', {
          part: 'yield',
          pause: 'midway',
          facts: (at) => ({ old: S(2), oldTerm: N(at.server(2).currentTerm) }),
          holds: (at) =>
            !at.isParted(2, 3) &&
            at.flights('AppendEntries', { from: 2 }).length === 4 &&
            at.server(2).role === 'leader',
          point: (at) => ({ type: 'message', key: at.flights('AppendEntries', { from: 2 })[0].key }),
        }),
        cue('refuse', fires('refuseOlderTerm'), '§5.1', {
          facts: (at) => ({ oldTerm: N(at.server(2).currentTerm) }),
          holds: (at) => at.flights('AppendEntriesResponse', { to: 2 }).length > 0 && at.server(2).role === 'leader',
          point: (at) => ({ type: 'server', id: at.transition.server ?? 1 }),
        }),
        cue('down', fires('leaderStepsDown', 2), '§5.1', {
          holds: (at) =>
            at.transition.before?.role === 'leader' &&
            at.server(2).role === 'follower' &&
            at.transition.flight?.packet.type === 'AppendEntriesResponse',
          point: () => ({ type: 'server', id: 2 }),
        }),
        cue('end', hears('AppendEntries', 2, 3), '§5.1', {
          holds: (at) => at.leaders.join() === '3' && at.ids.every((id) => at.server(id).currentTerm === 2),
        }),
      ],
    },
  ],
};
