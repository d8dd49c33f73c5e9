/**
 * Linearizability of the key-value store: every operation takes effect at one instant between its invocation and its
 * return. Keys are independent of one another, so each is checked for itself. An operation without an answer may take
 * effect at any time after its invocation, or never.
 */
import type { Operation } from '../raft';
import {
  type ClientOperation,
  type Contradiction,
  type Moment,
  nameOf,
  type PlacedOperation,
} from './client-operation';
import { type Finished, KeyHistory } from './key-history';
import type { Value } from './register';

/** One event of a history; events are given in order of time. */
export type HistoryEvent = Moment & { readonly client: number; readonly serial: number } & (
    | { readonly type: 'invoke'; readonly operation: Operation }
    | { readonly type: 'return'; readonly status: 'ok' | 'fail' | 'unknown'; readonly value: Value }
  );

export interface HistoryChecker {
  /** Takes note of one more event. Returns the contradiction that it makes, or null. */
  note(event: HistoryEvent): Contradiction | null;
  /** How many operations have begun, and how many of them have an answer. */
  count(): { readonly begun: number; readonly answered: number };
  /** The operations that are not settled, with their points as far as they are known now, in order of invocation. */
  open(): PlacedOperation[];
  /** An independent copy; `finished` gets the operations that the copy settles from then on. */
  clone(finished?: Finished): HistoryChecker;
}

export function createHistoryChecker(finished: Finished | null = null): HistoryChecker {
  return new Checker(finished);
}

/** A whole history at once: each operation with its point, or the first contradiction. */
export function checkHistory(events: readonly HistoryEvent[]): {
  readonly operations: readonly PlacedOperation[];
  readonly contradiction: Contradiction | null;
} {
  const placed = new Map<string, PlacedOperation>();
  const keep: Finished = (operation) => placed.set(nameOf(operation), operation);
  const checker = createHistoryChecker(keep);
  let contradiction: Contradiction | null = null;
  for (const event of events) {
    contradiction = checker.note(event);
    if (contradiction !== null) break;
  }
  checker.open().forEach(keep);
  return { operations: [...placed.values()].sort((a, b) => a.invoked.seq - b.invoked.seq), contradiction };
}

class Checker implements HistoryChecker {
  private keys = new Map<string, KeyHistory>();
  /** The keys whose histories no copy shares. */
  private own = new Set<string>();
  private pending = new Map<string, ClientOperation>();
  private tick = 0;
  private begun = 0;
  private answered = 0;
  private readonly finished: Finished | null;

  constructor(finished: Finished | null) {
    this.finished = finished;
  }

  note(event: HistoryEvent): Contradiction | null {
    return event.type === 'invoke' ? this.invoke(event) : this.return(event);
  }

  private invoke(event: HistoryEvent & { type: 'invoke' }): null {
    const { client, serial, operation, at, seq } = event;
    const begun: ClientOperation = {
      client,
      serial,
      operation,
      invoked: { at, seq },
      returned: null,
      status: 'pending',
      answer: null,
    };
    this.begun++;
    this.pending.set(nameOf(event), begun);
    this.history(operation.key).invoke(begun, this.tick++);
    return null;
  }

  private return(event: HistoryEvent & { type: 'return' }): Contradiction | null {
    const begun = this.pending.get(nameOf(event));
    if (begun === undefined) return null;
    this.pending.delete(nameOf(event));
    const { value, at, seq } = event;
    const status = event.status === 'unknown' ? 'unknown' : 'ok';
    if (status === 'ok') this.answered++;
    const { key } = begun.operation;
    const history = this.history(key);
    const asked = event.status === 'fail' ? failedTo(begun.operation) : { operation: begun.operation };
    const ended: ClientOperation = { ...begun, ...asked, returned: { at, seq }, status, answer: value };
    return history.return(ended, this.tick++, this.finished) ? null : history.contradiction;
  }

  count(): { begun: number; answered: number } {
    return { begun: this.begun, answered: this.answered };
  }

  open(): PlacedOperation[] {
    const all = [...this.keys.values()].flatMap((history) => history.open());
    return all.sort((a, b) => a.invoked.seq - b.invoked.seq);
  }

  clone(finished?: Finished): Checker {
    const copy = new Checker(finished ?? null);
    copy.keys = new Map(this.keys);
    copy.pending = new Map(this.pending);
    copy.tick = this.tick;
    copy.begun = this.begun;
    copy.answered = this.answered;
    this.own = new Set();
    return copy;
  }

  /** The history of a key, to be changed. */
  private history(key: string): KeyHistory {
    let history = this.keys.get(key);
    if (history !== undefined && this.own.has(key)) return history;
    history = history?.clone() ?? new KeyHistory();
    this.keys.set(key, history);
    this.own.add(key);
    return history;
  }
}

const failedTo = (failed: Operation) => ({ operation: { type: 'get', key: failed.key } as const, failed });
