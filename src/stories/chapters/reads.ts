import { confirmedStamp, hasLease, type Operation, type ReadMode, type ServerId } from '../../raft';
import { leaseRead, newLeaderRead, readAlone, readIndex, readsCompared, staleRead } from '../../scenarios';
import { localClock } from '../../sim';
import { both, commits, cue, done, fires, hears, once, returns, stores, wins } from '../finders';
import type { Instant } from '../instant';
import { type Chapter, COUNT, type Finder, N, S, TEXT } from '../story';

const named = (id: number) => () => ({ type: 'server', id }) as const;
const x = (at: Instant, id: ServerId) => TEXT(at.value(id, 'x') ?? '');
const waiting = (at: Instant, client = 1): Operation | undefined =>
  at.cluster.clients[client - 1].pending[0]?.operation;
const told = (at: Instant, client = 1) => TEXT(at.cluster.clients[client - 1].recent.at(-1)?.value ?? '');
const isLeased = (at: Instant, id: ServerId) => hasLease(at.server(id), localClock(at.host(id), at.time));
/** The majority that has confirmed this leader with its latest answers, itself included. */
const confirmed = (at: Instant, id: ServerId) => {
  const since = confirmedStamp(at.server(id));
  return at.ids.filter((other) => other === id || at.server(id).ackedStamp[other] >= since);
};

/** A client is told to read in this way at a server that it stays with. */
const asks =
  (mode: ReadMode, to: ServerId): Finder =>
  ({ action }) =>
    action?.type === 'clientRequest' &&
    action.operation.type === 'read' &&
    action.operation.mode === mode &&
    action.to === to;

const isCut = once(({ network: { groups } }) => groups[0] !== groups[2]);
const isTwoSided = (at: Instant) => at.leaders.join() === '3,1' && at.isParted(1, 3) && !at.isParted(1, 2);

