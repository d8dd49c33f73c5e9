import type { Configuration } from './configuration';

/** What the log replicates. Raft does not look inside clients' commands; the state machine does. */
export type Command =
  /** The empty entry with which a new leader may begin its term (§8). Changes nothing. */
  | { readonly type: 'noop' }
  /** Who votes from here on (§6). */
  | { readonly type: 'configuration'; readonly configuration: Configuration }
  /** What the log of another Raft holds, as it is written there; empty: that is not known. Changes nothing. */
  | { readonly type: 'opaque'; readonly text: string }
  | ClientCommand;

/** A command of a client, numbered by it so that a repeat can be told from a new one (§8). */
export interface ClientCommand {
  readonly type: 'client';
  /** Who asked: the number of the client, from 1. */
  readonly client: number;
  /** The client's number for this operation, from 1, the same for each retry. */
  readonly serial: number;
  /** The client has the answers to all its operations below this serial. */
  readonly oldest: number;
  readonly operation: Operation;
}

/** An operation of the key-value store. */
export type Operation =
  | { readonly type: 'put'; readonly key: string; readonly value: string }
  | { readonly type: 'append'; readonly key: string; readonly value: string }
  /** A read that travels through the log like a write. */
  | { readonly type: 'get'; readonly key: string }
  /** Adds one to a number; a key that is not there, or holds no number, counts as 0. */
  | { readonly type: 'inc'; readonly key: string }
  /** Puts `value` where `expected` is; expected null: where nothing is. */
  | { readonly type: 'cas'; readonly key: string; readonly expected: string | null; readonly value: string }
  /** A read beside the log; never in an entry. */
  | { readonly type: 'read'; readonly key: string; readonly mode: ReadMode };

/**
 * How a read beside the log is made safe, or is not.
 *
 * - readIndex: the leader makes sure that it still leads, by a round of heartbeats (D§6.4). Consul: consistent.
 * - lease: the round is skipped while a majority has heard the leader lately; needs clocks (D§6.4.1). Consul: default.
 * - stale: any server answers from what it has applied, however old. Consul: stale.
 */
export const READ_MODES = ['readIndex', 'lease', 'stale'] as const;

export type ReadMode = (typeof READ_MODES)[number];
