/** What clients get: how many operations, how fast, how fresh. Counted from `WARM_UP` on. */
import { advanceTill, type Cluster, type Finished, type Microseconds, SECOND } from '../../../sim';
import type { Reading, Trial } from '../trial';

/** By then there is a leader and the clients know it. */
export const WARM_UP: Microseconds = SECOND / 2;

const isRead = ({ operation }: Finished): boolean => operation.type === 'get' || operation.type === 'read';
const lengthOf = ({ invokedAt, finishedAt }: Finished): number => (finishedAt - invokedAt) / 1000;

/** Operations of any kind that were answered per second. */
export function operationRate(trial: Trial): Reading {
  const done = operationsOf(trial).filter(({ invokedAt }) => invokedAt >= WARM_UP);
  const seconds = (trial.limit - WARM_UP) / SECOND;
  return { value: seconds > 0 ? done.length / seconds : null, at: slowest(done)?.invokedAt ?? WARM_UP };
}

/** The median time from asking to the answer of a write, in milliseconds. */
export function writeLatency(trial: Trial): Reading {
  const writes = operationsOf(trial).filter((one) => one.invokedAt >= WARM_UP && !isRead(one));
  return { value: median(writes.map(lengthOf)), at: slowest(writes)?.invokedAt ?? WARM_UP };
}

/** Reads per second of a client that asks again as soon as it has its answer. */
export function readRate(trial: Trial): Reading {
  const reads = operationsOf(trial).filter((one) => one.invokedAt >= WARM_UP && isRead(one));
  const mean = meanOf(reads.map(lengthOf));
  return { value: mean === null || mean === 0 ? null : 1000 / mean, at: slowest(reads)?.invokedAt ?? WARM_UP };
}

/**
 * How out of date what reads answer is, in milliseconds, on average: how long before the read was asked for the value
 * it returned had been overwritten by a write that was answered. The writes must count up one key.
 */
export function staleness(trial: Trial): Reading {
  const done = operationsOf(trial);
  const overwritten = new Map<number, Microseconds>();
  for (const one of done) if (!isRead(one)) overwritten.set(Number(one.value) - 1, one.finishedAt);
  const ages = done
    .filter((one) => isRead(one) && one.invokedAt >= WARM_UP)
    .map((read) => ({
      read,
      age: Math.max(0, read.invokedAt - (overwritten.get(Number(read.value)) ?? read.invokedAt)),
    }));
  let oldest = ages[0];
  for (const one of ages) if (one.age > oldest.age) oldest = one;
  const value = meanOf(ages.map(({ age }) => age / 1000));
  return { value, at: oldest?.read.invokedAt ?? WARM_UP };
}

/** The operations that were answered, in the order of their answers. */
function operationsOf({ cluster, run, limit }: Trial): Finished[] {
  const done: Finished[] = [];
  const seen = cluster.clients.map(({ recent }) => recent);
  advanceTill(cluster, run, limit, ({ clients }: Cluster) => {
    for (let i = 0; i < clients.length; i++) {
      const { recent } = clients[i];
      if (recent === seen[i]) continue;
      // A transition ends one operation of a client at most.
      const last = recent[recent.length - 1];
      seen[i] = recent;
      if (last !== undefined && last.status === 'ok') done.push(last);
    }
    return false;
  });
  return done;
}

function slowest(done: readonly Finished[]): Finished | null {
  let found: Finished | null = null;
  for (const one of done) if (found === null || lengthOf(one) > lengthOf(found)) found = one;
  return found;
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
