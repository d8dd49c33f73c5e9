import { checkQuorum, handOver, handOverFails, noPreVote, preVote, priorities, removedServer } from '../../scenarios';
import { both, commits, cue, done, fires, ms, once, sends, wins } from '../finders';
import { type Chapter, COUNT, N, S } from '../story';

const named = (id: number) => () => ({ type: 'server', id }) as const;

export const chapter: Chapter = {
  id: 'staying-calm',
  logs: false,
  client: false,
  acts: [
    {
      scenario: noPreVote,
      cues: [
        cue('cut', done('isolate'), '§5.2; D§9.6', {
          part: 'returns',
          facts: (at) => ({ away: S(5), others: COUNT(at.ids.filter((id) => !at.isParted(1, id)).length) }),
          holds: (at) => at.isParted(5, 1) && at.leaders.join() === '1' && !at.isParted(1, 4),
          point: named(5),
        }),
        cue(
          'grows',
          both(
            fires('electAgain', 5),
            once(({ hosts }) => hosts[4].server.currentTerm === 5),
          ),
          '§5.2; D§9.6',
          {
            holds: (at) =>
              at.server(5).currentTerm === 5 && at.server(1).currentTerm === 1 && at.leaders.join() === '1',
            point: named(5),
          },
        ),
        cue(
          'back',
          both(
            sends('RequestVote', 5),
            once(({ network }) => !network.isolated[4]),
          ),
          '§5.4.1; D§9.6',
          {
            pause: 'midway',
            facts: (at) => ({ own: N(at.server(5).log.index), theirs: N(at.server(1).log.index) }),
            holds: (at) => at.server(5).log.index === 1 && at.log(1).length === 2 && !at.isParted(5, 1),
            point: named(5),
          },
        ),
        cue('deposed', fires('leaderStepsDown', 1), '§5.1; D§9.6', {
          holds: (at) => at.leaders.length === 0 && at.server(1).currentTerm === 6 && at.server(1).role === 'follower',
          point: named(1),
        }),
        cue('again', wins(3), '§5.2; D§9.6', {
          holds: (at) => at.leaders.join() === '3' && at.server(3).currentTerm === 7,
          point: named(3),
        }),
      ],
    },
    {
      scenario: preVote,
      cues: [
        cue('ask', fires('askPreVote', 5), 'D§9.6', {
          part: 'prevote',
          holds: (at) =>
            at.server(5).role === 'precandidate' && at.server(5).currentTerm === 1 && at.server(5).options.preVote,
          point: named(5),
        }),
        cue('refuse', fires('refusePreVote', 3), 'D§9.6', {
          facts: () => ({ away: S(5) }),
          holds: (at) => at.term === 1 && at.server(3).leader === 1 && at.server(3).log.index > at.server(5).log.index,
          point: named(3),
        }),
        cue('calm', fires('yieldToLeader', 5), 'D§9.6', {
          holds: (at) => at.server(5).role === 'follower' && at.leaders.join() === '1' && at.term === 1,
          point: named(5),
        }),
      ],
    },
    {
      scenario: removedServer,
      cues: [
        cue('removed', commits(2, 1), 'D§4.2.3', {
          part: 'removed',
          facts: () => ({ gone: S(4) }),
          holds: (at) =>
            at.server(1).configuration.voters.length === 3 && at.server(4).configuration.voters.length === 4,
          point: named(4),
        }),
        cue('ignore', fires('ignoreWhileLed', 1), '§6; D§4.2.3', {
          facts: (at) => ({ gone: S(4), raised: N(at.server(4).currentTerm) }),
          holds: (at) =>
            at.server(1).role === 'leader' && at.server(1).currentTerm === 1 && at.server(4).currentTerm === 2,
          point: named(4),
        }),
      ],
    },
    {
      scenario: checkQuorum,
      cues: [
        cue('deaf', ({ action }) => action?.type === 'cut' && action.from === 3, 'D§6.2', {
          part: 'quorum',
          facts: () => ({ others: S(2, 3) }),
          holds: (at) => at.cluster.network.cuts.filter((cut) => cut).length === 2 && at.leaders.join() === '1',
          point: named(1),
        }),
        cue('lost', fires('quorumLost', 1), 'D§6.2', {
          holds: (at) => at.leaders.length === 0 && at.server(1).currentTerm === 1 && at.server(1).options.checkQuorum,
          point: named(1),
        }),
        cue('heard', wins(3), 'D§6.2', {
          facts: () => ({ other: S(2), old: S(1) }),
          holds: (at) => at.leaders.join() === '3' && at.server(3).votesGranted.toSorted().join() === '2,3',
          point: named(3),
        }),
      ],
    },
    {
      scenario: handOver,
      cues: [
        cue('begin', fires('beginTransfer', 1), 'D§3.10', {
          part: 'transfer',
          pause: 'midway',
          facts: () => ({ heir: S(3) }),
          holds: (at) => at.server(1).transfer?.to === 3 && at.server(1).matchIndex[3] === at.server(1).log.index,
          point: (at) => ({ type: 'message', key: at.flights('TimeoutNow')[0].key }),
        }),
        cue('hold', fires('holdForTransfer', 1), 'D§3.10', {
          facts: () => ({ heir: S(3) }),
          holds: (at) =>
            at.server(1).transfer?.sent === true && at.server(1).log.index === 2 && at.client.pending.length > 0,
          point: named(1),
        }),
        cue('stand', fires('electAtOnce', 3), 'D§3.10', {
          holds: (at) => at.server(3).role === 'candidate' && at.server(1).role === 'leader' && at.term === 2,
          point: named(3),
        }),
        cue('handed', wins(3), 'D§3.10', {
          facts: () => ({ old: S(1) }),
          holds: (at) => at.leaders.join() === '3' && at.server(1).votedFor === 3,
          point: named(3),
        }),
      ],
    },
    {
      scenario: handOverFails,
      cues: [
        cue('lose', fires('holdForTransfer', 1), 'D§3.10', {
          part: 'fails',
          pause: ms(18),
          facts: () => ({ heir: S(3) }),
          holds: (at) => at.server(1).transfer?.to === 3 && at.isParted(1, 3) && at.flights('TimeoutNow').length === 0,
          point: named(1),
        }),
        cue('abandon', fires('abandonTransfer', 1), 'D§3.10', {
          holds: (at) => at.server(1).transfer === null && at.server(1).role === 'leader' && at.isParted(1, 3),
          point: named(1),
        }),
      ],
    },
    {
      scenario: priorities,
      cues: [
        cue('wanted', fires('yieldToPriority', 1), 'D§3.10', {
          part: 'wanted',
          facts: () => ({ heir: S(3) }),
          holds: (at) => {
            const { priorities } = at.server(1).options;
            return priorities[2] > priorities[0] && at.server(1).transfer?.to === 3;
          },
          point: named(3),
        }),
        cue('never', fires('stayQuiet', 5), 'D§3.10', {
          holds: (at) =>
            at.leaders.join() === '3' &&
            at.server(5).options.priorities[4] === 0 &&
            at.server(3).votesGranted.includes(5) &&
            at.server(5).role === 'follower',
          point: named(5),
        }),
      ],
    },
  ],
};
