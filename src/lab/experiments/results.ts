/** Results of an experiment: what was measured in each trial of each line, and that as text. */
import { baseOf } from './bases';
import { type Experiment, type Line, linesOf, seedOf, unitOf } from './experiment';
import { measureOf } from './measures';
import { type Summary, summarise } from './statistics';
import type { Outcome } from './trials';

/** The outcomes of each line by its place, in the order of the trials; there may be gaps while they grow. */
export type Results = readonly (readonly Outcome[])[];

export interface LineResult {
  readonly line: Line;
  readonly outcomes: readonly Outcome[];
  readonly summary: Summary;
}

export function resultsOf(experiment: Experiment, results: Results): LineResult[] {
  return linesOf(experiment).map((line) => {
    const outcomes = results[line.index] ?? [];
    return { line, outcomes, summary: summarise(outcomes.map(({ value }) => value)) };
  });
}

/** The one number that stands for a line: as its measure says, median, mean, or percent of trials; NaN: none yet. */
export function representative({ measure }: Experiment, summary: Summary): number {
  if (summary.count === 0) return Number.NaN;
  const kind = measureOf(measure).summary;
  if (kind === 'share') return summary.share * 100;
  return kind === 'mean' ? summary.mean : summary.median;
}

/**
 * A line of text for each trial, after lines that begin with # and say what the experiment was. The same text for the
 * same results.
 */
export function toCsv(experiment: Experiment, results: Results): string {
  const { sweep } = experiment;
  const head = headOf(experiment).map((text) => `# ${text}`);
  const columns = [
    'line',
    ...(sweep === null ? [] : [sweep.parameter]),
    'trial',
    'seed',
    `${experiment.measure}`,
    'at_us',
  ];
  const rows = resultsOf(experiment, results).flatMap(({ line, outcomes }) =>
    outcomes.map(({ trial, value, at }) =>
      [
        line.variant.id,
        ...(line.x === null ? [] : [line.x]),
        trial,
        seedOf(experiment, trial),
        value === null ? '' : value,
        at,
      ].join(','),
    ),
  );
  return `${[...head, columns.join(','), ...rows].join('\n')}\n`;
}

/** Everything as plain data: parameters of each line, seeds, outcomes, what they come to. */
export function toJson(experiment: Experiment, results: Results) {
  const { id, base, measure, trials, seed, sweep } = experiment;
  const lines = resultsOf(experiment, results).map(({ line, outcomes, summary }) => ({
    line: line.variant.id,
    ...(sweep === null ? {} : { [sweep.parameter]: line.x }),
    settings: line.settings,
    summary: finite(summary),
    trials: outcomes.map(({ trial, value, at }) => ({ seed: seedOf(experiment, trial), value, at })),
  }));
  return { experiment: id, base, measure, unit: unitOf(experiment), trials, seed, lines };
}

/** What a reader of the file must know to do the experiment again. */
export function headOf(experiment: Experiment): string[] {
  const { id, base, measure, trials, seed } = experiment;
  const [{ settings: all }] = linesOf(experiment);
  const varied = new Set([
    ...(experiment.sweep === null ? [] : [experiment.sweep.parameter]),
    ...experiment.variants.flatMap(({ settings }) => Object.keys(settings)),
  ]);
  const fixed = baseOf(base)
    .parameters.filter((name) => !varied.has(name))
    .map((name) => `${name}=${all[name]}`);
  return [
    `raftarium experiment=${id} base=${base} measure=${measure} unit=${unitOf(experiment)}`,
    `trials=${trials} seeds=${seed}..${seedOf(experiment, trials - 1)}, one for each trial, the same for all lines`,
    `settings ${fixed.join(' ')}`,
    ...experiment.variants.map(
      ({ id: name, settings }) =>
        `line ${name}${Object.entries(settings)
          .map(([key, value]) => ` ${key}=${value}`)
          .join('')}`,
    ),
    'an empty value: it did not happen within the time that the run was watched',
  ];
}

/** JSON knows neither infinity nor NaN: null. */
function finite(summary: Summary): Record<keyof Summary, number | null> {
  const entries = Object.entries(summary).map(([key, value]) => [key, Number.isFinite(value) ? value : null]);
  return Object.fromEntries(entries);
}
