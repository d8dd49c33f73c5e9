import type { ServerId } from '../raft';
import { advance, type Cluster, type Microseconds, type Run, startCluster, type Transition } from '../sim';
import { ClientsSee } from './clients-see';
import { ElectionSafety } from './election-safety';
import { LeaderAppendOnly } from './leader-append-only';
import { LeaderCompleteness } from './leader-completeness';
import type { HistoryChecker } from './linearizability';
import { LogMatching } from './log-matching';
import type { Check, Counts, PropertyId, Violation } from './property';
import { StateMachineSafety } from './state-machine-safety';

/** Watches all properties over the transitions of one run, from its start. Of each the first violation counts. */
export interface Monitor {
  /** Takes note of the next transition, and the cluster after it. Returns what it broke. */
  observe(transition: Transition, cluster: Cluster): readonly Violation[];
  /** What was broken so far, in order of time. */
  violations(): readonly Violation[];
  counts(): Counts;
  /** What clients have seen, to be read or copied. */
  history(): HistoryChecker;
  /** An independent copy, at little cost. */
  clone(): Monitor;
}

/** @param start the cluster before its first transition */
export function createMonitor(start: Cluster): Monitor {
  return new Watch([
    new ElectionSafety(),
    new LeaderAppendOnly(),
    new LogMatching(start),
    new LeaderCompleteness(),
    new StateMachineSafety(),
  ]);
}

/** The first violation of each property in a run up to a time, in order; at most `most` of them. */
export function findViolations(run: Run, until: Microseconds, most = 1): Violation[] {
  const cluster = startCluster(run);
  const monitor = createMonitor(cluster);
  advance(cluster, run, until, (transition) => {
    monitor.observe(transition, cluster);
    return monitor.violations().length < most;
  });
  return monitor.violations().slice(0, most);
}

const NOTHING: readonly Violation[] = [];

class Watch implements Monitor {
  /** Those of the servers' properties that hold so far. */
  private checks: readonly Check[];
  private clients = new ClientsSee();
  private found: readonly Violation[] = NOTHING;
  private elections = 0;
  private leaders = 0;
  private leaderEntries = 0;
  private entries = 0;
  private commits = 0;
  private applied = 0;

  constructor(checks: readonly Check[]) {
    this.checks = checks;
  }

  observe(transition: Transition, cluster: Cluster): readonly Violation[] {
    const { server, before, after } = transition;
    let broken = NOTHING;
    if (server !== null && before !== null && after !== null && concernsSafety(before, after)) {
      this.count(server, before, after);
      broken = this.look(transition, cluster);
    }
    if (transition.client !== null || transition.action !== null) {
      const violation = this.clients.check(transition);
      if (violation !== null && !this.isBroken('linearizability')) broken = [...broken, violation];
    }
    if (broken.length > 0) this.found = [...this.found, ...broken];
    return broken;
  }

  private look(transition: Transition, cluster: Cluster): readonly Violation[] {
    let broken = NOTHING;
    for (const check of this.checks) {
      const violation = check.check(transition, cluster);
      if (violation === null) continue;
      broken = [...broken, violation];
      this.checks = this.checks.filter((other) => other !== check);
    }
    return broken;
  }

  private isBroken(property: PropertyId): boolean {
    return this.found.some((violation) => violation.property === property);
  }

  private count(server: ServerId, before: Summary, after: Summary): void {
    if (after.currentTerm > before.currentTerm && after.votedFor === server) this.elections++;
    if (after.role === 'leader' && before.role !== 'leader') this.leaders++;
    if (after.role === 'leader') this.commits = Math.max(this.commits, after.commitIndex);
    const more = growth(before.log.index, after.log.index);
    this.entries += more;
    if (after.role === 'leader') this.leaderEntries += more;
    this.applied += growth(before.lastApplied, after.lastApplied);
  }

  violations(): readonly Violation[] {
    return this.found;
  }

  counts(): Counts {
    const { elections, leaders, leaderEntries, entries, commits, applied } = this;
    const { begun, answered } = this.clients.checker.count();
    return { elections, leaders, leaderEntries, entries, commits, applied, operations: begun, answers: answered };
  }

  history(): HistoryChecker {
    return this.clients.checker;
  }

  clone(): Watch {
    const copy = Object.assign(new Watch([]), this);
    copy.checks = this.checks.map((check) => check.clone());
    copy.clients = this.clients.clone();
    return copy;
  }
}

type Summary = NonNullable<Transition['before']>;

/** A transition that changes no role, term, vote, log, commitIndex or state machine breaks nothing. */
function concernsSafety(before: Summary, after: Summary): boolean {
  return (
    before.log !== after.log ||
    before.role !== after.role ||
    before.commitIndex !== after.commitIndex ||
    before.lastApplied !== after.lastApplied ||
    before.currentTerm !== after.currentTerm ||
    before.votedFor !== after.votedFor
  );
}

function growth(before: number, after: number): number {
  return after > before ? after - before : 0;
}
