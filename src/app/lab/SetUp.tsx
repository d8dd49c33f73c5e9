import { useEffect, useState } from 'react';
import {
  checkExperiment,
  checkSettings,
  EXPERIMENT_LIMITS,
  type Experiment,
  faultOf,
  type LineResult,
  linesOf,
  openParameters,
  type ParameterId,
  parameterOf,
} from '../../lab';
import { Button } from '../../ui';
import { OWN } from './address';
import { Choices } from './Choices';
import { useLab } from './context';
import { Legend } from './Legend';
import { OwnChoices } from './OwnChoices';
import { Stepper } from './Stepper';
import { unitText } from './words';

export interface SetUpProps {
  readonly preset: Experiment;
  readonly experiment: Experiment;
  readonly results: readonly LineResult[];
  readonly panel: number;
  /** Trials are being done, so nothing can be changed. */
  readonly busy: boolean;
  readonly onChange: (experiment: Experiment) => void;
  /** Whether all that is typed can be done. */
  readonly onSound: (isSound: boolean) => void;
}

type Texts = Readonly<Partial<Record<string, string>>>;

/** What is compared, and the parameters that can be changed; what cannot be is refused beside the field. */
export function SetUp({ preset, experiment, results, panel, busy, onChange, onSound }: SetUpProps) {
  const texts = useLab();
  /** What was typed and could not be taken over. */
  const [typed, setTyped] = useState<Texts>({});
  const { settings } = linesOf(experiment)[0];
  const faults = faultsOf(typed, experiment, texts.faults);
  const isSound = Object.keys(typed).length === 0 && checkExperiment(experiment).ok;
  useEffect(() => onSound(isSound), [onSound, isSound]);
  const type = (id: string, text: string, make: (value: number) => Experiment): void => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    const next = make(value);
    if (checkExperiment(next).ok) {
      setTyped(({ [id]: _, ...rest }) => rest);
      onChange(next);
    } else setTyped((kept) => ({ ...kept, [id]: text }));
  };
  const setting = (id: ParameterId) => (text: string) =>
    type(id, text, (value) => ({ ...experiment, settings: { ...experiment.settings, [id]: value } }));
  const changed = experiment !== preset && JSON.stringify(experiment) !== JSON.stringify(preset);
  return (
    <div className="set-up">
      {experiment.id === OWN.id ? (
        <OwnChoices experiment={experiment} busy={busy} onChange={onChange} onSound={onSound} />
      ) : null}
      <Legend experiment={experiment} results={results} panel={panel} busy={busy} onChange={onChange} />
      <h2 className="set-up__head">{texts.cluster}</h2>
      {openParameters(experiment).map((id) =>
        ['switch', 'place', 'mode'].includes(parameterOf(id).unit) ? (
          <Choices
            key={id}
            id={id}
            value={settings[id]}
            disabled={busy}
            onChange={(value) => setting(id)(String(value))}
          />
        ) : (
          <Stepper
            key={id}
            label={texts.parameters[id]}
            unit={unitText(texts, id)}
            text={typed[id] ?? (id === 'heartbeat' && settings[id] === 0 ? '' : String(settings[id]))}
            placeholder={id === 'heartbeat' ? String(settings.electionMin / 2) : undefined}
            step={stepOf(id, settings[id])}
            fault={faults[id] ?? null}
            disabled={busy}
            onChange={(text) => setting(id)(id === 'heartbeat' && text.trim() === '' ? '0' : text)}
          />
        ),
      )}
      <Stepper
        label={texts.trialsEach}
        text={typed.trials ?? String(experiment.trials)}
        step={experiment.trials >= 200 ? 100 : 10}
        fault={faults.trials ?? null}
        disabled={busy}
        onChange={(text) => type('trials', text, (trials) => ({ ...experiment, trials }))}
      />
      <Stepper
        label={texts.seed}
        text={typed.seed ?? String(experiment.seed)}
        step={1}
        fault={faults.seed ?? null}
        disabled={busy}
        onChange={(text) => type('seed', text, (seed) => ({ ...experiment, seed }))}
      />
      {changed || Object.keys(typed).length > 0 ? (
        <Button
          disabled={busy}
          onClick={() => {
            setTyped({});
            onChange(preset);
          }}
        >
          {texts.usual}
        </Button>
      ) : null}
    </div>
  );
}

/** How far a press of + or − goes: about a tenth, in round numbers. */
function stepOf(id: ParameterId, value: number): number {
  if (parameterOf(id).whole) return value >= 100 ? 50 : value >= 20 ? 10 : 1;
  if (value >= 100) return 25;
  if (value >= 20) return 5;
  return value >= 1 ? 0.5 : 0.05;
}

type FaultTexts = ReturnType<typeof useLab>['faults'];

/** A sentence for each field whose text could not be taken over. */
function faultsOf(typed: Texts, experiment: Experiment, texts: FaultTexts): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {};
  for (const [id, text] of Object.entries(typed)) {
    const value = (text ?? '').trim() === '' ? Number.NaN : Number(text);
    if (id === 'trials' || id === 'seed') {
      const [low, high] = id === 'trials' ? [1, EXPERIMENT_LIMITS.trials] : [0, EXPERIMENT_LIMITS.seed];
      faults[id] = Number.isInteger(value) ? texts.range(low, high) : texts.whole;
    } else faults[id] = settingFault(id as ParameterId, value, experiment, texts);
  }
  return faults;
}

function settingFault(id: ParameterId, value: number, experiment: Experiment, texts: FaultTexts): string {
  const { min, max, whole } = parameterOf(id);
  const fault = faultOf(id, value);
  if (fault === 'number') return whole ? texts.whole : texts.number;
  if (fault === 'range') return texts.range(min, max);
  for (const { settings } of linesOf({ ...experiment, settings: { ...experiment.settings, [id]: value } })) {
    const checked = checkSettings(settings);
    const at = checked.at?.parameter;
    if (at === 'electionMax' || at === 'diskMax' || at === 'slowFollowers') return texts[at];
  }
  return texts.number;
}
