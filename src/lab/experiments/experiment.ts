/** An experiment is data: a base run, what is changed from line to line, a number of trials and a measure. */
import { failure, type Result, success } from '../../base';
import { BASE_IDS, type BaseId, baseOf } from './bases';
import { MEASURE_IDS, type MeasureId, measureOf } from './measures';
import {
  checkSettings,
  faultOf,
  isParameter,
  type ParameterId,
  parameterOf,
  type Settings,
  type SomeSettings,
  settingsWith,
} from './settings';

/** What all lines of one name and colour have in common. */
export interface Variant {
  /** Letters, digits and hyphens. */
  readonly id: string;
  readonly settings: SomeSettings;
  /** Where it is not the experiment's. */
  readonly trials?: number;
  /** The small multiples it is drawn in. None: all. */
  readonly panels?: readonly number[];
}

export interface Sweep {
  readonly parameter: ParameterId;
  readonly values: readonly number[];
}

export interface Experiment {
  readonly id: string;
  readonly base: BaseId;
  /** What holds for all lines. */
  readonly settings: SomeSettings;
  readonly variants: readonly Variant[];
  /** Null: the variants are all that is compared. */
  readonly sweep: Sweep | null;
  readonly trials: number;
  readonly measure: MeasureId;
  /** The seed of the first trial of each line; the others follow it. */
  readonly seed: number;
}

/** Trials with the same settings. */
export interface Line {
  /** Its place among the lines. */
  readonly index: number;
  readonly variant: Variant;
  /** The value of the swept parameter; null when none is swept. */
  readonly x: number | null;
  readonly settings: Settings;
  readonly trials: number;
}

export const LIMITS = { trials: 10_000, values: 30, variants: 16, seed: 0xffffffff } as const;

export function linesOf(experiment: Experiment): Line[] {
  const { variants, sweep, trials } = experiment;
  const lines: Line[] = [];
  for (const variant of variants) {
    for (const x of sweep?.values ?? [null]) {
      const swept = sweep === null || x === null ? {} : { [sweep.parameter]: x };
      const settings = settingsWith({ ...experiment.settings, ...variant.settings, ...swept });
      lines.push({ index: lines.length, variant, x, settings, trials: Math.min(trials, variant.trials ?? trials) });
    }
  }
  return lines;
}

/** The seed of a trial, from 0 on. All lines have the same, so that they differ by their settings only. */
export function seedOf({ seed }: Experiment, trial: number): number {
  return (seed + trial) >>> 0;
}

/** The parameters that make a difference to an experiment and are not what its lines differ by. */
export function openParameters({ base, sweep, variants }: Experiment): ParameterId[] {
  const varied = new Set<string>(variants.flatMap(({ settings }) => Object.keys(settings)));
  return baseOf(base).parameters.filter((id) => id !== sweep?.parameter && !varied.has(id));
}

/** The experiment, if all that it says can be done; else what is wrong, in one sentence. */
export function checkExperiment(experiment: Experiment): Result<Experiment> {
  const { base, measure, trials, seed, sweep, variants } = experiment;
  if (!BASE_IDS.includes(base)) return failure(`there is no base run "${base}"`);
  if (!MEASURE_IDS.includes(measure)) return failure(`there is no measure "${measure}"`);
  if (!isWhole(trials, 1, LIMITS.trials)) return failure(`trials must be a whole number from 1 to ${LIMITS.trials}`);
  if (!isWhole(seed, 0, LIMITS.seed)) return failure(`seed must be a whole number from 0 to ${LIMITS.seed}`);
  if (variants.length < 1 || variants.length > LIMITS.variants) return failure('an experiment has 1 to 16 variants');
  const swept = sweep === null ? null : sweepFault(sweep);
  if (swept !== null) return failure(swept);
  for (const line of linesOf(experiment)) {
    const checked = checkSettings(line.settings);
    if (!checked.ok) return failure(checked.error);
  }
  return success(experiment);
}

function sweepFault({ parameter, values }: Sweep): string | null {
  if (!isParameter(parameter)) return `there is no parameter "${parameter}"`;
  if (values.length < 1 || values.length > LIMITS.values) return `a sweep has 1 to ${LIMITS.values} values`;
  const { min, max } = parameterOf(parameter);
  const wrong = values.find((value) => faultOf(parameter, value) !== null);
  return wrong === undefined ? null : `${parameter} must be from ${min} to ${max}, not ${wrong}`;
}

const isWhole = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;

export const unitOf = ({ measure }: Experiment) => measureOf(measure).unit;
