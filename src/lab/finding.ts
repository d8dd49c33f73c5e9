import { findViolations, type Violation } from '../invariants';
import type { Microseconds, Run } from '../sim';

/** A run, and the first property that it breaks. */
export interface Finding {
  readonly run: Run;
  readonly violation: Violation;
}

/** The run up to a time, and what it breaks, or null when it breaks nothing. */
export function judge(run: Run, until: Microseconds): Finding | null {
  const [violation] = findViolations(run, until);
  return violation === undefined ? null : { run, violation };
}

/**
 * How long a finding is: the recorded actions of its run. What happens by itself counts nothing, so an election with
 * all its messages is one action.
 */
export const lengthOf = ({ run }: Finding): number => run.actions.length;
