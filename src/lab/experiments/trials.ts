/** Carrying out the trials of an experiment: one, or many as a task. */
import type { Microseconds, Run } from '../../sim';
import { baseOf } from './bases';
import { type Experiment, type Line, linesOf, seedOf } from './experiment';
import { measureOf } from './measures';

export interface Outcome {
  readonly trial: number;
  readonly value: number | null;
  readonly at: Microseconds;
}

/** Makes the trials of a line. */
export function trialsOf(experiment: Experiment, line: Line): (trial: number) => Outcome {
  const make = baseOf(experiment.base).prepare(line.settings);
  const { read } = measureOf(experiment.measure);
  return (trial) => ({ trial, ...read(make(seedOf(experiment, trial))) });
}

/** One trial; the same outcome for the same arguments, wherever it is made. */
export function runTrial(experiment: Experiment, line: Line, trial: number): Outcome {
  return trialsOf(experiment, line)(trial);
}

/** The run of a trial, to be looked at. */
export function trialRun(experiment: Experiment, line: Line, trial: number): Run {
  return baseOf(experiment.base).prepare(line.settings)(seedOf(experiment, trial)).run;
}

/** Some trials of one line. */
export interface Share {
  readonly experiment: Experiment;
  readonly line: number;
  readonly from: number;
  readonly count: number;
}

/** Its progress are the outcomes so far, its output are all. */
export function* doTrials({ experiment, line, from, count }: Share): Generator<readonly Outcome[], Outcome[], void> {
  const doTrial = trialsOf(experiment, linesOf(experiment)[line]);
  const outcomes: Outcome[] = [];
  for (let trial = from; trial < from + count; trial++) {
    outcomes.push(doTrial(trial));
    yield outcomes;
  }
  return outcomes;
}

/** How many trials a share has at most: few enough that workers end together and little is lost with one that dies. */
export const SHARE_MOST = 50;

/**
 * The work in pieces. All lines grow by turns, so that each can be seen soon.
 *
 * @param done how many trials of each line need not be done again, from the first on
 */
export function sharesOf(experiment: Experiment, done: readonly number[] = []): Share[] {
  const shares: Share[] = [];
  const lines = linesOf(experiment);
  const few = lines.map(({ trials }) => (trials < experiment.trials ? 1 : 0));
  for (const { index, trials } of lines) {
    const size = Math.min(SHARE_MOST, Math.max(1, Math.ceil(trials / 4)));
    for (let from = done[index] ?? 0; from < trials; from += size) {
      shares.push({ experiment, line: index, from, count: Math.min(size, trials - from) });
    }
  }
  // Lines are given few trials because each takes long: they come after the others.
  return shares.sort((a, b) => a.from - b.from || few[a.line] - few[b.line] || a.line - b.line);
}
