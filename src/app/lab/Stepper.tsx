import { useId } from 'react';
import { useLab } from './context';

export interface StepperProps {
  readonly label: string;
  readonly unit?: string;
  /** As typed: it may be no number yet. */
  readonly text: string;
  /** Stands for nothing typed. */
  readonly placeholder?: string;
  readonly step: number;
  readonly fault: string | null;
  readonly disabled: boolean;
  readonly onChange: (text: string) => void;
}

/** A number between − and +, with its name before it and what is wrong with it below. */
export function Stepper({ label, unit = '', text, placeholder, step, fault, disabled, onChange }: StepperProps) {
  const texts = useLab();
  const id = useId();
  const go = (by: number) => {
    const value = Number(text === '' ? (placeholder ?? '') : text);
    onChange(String(Math.max(0, Math.round((value + by) * 1000) / 1000)));
  };
  return (
    <div className="stepper">
      <label htmlFor={id}>{label}</label>
      <span className="stepper__box" data-fault={fault !== null || undefined}>
        <button type="button" aria-label={texts.fewer(label)} disabled={disabled} onClick={() => go(-step)}>
          −
        </button>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          placeholder={placeholder}
          disabled={disabled}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-fault`}
          size={Math.max(2, (text || (placeholder ?? '')).length)}
          onChange={(event) => onChange(event.target.value)}
        />
        {unit === '' ? null : <span className="stepper__unit">{unit}</span>}
        <button type="button" aria-label={texts.more(label)} disabled={disabled} onClick={() => go(step)}>
          +
        </button>
      </span>
      <p id={`${id}-fault`} className="field__fault stepper__fault" aria-live="polite">
        {fault}
      </p>
    </div>
  );
}
