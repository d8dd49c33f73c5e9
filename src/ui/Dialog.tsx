import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './Button';
import { Icon } from './icons';
import { useEntrance } from './useEntrance';

export interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly shape?: 'usual' | 'wide' | 'top';
  /** The title is heard, not seen. */
  readonly quiet?: boolean;
}

/** A modal dialog while it is mounted. Focus goes in, stays in, and comes back: the browser sees to it. */
export function Dialog({ title, closeLabel, onClose, children, shape = 'usual', quiet = false }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEntrance(ref);
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      // Servers and messages are SVG elements, and have the focus like any other.
      if (before instanceof Element && before.isConnected) (before as HTMLElement).focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it too, through the cancel event.
    <dialog
      ref={ref}
      className={`dialog dialog--${shape}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className={quiet ? 'unseen' : 'panel-head'}>
        <h2 id={id}>{title}</h2>
        {quiet ? null : <IconButton label={closeLabel} tip="end" icon={<Icon name="close" />} onClick={onClose} />}
      </div>
      {children}
    </dialog>
  );
}
