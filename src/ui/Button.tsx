import type { ComponentProps, ReactNode } from 'react';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: 'outline' | 'primary' | 'plain';
  readonly icon?: ReactNode;
}

/** A button with a label, and an icon before it. */
export function Button({ variant = 'outline', icon, className = '', children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button button--${variant} ${className}`} {...rest}>
      {icon}
      {children}
    </button>
  );
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** Its name, which is shown on hover and focus too. */
  readonly label: string;
  /** More to be shown there, such as the key. */
  readonly hint?: string;
  readonly icon: ReactNode;
  readonly variant?: 'outline' | 'primary' | 'plain';
  /** Where the tip goes, so that it stays on the screen. */
  readonly tip?: 'below' | 'start' | 'end' | 'above' | 'above-start';
}

const TIPS = {
  below: '',
  start: 'tip--start',
  end: 'tip--end',
  above: 'tip--above',
  'above-start': 'tip--above tip--start',
};

/** A square button with nothing but an icon. */
export function IconButton(props: IconButtonProps) {
  const { label, hint, icon, variant = 'plain', tip = 'below', className = '', ...rest } = props;
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={hint === undefined ? label : `${label} (${hint})`}
      className={`button button--${variant} button--icon tip ${TIPS[tip]} ${className}`}
      {...rest}
    >
      {icon}
    </button>
  );
}
