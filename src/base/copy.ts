/** A copy of a list. Most lists of a cluster are empty, and a new list costs far less than a copy of an empty one. */
export function copyOf<Element>(list: readonly Element[]): Element[] {
  return list.length === 0 ? [] : list.slice();
}
