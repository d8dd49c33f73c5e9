/**
 * Moves a cluster through virtual time. One transition after the other, in a total order: the earliest thing that is
 * due happens next, at least one microsecond after the last one, so that a time names an exact state.
 */
import { drawBetween } from '../base';
import {
  type Effects,
  type Entry,
  handle,
  handleClientRequest,
  type Input,
  isOff,
  type Message,
  mayStand,
  persistentPart,
  type Reply,
  type RuleId,
  receive,
  type Snapshot,
  type Timer,
} from '../raft';
import { applyAction } from './actions';
import { hearAnswer, wakeClient } from './clients';
import { localClock } from './clock';
import type { Answer, Client, ClientResponse, Cluster, Flight, Host, LossReason, Packet, Sequence } from './cluster';
import { isBetweenServers, link } from './cluster';
import { popFlight } from './heap';
import { repeat, transmit } from './network';
import type { Action, Microseconds, Run } from './run';
import { answerTo, applyEntry, cloneStore, NOTHING, type Store } from './store';
import { diskStream, electionStream } from './streams';
import type { Summary, Transition, TransitionEvent, TransitionKind } from './transition';
import type { WorldContext } from './world-context';

/** Called after each transition, with the cluster as it is then. `false` ends the simulation there. */
export type Observer = (transition: Transition, cluster: Cluster) => unknown;

const NEVER = Number.POSITIVE_INFINITY;
const NO_RULES: RuleId[] = [];
const NO_EVENTS: TransitionEvent[] = [];
const ELECTION_TIMEOUT: Input = { type: 'electionTimeout' };
const HEARTBEAT_TIMEOUT: Input = { type: 'heartbeatTimeout' };

/**
 * Carries out every transition with a time up to and including `until`. Changes `cluster` in place. A shorter
 * simulation is a prefix of a longer one. Without an observer nothing is recorded, and it is fast.
 */
export function advance(cluster: Cluster, run: Run, until: Microseconds, observe: Observer | null = null): void {
  new World(cluster, run, observe).advance(until, null);
}

/** Like `advance`, but stops after the first transition after which `enough` holds. Returns whether it did. */
export function advanceTill(
  cluster: Cluster,
  run: Run,
  until: Microseconds,
  enough: (cluster: Cluster) => boolean,
): boolean {
  return new World(cluster, run, null).advance(until, enough);
}

/** The time of the next transition; Infinity when nothing will ever happen again. */
export function nextTime(cluster: Cluster, run: Run): Microseconds {
  return new World(cluster, run, null).nextTime();
}

/** One use of a cluster by `advance`. It is what a server's effects are carried out by. */
class World implements Effects, WorldContext {
  /** The time of the transition under way. */
  now: Microseconds;
  /** The server that is being handled; null when none is. */
  private host: Host | null = null;
  /** The server has changed what must be on disk before it sends anything more. */
  private dirty = false;
  private stopped = false;
  private lastAnswer = NOTHING;
  /** What the observer is told of the transition under way; made anew for each, and only for an observer. */
  private rules = NO_RULES;
  private events = NO_EVENTS;

  readonly cluster: Cluster;
  readonly run: Run;
  private readonly observe: Observer | null;

  constructor(cluster: Cluster, run: Run, observe: Observer | null) {
    this.cluster = cluster;
    this.run = run;
    this.observe = observe;
    this.now = cluster.time;
  }

  advance(until: Microseconds, enough: ((cluster: Cluster) => boolean) | null): boolean {
    const { cluster } = this;
    if (cluster.transitions === 0 && cluster.time === 0) this.setFirstTimers();
    this.lookAtAll();
    for (;;) {
      const due = this.findNext();
      if (due > until || this.stopped) return false;
      this.now = due;
      cluster.time = due;
      cluster.transitions++;
      this.carryOut();
      if (this.touched !== null) this.due[this.touched.id - 1] = dueAt(this.touched);
      if (enough?.(cluster)) return true;
    }
  }

  nextTime(): Microseconds {
    if (this.cluster.transitions === 0 && this.cluster.time === 0) this.setFirstTimers();
    this.lookAtAll();
    return this.findNext();
  }

  // What happens next.

  private nextKind: 'action' | 'host' | 'flight' | 'client' = 'action';
  private nextHost: Host | null = null;
  /** When something is due at each server by itself; index 0 is S1. A transition changes one server, an action any. */
  private due: number[] = [];
  /** The server that the transition under way may have changed. */
  private touched: Host | null = null;

