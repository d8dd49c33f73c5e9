/** How a run begins, and copies of what has become of it. */
import { copyOf } from '../base';
import {
  append,
  type Configuration,
  clone,
  configurationOf,
  EMPTY_LOG,
  type Log,
  NOBODY,
  type Options,
  type Persistent,
  restart,
} from '../raft';
import { type Client, type Cluster, type Host, LINK_STRIDE } from './cluster';
import type { InitialServer, Run, RunConfig, Span } from './run';
import { cloneStore, createStore } from './store';

/** The cluster before its first transition. Election timers are not set yet: `advance` does that first. */
export function startCluster(run: Run): Cluster {
  const { config } = run;
  const ids = Array.from({ length: config.servers }, (_, i) => i + 1);
  const logs = config.initial === null ? null : buildLogs(config.initial);
  const links = LINK_STRIDE * (config.servers + 1);
  const voters = votersAtFirst(config);
  return {
    time: 0,
    transitions: 0,
    actionsDone: 0,
    messageCount: 0,
    flightCount: 0,
    timing: config.timing,
    options: config.options,
    hosts: ids.map((id) => startHost(run, id, voters, logs?.[id - 1] ?? EMPTY_LOG)),
    clients: Array.from({ length: config.clients.count }, (_, i) => createClient(i + 1, config.clients.interval)),
    network: {
      quality: config.network,
      links: {},
      groups: ids.map(() => 0),
      isolated: ids.map(() => false),
      cuts: new Array<boolean>(links).fill(false),
      holds: new Array<boolean>(links).fill(false),
      sent: new Array<number>(links).fill(0),
    },
    flights: [],
    held: [],
  };
}

/** An independent copy. What is never changed in place is shared. */
export function cloneCluster(cluster: Cluster): Cluster {
  return {
    ...cluster,
    hosts: cluster.hosts.map(cloneHost),
    clients: cluster.clients.map((client) => ({
      ...client,
      pending: client.pending.slice(),
      recent: client.recent.slice(),
    })),
    network: { ...cluster.network, sent: cluster.network.sent.slice() },
    flights: copyOf(cluster.flights),
    held: copyOf(cluster.held),
  };
}

/** Field by field, as in `createHost`: elections by the thousand copy little else, and spreading takes far longer. */
function cloneHost(host: Host): Host {
  return {
    id: host.id,
    status: host.status,
    server: clone(host.server),
    durable: host.durable,
    disk: host.disk,
    writeDoneAt: host.writeDoneAt,
    writeStartedAt: host.writeStartedAt,
    writeCause: host.writeCause,
    outbox: copyOf(host.outbox),
    inbox: copyOf(host.inbox),
    electionAt: host.electionAt,
    electionSetAt: host.electionSetAt,
    electionCause: host.electionCause,
    heartbeatAt: host.heartbeatAt,
    heartbeatSetAt: host.heartbeatSetAt,
    heartbeatCause: host.heartbeatCause,
    clockRate: host.clockRate,
    clockOffset: host.clockOffset,
    clockSetAt: host.clockSetAt,
    clockThen: host.clockThen,
    store: cloneStore(host.store),
    electionDraws: host.electionDraws,
    diskDraws: host.diskDraws,
  };
}

/** The servers that vote before the first change of members, in ascending order. */
export function votersAtFirst({ servers, voters }: RunConfig): readonly number[] {
  return Array.from({ length: voters === 0 ? servers : Math.min(voters, servers) }, (_, i) => i + 1);
}

function startHost(run: Run, id: number, voters: readonly number[], log: Log): Host {
  const { options, disk, initial } = run.config;
  const start = initial?.[id - 1] ?? null;
  const durable = { currentTerm: start?.currentTerm ?? 0, votedFor: start?.votedFor ?? null, log, snapshot: null };
  // A server that waits to be taken in knows of no other.
  const configuration = voters.includes(id) ? configurationOf(voters) : NOBODY;
  return createHost(id, durable, configuration, options, disk, run.config.timing.electionMin);
}

/** A computer on which a server begins with what the disk holds. */
export function createHost(
  id: number,
  durable: Persistent,
  initial: Configuration,
  options: Options,
  disk: Span,
  electionMin: number,
): Host {
  const server = restart(id, durable, initial, options);
  server.electionMin = electionMin;
  return {
    id,
    status: 'up',
    server,
    durable,
    disk,
    writeDoneAt: Number.POSITIVE_INFINITY,
    writeStartedAt: 0,
    writeCause: 0,
    outbox: [],
    inbox: [],
    electionAt: Number.POSITIVE_INFINITY,
    electionSetAt: 0,
    electionCause: 0,
    heartbeatAt: Number.POSITIVE_INFINITY,
    heartbeatSetAt: 0,
    heartbeatCause: 0,
    clockRate: 1_000_000,
    clockOffset: 0,
    clockSetAt: 0,
    clockThen: 0,
    store: createStore(),
    electionDraws: 0,
    diskDraws: 0,
  };
}

function createClient(id: number, interval: number): Client {
  const nextAt = interval > 0 ? interval : Number.POSITIVE_INFINITY;
  return {
    id,
    crashed: false,
    leader: null,
    serial: 0,
    interval,
    nextAt,
    wakeAt: nextAt,
    pending: [],
    recent: [],
    draws: 0,
  };
}

/** Logs with the given terms. Entries with equal index and term are one entry, where what precedes them is. */
function buildLogs(initial: readonly InitialServer[]): Log[] {
  const known = new Map<Log, Map<number, Log>>();
  return initial.map(({ log: terms }) => {
    let log = EMPTY_LOG;
    for (const term of terms) {
      const next = known.get(log) ?? new Map<number, Log>();
      known.set(log, next);
      const previous = log;
      log = next.get(term) ?? append(previous, term, madeUpCommand(previous.index + 1, term));
      next.set(term, log);
    }
    return log;
  });
}

function madeUpCommand(index: number, term: number) {
  return {
    type: 'client',
    client: 0,
    serial: term * 1000 + index,
    oldest: 0,
    operation: { type: 'put', key: 'xyz'[index % 3], value: String(term) },
  } as const;
}
