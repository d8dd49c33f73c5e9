import { useId } from 'react';
import { type ParameterId, parameterOf } from '../../lab';
import { useLab } from './context';
import { settingText } from './words';

export interface ChoicesProps {
  readonly id: ParameterId;
  readonly value: number;
  readonly disabled: boolean;
  readonly onChange: (value: number) => void;
}

/** A parameter whose values have names. */
export function Choices({ id, value, disabled, onChange }: ChoicesProps) {
  const texts = useLab();
  const field = useId();
  const { min, max } = parameterOf(id);
  const values = Array.from({ length: max - min + 1 }, (_, i) => min + i);
  return (
    <div className="stepper">
      <label htmlFor={field}>{texts.parameters[id]}</label>
      <select
        id={field}
        className="input"
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {settingText(texts, id, one)}
          </option>
        ))}
      </select>
    </div>
  );
}
