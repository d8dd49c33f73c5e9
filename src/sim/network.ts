/** The message bus: one queue per directed link, which delays, loses, repeats and reorders. It knows no protocol. */
import { draw, drawBetween } from '../base';
import type { ServerId } from '../raft';
import {
  type Cluster,
  type Flight,
  isBetweenServers,
  isCut,
  LOSS_PROGRESS,
  link,
  type Network,
  type Packet,
  type Sequence,
} from './cluster';
import { changeFlights, pushFlight } from './heap';
import type { LinkQuality, Microseconds } from './run';
import { copyStream, duplicationStream, latencyStream, lossStream, spreadStream } from './streams';

const MILLION = 1_000_000;

/** Puts a packet on its link and returns its flight. `repeat` follows. */
export function transmit(cluster: Cluster, seed: number, packet: Packet, now: Microseconds, cause: Sequence): Flight {
  const { network } = cluster;
  const between = isBetweenServers(packet);
  // Requests and responses of clients use the rows and columns of the table that no pair of servers uses.
  const at = between ? link(packet.from, packet.to) : clientLink(packet);
  const n = network.sent[at]++;
  const quality = (between ? network.links[at] : undefined) ?? network.quality;
  const doom = between ? doomOf(network, quality, seed, at, n, packet.from, packet.to) : null;
  return launch(cluster, packet, now, latencyOf(quality, seed, latencyStream(at), at, n), doom, cause);
}

/** The flight of the copy, if the network repeats what `transmit` has just sent; otherwise null. */
export function repeat(cluster: Cluster, seed: number, { packet, sentAt, doom, cause }: Flight): Flight | null {
  if (!isBetweenServers(packet)) return null;
  const { network } = cluster;
  const at = link(packet.from, packet.to);
  const quality = network.links[at] ?? network.quality;
  const n = network.sent[at] - 1;
  if (quality.duplication === 0 || draw(seed, duplicationStream(at), n) % MILLION >= quality.duplication) return null;
  return launch(cluster, packet, sentAt, latencyOf(quality, seed, copyStream(at), at, n), doom, cause);
}

/** Links were cut: what is under way on them is lost, before the wall at the wall, behind it at once. */
export function doomFlights(cluster: Cluster, now: Microseconds): void {
  const { network, flights, held } = cluster;
  const doom = (flight: Flight): Flight => {
    const { packet, sentAt, arrivesAt } = flight;
    if (flight.doom === 'cut' || !isBetweenServers(packet) || !isCut(network, packet.from, packet.to)) return flight;
    return { ...flight, doom: 'cut', due: Math.max(now, lossTime(sentAt, arrivesAt)) };
  };
  changeFlights(flights, doom);
  // What waits at a held link or at a process that handles nothing has not been received either.
  for (const waiting of [held, ...cluster.hosts.map((host) => host.inbox)]) {
    for (const flight of waiting.splice(0)) {
      const changed = doom(flight);
      if (changed === flight) waiting.push(flight);
      else pushFlight(flights, { ...changed, due: now });
    }
  }
}

/** When a message that is lost on the way is lost. */
export function lossTime(sentAt: Microseconds, arrivesAt: Microseconds): Microseconds {
  return sentAt + Math.floor((arrivesAt - sentAt) * LOSS_PROGRESS);
}

function launch(
  cluster: Cluster,
  packet: Packet,
  now: Microseconds,
  latency: Microseconds,
  doom: 'cut' | 'loss' | null,
  cause: Sequence,
): Flight {
  const arrivesAt = now + latency;
  const due = doom === null ? arrivesAt : lossTime(now, arrivesAt);
  const flight: Flight = { key: ++cluster.flightCount, packet, sentAt: now, arrivesAt, due, doom, cause };
  pushFlight(cluster.flights, flight);
  return flight;
}

function doomOf(
  network: Network,
  quality: LinkQuality,
  seed: number,
  at: number,
  n: number,
  from: ServerId,
  to: ServerId,
): 'cut' | 'loss' | null {
  if (isCut(network, from, to)) return 'cut';
  return quality.loss > 0 && draw(seed, lossStream(at), n) % MILLION < quality.loss ? 'loss' : null;
}

function latencyOf(quality: LinkQuality, seed: number, stream: number, at: number, n: number): Microseconds {
  const { min, max } = quality.latency;
  switch (quality.shape) {
    case 'uniform':
      return drawBetween(seed, stream, n, min, max);
    case 'triangular': {
      const other = drawBetween(seed, spreadStream(at), n, min, max);
      return (drawBetween(seed, stream, n, min, max) + other) >> 1;
    }
    case 'tail': {
      // The number of leading zeros is k with probability 2^-(k+1): each doubling is half as likely.
      const doublings = Math.min(6, Math.clz32(draw(seed, spreadStream(at), n)));
      return min + Math.floor((drawBetween(seed, stream, n, 0, max - min) * (1 << doublings)) / 2);
    }
  }
}

function clientLink(packet: Packet): number {
  return packet.type === 'ClientRequest' ? link(0, packet.to) : link(packet.from, 0);
}