  private lookAtAll(): void {
    const { hosts } = this.cluster;
    for (let i = 0; i < hosts.length; i++) this.due[i] = dueAt(hosts[i]);
  }

  private nextClient: Client | null = null;

  /** Finds what is due first; ties go to the first of actions, servers, messages, clients, in order of number. */
  private findNext(): Microseconds {
    const { cluster, run } = this;
    let due = NEVER;
    for (let i = 0; i < this.due.length; i++) {
      if (this.due[i] < due) {
        due = this.due[i];
        this.nextKind = 'host';
        this.nextHost = cluster.hosts[i];
      }
    }
    if (cluster.flights.length > 0 && cluster.flights[0].due < due) {
      due = cluster.flights[0].due;
      this.nextKind = 'flight';
    }
    for (const client of cluster.clients) {
      if (client.wakeAt < due) {
        due = client.wakeAt;
        this.nextKind = 'client';
        this.nextClient = client;
      }
    }
    if (due <= cluster.time) due = cluster.time + 1;
    if (cluster.actionsDone < run.actions.length) {
      const { at } = run.actions[cluster.actionsDone];
      if (at <= due) {
        this.nextKind = 'action';
        return at > cluster.time ? at : cluster.time + 1;
      }
    }
    return due;
  }

  private carryOut(): void {
    this.touched = null;
    switch (this.nextKind) {
      case 'action':
        this.carryOutAction(this.run.actions[this.cluster.actionsDone].action);
        this.lookAtAll();
        return;
      case 'host':
        this.touched = this.nextHost as Host;
        this.wakeHost(this.touched);
        return;
      case 'flight':
        this.land(popFlight(this.cluster.flights));
        return;
      case 'client':
        this.wake(this.nextClient as Client);
        return;
    }
  }

  private carryOutAction(action: Action): void {
    this.cluster.actionsDone++;
    const host = 'server' in action ? (this.cluster.hosts[action.server - 1] ?? null) : null;
    const before = this.begin(host);
    applyAction(this, action);
    this.finish('action', 0, host, before, null, action, null);
  }

  private wake(client: Client): void {
    const before = this.begin(null);
    // A client that begins something does so by itself; else it is the last asking that had no answer in time.
    const overdue = client.nextAt > this.now ? client.pending.find(({ retryAt }) => retryAt <= this.now) : undefined;
    const cause = overdue?.cause ?? 0;
    wakeClient(this, client);
    this.finish('client', cause, null, before, null, null, client.id);
  }

  /** A server's disk write, waiting message or timer is due. */
  private wakeHost(host: Host): void {
    if (host.writeDoneAt < NEVER) {
      this.completeWrite(host);
    } else if (host.inbox.length > 0 && isInboxFirst(host)) {
      this.deliver(host, host.inbox.shift() as Flight);
    } else if (host.electionAt <= host.heartbeatAt) {
      this.fire(host, 'election');
    } else {
      this.fire(host, 'heartbeat');
    }
  }

  private fire(host: Host, timer: Timer): void {
    const before = this.begin(host);
    let cause: Sequence;
    if (timer === 'election') {
      cause = host.electionCause;
      host.electionAt = NEVER;
      handle(host.server, ELECTION_TIMEOUT, this);
    } else {
      cause = host.heartbeatCause;
      host.heartbeatAt = NEVER;
      handle(host.server, HEARTBEAT_TIMEOUT, this);
    }
    this.finish(timer === 'election' ? 'electionTimeout' : 'heartbeatTimeout', cause, host, before, null, null, null);
  }

  /** The message reached the end of its way, one way or the other. */
  private land(flight: Flight): void {
    const { cluster } = this;
    const { packet } = flight;
    if (flight.doom !== null) {
      this.lose(flight, flight.doom);
    } else if (packet.type === 'ClientResponse') {
      this.answer(flight, packet);
    } else if (isBetweenServers(packet) && cluster.network.holds[link(packet.from, packet.to)] && !flight.forced) {
      cluster.held.push(flight);
      this.wait(flight);
    } else {
      const host = cluster.hosts[packet.to - 1];
      this.touched = host;
      if (host.status === 'crashed') {
        this.lose(flight, 'crashed');
      } else if (host.status === 'paused' || host.writeDoneAt < NEVER) {
        host.inbox.push(flight);
        this.wait(flight);
      } else {
        this.deliver(host, flight);
      }
    }
  }

