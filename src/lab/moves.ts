/**
 * The vocabulary of the guided search: what can be done to a cluster in which no timer runs out by itself. Each move
 * is one recorded action; the messages that follow from it fly as they always do.
 */
import { isMember, type Operation, type ServerId } from '../raft';
import { type Action, type Cluster, type Host, link, MILLISECOND, type Microseconds } from '../sim';
import type { MoveKind, Style } from './style';

/** Every move of the style that could change something now. */
export function movesOf(cluster: Cluster, style: Style): Action[] {
  return style.kinds.flatMap((kind) => MOVES[kind](cluster, style));
}

const MOVES = {
  expire: ({ hosts, time }, { termMost }) =>
    hosts
      .filter((host) => host.status === 'up' && (host.server.role === 'leader' || mayExpire(host, time, termMost)))
      .map(({ id }) => ({ type: 'expireTimer', server: id })),
  write: (cluster, { logMost }) =>
    leaders(cluster)
      .filter(({ server }) => server.log.index < logMost)
      .map((host) => ask(host, { type: 'put', key: 'x', value: String(cluster.clients[0].serial + 1) })),
  increment: (cluster, { logMost }) =>
    leaders(cluster)
      .filter(({ server }) => server.log.index < logMost)
      .map((host) => ask(host, { type: 'inc', key: 'x' })),
  read: (cluster) => leaders(cluster).map((host) => ask(host, { type: 'read', key: 'x', mode: 'readIndex' })),
  lease: (cluster) => leaders(cluster).map((host) => ask(host, { type: 'read', key: 'x', mode: 'lease' })),
  isolate: ({ hosts, network }, { isolatedMost }) => {
    const isFull = network.isolated.filter(Boolean).length >= isolatedMost;
    const some = hosts.filter(({ id }) => network.isolated[id - 1] || !isFull);
    return some.map(({ id }) => ({ type: network.isolated[id - 1] ? 'rejoin' : 'isolate', server: id }));
  },
  crash: ({ hosts }) =>
    hosts.map(({ id, status }) => ({ type: status === 'crashed' ? 'restart' : 'crash', server: id })),
  hold: ({ hosts, network }) =>
    links(hosts).map(([from, to]) => ({ type: network.holds[link(from, to)] ? 'release' : 'hold', from, to })),
  cut: ({ hosts, network }) =>
    links(hosts).map(([from, to]) => ({ type: network.cuts[link(from, to)] ? 'repair' : 'cut', from, to })),
  /** A disk so slow that a write can be interrupted. */
  disk: ({ hosts }) =>
    hosts
      .filter(({ disk }) => disk.max < SLOW)
      .map(({ id }) => ({ type: 'setDisk', server: id, latency: { min: SLOW, max: SLOW } })),
  client: ({ clients }) =>
    clients.map(({ id, crashed }) => ({ type: crashed ? 'restartClient' : 'crashClient', client: id })),
  member: (cluster, { anyMembers }) => leaders(cluster).flatMap((host) => changes(cluster, host, anyMembers)),
  transfer: (cluster) =>
    leaders(cluster).flatMap(({ id, server }) =>
      server.configuration.voters.filter((to) => to !== id).map((to): Action => ({ type: 'transfer', server: id, to })),
    ),
  compact: ({ hosts }) =>
    hosts
      .filter(({ status, server }) => status === 'up' && server.lastApplied > 0)
      .map(({ id }) => ({ type: 'compact', server: id })),
} satisfies Record<MoveKind, (cluster: Cluster, style: Style) => Action[]>;

const SLOW = 400 * MILLISECOND;

/** Leases believe in clocks: with them, nobody stands who could not have waited for so long. */
function mayExpire({ server }: Host, time: Microseconds, termMost: number): boolean {
  const { options, currentTerm, leaderHeardAt, electionMin } = server;
  return currentTerm < termMost && !(options.stickyLeader && time - leaderHeardAt < electionMin);
}

function leaders({ hosts }: Cluster): Host[] {
  return hosts.filter(({ status, server }) => status === 'up' && server.role === 'leader');
}

function ask({ id }: Host, operation: Operation): Action {
  return { type: 'clientRequest', client: 1, operation, to: id };
}

function links(hosts: readonly Host[]): [ServerId, ServerId][] {
  return hosts.flatMap(({ id: from }) =>
    hosts.filter(({ id }) => id !== from).map(({ id }): [ServerId, ServerId] => [from, id]),
  );
}

/** One member more or less; `any`: every other configuration. */
function changes({ hosts }: Cluster, { id: server, server: { configuration } }: Host, any: boolean): Action[] {
  const change = (voters: ServerId[]): Action => ({ type: 'changeMembers', server, voters, joint: false });
  if (any) {
    const masks = Array.from({ length: 2 ** hosts.length - 1 }, (_, i) => i + 1);
    return masks.map((mask) => change(hosts.filter((_, i) => (mask >> i) % 2 === 1).map(({ id }) => id)));
  }
  return hosts
    .map(({ id }) =>
      change(
        isMember(configuration, id)
          ? configuration.voters.filter((voter) => voter !== id)
          : [...configuration.voters, id].sort((a, b) => a - b),
      ),
    )
    .filter((action) => action.type !== 'changeMembers' || action.voters.length > 0);
}
