/** One operation of a client, as the client sees it. */
import type { Operation } from '../raft';
import type { Microseconds, Sequence } from '../sim';
import type { Value } from './register';

/** When something happened: the time and the number of the transition. */
export interface Moment {
  readonly at: Microseconds;
  readonly seq: Sequence;
}

export interface ClientOperation {
  readonly client: number;
  /** The client's number for it. */
  readonly serial: number;
  /** What it is held to: an operation that failed was told what is there, so it proves what a read proves. */
  readonly operation: Operation;
  /** What was asked for, where that failed. */
  readonly failed?: Operation;
  readonly invoked: Moment;
  /** When the client had its answer or gave up; null: not yet. */
  readonly returned: Moment | null;
  /** `pending` and `unknown`: it may take effect at any time from now on, or never. */
  readonly status: 'pending' | 'ok' | 'unknown';
  /** With `ok`: what the client was told. */
  readonly answer: Value;
}

/** An operation, and where the order that was found has it take effect; null: nowhere, or not yet. */
export interface PlacedOperation extends ClientOperation {
  readonly point: Microseconds | null;
}

/** A history that no order explains. */
export interface Contradiction {
  /** The operation whose answer no order explains. */
  readonly operation: ClientOperation;
  /** Those that it contradicts: without any one of them there would be an order. In order of time. */
  readonly against: readonly ClientOperation[];
  /** What came before this moment is taken as it was: it is not among the operations that could have gone otherwise. */
  readonly from: Moment;
}

/** A name for an operation that no other one of the run has. */
export function nameOf({ client, serial }: Pick<ClientOperation, 'client' | 'serial'>): string {
  return `${client} ${serial}`;
}