  private deliver(host: Host, flight: Flight): void {
    const before = this.begin(host);
    const { packet } = flight;
    if (packet.type === 'ClientRequest') {
      handleClientRequest(host.server, packet.command, this);
    } else {
      receive(host.server, packet as Message, this);
    }
    this.finish('deliver', flight.cause, host, before, flight, null, null);
  }

  private answer(flight: Flight, packet: ClientResponse): void {
    const before = this.begin(null);
    const client = this.cluster.clients[packet.to - 1];
    if (client !== undefined) hearAnswer(this, client, packet);
    this.finish('deliver', flight.cause, null, before, flight, null, packet.to);
  }

  private wait(flight: Flight): void {
    const before = this.begin(null);
    this.finish('wait', flight.cause, null, before, flight, null, null);
  }

  private lose(flight: Flight, reason: LossReason): void {
    const before = this.begin(null);
    this.emit({ type: 'lose', flight, reason });
    this.finish('lose', flight.cause, null, before, flight, null, null);
  }

  // The frame around each transition.

  private begin(host: Host | null): Summary | null {
    this.host = host;
    if (host !== null) host.server.clock = localClock(host, this.now);
    if (this.observe === null) return null;
    this.rules = [];
    this.events = [];
    return host === null ? null : summarise(host);
  }

  private finish(
    kind: TransitionKind,
    cause: Sequence,
    host: Host | null,
    before: Summary | null,
    flight: Flight | null,
    action: Action | null,
    client: number | null,
  ): void {
    if (this.dirty) this.startWrite();
    this.host = null;
    if (this.observe === null) return;
    const { cluster, rules, events } = this;
    const after = host === null ? null : summarise(host);
    const server = host === null ? null : host.id;
    const transition: Transition = {
      seq: cluster.transitions,
      at: this.now,
      kind,
      cause,
      server,
      client,
      flight,
      action,
      rules,
      events,
      before,
      after,
    };
    if (this.observe(transition, cluster) === false) this.stopped = true;
  }

  /** Notes what came of the transition under way. */
  emit(event: TransitionEvent): void {
    if (this.observe !== null) this.events.push(event);
  }

  // The effects of a step, and of starting.

  persist(): void {
    this.dirty = true;
  }

  send(message: Message): void {
    message.id = ++this.cluster.messageCount;
    this.hand(this.host as Host, message);
  }

  setTimer(timer: Timer): void {
    const host = this.host as Host;
    const { timing, transitions } = this.cluster;
    if (timer === 'heartbeat') {
      host.heartbeatAt = this.now + toTrueTime(timing.heartbeat, host);
      host.heartbeatSetAt = this.now;
      host.heartbeatCause = transitions;
      return;
    }
    const n = host.electionDraws++;
    const { electionMin, electionMax } = timing;
    const wait = drawBetween(this.run.seed, electionStream(host.id), n, electionMin, electionMax - 1);
    host.electionAt = this.now + toTrueTime(wait, host);
    host.electionSetAt = this.now;
    host.electionCause = transitions;
  }

  clearTimer(timer: Timer): void {
    const host = this.host as Host;
    if (timer === 'heartbeat') host.heartbeatAt = NEVER;
    else host.electionAt = NEVER;
  }

  apply(entry: Entry): void {
    const { store, server } = this.host as Host;
    this.lastAnswer = applyEntry(store, entry, isOff(server.options, 'noDedup'));
    if (this.observe !== null) this.events.push({ type: 'apply', entry, value: this.lastAnswer.value });
  }

  takeSnapshot(snapshot: Snapshot): void {
    snapshot.image = cloneStore((this.host as Host).store);
    this.emit({ type: 'takeSnapshot', snapshot });
  }

  restore(snapshot: Snapshot): void {
    (this.host as Host).store = cloneStore(snapshot.image as Store);
    this.emit({ type: 'restore', snapshot });
  }

  respond(reply: Reply): void {
    const command = reply.type === 'applied' ? reply.entry.command : reply.command;
    // Made-up entries of a fixture belong to no client; nobody waits for an answer.
    if (command.type !== 'client' || command.client === 0) return;
    const host = this.host as Host;
    const answer = this.answerOf(reply, host);
    const id = ++this.cluster.messageCount;
    this.hand(host, {
      type: 'ClientResponse',
      id,
      from: host.id,
      to: command.client,
      serial: command.serial,
      answer,
    });
  }

