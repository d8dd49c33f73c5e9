/** A fingerprint of a cluster: equal digests mean that the same things happened up to now. */
import { digestText } from '../base';
import { entriesBetween, type Log, type Snapshot } from '../raft';
import type { Cluster, Host } from './cluster';

/** How much of the end of each log goes into the digest; what is before shows in the counters of draws. */
const TAIL = 256;

/** 16 hexadecimal digits, the same in every engine. */
export function digestCluster(cluster: Cluster): string {
  const { hosts, clients, network, flights, held, ...rest } = cluster;
  const inOrder = flights.slice().sort((a, b) => a.key - b.key);
  const parts = [rest, clients, network, hosts.map(hostParts), inOrder, held];
  return digestText(JSON.stringify(parts, withoutChains));
}

function hostParts(host: Host): unknown {
  const { server, durable, store, ...rest } = host;
  const { log, snapshot, options: _options, initial: _initial, ...state } = server;
  return [
    rest,
    state,
    logParts(log),
    snapshotParts(snapshot),
    { ...durable, log: [durable.log.index, durable.log.term], snapshot: snapshotParts(durable.snapshot) },
    [...store.values],
    [...store.sessions].map(([client, { oldest, answers }]) => [client, oldest, [...answers]]),
  ];
}

function snapshotParts(snapshot: Snapshot | null): unknown {
  return snapshot === null ? null : [snapshot.last.index, snapshot.last.term, snapshot.configuration];
}

function logParts(log: Log): unknown {
  return entriesBetween(log, log.index - TAIL + 1, log.index).map(({ index, term, command }) => [index, term, command]);
}

/** Entries point at their whole past; their own fields are enough. Infinity is not JSON. */
function withoutChains(key: string, value: unknown): unknown {
  if (key === 'previous' || key === 'jump' || key === 'image') return undefined;
  return value === Number.POSITIVE_INFINITY ? 'never' : value;
}
