/** What each recorded action does to the cluster. An action that makes no sense at its time does nothing. */
import { exhaustive } from '../base';
import { EMPTY_LOG, mayStand, NOBODY, restart, type ServerId } from '../raft';
import { changeInterval, crashClient, invoke, restartClient } from './clients';
import { localClock } from './clock';
import {
  type Cluster,
  type Flight,
  type Host,
  isBetweenServers,
  isCut,
  LINK_STRIDE,
  link,
  type Network,
} from './cluster';
import { changeFlights, pushFlight } from './heap';
import { doomFlights } from './network';
import type { Action } from './run';
import { createHost } from './start';
import { cloneStore, createStore, type Store } from './store';
import type { WorldContext } from './world-context';

const NEVER = Number.POSITIVE_INFINITY;

export function applyAction(world: WorldContext, action: Action): void {
  const { cluster } = world;
  const { network } = cluster;
  if ('server' in action) {
    const host = cluster.hosts[action.server - 1];
    if (host !== undefined) applyToServer(world, host, action);
    return;
  }
  if ('from' in action) {
    if (isLink(cluster, action.from, action.to)) applyToLink(world, action);
    return;
  }
  switch (action.type) {
    case 'partition':
      network.groups = groupNumbers(cluster, action.groups);
      doomFlights(cluster, world.now);
      return;
    case 'heal':
      network.groups = network.groups.map(() => 0);
      network.isolated = network.isolated.map(() => false);
      network.cuts = network.cuts.map(() => false);
      network.holds = network.holds.map(() => false);
      releaseHeld(world);
      return;
    case 'setNetwork':
      network.quality = action.quality;
      return;
    case 'drop':
      dropFlight(world, action.message);
      return;
    case 'duplicate':
      duplicateFlight(world, action.message);
      return;
    case 'deliver':
      deliverFlight(world, action.message);
      return;
    case 'clientRequest': {
      const client = cluster.clients[action.client - 1];
      if (client !== undefined) invoke(world, client, action.operation, action.to);
      return;
    }
    case 'setClients':
      for (const client of cluster.clients) changeInterval(world, client, action.interval);
      return;
    case 'crashClient':
    case 'restartClient': {
      const client = cluster.clients[action.client - 1];
      if (client === undefined) return;
      if (action.type === 'crashClient') crashClient(client);
      else restartClient(world, client);
      return;
    }
    case 'setTiming':
      cluster.timing = action.timing;
      for (const { server } of cluster.hosts) server.electionMin = action.timing.electionMin;
      return;
    case 'setOptions':
      cluster.options = action.options;
      for (const host of cluster.hosts) {
        host.server.options = action.options;
        // Who was not to stand may be now.
        const isIdle = host.electionAt === NEVER && host.server.role !== 'leader' && host.status !== 'crashed';
        if (isIdle && mayStand(host.server)) world.startElectionTimer(host);
      }
      return;
    case 'addServer':
      addServer(world);
      return;
    case 'inGroup':
      // Another group's: this one sees nothing of it.
      return;
    default:
      exhaustive(action);
  }
}

function applyToServer(world: WorldContext, host: Host, action: Extract<Action, { server: ServerId }>): void {
  const { cluster } = world;
  const { network } = cluster;
  switch (action.type) {
    case 'crash':
      if (host.status !== 'crashed') crash(world, host);
      return;
    case 'restart':
      if (host.status !== 'crashed') return;
      host.status = 'up';
      world.rule('restartFromDisk');
      restartServer(world, host);
      if (mayStand(host.server)) world.startElectionTimer(host);
      return;
    case 'pause':
      if (host.status === 'up') host.status = 'paused';
      return;
    case 'resume':
      if (host.status === 'paused') host.status = 'up';
      return;
    case 'expireTimer':
      expireTimer(world, host);
      return;
    case 'setClock':
      setClock(world, host, action.rate, action.offset);
      return;
    case 'setDisk':
      host.disk = action.latency;
      return;
    case 'changeMembers':
      if (action.voters.some((id) => cluster.hosts[id - 1] === undefined)) return;
      ask(world, host, { type: 'changeConfiguration', voters: action.voters, joint: action.joint });
      return;
    case 'transfer':
      ask(world, host, { type: 'transferLeadership', to: action.to });
      return;
    case 'compact':
      ask(world, host, { type: 'compact' });
      return;
    case 'isolate':
    case 'rejoin':
      network.isolated = network.isolated.map((isolated, i) =>
        i === host.id - 1 ? action.type === 'isolate' : isolated,
      );
      doomFlights(cluster, world.now);
      return;
    default:
      exhaustive(action);
  }
}

