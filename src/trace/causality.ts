/**
 * The causal order of a run's transitions (Lamport's "happened before"): what happens at one process follows what
 * happened there before, a message is handled after it was sent, and a timer runs out after it was set. Transitions
 * are rows, in order of time; what a row follows directly lies in rows before it.
 */
export interface CausalOrder {
  /** How many rows there are. */
  readonly count: number;
  /** The row before it at the same server or client; -1: none, or no process is concerned. */
  readonly prior: ArrayLike<number>;
  /** The row that brought it about: the sending, the setting of the timer, the start of the write; -1: none. */
  readonly cause: ArrayLike<number>;
  /** One more that it follows from: the cut or crash that lost a message, the hand that hurried or repeated it; -1: none. */
  readonly also: ArrayLike<number>;
}

/** A set of rows. */
export interface RowSet {
  /** 1 for each row that is in it. */
  readonly has: Uint8Array;
  readonly size: number;
}

/** All that could have influenced a row, without the row itself. */
export function causalPast(order: CausalOrder, row: number): RowSet {
  const { prior, cause, also, count } = order;
  const has = new Uint8Array(count);
  if (row < 0 || row >= count) return { has, size: 0 };
  has[row] = 1;
  let size = 0;
  for (let i = row; i >= 0; i--) {
    if (has[i] === 0) continue;
    size++;
    if (prior[i] >= 0) has[prior[i]] = 1;
    if (cause[i] >= 0) has[cause[i]] = 1;
    if (also[i] >= 0) has[also[i]] = 1;
  }
  has[row] = 0;
  return { has, size: size - 1 };
}

/** All that a row could have influenced, without the row itself. */
export function causalFuture(order: CausalOrder, row: number): RowSet {
  const { prior, cause, also, count } = order;
  const has = new Uint8Array(count);
  if (row < 0 || row >= count) return { has, size: 0 };
  const follows = (i: number) => i >= 0 && has[i] === 1;
  has[row] = 1;
  let size = 0;
  for (let i = row + 1; i < count; i++) {
    if (!follows(prior[i]) && !follows(cause[i]) && !follows(also[i])) continue;
    has[i] = 1;
    size++;
  }
  has[row] = 0;
  return { has, size };
}

/** Whether one row could have influenced another one. Nothing influences itself. */
export function precedes(order: CausalOrder, one: number, other: number): boolean {
  return one < other && causalPast(order, other).has[one] === 1;
}
