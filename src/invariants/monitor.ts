import { advance, type Cluster, type Microseconds, type Run, startCluster, type Transition } from '../sim';
import { electionSafety } from './election-safety';
import { leaderAppendOnly } from './leader-append-only';
import { leaderCompleteness } from './leader-completeness';
import { logMatching } from './log-matching';
import type { Check, Violation } from './property';
import { stateMachineSafety } from './state-machine-safety';

/** Watches all properties over the transitions of one run, from its start. Returns what a transition broke. */
export function createMonitor(start: Cluster): (transition: Transition, cluster: Cluster) => Violation | null {
  const checks: readonly Check[] = [
    electionSafety(),
    leaderAppendOnly(),
    logMatching(start),
    leaderCompleteness(),
    stateMachineSafety(),
  ];
  return (transition, cluster) => {
    if (!concernsSafety(transition)) return null;
    for (const check of checks) {
      const found = check(transition, cluster);
      if (found !== null) return found;
    }
    return null;
  };
}

/** All violations of a run up to a time, in order; at most `most` of them. */
export function findViolations(run: Run, until: Microseconds, most = 1): Violation[] {
  const cluster = startCluster(run);
  const monitor = createMonitor(cluster);
  const found: Violation[] = [];
  advance(cluster, run, until, (transition) => {
    const violation = monitor(transition, cluster);
    if (violation !== null) found.push(violation);
    return found.length < most;
  });
  return found;
}

/** A transition that changes no role, log, commitIndex or state machine breaks nothing. */
function concernsSafety({ before, after }: Transition): boolean {
  if (before === null || after === null) return false;
  return (
    before.log !== after.log ||
    before.role !== after.role ||
    before.commitIndex !== after.commitIndex ||
    before.lastApplied !== after.lastApplied ||
    before.currentTerm !== after.currentTerm
  );
}
