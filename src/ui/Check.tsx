import { type ReactNode, useId } from 'react';

export interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** What it means, below. */
  readonly children?: ReactNode;
}

/** Something that is on or off. */
export function Check({ label, checked, onChange, disabled, children }: CheckProps) {
  const id = useId();
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={children === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {children === undefined ? null : (
        <div id={`${id}-hint`} className="check__hint">
          {children}
        </div>
      )}
    </div>
  );
}