function applyToLink(world: WorldContext, action: Extract<Action, { from: ServerId }>): void {
  const { cluster } = world;
  const { network } = cluster;
  const at = link(action.from, action.to);
  const changed = (flags: readonly boolean[], value: boolean) => flags.map((flag, i) => (i === at ? value : flag));
  switch (action.type) {
    case 'cut':
    case 'repair':
      network.cuts = changed(network.cuts, action.type === 'cut');
      doomFlights(cluster, world.now);
      return;
    case 'hold':
      network.holds = changed(network.holds, true);
      return;
    case 'release':
      network.holds = changed(network.holds, false);
      releaseHeld(world);
      return;
    case 'setLink':
      network.links = { ...network.links, [at]: action.quality };
      return;
    default:
      exhaustive(action);
  }
}

/** The process is gone at once: memory, timers, the write under way and everything that waited for it. */
function crash(world: WorldContext, host: Host): void {
  host.status = 'crashed';
  restartServer(world, host);
  host.electionAt = NEVER;
  host.heartbeatAt = NEVER;
  host.writeDoneAt = NEVER;
  host.outbox = [];
  for (const flight of host.inbox) world.emit({ type: 'lose', flight, reason: 'crashed' });
  host.inbox = [];
}

/** Memory is made anew from what the disk holds. */
function restartServer({ now, cluster }: WorldContext, host: Host): void {
  const { server, durable } = host;
  host.server = restart(host.id, durable, server.initial, server.options, localClock(host, now));
  host.server.electionMin = cluster.timing.electionMin;
  const { snapshot } = durable;
  host.store = snapshot === null ? createStore() : cloneStore(snapshot.image as Store);
}

/** A process that runs can be asked; a paused one cannot. */
function ask(world: WorldContext, host: Host, input: Parameters<WorldContext['ask']>[1]): void {
  if (host.status === 'up') world.ask(host, input);
}

/** One more computer, in the group of the servers that no partition names; its links are as all others. */
function addServer({ cluster, run, now }: WorldContext): void {
  const { hosts, timing, options } = cluster;
  const id = hosts.length + 1;
  if (id >= LINK_STRIDE) return;
  const durable = { currentTerm: 0, votedFor: null, log: EMPTY_LOG, snapshot: null };
  const host = createHost(id, durable, NOBODY, options, run.config.disk, timing.electionMin);
  host.server.clock = localClock(host, now);
  placeHost(cluster, host);
}

/** Puts a computer that is numbered after the last one into the cluster's network. */
export function placeHost(cluster: Cluster, host: Host): void {
  const { network } = cluster;
  cluster.hosts = [...cluster.hosts, host];
  const links = LINK_STRIDE * (host.id + 1);
  const longer = <T>(values: readonly T[], value: T): T[] =>
    Array.from({ length: links }, (_, at) => values[at] ?? value);
  network.groups = [...network.groups, 0];
  network.isolated = [...network.isolated, false];
  network.cuts = longer(network.cuts, false);
  network.holds = longer(network.holds, false);
  network.sent = longer(network.sent, 0);
}

function expireTimer(world: WorldContext, host: Host): void {
  if (host.status === 'crashed') return;
  const { now, cluster } = world;
  if (host.electionAt < NEVER) {
    host.electionAt = now;
    host.electionCause = cluster.transitions;
  } else if (host.heartbeatAt < NEVER) {
    host.heartbeatAt = now;
    host.heartbeatCause = cluster.transitions;
  }
}

