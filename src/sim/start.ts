/** How a run begins, and copies of what has become of it. */
import { append, boot, type Configuration, clone, EMPTY_LOG, type Log, restart } from '../raft';
import { type Client, type Cluster, type Host, LINK_STRIDE } from './cluster';
import type { InitialServer, Run } from './run';
import { cloneStore, createStore } from './store';

/** The cluster before its first transition. Election timers are not set yet: `advance` does that first. */
export function startCluster(run: Run): Cluster {
  const { config } = run;
  const ids = Array.from({ length: config.servers }, (_, i) => i + 1);
  const logs = config.initial === null ? null : buildLogs(config.initial);
  const links = LINK_STRIDE * (config.servers + 1);
  return {
    time: 0,
    transitions: 0,
    actionsDone: 0,
    messageCount: 0,
    flightCount: 0,
    timing: config.timing,
    hosts: ids.map((id) => createHost(run, id, { voters: ids }, logs?.[id - 1] ?? EMPTY_LOG)),
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
    hosts: cluster.hosts.map((host) => ({
      ...host,
      server: clone(host.server),
      outbox: host.outbox.slice(),
      inbox: host.inbox.slice(),
      store: cloneStore(host.store),
    })),
    clients: cluster.clients.map((client) => ({
      ...client,
      pending: client.pending.slice(),
      recent: client.recent.slice(),
    })),
    network: { ...cluster.network, sent: cluster.network.sent.slice() },
    flights: cluster.flights.slice(),
    held: cluster.held.slice(),
  };
}

function createHost(run: Run, id: number, configuration: Configuration, log: Log): Host {
  const { options, disk, initial } = run.config;
  const start = initial?.[id - 1] ?? null;
  const durable = { currentTerm: start?.currentTerm ?? 0, votedFor: start?.votedFor ?? null, log };
  const server = start === null ? boot(id, configuration, options) : restart(id, durable, configuration, options);
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
    store: createStore(),
    electionDraws: 0,
    diskDraws: 0,
  };
}

function createClient(id: number, interval: number): Client {
  const nextAt = interval > 0 ? interval : Number.POSITIVE_INFINITY;
  return { id, leader: null, serial: 0, interval, nextAt, wakeAt: nextAt, pending: [], recent: [], draws: 0 };
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
