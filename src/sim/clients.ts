/** Clients (§8): they ask whom they believe to lead, go where they are sent, ask again, and at last give up. */
import { draw, drawBetween } from '../base';
import { isMember, type Operation, type ReadMode, type ServerId } from '../raft';
import { type Client, type ClientResponse, type Finished, HISTORY_MAX, type Pending } from './cluster';
import type { Microseconds } from './run';
import { clientStream } from './streams';
import type { WorldContext } from './world-context';

const NEVER = Number.POSITIVE_INFINITY;
const KEYS = ['x', 'y', 'z'];

/** The operations that clients choose by themselves: made once, because a long log holds each many times. */
const GETS: readonly Operation[] = KEYS.map((key) => ({ type: 'get', key }));
const READS = (mode: ReadMode): readonly Operation[] => KEYS.map((key) => ({ type: 'read', key, mode }));
const READS_BY_MODE = { readIndex: READS('readIndex'), lease: READS('lease'), stale: READS('stale'), log: GETS };
const PUTS: readonly Operation[] = KEYS.flatMap((key) =>
  Array.from({ length: 10 }, (_, value): Operation => ({ type: 'put', key, value: String(value) })),
);

/** Begins an operation. `to`: the server to ask and to stay with; null: the leader, or any server. */
export function invoke(world: WorldContext, client: Client, operation: Operation, to: ServerId | null): void {
  if (client.crashed) return;
  const pinned = to !== null && world.cluster.hosts[to - 1] !== undefined;
  const target = pinned ? to : (client.leader ?? anyServer(world, client, 0));
  const serial = ++client.serial;
  const pending = ask(world, client, { serial, operation, target, pinned, attempts: 1, invokedAt: world.now });
  client.pending = [...client.pending, pending];
  world.emit({ type: 'invoke', client: client.id, serial, operation });
  setWakeTime(client);
}

/** The client's time has come: it begins an operation of its own, asks again, or gives up. */
export function wakeClient(world: WorldContext, client: Client): void {
  const { now } = world;
  if (client.nextAt <= now) {
    if (client.pending.length === 0) invoke(world, client, ownOperation(world, client), null);
    client.nextAt = now + pause(world, client);
  } else {
    const overdue = client.pending.find((pending) => pending.retryAt <= now);
    if (overdue !== undefined) retry(world, client, overdue);
  }
  setWakeTime(client);
}

/** A server answered. */
export function hearAnswer(world: WorldContext, client: Client, response: ClientResponse): void {
  const pending = client.pending.find(({ serial }) => serial === response.serial);
  if (pending === undefined || client.crashed) return;
  const { answer, from } = response;
  if (answer.type === 'done') {
    client.leader = from;
    const { index, value, ok } = answer;
    finish(world, client, pending, { status: ok ? 'ok' : 'fail', target: from, index, value });
  } else if (answer.leader !== null && answer.leader !== pending.target) {
    client.leader = answer.leader;
    askAgain(world, client, pending, answer.leader);
  } else if (client.leader === from) {
    // The server knows of no leader: another one is asked when the wait is over.
    client.leader = null;
  }
  setWakeTime(client);
}

/** The client begins operations of its own about this often from now on; 0: no longer. */
export function changeInterval(world: WorldContext, client: Client, interval: Microseconds): void {
  client.interval = interval;
  client.nextAt = interval > 0 ? world.now + pause(world, client) : NEVER;
  setWakeTime(client);
}

/** The client is gone. What it had begun stands in its notes, as any client must keep it that is to be answered once. */
export function crashClient(client: Client): void {
  client.crashed = true;
  client.leader = null;
  setWakeTime(client);
}

/** The client is back and asks again for what stands in its notes, at once and under the same serials (D§6.3). */
export function restartClient(world: WorldContext, client: Client): void {
  if (!client.crashed) return;
  client.crashed = false;
  for (const pending of client.pending)
    askAgain(world, client, pending, pending.pinned ? pending.target : anyServer(world, client, 0));
  if (client.interval > 0) client.nextAt = world.now + pause(world, client);
  setWakeTime(client);
}

function retry(world: WorldContext, client: Client, pending: Pending): void {
  const { patience } = world.run.config.clients;
  if (world.now - pending.invokedAt >= patience) {
    finish(world, client, pending, { status: 'unknown', target: pending.target, index: 0, value: null });
    return;
  }
  if (client.leader === pending.target) client.leader = null;
  const target = pending.pinned ? pending.target : (client.leader ?? anyServer(world, client, pending.target));
  askAgain(world, client, pending, target);
}

function askAgain(world: WorldContext, client: Client, pending: Pending, target: ServerId): void {
  const again = ask(world, client, { ...pending, target, attempts: pending.attempts + 1 });
  client.pending = client.pending.map((other) => (other === pending ? again : other));
}

function ask(world: WorldContext, client: Client, pending: Omit<Pending, 'retryAt' | 'cause'>): Pending {
  const { cluster, run, now } = world;
  const { serial, operation, target } = pending;
  const oldest = client.pending.length > 0 ? Math.min(serial, client.pending[0].serial) : serial;
  const command = { type: 'client', client: client.id, serial, oldest, operation } as const;
  world.transmit({ type: 'ClientRequest', id: ++cluster.messageCount, from: client.id, to: target, command });
  const { pinned, attempts, invokedAt } = pending;
  const retryAt = now + run.config.clients.timeout;
  return { serial, operation, target, pinned, attempts, invokedAt, retryAt, cause: cluster.transitions };
}

function finish(
  world: WorldContext,
  client: Client,
  pending: Pending,
  outcome: Pick<Finished, 'status' | 'target' | 'index' | 'value'>,
): void {
  const { serial, operation, invokedAt, attempts } = pending;
  client.pending = client.pending.filter((other) => other !== pending);
  client.recent = [
    ...client.recent.slice(1 - HISTORY_MAX),
    { serial, operation, invokedAt, attempts, finishedAt: world.now, ...outcome },
  ];
  const { status, value } = outcome;
  world.emit({ type: 'return', client: client.id, serial, operation, status, value });
}

/** Mostly writes of small numbers to x, y and z, some reads. */
function ownOperation(world: WorldContext, client: Client): Operation {
  const number = draw(world.run.seed, clientStream(client.id), client.draws++);
  const isRead = (number >>> 16) % 10 === 0;
  const reads = READS_BY_MODE[world.run.config.clients.reads];
  return isRead ? reads[number % reads.length] : PUTS[number % PUTS.length];
}

/** Between a half and one and a half intervals. */
function pause(world: WorldContext, client: Client): Microseconds {
  const { interval, id } = client;
  const half = Math.floor(interval / 2);
  return Math.max(1, drawBetween(world.run.seed, clientStream(id), client.draws++, half, interval + half));
}

function anyServer(world: WorldContext, client: Client, except: ServerId): ServerId {
  const others = world.cluster.hosts
    .filter(({ id, server }) => id !== except && isMember(server.configuration, id))
    .map(({ id }) => id);
  if (others.length === 0) return 1;
  return others[draw(world.run.seed, clientStream(client.id), client.draws++) % others.length];
}

function setWakeTime(client: Client): void {
  if (client.crashed) {
    client.wakeAt = NEVER;
    return;
  }
  let wakeAt = client.nextAt;
  for (const { retryAt } of client.pending) if (retryAt < wakeAt) wakeAt = retryAt;
  client.wakeAt = wakeAt;
}
