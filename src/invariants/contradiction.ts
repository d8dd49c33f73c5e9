/** Which operations of a history that no order explains are needed to see that none does. */
import { type Answered, type Doubt, findOrders, type Start } from './order-search';

/** An answered operation, and the doubt that it would be without its answer; null for reads. */
export interface Removable extends Answered {
  readonly doubt: number | null;
}

/**
 * The fewest answered operations that already rule out every order, as far as leaving out one after the other finds
 * them; indexes, growing. Leaving a read out forgets it; leaving a write out means that it may have taken effect at
 * any time or never, so that what remains is proved by the operations that remain.
 */
export function smallestContradiction(
  answered: readonly Removable[],
  doubts: readonly Doubt[],
  starts: readonly Start[],
  culprit: number,
): number[] {
  if (isContradiction(answered, [culprit], doubts, starts)) return [];
  let kept = answered.map((_, i) => i);
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length; ) {
      const fewer = kept.filter((i, k) => i === culprit || k < from || k >= from + size);
      if (fewer.length < kept.length && isContradiction(answered, fewer, doubts, starts)) kept = fewer;
      else from += size;
    }
  }
  return kept.filter((i) => i !== culprit);
}

function isContradiction(
  answered: readonly Removable[],
  kept: readonly number[],
  doubts: readonly Doubt[],
  starts: readonly Start[],
): boolean {
  const more = doubts.map(() => 0);
  answered.forEach(({ doubt }, i) => {
    if (doubt !== null && !kept.includes(i)) more[doubt]++;
  });
  const loosened = doubts.map(
    (doubt, d): Doubt => ({
      ...doubt,
      invoked: [...new Array<number>(more[d]).fill(-1), ...doubt.invoked],
    }),
  );
  const search = findOrders(
    kept.map((i) => answered[i]),
    loosened,
    starts,
    false,
  );
  return search.type === 'done' && search.ends.length === 0;
}
