import type { Index, ServerId } from '../../raft';
import { addAServer, changesWait, configJump, earlyChange, jointConsensus, slowNewcomer } from '../../scenarios';
import { commits, cue, done, fires, once, stores, wins } from '../finders';
import type { Instant } from '../instant';
import { type Chapter, COUNT, type Facts, N, S, TEXT } from '../story';

const named = (id: number) => () => ({ type: 'server', id }) as const;
const voters = (at: Instant, id: ServerId) => at.server(id).configuration.voters;
const next = (at: Instant, id: ServerId) => at.server(id).configuration.next ?? [];
/** Servers of which this leader knows that they store an entry, itself included. */
const known = (at: Instant, id: ServerId, index: Index) =>
  at.ids.filter((other) => (at.server(id).matchIndex[other] ?? 0) >= index);
const votes = (at: Instant, id: ServerId) => at.server(id).votesGranted.toSorted();
/** Who voted for a new leader, how many they are, and of how many, by its own configuration. */
const election = (at: Instant, id: ServerId): Facts => ({
  voters: S(...votes(at, id)),
  count: COUNT(votes(at, id).length),
  of: COUNT(voters(at, id).length),
});
const told = (at: Instant, client: number) => TEXT(at.cluster.clients[client - 1].recent.at(-1)?.value ?? '');
const isOff = (at: Instant, rule: string) => at.server(1).options.off.join() === rule;

