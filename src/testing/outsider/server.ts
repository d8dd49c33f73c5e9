/** A server as a stranger sees it: its state, what is on its disk, what it is handling and what was delivered to it. */
import type { Json } from './lines';
import type { Log } from './logs';
import { blankState, type Durable, durablePart, type State } from './state';

/** What a server handles: everything it does until the next input belongs to it. */
export interface Input {
  readonly kind: 'timeout' | 'tick' | 'clientRequest' | 'recv' | 'restart';
  /** The message of `recv`. */
  readonly message: Json | null;
  /** The command of `clientRequest`. */
  readonly cmd: string | null;
  /** When it came, in milliseconds. */
  readonly time: number;
  /** The state then. */
  readonly before: State;
  /** A message has been answered. */
  answered: boolean;
}

export interface Server {
  readonly id: string;
  alive: boolean;
  state: State;
  durable: Durable;
  input: Input | null;
  /** Index of the last entry that the state machine has: by an `apply` line or by a snapshot. */
  applied: number;
  /** The vote of each term that another server may know of or that is on disk. */
  readonly promised: Map<number, string>;
  memory: Memory;
}

/** What a server knows from messages and from its own past; a crash wipes it out. */
export interface Memory {
  /** Who granted a vote in the present term, as delivered. */
  granted: Set<string>;
  /** Who said in the present term that it would grant a vote, as delivered. */
  readonly preGranted: Set<string>;
  /** What the others have acknowledged to this leader in the present term, as delivered. */
  acknowledged: Map<string, number>;
  /** The answers of each server to this leader in the present term. */
  answered: Map<string, Answered>;
  /** When the latest round of this leader's heartbeats began. */
  round: number;
  /** When a leader was last heard, and in which term. */
  heard: { readonly time: number; readonly term: number } | null;
  /** The process began then: before, it may have heard a leader. Negative infinity: with the trace. */
  readonly since: number;
  /** When it was elected last. */
  elected: number;
  /** The term in which it stands because its leader told it to. */
  toldToStand: number;
}

export interface Answered {
  /** When the last one came. */
  readonly heard: number;
  /** When the latest round of heartbeats began that was answered. */
  readonly round: number;
}

export function freshMemory(since: number): Memory {
  return {
    granted: new Set(),
    preGranted: new Set(),
    acknowledged: new Map(),
    answered: new Map(),
    round: Number.NEGATIVE_INFINITY,
    heard: null,
    since,
    elected: Number.NEGATIVE_INFINITY,
    toldToStand: -1,
  };
}

/** What belongs to one term is forgotten with it. Pre-votes are needed to explain the next one. */
export function forgetTerm(memory: Memory): void {
  memory.granted = new Set();
  memory.acknowledged = new Map();
  memory.answered = new Map();
}

export function newServer(id: string, log: Log): Server {
  const state = blankState(log);
  return {
    ...{ id, alive: true, state, durable: durablePart(state), input: null, applied: 0 },
    promised: new Map(),
    memory: freshMemory(Number.NEGATIVE_INFINITY),
  };
}
