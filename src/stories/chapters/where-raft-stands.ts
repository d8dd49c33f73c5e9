import { leaderCut, leaderLost } from '../../scenarios';
import { answersTo, type Diagram, decidedAt, stateAt } from '../diagram';
import { commits, cue, done, drawn, fires, hears, returns, wins } from '../finders';
import type { Instant } from '../instant';
import { type Chapter, COUNT, N, S, TEXT } from '../story';
import { commitCut, commitLost, paxosCut, paxosLost, zabCut, zabLost } from './other-protocols';

const named = (id: number) => () => ({ type: 'server', id }) as const;
const x = (at: Instant, id: number) => TEXT(at.value(id, 'x') ?? '');

/** Whether it is held up from when its coordinator is gone until it hears from it. */
const isHeldUp = (diagram: Diagram, lane: string, from: number, to: number) =>
  [from, (from + to) / 2, to].every((time) => stateAt(diagram, lane, time) === 'stuck');

export const chapter: Chapter = {
  id: 'where-raft-stands',
  logs: true,
  client: false,
  acts: [
    {
      scenario: leaderLost,
      cues: [
        cue('asked', done('clientRequest'), '§10', {
          part: 'lost',
          facts: () => ({ client: N(1) }),
          holds: (at) => at.leaders.join() === '1' && at.client.pending.length === 1 && at.log(1).length === 1,
          point: named(1),
        }),
        drawn('commit-lost', commitLost, 'Gray & Lamport (2006) §3', {
          facts: () => ({ coordinator: TEXT('C'), one: TEXT('A'), other: TEXT('B') }),
          holds: (d) =>
            stateAt(d, 'C', 60) === 'down' &&
            isHeldUp(d, 'A', 46, 83) &&
            isHeldUp(d, 'B', 46, 83) &&
            d.cut === undefined,
        }),
        drawn('paxos-lost', paxosLost, 'Lamport (2001) §2', {
          facts: () => ({ dead: TEXT('P1'), fresh: TEXT('P2'), acceptor: TEXT('A1'), value: TEXT('v') }),
          holds: (d) =>
            stateAt(d, 'P1', 60) === 'down' &&
            answersTo(d, 'P2', 'promiseV').some(({ from }) => from === 'A1') &&
            (decidedAt(d, 'P2') ?? 0) > 60 &&
            d.cut === undefined,
        }),
        drawn('zab-lost', zabLost, 'Junqueira et al. (2011); §10', {
          facts: () => ({ dead: TEXT('Z1'), fresh: TEXT('Z3') }),
          holds: (d) =>
            stateAt(d, 'Z1', 60) === 'down' &&
            stateAt(d, 'Z3', 60) === 'leads' &&
            answersTo(d, 'Z2', 'newLeader').length === 1 &&
            answersTo(d, 'Z2', 'newLeader')[0].sent < (decidedAt(d, 'Z3') ?? 0),
        }),
        cue('raft-lost', done('crash', 1), '§5.3', {
          part: 'raft-lost',
          facts: (at) => ({ dead: S(1), entry: N(2), holders: S(...at.holders(2, 1).filter((id) => id !== 1)) }),
          holds: (at) =>
            at.crashed.join() === '1' &&
            at.holders(2, 1).join() === '1,2,3' &&
            at.ids.every((id) => at.server(id).commitIndex < 2),
          point: named(1),
        }),
        cue('raft-elects', wins(2), '§5.2, §5.4.1', {
          facts: (at) => ({ count: COUNT(at.server(2).votesGranted.length), entry: N(2) }),
          holds: (at) => at.leaders.join() === '2' && at.log(2).join() === '1,1,2' && at.holders(2, 1).length === 3,
          point: named(2),
        }),
        cue('raft-goes-on', commits(3, 2), '§5.4.2', {
          facts: (at) => ({ old: N(2), value: x(at, 2) }),
          holds: (at) => at.server(2).commitIndex === 3 && at.value(2, 'x') === '1' && at.crashed.join() === '1',
          point: named(2),
        }),
      ],
    },
    {
      scenario: leaderCut,
      cues: [
        cue('parted', done('partition'), '§5.2', {
          part: 'cut',
          facts: () => ({ old: S(1), many: S(2, 3) }),
          holds: (at) => at.leaders.join() === '1' && at.isParted(1, 2) && !at.isParted(2, 3),
        }),
        drawn('commit-cut', commitCut, 'Gray & Lamport (2006) §3', {
          facts: () => ({ one: TEXT('A'), other: TEXT('B') }),
          holds: (d) =>
            d.cut !== undefined && isHeldUp(d, 'B', 46, 94) && (decidedAt(d, 'A') ?? 100) < (decidedAt(d, 'B') ?? 0),
        }),
        drawn('paxos-cut', paxosCut, 'Lamport (2001) §2', {
          facts: (d) => ({
            few: TEXT('P1'),
            many: TEXT('P2'),
            promises: COUNT(answersTo(d, 'P1', 'promise').length),
            acceptors: COUNT(d.lanes.filter(({ role }) => role === 'acceptor').length),
          }),
          holds: (d) =>
            answersTo(d, 'P1', 'promise').length === 1 &&
            d.lanes.filter(({ role }) => role === 'acceptor').length === 3 &&
            (decidedAt(d, 'P2') ?? 100) < (d.cut?.to ?? 0),
        }),
        drawn('zab-cut', zabCut, 'Junqueira et al. (2011); §10', {
          facts: () => ({ old: TEXT('Z1'), fresh: TEXT('Z3') }),
          holds: (d) =>
            stateAt(d, 'Z1', 50) === 'asks' &&
            stateAt(d, 'Z3', 50) === 'leads' &&
            answersTo(d, 'Z1', 'newLeader').every(({ sent }) => sent > (d.cut?.to ?? 100)),
        }),
        cue('raft-two', wins(2), '§5.1, §5.2', {
          part: 'raft-cut',
          facts: (at) => ({
            old: S(1),
            oldTerm: N(at.server(1).currentTerm),
            count: COUNT(at.server(2).votesGranted.length),
          }),
          holds: (at) => at.leaders.join() === '2,1' && at.server(1).commitIndex === 1 && at.log(1).length === 2,
          point: named(2),
        }),
        cue('raft-told', returns(), '§5.3', {
          facts: (at) => ({ told: N(2), waiting: N(1), value: x(at, 2), old: S(1) }),
          holds: (at) => at.client.pending.length === 1 && at.value(2, 'x') === '2' && at.isParted(1, 2),
          point: named(2),
        }),
        cue('raft-heals', fires('truncateConflict', 1), '§5.1, §5.3', {
          facts: () => ({ entry: N(2) }),
          holds: (at) => at.server(1).role === 'follower' && at.log(1).join() === '1,2,2' && at.leaders.join() === '2',
          point: named(1),
        }),
        cue('raft-stays', hears('AppendEntriesResponse', 2, 3), '§5.1', {
          part: 'beside',
          figure: { type: 'table' },
          holds: (at) => at.ids.every((id) => at.log(id).join() === '1,2,2') && at.server(1).currentTerm === 2,
        }),
      ],
    },
  ],
};
