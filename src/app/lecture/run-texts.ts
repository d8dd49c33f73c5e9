/** Runs as they are written in links, each written once. */
import { type Run, withBookmarks } from '../../sim';

export function runTexts(encodeRun: (run: Run) => string) {
  const texts = new WeakMap<Run, string>();
  const bares = new WeakMap<Run, Run>();
  const textOf = (run: Run): string => {
    const known = texts.get(run) ?? encodeRun(run);
    texts.set(run, known);
    return known;
  };
  /** Without the names of its instants: they do not change what happens in it. */
  const bare = (run: Run): Run => {
    const known = bares.get(run) ?? (run.bookmarks === undefined ? run : withBookmarks(run, []));
    bares.set(run, known);
    return known;
  };
  return { textOf, isSame: (a: Run, b: Run): boolean => a === b || textOf(bare(a)) === textOf(bare(b)) };
}
