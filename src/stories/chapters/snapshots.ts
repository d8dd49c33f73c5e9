import { baseIndex, entriesBetween, type ServerId } from '../../raft';
import { installSnapshot, logsGrow, tailStays } from '../../scenarios';
import { both, commits, cue, done, fires, hears, once, sends, stores } from '../finders';
import type { Instant } from '../instant';
import { type Chapter, COUNT, N, S, TEXT } from '../story';

const named = (id: number) => () => ({ type: 'server', id }) as const;
const x = (at: Instant, id: ServerId) => TEXT(at.value(id, 'x') ?? '');
/** Where the log of a server begins: the index of the last entry that it has dropped. */
const base = (at: Instant, id: ServerId) => baseIndex(at.server(id));
/** How many entries the log of a server still holds. */
const held = (at: Instant, id: ServerId) => {
  const { log } = at.server(id);
  return entriesBetween(log, base(at, id) + 1, log.index).length;
};
const snapshotFlight = (at: Instant) => at.flights('InstallSnapshot')[0];
const sent = (at: Instant) => {
  const packet = snapshotFlight(at)?.packet;
  return packet?.type === 'InstallSnapshot' ? packet.lastIncludedIndex : 0;
};

export const chapter: Chapter = {
  id: 'snapshots',
  logs: true,
  client: false,
  acts: [
    {
      scenario: logsGrow,
      cues: [
        cue('grow', commits(4, 1), '§7', {
          part: 'grow',
          facts: (at) => ({ value: x(at, 1), length: COUNT(held(at, 1)) }),
          holds: (at) => held(at, 1) === 4 && at.value(1, 'x') === '3' && at.host(1).store.values.size === 1,
          point: named(1),
        }),
        cue('full', stores(6, 2), '§7', {
          facts: (at) => ({ length: COUNT(held(at, 1)) }),
          holds: (at) => held(at, 1) === 6 && held(at, 2) === 6 && at.host(1).store.values.size === 1,
        }),
        cue('take', fires('takeSnapshot', 1), '§7', {
          part: 'take',
          facts: (at) => ({ value: x(at, 1), dropped: COUNT(base(at, 1)) }),
          holds: (at) => base(at, 1) === 6 && held(at, 1) === 0 && at.host(1).durable.snapshot === null,
          point: named(1),
        }),
        cue(
          'last',
          once(({ hosts }) => hosts[0].durable.snapshot !== null),
          '§7',
          {
            facts: (at) => ({
              index: N(at.host(1).durable.snapshot?.last.index ?? 0),
              of: N(at.host(1).durable.snapshot?.last.term ?? 0),
            }),
            holds: (at) => at.host(1).durable.snapshot?.last.index === 6 && base(at, 2) === 0 && base(at, 3) === 0,
            point: named(1),
          },
        ),
        cue('own', fires('takeSnapshot', 3), '§7', {
          facts: () => ({ others: S(2, 3) }),
          holds: (at) => at.ids.every((id) => base(at, id) === 6) && at.flights('InstallSnapshot').length === 0,
        }),
        cue('on', stores(7, 2), '§7, §5.3', {
          facts: (at) => ({ index: N(base(at, 2)), entry: N(at.server(2).log.index) }),
          holds: (at) => base(at, 2) === 6 && held(at, 2) === 1,
          point: named(2),
        }),
        cue('restart', done('restart', 2), '§7', {
          part: 'restart',
          facts: (at) => ({ back: S(2), value: x(at, 2), entry: N(at.server(2).log.index) }),
          holds: (at) => at.server(2).lastApplied === 6 && at.value(2, 'x') === '5' && held(at, 2) === 1,
          point: named(2),
        }),
        cue('applied', commits(7, 2), '§7, §5.3', {
          facts: (at) => ({ value: x(at, 2) }),
          holds: (at) => at.ids.every((id) => at.value(id, 'x') === '6') && at.server(2).lastApplied === 7,
          point: named(2),
        }),
      ],
    },
    {
      scenario: installSnapshot,
      cues: [
        cue('behind', done('compact'), '§7', {
          part: 'behind',
          facts: (at) => ({ late: S(3), has: N(at.server(3).log.index), index: N(base(at, 1)) }),
          holds: (at) => at.crashed.join() === '3' && at.server(3).log.index === 1 && base(at, 1) === 6,
          point: named(3),
        }),
        cue('send', both(sends('InstallSnapshot', 1, 3), fires('sendSnapshot', 1)), '§7, Figure 13', {
          pause: 'midway',
          facts: (at) => ({ late: S(3), needed: N(at.server(1).nextIndex[3]), index: N(sent(at)) }),
          holds: (at) => at.server(1).nextIndex[3] <= base(at, 1) && sent(at) === 6 && at.crashed.length === 0,
          point: (at) => ({ type: 'message', key: snapshotFlight(at).key }),
        }),
        cue('install', fires('installSnapshot', 3), '§7, Figure 13', {
          facts: (at) => ({ index: N(base(at, 3)), value: x(at, 3) }),
          holds: (at) => base(at, 3) === 6 && held(at, 3) === 0 && at.value(3, 'x') === at.value(1, 'x'),
          point: named(3),
        }),
        cue('known', hears('InstallSnapshotResponse', 1), '§7, Figure 13', {
          facts: (at) => ({ late: S(3), index: N(at.server(1).matchIndex[3]), next: N(at.server(1).nextIndex[3]) }),
          holds: (at) => at.server(1).matchIndex[3] === 6 && at.server(1).nextIndex[3] === 7,
          point: named(1),
        }),
        cue('usual', stores(7, 3), '§7, §5.3', {
          holds: (at) => base(at, 3) === 6 && held(at, 3) === 1 && base(at, 2) === 0,
          point: named(3),
        }),
      ],
    },
    {
      scenario: tailStays,
      cues: [
        cue('tail', sends('InstallSnapshot', 1, 3), '§7, Figure 13', {
          part: 'tail',
          pause: 'midway',
          facts: (at) => ({ other: S(3), index: N(sent(at)), has: N(at.server(3).log.index) }),
          holds: (at) => at.server(3).log.index === 5 && sent(at) === 4 && at.server(1).matchIndex[3] < 4,
          point: (at) => ({ type: 'message', key: snapshotFlight(at).key }),
        }),
        cue('stays', fires('keepAfterSnapshot', 3), '§7, Figure 13', {
          facts: (at) => ({ index: N(base(at, 3)), kept: N(at.server(3).log.index) }),
          holds: (at) => base(at, 3) === 4 && held(at, 3) === 1 && at.server(3).log.index === 5,
          point: named(3),
        }),
        cue('late', fires('ignoreOldSnapshot', 3), '§7, Figure 13', {
          facts: (at) => ({ known: N(at.server(3).commitIndex) }),
          holds: (at) => at.server(3).commitIndex === 4 && base(at, 3) === 4 && at.cluster.network.cuts.includes(true),
          point: named(3),
        }),
      ],
    },
  ],
};
