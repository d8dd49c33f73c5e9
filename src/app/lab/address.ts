/** An experiment as an address and back: `#lab=figure-16&servers=7&trials=200`, `#lab=own&base=…`. */
import { failure, type Result } from '../../base';
import {
  type BaseId,
  checkExperiment,
  EXPERIMENT_LIMITS,
  type Experiment,
  findExperiment,
  isParameter,
  type MeasureId,
  type ParameterId,
  rangeVariant,
  type SomeSettings,
} from '../../lab';

export const OWN: Experiment = {
  id: 'own',
  base: 'failover',
  settings: {},
  variants: [{ id: 'all', settings: {} }],
  sweep: { parameter: 'latency', values: [1, 5, 10, 20, 40] },
  trials: 100,
  measure: 'leaderless',
  seed: 1,
};

/** The experiment before anything in it was changed; null: there is none of that name. */
export function presetOf(id: string): Experiment | null {
  return id === OWN.id ? OWN : findExperiment(id);
}

/** Longer addresses are not read. */
const LENGTH_MAX = 4000;

/** What an address says of a preset, or what is wrong with that. */
export function readExperiment(hash: string, preset: Experiment): Result<Experiment> {
  if (hash.length > LENGTH_MAX) return failure('too long');
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  fields.delete('lab');
  let experiment = preset;
  const settings: Partial<Record<ParameterId, number>> = { ...preset.settings };
  for (const [name, text] of fields) {
    if (isParameter(name)) settings[name] = text === '' ? Number.NaN : Number(text);
    else {
      const changed = withField(experiment, name, text);
      if (changed === null) return failure(`${name}=${text.slice(0, 40)}`);
      experiment = changed;
    }
  }
  return checkExperiment({ ...experiment, settings });
}

function withField(experiment: Experiment, name: string, text: string): Experiment | null {
  switch (name) {
    case 'trials':
      return { ...experiment, trials: Number(text) };
    case 'seed':
      return { ...experiment, seed: Number(text) };
    case 'ranges':
      return experiment.id === 'figure-16' ? withRanges(experiment, text) : null;
    case 'base':
      return experiment.id === OWN.id ? { ...experiment, base: text as BaseId } : null;
    case 'measure':
      return experiment.id === OWN.id ? { ...experiment, measure: text as MeasureId } : null;
    case 'sweep': {
      const [parameter, values = ''] = text.split(':');
      if (values === '') return null;
      const isOpen =
        experiment.sweep !== null && (experiment.id === OWN.id || parameter === experiment.sweep.parameter);
      if (!isOpen || !isParameter(parameter)) return null;
      return { ...experiment, sweep: { parameter, values: values.split(',').map(Number) } };
    }
    default:
      return null;
  }
}

/** Ranges beside the paper's, as `100-130,150-160`: they are drawn in both panels. */
function withRanges(experiment: Experiment, text: string): Experiment | null {
  const variants = [...experiment.variants];
  for (const range of text.split(',')) {
    const match = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(range);
    if (match === null || variants.some(({ id }) => id === range)) return null;
    variants.push(rangeVariant(Number(match[1]), Number(match[2]), [0, 1]));
  }
  return variants.length <= EXPERIMENT_LIMITS.variants ? { ...experiment, variants } : null;
}

/** The address of an experiment, from `#` on: what differs from its preset. */
export function labAddress(experiment: Experiment): string {
  const preset = presetOf(experiment.id) ?? OWN;
  const parts = [`#lab=${experiment.id}`];
  const { base, measure, sweep, trials, seed, settings, variants } = experiment;
  if (base !== preset.base) parts.push(`base=${base}`);
  if (measure !== preset.measure) parts.push(`measure=${measure}`);
  if (sweep !== null && !isSame(sweep, preset.sweep)) parts.push(`sweep=${sweep.parameter}:${sweep.values.join(',')}`);
  const added = variants.slice(preset.variants.length).map(({ id }) => id);
  if (added.length > 0) parts.push(`ranges=${added.join(',')}`);
  for (const [name, value] of Object.entries(settings)) {
    if (value !== (preset.settings as SomeSettings)[name as ParameterId]) parts.push(`${name}=${value}`);
  }
  if (trials !== preset.trials) parts.push(`trials=${trials}`);
  if (seed !== preset.seed) parts.push(`seed=${seed}`);
  return parts.join('&');
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
