/**
 * The state of the simulated world. Everything that will happen next is in here and can be drawn: messages in flight,
 * set timers, writes under way, recorded actions. There is no hidden event queue.
 */
import type { ClientCommand, Message, Operation, Options, Persistent, Server, ServerId } from '../raft';
import type { LinkQuality, Microseconds, Millionths, Span, Timing } from './run';
import type { Answered, Store } from './store';

/** The number of a transition, from 1; its place in the total order. 0: the start of the run. */
export type Sequence = number;

export interface Cluster {
  /** The time of the last transition. */
  time: Microseconds;
  /** How many transitions there were; the sequence number of the last one. */
  transitions: Sequence;
  /** How many recorded actions have been carried out. */
  actionsDone: number;
  /** Ids given to messages so far. */
  messageCount: number;
  /** Keys given to flights so far: a duplicate is a second flight of the same message. */
  flightCount: number;
  timing: Timing;
  options: Options;
  /** Index 0 is S1. */
  hosts: Host[];
  clients: Client[];
  network: Network;
  /** Messages in flight: a binary heap by (due, key). */
  flights: Flight[];
  /** Messages that wait at the end of a link that is held, in order of arrival. */
  held: Flight[];
}

export type HostStatus = 'up' | 'paused' | 'crashed';

/** A computer with one server on it. */
export interface Host {
  readonly id: ServerId;
  status: HostStatus;
  server: Server;
  /** What the disk holds: this is what a restart finds. Replaced as a whole, never changed in place. */
  durable: Readonly<Persistent>;
  disk: Span;
  /** The write under way: the process waits for it and handles nothing else. Infinity when there is none. */
  writeDoneAt: Microseconds;
  writeStartedAt: Microseconds;
  writeCause: Sequence;
  /** What the process sends once the write is done, in order. */
  outbox: Packet[];
  /** What arrived while the process was paused or waited for its disk, in order of arrival. */
  inbox: Flight[];
  /** When the election timer runs out; Infinity when it is not set. */
  electionAt: Microseconds;
  electionSetAt: Microseconds;
  /** The transition that set the timer. */
  electionCause: Sequence;
  heartbeatAt: Microseconds;
  heartbeatSetAt: Microseconds;
  heartbeatCause: Sequence;
  /** Speed of the local clock in millionths of true time; 1_000_000 is true. */
  clockRate: Millionths;
  clockOffset: Microseconds;
  /** When the rate was last set, in true time, and what the local clock showed then. */
  clockSetAt: Microseconds;
  clockThen: Microseconds;
  /** The state machine. */
  store: Store;
  /** How often the streams of this host have been drawn from. */
  electionDraws: number;
  diskDraws: number;
}

/** A message of the protocol, or one between a client and a server. */
export type Packet = Message | ClientRequest | ClientResponse;

export interface ClientRequest {
  readonly type: 'ClientRequest';
  id: number;
  /** The number of the client. */
  readonly from: number;
  readonly to: ServerId;
  readonly command: ClientCommand;
}

export interface ClientResponse {
  readonly type: 'ClientResponse';
  id: number;
  readonly from: ServerId;
  /** The number of the client. */
  readonly to: number;
  readonly serial: number;
  readonly answer: Answer;
}

export type Answer =
  /** Done, as the entry at `index`. What the store answers is the value that is there now; null: the key is not. */
  | ({ readonly type: 'done'; readonly index: number } & Answered)
  /** Ask `leader`; null: this server does not know who leads. */
  | { readonly type: 'redirect'; readonly leader: ServerId | null };

/** Where on its way, from 0 to 1, a message that is lost in the network is lost. */
export const LOSS_PROGRESS = 0.38;

/** Why a message never arrived. */
export type LossReason = 'cut' | 'loss' | 'dropped' | 'crashed';

/** One copy of a message under way. Never changed in place. */
export interface Flight {
  readonly key: number;
  readonly packet: Packet;
  readonly sentAt: Microseconds;
  /** When it reaches, or would reach, its destination. */
  readonly arrivesAt: Microseconds;
  /** When something happens to it: its arrival, or the moment it is lost on the way. */
  readonly due: Microseconds;
  /** Why it will be lost on the way, or null. Known before it happens, so that it can be shown. */
  readonly doom: 'cut' | 'loss' | null;
  /** The transition that sent it. */
  readonly cause: Sequence;
  /** Delivered by hand: a held link lets it through. */
  readonly forced?: true;
}

export interface Network {
  quality: LinkQuality;
  /** Qualities of links that differ, at [link(from, to)]; replaced as a whole. */
  links: Readonly<Record<number, LinkQuality>>;
  /** The group of each server; all equal when there is no partition. Index 0 is S1. */
  groups: readonly number[];
  isolated: readonly boolean[];
  /** One-way cuts, at [link(from, to)]. */
  cuts: readonly boolean[];
  /** Held links, at [link(from, to)]. */
  holds: readonly boolean[];
  /** How many messages each link has been given, at [link(from, to)]: the counters of its draws. */
  sent: number[];
}

export interface Client {
  readonly id: number;
  crashed: boolean;
  /** The server the client believes to lead, or null. */
  leader: ServerId | null;
  /** Serial of the last operation. */
  serial: number;
  interval: Microseconds;
  /** When the client begins its next operation by itself; Infinity: never. */
  nextAt: Microseconds;
  /** The earliest of nextAt and all retryAt: when the client acts next. */
  wakeAt: Microseconds;
  /** Operations without an answer so far, oldest first. */
  pending: Pending[];
  /** The latest operations that ended, oldest first; at most HISTORY_MAX. */
  recent: Finished[];
  draws: number;
}

export const HISTORY_MAX = 8;

/** An operation under way. Never changed in place. */
export interface Pending {
  readonly serial: number;
  readonly operation: Operation;
  readonly invokedAt: Microseconds;
  /** The server asked last. */
  readonly target: ServerId;
  /** The reader chose the server: the client stays with it, and follows it only where it is redirected. */
  readonly pinned: boolean;
  /** When the client asks again, if nothing is heard. */
  readonly retryAt: Microseconds;
  readonly attempts: number;
  /** The transition that last asked. */
  readonly cause: Sequence;
}

export interface Finished {
  readonly serial: number;
  readonly operation: Operation;
  readonly invokedAt: Microseconds;
  readonly finishedAt: Microseconds;
  /** The server that answered, or was asked last. */
  readonly target: ServerId;
  readonly attempts: number;
  /** `fail`: it changed nothing. `unknown`: given up; the operation may or may not take effect. */
  readonly status: 'ok' | 'fail' | 'unknown';
  readonly index: number;
  readonly value: string | null;
}

/** More than the highest ServerId. */
export const LINK_STRIDE = 10;

/** Where the arrays of Network keep the directed link; also the stream of its draws. */
export function link(from: ServerId, to: ServerId): number {
  return from * LINK_STRIDE + to;
}

/** Whether messages from one server cannot reach the other now. */
export function isCut(network: Network, from: ServerId, to: ServerId): boolean {
  return (
    network.groups[from - 1] !== network.groups[to - 1] ||
    network.isolated[from - 1] ||
    network.isolated[to - 1] ||
    network.cuts[link(from, to)] === true
  );
}

/** Whether the packet travels between two servers: clients are outside the cluster's network. */
export function isBetweenServers(packet: Packet): packet is Message {
  return packet.type !== 'ClientRequest' && packet.type !== 'ClientResponse';
}
