/** Random trouble, run after run, until one of them breaks a property. */
import type { Options } from '../raft';
import type { Microseconds } from '../sim';
import { chaosRun, wideChaosRun } from './chaos';
import { type Finding, judge } from './finding';

/**
 * The first violation of the chaos run with this seed, or null.
 *
 * @param wide members, snapshots, handovers and all kinds of reads take part
 */
export function tryRun(
  seed: number,
  servers: number,
  length: Microseconds,
  options: Options,
  wide = false,
): Finding | null {
  const run = wide ? wideChaosRun(seed, servers, length, options) : chaosRun(seed, servers, length, options, true);
  return judge(run, length);
}

export interface Trials {
  /** The seed of the first run; the others follow it. */
  readonly seed: number;
  readonly runs: number;
  readonly servers: number;
  /** Virtual length of each run. */
  readonly length: Microseconds;
  readonly options: Options;
  /** Members, snapshots, handovers and all kinds of reads take part. */
  readonly wide: boolean;
}

/** How many chaos runs were made, and the first of them that broke a property. */
export interface TrialsOutcome {
  readonly runs: number;
  readonly finding: Finding | null;
}

/** Chaos runs, one after the other, until one of them breaks a property. Its progress is how many were made. */
export function* tryRuns(trials: Trials): Generator<number, TrialsOutcome, void> {
  const { seed, runs, servers, length, options, wide } = trials;
  for (let i = 0; i < runs; i++) {
    const finding = tryRun((seed + i) >>> 0, servers, length, options, wide);
    if (finding !== null) return { runs: i + 1, finding };
    yield i + 1;
  }
  return { runs, finding: null };
}