/** Timers that run keep what is left of them on the server's own clock. */
function setClock(world: WorldContext, host: Host, rate: number, offset: number): void {
  const { now } = world;
  const rescaled = (at: number) =>
    at === NEVER || at <= now ? at : now + Math.round(((at - now) * host.clockRate) / rate);
  host.electionAt = rescaled(host.electionAt);
  host.heartbeatAt = rescaled(host.heartbeatAt);
  host.clockThen = localClock(host, now);
  host.clockSetAt = now;
  host.clockRate = rate;
  host.clockOffset = offset;
}

/** The number of each server's group, from 1; 0 for those that no group names. */
function groupNumbers(cluster: Cluster, groups: readonly (readonly ServerId[])[]): Network['groups'] {
  return cluster.hosts.map(({ id }) => groups.findIndex((group) => group.includes(id)) + 1);
}

/** Messages that waited at links which are held no longer arrive now, in order. */
function releaseHeld(world: WorldContext): void {
  const { held, network, flights } = world.cluster;
  // Flights that are due together go in the order of their sending, so each gets a moment of its own.
  let released = 0;
  for (const flight of held.splice(0)) {
    const { packet } = flight;
    if (isBetweenServers(packet) && network.holds[link(packet.from, packet.to)]) held.push(flight);
    else pushFlight(flights, { ...flight, due: world.now + released++ });
  }
}

function dropFlight(world: WorldContext, key: number): void {
  const flight = takeFlight(world.cluster, key);
  if (flight !== null) world.emit({ type: 'lose', flight, reason: 'dropped' });
}

function duplicateFlight(world: WorldContext, key: number): void {
  const { cluster, now } = world;
  const flight = findFlight(cluster, key);
  if (flight === null || !isBetweenServers(flight.packet)) return;
  const lag = Math.max(1000, Math.floor((flight.arrivesAt - flight.sentAt) / 4));
  const arrivesAt = Math.max(now, flight.arrivesAt) + lag;
  const due = flight.doom === null ? arrivesAt : flight.due + lag;
  const copy: Flight = { ...flight, key: ++cluster.flightCount, arrivesAt, due };
  pushFlight(cluster.flights, copy);
  world.emit({ type: 'duplicate', flight: copy });
}

/** Delivers a message at once, through a held link too, unless a cut keeps it from arriving at all. */
function deliverFlight(world: WorldContext, key: number): void {
  const { cluster, now } = world;
  const flight = findFlight(cluster, key);
  if (flight === null || cluster.hosts.some(({ inbox }) => inbox.includes(flight))) return;
  const { packet } = flight;
  if (isBetweenServers(packet) && isCut(cluster.network, packet.from, packet.to)) return;
  takeFlight(cluster, key);
  const arrivesAt = Math.min(now, flight.arrivesAt);
  pushFlight(cluster.flights, { ...flight, doom: null, arrivesAt, due: now, forced: true });
}

/** Every message under way: flying, held, or waiting at a server. */
export function allFlights(cluster: Cluster): Flight[] {
  return [...cluster.flights, ...cluster.held, ...cluster.hosts.flatMap((host) => host.inbox)];
}

export function findFlight(cluster: Cluster, key: number): Flight | null {
  return allFlights(cluster).find((flight) => flight.key === key) ?? null;
}

function takeFlight(cluster: Cluster, key: number): Flight | null {
  const flight = findFlight(cluster, key);
  const others = (other: Flight) => other.key !== key;
  changeFlights(cluster.flights, (other) => (others(other) ? other : null));
  cluster.held = cluster.held.filter(others);
  for (const host of cluster.hosts) host.inbox = host.inbox.filter(others);
  return flight;
}

function isLink(cluster: Cluster, from: ServerId, to: ServerId): boolean {
  return cluster.hosts[from - 1] !== undefined && cluster.hosts[to - 1] !== undefined && from !== to;
}
