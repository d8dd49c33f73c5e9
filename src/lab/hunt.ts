/** Looks for runs that break a safety property, and makes what it finds short. */
import { findViolations, type Violation } from '../invariants';
import type { Options } from '../raft';
import type { Microseconds, RecordedAction, Run } from '../sim';
import { chaosRun } from './chaos';

export interface Finding {
  readonly run: Run;
  readonly violation: Violation;
}

/** The first violation of the chaos run with this seed, or null. */
export function tryRun(seed: number, servers: number, length: Microseconds, options: Options): Finding | null {
  return judge(chaosRun(seed, servers, length, options, true), length);
}

export interface Trials {
  /** The seed of the first run; the others follow it. */
  readonly seed: number;
  readonly runs: number;
  readonly servers: number;
  /** Virtual length of each run. */
  readonly length: Microseconds;
  readonly options: Options;
}

/** How many chaos runs were made, and the first of them that broke a property. */
export interface TrialsOutcome {
  readonly runs: number;
  readonly finding: Finding | null;
}

/** Chaos runs, one after the other, until one of them breaks a property. Its progress is how many were made. */
export function* tryRuns({ seed, runs, servers, length, options }: Trials): Generator<number, TrialsOutcome, void> {
  for (let i = 0; i < runs; i++) {
    const finding = tryRun((seed + i) >>> 0, servers, length, options);
    if (finding !== null) return { runs: i + 1, finding };
    yield i + 1;
  }
  return { runs, finding: null };
}

/** A run with as few actions as can be found by leaving some out, which breaks the same property. */
export function shrink(finding: Finding): Finding {
  let best = withActions(finding, before(finding)) ?? finding;
  for (let size = best.run.actions.length; size >= 1; ) {
    const smaller = withoutSome(best, size);
    if (smaller === null) size = size > 1 ? Math.ceil(size / 2) : 0;
    else best = smaller;
  }
  return best;
}

/** Leaves out `size` neighbouring actions, at the first place where the property still breaks. */
function withoutSome(finding: Finding, size: number): Finding | null {
  const { actions } = finding.run;
  for (let start = 0; start < actions.length; start += size) {
    const kept = [...actions.slice(0, start), ...actions.slice(start + size)];
    if (kept.length === actions.length) continue;
    const found = withActions(finding, kept);
    if (found !== null) return { ...found, run: { ...found.run, actions: before(found) } };
  }
  return null;
}

function withActions({ run, violation }: Finding, actions: readonly RecordedAction[]): Finding | null {
  // Without an action things happen later, if at all; twice the time is ample and keeps the search short.
  const found = judge({ ...run, actions }, violation.at * 2);
  return found !== null && found.violation.property === violation.property ? found : null;
}

/** The actions that were done before the property broke. */
function before({ run, violation }: Finding): RecordedAction[] {
  return run.actions.filter(({ at }) => at <= violation.at);
}

function judge(run: Run, length: Microseconds): Finding | null {
  const [violation] = findViolations(run, length);
  return violation === undefined ? null : { run, violation };
}
