/** Random trouble, run after run, until one of them breaks a property. */
import type { Options } from '../raft';
import type { Microseconds } from '../sim';
import { chaosRun } from './chaos';
import { type Finding, judge } from './finding';

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
