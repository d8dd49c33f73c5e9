import { useId, useState } from 'react';
import { checkExperiment, type Experiment, type LineResult, rangeVariant } from '../../lab';
import { Button, Icon } from '../../ui';
import { presetOf } from './address';
import { useLab } from './context';
import { colourOf, variantName, variantsIn } from './words';

export interface LegendProps {
  readonly experiment: Experiment;
  readonly results: readonly LineResult[];
  readonly panel: number;
  readonly busy: boolean;
  readonly onChange: (experiment: Experiment) => void;
}

/** The lines with their colours, and how many trials of each are done. */
export function Legend({ experiment, results, panel, busy, onChange }: LegendProps) {
  const texts = useLab();
  const variants = variantsIn(experiment, panel);
  const isFigure = experiment.id === 'figure-16';
  if (variants.length === 1 && !isFigure) return null;
  const ownRanges = new Set(experiment.variants.slice(presetOf(experiment.id)?.variants.length));
  return (
    <div className="legend-list">
      <div className="set-up__head set-up__head--row">
        <h2>{isFigure ? texts.ranges : texts.columns.line}</h2>
        <span>{texts.trials}</span>
      </div>
      <ul>
        {variants.map((variant, i) => {
          const mine = results.filter(({ line }) => line.variant.id === variant.id);
          const name = variantName(texts, experiment, variant);
          return (
            <li key={variant.id} className="legend-list__line">
              <span className="legend-list__key" style={{ background: colourOf(i) }} />
              <span>{name}</span>
              {ownRanges.has(variant) ? (
                <button
                  type="button"
                  className="button button--plain legend-list__remove"
                  aria-label={texts.removeRange(name)}
                  disabled={busy}
                  onClick={() =>
                    onChange({ ...experiment, variants: experiment.variants.filter((one) => one !== variant) })
                  }
                >
                  <Icon name="close" size={12} />
                </button>
              ) : null}
              <span className="legend-list__count">
                {mine.reduce((sum, { outcomes }) => sum + outcomes.length, 0).toLocaleString('en')}
              </span>
            </li>
          );
        })}
      </ul>
      {isFigure ? <AddRange experiment={experiment} busy={busy} onChange={onChange} /> : null}
    </div>
  );
}

/** A range of the reader's own, drawn in both panels. */
function AddRange({ experiment, busy, onChange }: Pick<LegendProps, 'experiment' | 'busy' | 'onChange'>) {
  const texts = useLab();
  const id = useId();
  const [text, setText] = useState<readonly [string, string] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  if (text === null) {
    return (
      <Button disabled={busy} onClick={() => setText(['', ''])}>
        {texts.addRange}
      </Button>
    );
  }
  const add = () => {
    const [min, max] = text.map((one) => (one.trim() === '' ? Number.NaN : Number(one)));
    const variant = rangeVariant(min, max, [0, 1]);
    if (experiment.variants.some((one) => one.id === variant.id)) return setFault(texts.faults.twice);
    const next = { ...experiment, variants: [...experiment.variants, variant] };
    if (!checkExperiment(next).ok) return setFault(min <= max ? texts.faults.range(5, 10_000) : texts.faults.pair);
    setText(null);
    setFault(null);
    onChange(next);
  };
  const field = (place: 0 | 1, label: string) => (
    <input
      className="input"
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      value={text[place]}
      aria-invalid={fault !== null}
      aria-describedby={`${id}-fault`}
      onChange={(event) => {
        setFault(null);
        setText(place === 0 ? [event.target.value, text[1]] : [text[0], event.target.value]);
      }}
    />
  );
  return (
    <form
      className="add-range"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      {field(0, `${texts.ranges}, ${texts.rangeMin}`)}–{field(1, `${texts.ranges}, ${texts.rangeMax}`)}
      <span>{texts.units.ms}</span>
      <Button type="submit">{texts.add}</Button>
      <p id={`${id}-fault`} className="field__fault" aria-live="polite">
        {fault}
      </p>
    </form>
  );
}
