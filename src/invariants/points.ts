/** From an order of operations to a point in time for each: where it can be said to have taken effect. */

import type { Microseconds } from '../sim';
import type { ClientOperation } from './client-operation';

/**
 * A point for each operation of an order, not before the point of the one before it, within the time of the operation,
 * and not before `since`. Operations that share their room are spread over it.
 */
export function pointsOf(order: readonly ClientOperation[], since: Microseconds): Microseconds[] {
  const ends = latest(order);
  let before = since;
  return order.map(({ invoked }, i) => {
    const start = Math.max(before, invoked.at);
    const end = Number.isFinite(ends[i]) ? ends[i] : start;
    let sharing = 1;
    while (i + sharing < order.length && order[i + sharing].invoked.at <= start) sharing++;
    before = Math.max(start, Math.round(start + (end - start) / (sharing + 1)));
    return before;
  });
}

/** The last moment for each: it returns, or one behind it in the order does. */
function latest(order: readonly ClientOperation[]): number[] {
  const ends = new Array<number>(order.length);
  let end = Number.POSITIVE_INFINITY;
  for (let i = order.length - 1; i >= 0; i--) {
    const { returned, status } = order[i];
    if (status === 'ok' && returned !== null) end = Math.min(end, returned.at);
    ends[i] = end;
  }
  return ends;
}