  private answerOf(reply: Reply, { store, server }: Host): Answer {
    switch (reply.type) {
      case 'applied':
        return { type: 'done', index: reply.entry.index, ...this.lastAnswer };
      case 'read': {
        const { operation } = reply.command;
        const answered = answerTo(operation, store.values.get(operation.key) ?? null);
        return { type: 'done', index: server.lastApplied, ...answered };
      }
      case 'redirect':
        return { type: 'redirect', leader: reply.leader };
    }
  }

  rule(id: RuleId): void {
    if (this.observe !== null && !this.rules.includes(id)) this.rules.push(id);
  }

  /** Sends, or keeps what must wait for the disk. */
  private hand(host: Host, packet: Packet): void {
    if (this.dirty) this.startWrite();
    if (host.writeDoneAt < NEVER && !isOff(host.server.options, 'ackBeforeFsync')) host.outbox.push(packet);
    else this.transmit(packet);
  }

  transmit(packet: Packet): void {
    const { cluster, run } = this;
    const flight = transmit(cluster, run.seed, packet, this.now, cluster.transitions);
    const copy = repeat(cluster, run.seed, flight);
    if (this.observe === null) return;
    this.events.push({ type: 'send', flight });
    if (copy !== null) this.events.push({ type: 'duplicate', flight: copy });
  }

  // The disk.

  private startWrite(): void {
    this.dirty = false;
    const host = this.host as Host;
    this.rule('persistBeforeSend');
    const { min, max } = host.disk;
    if (max === 0) {
      host.durable = persistentPart(host.server);
      this.emit({ type: 'persist' });
      return;
    }
    const latency = drawBetween(this.run.seed, diskStream(host.id), host.diskDraws++, min, max);
    host.writeDoneAt = this.now + latency;
    host.writeStartedAt = this.now;
    host.writeCause = this.cluster.transitions;
    this.emit({ type: 'write', doneAt: host.writeDoneAt });
  }

  private completeWrite(host: Host): void {
    const before = this.begin(host);
    host.writeDoneAt = NEVER;
    host.durable = persistentPart(host.server);
    this.emit({ type: 'persist' });
    const { outbox } = host;
    if (outbox.length > 0) {
      host.outbox = [];
      for (const packet of outbox) this.transmit(packet);
    }
    this.finish('diskWrite', host.writeCause, host, before, null, null, null);
  }

  // For actions and clients.

  /** Sets the first election timers: every server begins as a follower (§5.2). */
  private setFirstTimers(): void {
    for (const host of this.cluster.hosts) {
      if (host.electionAt === NEVER && mayStand(host.server)) this.startElectionTimer(host);
    }
  }

  ask(host: Host, input: Input): void {
    handle(host.server, input, this);
  }

  startElectionTimer(host: Host): void {
    const outer = this.host;
    this.host = host;
    this.setTimer('election');
    this.host = outer;
  }
}

/** When something is due at a server by itself; Infinity when it is crashed or paused. */
function dueAt(host: Host): Microseconds {
  if (host.status !== 'up') return NEVER;
  if (host.writeDoneAt < NEVER) return host.writeDoneAt;
  const timer = host.electionAt < host.heartbeatAt ? host.electionAt : host.heartbeatAt;
  if (host.inbox.length === 0) return timer;
  const arrived = host.inbox[0].due;
  return arrived < timer ? arrived : timer;
}

/** What waited is handled in the order in which it came due, messages before timers. */
function isInboxFirst(host: Host): boolean {
  const arrived = host.inbox[0].due;
  return arrived <= host.electionAt && arrived <= host.heartbeatAt;
}

/** A length of time on the server's own clock, in true time. */
function toTrueTime(length: Microseconds, host: Host): Microseconds {
  return host.clockRate === 1_000_000 ? length : Math.round((length * 1_000_000) / host.clockRate);
}

function summarise({ status, server }: Host): Summary {
  return {
    status,
    role: server.role,
    currentTerm: server.currentTerm,
    votedFor: server.votedFor,
    commitIndex: server.commitIndex,
    lastApplied: server.lastApplied,
    log: server.log,
    snapshot: server.snapshot,
    configuration: server.configuration,
  };
}
