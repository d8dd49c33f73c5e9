/** What the log replicates. Raft does not look inside; the state machine does. */
export type Command =
  /** The empty entry with which a new leader may begin its term (§8). Changes nothing. */
  { readonly type: 'noop' } | ClientCommand;

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

/** An operation of the key-value store. Reads travel through the log like writes, so they are linearizable. */
export type Operation =
  | { readonly type: 'put'; readonly key: string; readonly value: string }
  | { readonly type: 'append'; readonly key: string; readonly value: string }
  | { readonly type: 'get'; readonly key: string };
