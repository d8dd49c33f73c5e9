import { useEffect, useState } from 'react';
import {
  BASE_IDS,
  type BaseId,
  baseOf,
  checkExperiment,
  EXPERIMENT_LIMITS,
  type Experiment,
  MEASURE_IDS,
  type MeasureId,
  type ParameterId,
  parameterOf,
} from '../../lab';
import { SelectField } from '../../ui';
import { useLab } from './context';

/** Which measures say something about which runs. */
const MEASURES: Readonly<Record<BaseId, readonly MeasureId[]>> = {
  failover: ['leaderless', 'lostTerms', 'available'],
  repairs: ['available', 'leaderChanges'],
  quiet: ['leaderChanges', 'available'],
  writes: ['operationRate', 'writeLatency', 'leaderChanges', 'available'],
  lagging: ['recovery'],
  reads: ['readRate', 'staleness', 'operationRate', 'writeLatency'],
  continents: ['writeLatency', 'operationRate', 'leaderChanges', 'available'],
};

export interface OwnChoicesProps {
  readonly experiment: Experiment;
  readonly busy: boolean;
  readonly onChange: (experiment: Experiment) => void;
  readonly onSound: (isSound: boolean) => void;
}

/** What the reader's own experiment runs, changes and measures. */
export function OwnChoices({ experiment, busy, onChange }: OwnChoicesProps) {
  const texts = useLab();
  const { base, measure, sweep } = experiment;
  const parameter = sweep?.parameter ?? baseOf(base).parameters[0];
  return (
    <fieldset className="own" disabled={busy}>
      <SelectField
        label={texts.own.base}
        value={base}
        choices={BASE_IDS.map((id) => ({ value: id, label: texts.own.bases[id] }))}
        onChange={(next) => onChange(withBase(experiment, next))}
      />
      <SelectField
        label={texts.own.sweep}
        value={parameter}
        choices={baseOf(base).parameters.map((id) => ({ value: id, label: texts.parameters[id] }))}
        onChange={(id) => onChange(withSweep(experiment, id))}
      />
      <Values key={parameter} experiment={experiment} onChange={onChange} />
      <SelectField
        label={texts.own.measure}
        value={measure}
        choices={MEASURE_IDS.filter((id) => MEASURES[base].includes(id)).map((id) => ({
          value: id,
          label: texts.measures[id],
        }))}
        onChange={(next) => onChange({ ...experiment, measure: next })}
      />
    </fieldset>
  );
}

/** The values of the swept parameter, with commas between them. */
function Values({ experiment, onChange }: Pick<OwnChoicesProps, 'experiment' | 'onChange'>) {
  const texts = useLab();
  const { sweep } = experiment;
  const values = sweep?.values.join(', ') ?? '';
  const [text, setText] = useState(values);
  const [isBad, setBad] = useState(false);
  useEffect(() => setText((kept) => (numbersOf(kept).join() === numbersOf(values).join() ? kept : values)), [values]);
  if (sweep === null) return null;
  const { min, max } = parameterOf(sweep.parameter);
  const numbers = numbersOf(text);
  const isList = numbers.length > 0 && numbers.length <= EXPERIMENT_LIMITS.values && numbers.every(Number.isFinite);
  const fault = isList ? texts.faults.range(min, max) : texts.faults.list(EXPERIMENT_LIMITS.values);
  return (
    <div className="field">
      <label className="field__label" htmlFor="own-values">
        {texts.own.values}
      </label>
      <input
        id="own-values"
        className="input"
        autoComplete="off"
        value={text}
        aria-invalid={isBad}
        aria-describedby="own-values-fault"
        onChange={(event) => {
          setText(event.target.value);
          const next = { ...experiment, sweep: { ...sweep, values: [...new Set(numbersOf(event.target.value))] } };
          const isSound = checkExperiment(next).ok;
          setBad(!isSound);
          if (isSound) onChange(next);
        }}
      />
      <p id="own-values-fault" className="field__fault" aria-live="polite">
        {isBad ? fault : null}
      </p>
    </div>
  );
}

function numbersOf(text: string): number[] {
  const parts = text
    .split(/[,，、;\s]+/)
    .filter((part) => part !== '')
    .map(Number);
  return parts.sort((a, b) => a - b);
}

/** Other runs have other parameters and measures; what they share is kept. */
function withBase(experiment: Experiment, base: BaseId): Experiment {
  const { parameters } = baseOf(base);
  const settings = Object.fromEntries(
    Object.entries(experiment.settings).filter(([id]) => parameters.includes(id as ParameterId)),
  );
  const measure = MEASURES[base].includes(experiment.measure) ? experiment.measure : MEASURES[base][0];
  const next = {
    ...experiment,
    base,
    measure,
    settings,
    trials: base === 'failover' ? experiment.trials : Math.min(20, experiment.trials),
  };
  const parameter = experiment.sweep?.parameter;
  return parameter !== undefined && parameters.includes(parameter) ? next : withSweep(next, parameters[0]);
}

/** Values to begin with: all names of what has names, else around what is usual. */
function withSweep(experiment: Experiment, parameter: ParameterId): Experiment {
  const { [parameter]: _, ...settings } = experiment.settings;
  const { min, max, usual, unit, whole } = parameterOf(parameter);
  const named = ['switch', 'place', 'mode', 'count'].includes(unit) && max - min < 12;
  const parts = [0.5, 1, 2, 4].map((part) => (usual === 0 ? part * Math.min(10, max / 4) : part * usual));
  const rough = named ? Array.from({ length: max - min + 1 }, (_, i) => min + i) : parts;
  const values = rough.map((value) => Math.min(max, Math.max(min, whole ? Math.round(value) : value)));
  const next = { ...experiment, settings, sweep: { parameter, values: [...new Set(values)] } };
  if (checkExperiment(next).ok) return next;
  // Some do not go with the other settings, such as a shortest timeout above the longest.
  const sound = next.sweep.values.filter(
    (value) => checkExperiment({ ...next, sweep: { parameter, values: [value] } }).ok,
  );
  return { ...next, sweep: { parameter, values: sound.length > 0 ? sound : [usual] } };
}
