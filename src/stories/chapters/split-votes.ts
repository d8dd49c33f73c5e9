import { splitVote } from '../../scenarios';
import { MILLISECOND } from '../../sim';
import { cue, done, fires, ms, once, sends, stands, wins } from '../finders';
import type { Instant } from '../instant';
import { type Chapter, COUNT, N, S } from '../story';

const votes = (at: Instant, id: number) => at.server(id).votesGranted.length;

/** S2 and S4 have all the answers of a term that they will ever get. */
const answered = (term: number) =>
  once(({ hosts }) =>
    [hosts[1], hosts[3]].every(({ server }) => server.currentTerm === term && server.votesRefused.length === 2),
  );

const tie = (at: Instant) =>
  at.candidates.join() === '2,4' && votes(at, 2) === 2 && votes(at, 4) === 2 && at.majority === 3;

export const chapter: Chapter = {
  id: 'split-votes',
  logs: false,
  client: false,
  acts: [
    {
      scenario: splitVote,
      cues: [
        cue('crash', done('crash', 1), '§5.2', {
          part: 'tie',
          facts: (at) => ({ dead: S(1), left: COUNT(at.ids.length - at.crashed.length) }),
          holds: (at) => at.crashed.join() === '1' && at.candidates.length + at.leaders.length === 0 && at.term === 1,
          point: () => ({ type: 'server', id: 1 }),
        }),
        cue('both', stands(4), '§5.2', {
          facts: (at) => ({ both: S(...at.candidates) }),
          holds: (at) => at.candidates.join() === '2,4' && at.candidates.every((id) => at.server(id).votedFor === id),
        }),
        cue('crossing', sends('RequestVote', 4), '§5.2', {
          pause: ms(4),
          facts: (at) => ({ both: S(...at.candidates) }),
          holds: (at) => at.flights('RequestVote').length === 8 && at.voters(2).length + at.voters(4).length === 2,
        }),
        cue('given', fires('grantVote', 5), '§5.2', {
          facts: () => ({ a: S(3), forA: S(2), b: S(5), forB: S(4) }),
          holds: (at) => at.voters(2).join() === '2,3' && at.voters(4).join() === '4,5',
        }),
        cue('late', fires('refuseSecondVote', 5), '§5.2', {
          facts: (at) => ({ late: S(2), chosen: S(at.server(5).votedFor ?? 0) }),
          holds: (at) => at.server(5).votedFor === 4 && at.transition.flight?.packet.from === 2,
          point: () => ({ type: 'server', id: 5 }),
        }),
        cue('tie', answered(2), '§5.2', {
          facts: () => ({ both: S(2, 4), votes: COUNT(2), dead: S(1) }),
          holds: (at) => tie(at) && at.crashed.join() === '1' && at.flights('RequestVoteResponse').length === 0,
        }),
        cue('wait', stands(4), '§5.2', {
          part: 'again',
          pause: ms(-90),
          facts: () => ({ both: S(2, 4) }),
          holds: (at) => tie(at) && at.term === 2 && at.host(2).electionAt !== at.host(4).electionAt,
        }),
        cue('again', stands(2), '§5.2', {
          facts: (at) => ({
            first: S(4),
            gap: N(Math.round((at.host(2).electionSetAt - at.host(4).electionSetAt) / MILLISECOND)),
          }),
          holds: (at) =>
            at.candidates.join() === '2,4' && at.server(2).currentTerm === 3 && at.server(4).currentTerm === 3,
          point: () => ({ type: 'server', id: 2 }),
        }),
        cue('tie-again', answered(3), '§5.2', {
          facts: () => ({ votes: COUNT(2) }),
          holds: (at) => tie(at) && at.leaders.length === 0 && at.ids.every((id) => at.log(id).join() === '1'),
        }),
        cue('first', stands(3), '§5.2', {
          part: 'settled',
          facts: (at) => {
            const next = Math.min(...[2, 4, 5].map((id) => at.host(id).electionAt));
            return { lead: N(Math.round((next - at.time) / MILLISECOND)) };
          },
          holds: (at) => at.server(3).currentTerm === 4 && [2, 4, 5].every((id) => at.server(id).currentTerm === 3),
          point: () => ({ type: 'server', id: 3 }),
        }),
        cue('votes', fires('grantVote', 4), '§5.1, §5.2', {
          facts: () => ({ both: S(2, 4), candidate: S(3) }),
          holds: (at) => at.voters(3).join() === '2,3,4' && at.candidates.join() === '3',
          point: () => ({ type: 'server', id: 3 }),
        }),
        cue('too-late', stands(5), '§5.2', {
          facts: () => ({ voters: S(2, 4) }),
          holds: (at) =>
            at.server(5).currentTerm === 4 && [2, 4].every((id) => at.server(id).votedFor === 3) && at.term === 4,
          point: () => ({ type: 'server', id: 5 }),
        }),
        cue('wins', wins(3), '§5.2', {
          facts: (at) => ({ votes: COUNT(votes(at, 3)) }),
          holds: (at) => at.leaders.join() === '3' && votes(at, 3) === 3,
          point: () => ({ type: 'server', id: 3 }),
        }),
        cue('end', fires('yieldToLeader', 5), '§5.2, §9.3', {
          holds: (at) => at.server(5).role === 'follower' && at.leaders.join() === '3' && at.candidates.length === 0,
        }),
      ],
    },
  ],
};
