import { type ReactNode, useId } from 'react';

export interface NumberFieldProps {
  readonly label: string;
  readonly unit?: string;
  /** As typed: it may be no number yet. */
  readonly text: string;
  /** What is wrong with it, or null. */
  readonly fault: string | null;
  readonly onChange: (text: string) => void;
}

/** A number with a unit, and what is wrong with it below. */
export function NumberField({ label, unit, text, fault, onChange }: NumberFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <div className="field__row">
        <input
          id={id}
          className="input"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-fault`}
          onChange={(event) => onChange(event.target.value)}
        />
        {unit === undefined ? null : <span className="field__unit">{unit}</span>}
      </div>
      <p id={`${id}-fault`} className="field__fault" aria-live="polite">
        {fault}
      </p>
    </div>
  );
}

export interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  /** The label is heard, not seen. */
  readonly quiet?: boolean;
}

/** One choice of many, as the system shows it. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, value, choices, onChange, quiet = false } = props;
  const id = useId();
  const select = (
    <select
      id={id}
      className="input"
      value={value}
      aria-label={quiet ? label : undefined}
      onChange={(event) => onChange(event.target.value as Value)}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
  if (quiet) return select;
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {select}
    </div>
  );
}

/** Fields that belong together, under a name. */
export function FieldGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className="field-group">
      <legend className="field-group__label">{label}</legend>
      {children}
    </fieldset>
  );
}
