/** What can be done to a list of bookmarks; nothing is done in place. */
import type { Bookmark, Microseconds } from '../../sim';

type List = readonly Bookmark[];

export const changed = (all: List, at: number, fields: Partial<Bookmark>): List =>
  all.map((bookmark, i) => (i === at ? { ...bookmark, ...fields } : bookmark));

export const removed = (all: List, at: number): List => all.toSpliced(at, 1);

/** One place earlier or later in the telling; at an end it stays where it is. */
export function moved(all: List, at: number, by: -1 | 1): List {
  const to = at + by;
  if (all[at] === undefined || to < 0 || to >= all.length) return all;
  return all.toSpliced(at, 1).toSpliced(to, 0, all[at]);
}

/** In the order in which they come in the run. */
export const ordered = (all: List): List => all.toSorted((a, b) => a.at - b.at);

export const isOrdered = (all: List): boolean => all.every(({ at }, i) => i === 0 || all[i - 1].at <= at);

/** Where in the list the instant is named, or -1. */
export const placeAt = (all: List, time: Microseconds): number => all.findIndex(({ at }) => at === time);
