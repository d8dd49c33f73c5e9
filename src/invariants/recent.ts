/**
 * A bounded memory of what happened last. It is a value that never changes, so that keeping an old one costs nothing:
 * the newest items, and behind them the ones before, which are dropped all at once.
 */
export interface Recent<T> {
  readonly young: Node<T> | null;
  readonly count: number;
  readonly old: Node<T> | null;
}

interface Node<T> {
  readonly item: T;
  readonly before: Node<T> | null;
}

export const NONE: Recent<never> = { young: null, count: 0, old: null };

/** With one more item; of the older ones at least `most` are kept, and less than twice as many. */
export function remember<T>({ young, count, old }: Recent<T>, item: T, most: number): Recent<T> {
  if (count < most) return { young: { item, before: young }, count: count + 1, old };
  return { young: { item, before: null }, count: 1, old: young };
}

/** The newest item that passes, or null. */
export function recall<T>({ young, old }: Recent<T>, passes: (item: T) => boolean): T | null {
  for (const list of [young, old]) {
    for (let node = list; node !== null; node = node.before) if (passes(node.item)) return node.item;
  }
  return null;
}