export const chapter: Chapter = {
  id: 'reads',
  logs: true,
  client: true,
  acts: [
    {
      scenario: readsCompared,
      cues: [
        cue(
          'log-ask',
          both(
            done('clientRequest'),
            once(({ clients }) => clients[0].serial === 2),
          ),
          '§8; D§6.4',
          {
            part: 'log',
            pause: 'midway',
            facts: () => ({ client: N(1) }),
            holds: (at) => waiting(at)?.type === 'get' && at.client.pending[0].target === 1 && at.value(1, 'x') === '1',
          },
        ),
        cue('log-append', stores(3, 1), '§8; D§6.4', {
          holds: (at) => at.log(1).length === 3 && [2, 3, 4, 5].every((id) => at.log(id).length === 2),
          point: named(1),
        }),
        cue('log-done', commits(3, 1), '§8; D§6.4', {
          facts: (at) => ({ value: x(at, 1) }),
          holds: (at) => at.server(1).commitIndex === 3 && at.holders(3, 1).length === 5 && at.leaders.join() === '1',
          point: named(1),
        }),
        cue('index-note', fires('beginRead', 1), '§8; D§6.4', {
          part: 'index',
          pause: 'midway',
          holds: (at) =>
            at.server(1).reads[0]?.index === 3 &&
            at.log(1).length === 3 &&
            at.flights('AppendEntries', { from: 1 }).length === 4,
          point: named(1),
        }),
        cue('index-yes', fires('serveRead', 1), '§8; D§6.4', {
          facts: (at) => ({
            other: S(at.transition.flight?.packet.from ?? 0),
            count: COUNT(confirmed(at, 1).length),
            value: x(at, 1),
          }),
          holds: (at) =>
            confirmed(at, 1).length === at.majority && at.server(1).reads.length === 0 && at.log(1).length === 3,
          point: named(1),
        }),
        cue('lease', fires('readByLease', 1), 'D§6.4.1', {
          part: 'lease',
          facts: (at) => ({ value: x(at, 1) }),
          holds: (at) =>
            isLeased(at, 1) && at.server(2).options.stickyLeader && at.flights('AppendEntries').length === 0,
          point: named(1),
        }),
        cue('stale', fires('readStale', 4), 'D§6.4', {
          part: 'stale',
          facts: (at) => ({ own: N(at.server(4).lastApplied), value: x(at, 4), newer: x(at, 1) }),
          holds: (at) => at.value(4, 'x') === '1' && at.value(1, 'x') === '2' && at.server(1).lastApplied === 4,
          point: named(4),
        }),
      ],
    },
    {
      scenario: readIndex,
      cues: [
        cue('cut-asks', asks('readIndex', 1), 'D§6.4', {
          part: 'cut',
          pause: 'midway',
          facts: (at) => ({ newer: x(at, 3), old: S(1), oldTerm: N(at.server(1).currentTerm), client: N(1) }),
          holds: (at) => isTwoSided(at) && at.value(3, 'x') === '2' && at.value(1, 'x') === '1',
        }),
        cue('cut-waits', both(fires('beginRead', 1), isCut), 'D§6.4', {
          facts: () => ({ old: S(1), reached: S(2), few: COUNT(2) }),
          holds: (at) => isTwoSided(at) && at.server(1).reads.length === 1 && at.isParted(1, 4) && at.isParted(1, 5),
          point: named(1),
        }),
        cue('cut-down', fires('leaderStepsDown', 1), '§5.1; D§6.4', {
          facts: () => ({ client: N(1) }),
          holds: (at) => at.server(1).reads.length === 0 && !at.isParted(1, 3) && waiting(at)?.type === 'read',
          point: named(1),
        }),
        cue('cut-done', returns(), 'D§6.4', {
          facts: (at) => ({ client: N(1), value: told(at) }),
          holds: (at) => at.leaders.join() === '3' && at.client.recent.at(-1)?.value === at.value(3, 'x'),
        }),
      ],
    },
    {
      scenario: staleRead,
      cues: [
        cue('old', fires('readStale', 1), 'D§6.4', {
          part: 'old',
          facts: (at) => ({ value: x(at, 1), newer: x(at, 3) }),
          holds: (at) => isTwoSided(at) && at.value(3, 'x') === '2' && at.value(1, 'x') === '1',
          point: named(1),
        }),
        cue('old-told', returns(), 'D§6.4', {
          facts: (at) => ({ client: N(1), value: told(at) }),
          holds: (at) => isTwoSided(at) && at.client.recent.at(-1)?.value === '1',
        }),
      ],
    },
    {
      scenario: leaseRead,
      cues: [
        cue('leased', both(fires('readByLease', 1), isCut), 'D§6.4.1', {
          part: 'leased',
          facts: (at) => ({ value: x(at, 1) }),
          holds: (at) => isLeased(at, 1) && at.isParted(1, 3) && at.leaders.join() === '1' && at.term === 1,
          point: named(1),
        }),
        cue('lease-over', wins(3), 'D§6.4.1', {
          facts: () => ({ old: S(1) }),
          holds: (at) => !isLeased(at, 1) && isTwoSided(at) && at.server(3).options.stickyLeader,
          point: named(3),
        }),
        cue('lease-asks', fires('beginRead', 1), 'D§6.4.1', {
          facts: () => ({ old: S(1) }),
          holds: (at) => !isLeased(at, 1) && isTwoSided(at) && at.server(1).reads.length === 1,
          point: named(1),
        }),
      ],
    },
    {
      scenario: newLeaderRead,
      cues: [
        cue('new-waits', fires('readAwaitsOwnTerm', 2), '§8; D§6.4', {
          part: 'new',
          facts: () => ({ old: S(1), entry: N(2) }),
          holds: (at) => at.server(2).commitIndex === 1 && at.server(1).commitIndex === 2 && at.log(2).length === 3,
          point: named(2),
        }),
        cue('new-own', commits(3, 2), '§8; D§6.4', {
          holds: (at) => at.log(2)[2] === 2 && at.server(2).commitIndex === 3 && at.server(2).lastApplied === 3,
          point: named(2),
        }),
        cue('new-done', fires('serveRead', 2), '§8; D§6.4', {
          facts: (at) => ({ other: S(at.transition.flight?.packet.from ?? 0), value: x(at, 2) }),
          holds: (at) => confirmed(at, 2).length >= at.majority && at.value(2, 'x') === '1',
          point: named(2),
        }),
      ],
    },
    {
      scenario: readAlone,
      cues: [
        cue('off', both(hears('ClientRequest', 1), isCut), 'D§6.4', {
          part: 'off',
          facts: (at) => ({ old: S(1), value: x(at, 1) }),
          holds: (at) =>
            isTwoSided(at) && at.server(1).options.off.join() === 'readLocal' && at.server(1).reads.length === 0,
          point: named(1),
        }),
        cue(
          'off-broken',
          both(returns(), ({ events }) => events.some((event) => event.type === 'return' && event.client === 1)),
          'D§6.4',
          {
            facts: (at) => ({ writer: N(2), newer: told(at, 2), reader: N(1), value: told(at, 1) }),
            holds: (at) =>
              at.client.recent.at(-1)?.value === '1' &&
              (at.cluster.clients[1].recent.at(-1)?.finishedAt ?? 0) < (at.client.recent.at(-1)?.invokedAt ?? 0),
          },
        ),
        cue('off-consul', done('heal'), 'D§6.4.1', {
          facts: () => ({ old: S(1) }),
          holds: (at) => at.leaders.join() === '3,1' && !at.isParted(1, 3) && at.server(1).options.off.length === 1,
        }),
      ],
    },
  ],
};
