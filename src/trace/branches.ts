/** The futures of a run that a reader left, as a tree: what was done up to a time they have in common. */
import type { Microseconds, Run } from '../sim';
import { differFrom } from './history';

/** Where a run leaves another one of the list. */
export interface Fork {
  /** The place in the list of the run that it leaves; null: it is the first. */
  readonly parent: number | null;
  /** When it leaves it; 0: they have nothing in common. */
  readonly at: Microseconds;
}

/** For each run the earlier one of the list with which it has most in common, and up to when. */
export function forksOf(runs: readonly Run[]): readonly Fork[] {
  return runs.map((run, i) => {
    let fork: Fork = { parent: null, at: 0 };
    for (let parent = 0; parent < i; parent++) {
      const at = differFrom(runs[parent], run);
      if (fork.parent === null || at > fork.at) fork = { parent, at };
    }
    return fork;
  });
}