export const chapter: Chapter = {
  id: 'members',
  logs: true,
  client: false,
  acts: [
    {
      scenario: configJump,
      cues: [
        cue('jump-ask', done('changeMembers'), '§6, Figure 10', {
          part: 'jump',
          facts: (at) => ({ few: COUNT(voters(at, 3).length), old: S(...voters(at, 3)), fresh: S(4, 5) }),
          holds: (at) => isOff(at, 'configJump') && voters(at, 3).join() === '1,2,3' && at.leaders.join() === '3',
          point: named(3),
        }),
        cue('jump-entry', fires('changeMember', 3), '§6, Figure 10', {
          facts: () => ({ rest: S(1, 2) }),
          holds: (at) =>
            voters(at, 3).length === 5 && [1, 2].every((id) => voters(at, id).length === 3 && at.isParted(3, id)),
          point: named(3),
        }),
        cue('jump-old', wins(1), '§6, Figure 10', {
          facts: (at) => election(at, 1),
          holds: (at) => voters(at, 1).join() === '1,2,3' && votes(at, 1).join() === '1,2',
          point: named(1),
        }),
        cue('jump-both', wins(4), '§6, Figure 10', {
          facts: (at) => election(at, 4),
          holds: (at) =>
            voters(at, 4).length === 5 &&
            votes(at, 4).join() === '3,4,5' &&
            [1, 4].every((id) => at.server(id).role === 'leader' && at.server(id).currentTerm === 2),
          point: named(4),
        }),
        cue(
          'jump-told',
          once(({ clients }) => clients.every(({ recent }) => recent.length === 1)),
          '§6, Figure 3',
          {
            facts: (at) => ({ first: N(1), one: told(at, 1), second: N(2), other: told(at, 2), both: S(1, 4) }),
            holds: (at) => at.value(1, 'x') === '1' && at.value(4, 'x') === '2' && isOff(at, 'configJump'),
          },
        ),
      ],
    },
    {
      scenario: jointConsensus,
      cues: [
        cue('joint-learn', done('changeMembers'), '§6', {
          part: 'joint',
          pause: 'midway',
          facts: (at) => ({ old: S(...voters(at, 1)), fresh: S(...(at.server(1).catchUp?.newcomers ?? [])) }),
          holds: (at) => voters(at, 1).join() === '1,2,3' && at.server(1).catchUp?.newcomers.join() === '4,5',
          point: named(1),
        }),
        cue('joint-begin', fires('beginJoint', 1), '§6', {
          facts: (at) => ({ old: S(...voters(at, 1)), fresh: S(...next(at, 1)) }),
          holds: (at) => voters(at, 1).join() === '1,2,3' && next(at, 1).join() === '3,4,5' && at.log(1).length === 3,
          point: named(1),
        }),
        cue(
          'joint-half',
          once(({ hosts }) => hosts[0].server.matchIndex[5] >= 3),
          '§6',
          {
            facts: (at) => ({
              known: S(...known(at, 1, 3)),
              fresh: S(...next(at, 1)),
              old: S(...voters(at, 1)),
              entry: N(3),
            }),
            holds: (at) =>
              known(at, 1, 3).filter((id) => next(at, 1).includes(id)).length >= 2 &&
              known(at, 1, 3).filter((id) => voters(at, 1).includes(id)).length < 2 &&
              at.server(1).commitIndex === 2,
            point: named(1),
          },
        ),
        cue('joint-commit', fires('leaveJoint', 1), '§6', {
          facts: (at) => ({ known: S(...known(at, 1, 3)), fresh: S(...voters(at, 1)), entry: N(3) }),
          holds: (at) =>
            at.server(1).commitIndex === 3 &&
            known(at, 1, 3).join() === '1,2,4,5' &&
            voters(at, 1).join() === '3,4,5' &&
            at.log(1).length === 4,
          point: named(1),
        }),
        cue('joint-leave', fires('leaveCluster', 1), '§6', {
          facts: (at) => ({ fresh: S(...voters(at, 1)), entry: N(at.server(1).commitIndex) }),
          holds: (at) =>
            at.server(1).commitIndex === 4 && at.server(1).role === 'follower' && !voters(at, 1).includes(1),
          point: named(1),
        }),
        cue('joint-lead', wins(3), '§6', {
          facts: (at) => ({ fresh: S(...voters(at, 3)) }),
          holds: (at) => at.leaders.join() === '3' && voters(at, 3).join() === '3,4,5',
          point: named(3),
        }),
      ],
    },
    {
      scenario: addAServer,
      cues: [
        cue('one-learn', done('changeMembers'), 'D§4.1, D§4.2.1', {
          part: 'one',
          pause: 'midway',
          facts: () => ({ fresh: S(4) }),
          holds: (at) => at.server(4).log.index === 0 && voters(at, 1).length === 3 && at.server(1).catchUp !== null,
          point: named(4),
        }),
        cue('one-entry', fires('changeMember', 1), 'D§4.1, D§4.2.1', {
          facts: (at) => ({
            fresh: S(4),
            before: COUNT(at.server(1).initial.voters.length),
            after: COUNT(voters(at, 1).length),
          }),
          holds: (at) => at.server(1).matchIndex[4] === 3 && voters(at, 1).length === 4 && at.log(1).length === 4,
          point: named(1),
        }),
        cue('one-commit', commits(4, 1), 'D§4.1', {
          facts: (at) => ({
            count: COUNT(at.majority),
            after: COUNT(voters(at, 1).length),
            less: COUNT(2),
            before: COUNT(3),
          }),
          holds: (at) => at.server(1).commitIndex === 4 && known(at, 1, 4).length === 3 && at.majority === 3,
          point: named(1),
        }),
      ],
    },
    {
      scenario: slowNewcomer,
      cues: [
        cue(
          'slow-round',
          once(({ hosts }) => hosts[0].server.catchUp?.round === 10),
          'D§4.2.1',
          {
            part: 'slow',
            facts: (at) => ({
              slow: S(4),
              round: N(at.server(1).catchUp?.round ?? 0),
              target: N(at.server(1).catchUp?.target ?? 0),
              has: N(at.server(1).matchIndex[4]),
            }),
            holds: (at) =>
              at.server(1).matchIndex[4] < (at.server(1).catchUp?.target ?? 0) && !voters(at, 1).includes(4),
            point: named(4),
          },
        ),
        cue('slow', fires('giveUpCatchUp', 1), 'D§4.2.1', {
          facts: () => ({ slow: S(4) }),
          holds: (at) => at.server(1).catchUp === null && voters(at, 1).join() === '1,2,3' && at.ids.length === 4,
          point: named(1),
        }),
      ],
    },
    {
      scenario: changesWait,
      cues: [
        cue('wait-early', fires('refuseEarlyChange', 1), 'D§4.1', {
          part: 'wait',
          holds: (at) => at.server(1).commitIndex === 0 && at.log(1).join() === '1' && voters(at, 1).length === 4,
          point: named(1),
        }),
        cue('wait-second', fires('refuseSecondChange', 1), 'D§4.1', {
          facts: () => ({ gone: S(4), fresh: S(5) }),
          holds: (at) => at.server(1).configurationIndex > at.server(1).commitIndex && voters(at, 1).join() === '1,2,3',
          point: named(1),
        }),
      ],
    },
    {
      scenario: earlyChange,
      cues: [
        cue('early-add', stores(2, 5), 'D§4.1', {
          part: 'early',
          facts: (at) => ({ holders: S(...at.holders(2, 1)), fresh: S(5) }),
          holds: (at) =>
            isOff(at, 'configBeforeNoop') && voters(at, 1).length === 5 && at.holders(2, 1).join() === '1,5',
          point: named(1),
        }),
        cue('early-next', wins(2), 'D§4.1', {
          facts: (at) => election(at, 2),
          holds: (at) => voters(at, 2).length === 4 && votes(at, 2).join() === '2,3,4' && at.log(2).join() === '1,2',
          point: named(2),
        }),
        cue('early-remove', fires('changeMember', 2), 'D§4.1', {
          facts: () => ({ gone: S(1) }),
          holds: (at) =>
            at.server(2).commitIndex < 2 && voters(at, 2).join() === '2,3,4' && isOff(at, 'configBeforeNoop'),
          point: named(2),
        }),
        cue('early-commit', commits(3, 2), 'D§4.1', {
          facts: (at) => ({
            known: S(...known(at, 2, 3)),
            count: COUNT(known(at, 2, 3).length),
            of: COUNT(voters(at, 2).length),
          }),
          holds: (at) => known(at, 2, 3).join() === '2,3' && at.server(2).commitIndex === 3,
          point: named(2),
        }),
        cue('early-back', wins(1), 'D§4.1', {
          facts: (at) => election(at, 1),
          holds: (at) => votes(at, 1).join() === '1,4,5' && voters(at, 1).length === 5 && at.log(1).join() === '1,1,3',
          point: named(1),
        }),
        cue('early-lost', fires('truncateConflict', 3), 'D§4.1', {
          facts: () => ({ entry: N(3), was: S(2) }),
          holds: (at) => at.log(3).join() === '1,1,3' && (at.transition.before?.commitIndex ?? 0) === 3,
          point: named(3),
        }),
        cue(
          'early-rule',
          once(({ hosts }) => hosts.every(({ server }) => server.log.term === 3)),
          'D§4.1',
          {
            facts: () => ({ other: S(2) }),
            holds: (at) => at.ids.every((id) => voters(at, id).length === 5) && isOff(at, 'configBeforeNoop'),
          },
        ),
      ],
    },
  ],
};
