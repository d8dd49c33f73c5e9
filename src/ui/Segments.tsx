import { useId } from 'react';

export interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
}

export interface SegmentsProps<Value> {
  readonly label: string;
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}

/** One choice of a few, side by side: a group of radio buttons. `label` is heard, not seen. */
export function Segments<Value extends string | number>({ label, value, choices, onChange }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="segments" aria-label={label}>
      {choices.map((choice) => (
        <label key={choice.value} className="segments__item">
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
