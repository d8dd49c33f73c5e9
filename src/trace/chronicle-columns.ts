/** Columns of numbers that grow: a run's transitions and messages in a small part of the memory of as many objects. */
import type { LossReason, TransitionKind } from '../sim';
import type { FlightKind } from './message-kinds';

export const KINDS: readonly TransitionKind[] = [
  'action',
  'deliver',
  'lose',
  'wait',
  'electionTimeout',
  'heartbeatTimeout',
  'diskWrite',
  'client',
];

export const FLIGHT_KINDS: readonly FlightKind[] = [
  'vote',
  'prevote',
  'handover',
  'append',
  'beat',
  'snapshot',
  'client',
];

/** What of an event is shown by a sign of its own. */
export type Sign = 'plain' | 'timer' | 'snapshot' | 'members';

export const SIGNS: readonly Sign[] = ['plain', 'timer', 'snapshot', 'members'];

/** What became of a message so far. */
export type Fate = 'flying' | 'arrived' | 'waiting' | LossReason;

export const FATES: readonly Fate[] = ['flying', 'arrived', 'waiting', 'cut', 'loss', 'dropped', 'crashed'];

export const [FLYING, ARRIVED, WAITING] = [0, 1, 2];

type Numbers = Float64Array | Int32Array | Uint16Array | Int8Array | Uint8Array;

const FIRST = 1024;

/** The transitions, in order; see the comments at each column. Only the first `count` numbers mean something. */
export class EventColumns {
  count = 0;
  /** Microseconds. */
  at = new Float64Array(FIRST);
  /** A place in KINDS. */
  kind = new Uint8Array(FIRST);
  /** Where it happened: a server's id, a client's number below zero, 0 for neither. */
  place = new Int8Array(FIRST);
  /** 1 where something happened that a reader would miss; 0 where all goes on as before. */
  telling = new Uint8Array(FIRST);
  /** A place in SIGNS. */
  sign = new Uint8Array(FIRST);
  prior = new Int32Array(FIRST);
  cause = new Int32Array(FIRST);
  also = new Int32Array(FIRST);
  /** The message that arrived, waits or is lost; -1: none. */
  message = new Int32Array(FIRST);
  /** The first message that was sent by this transition or a later one. */
  sent = new Int32Array(FIRST);
  /** The commit index of a leader that committed by it, or 0, and how many entries. */
  committed = new Int32Array(FIRST);
  commits = new Uint16Array(FIRST);

  add(): number {
    if (this.count === this.at.length) growAll(this);
    return this.count++;
  }
}

/** The messages, in order of their sending. */
export class MessageColumns {
  count = 0;
  key = new Int32Array(FIRST);
  /** Places, as of transitions. */
  from = new Int8Array(FIRST);
  to = new Int8Array(FIRST);
  /** A place in FLIGHT_KINDS. */
  kind = new Uint8Array(FIRST);
  response = new Uint8Array(FIRST);
  /** 0 no, 1 yes, 2 it asks. */
  positive = new Uint8Array(FIRST);
  entries = new Uint16Array(FIRST);
  term = new Int32Array(FIRST);
  /** Microseconds: sent, would arrive, ended; Infinity while it flies. */
  start = new Float64Array(FIRST);
  arrives = new Float64Array(FIRST);
  end = new Float64Array(FIRST);
  /** The rows that sent it, and by which it arrived or was lost; -1: none that is known. */
  origin = new Int32Array(FIRST);
  ending = new Int32Array(FIRST);
  /** The row that handled what waited; -1: none. */
  handled = new Int32Array(FIRST);
  /** A place in FATES. */
  fate = new Uint8Array(FIRST);

  add(): number {
    if (this.count === this.key.length) growAll(this);
    return this.count++;
  }
}

function growAll(columns: EventColumns | MessageColumns): void {
  for (const [name, value] of Object.entries(columns)) {
    if (ArrayBuffer.isView(value)) Object.assign(columns, { [name]: doubled(value as Numbers) });
  }
}

function doubled(column: Numbers): Numbers {
  const Kind = column.constructor as new (length: number) => Numbers;
  const larger = new Kind(2 * column.length);
  larger.set(column);
  return larger;
}

/** The first of the first `count` numbers, which ascend, that is at least `value`. */
export function firstAtLeast(column: ArrayLike<number>, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
