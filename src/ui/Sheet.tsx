import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './Button';
import { Icon } from './icons';
import { useEntrance } from './useEntrance';

export interface SheetProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A panel at the side that leaves the rest of the page in use. It takes the focus, and gives it back. */
export function Sheet({ title, closeLabel, onClose, children }: SheetProps) {
  const ref = useRef<HTMLElement>(null);
  const id = useId();
  useEntrance(ref);
  useEffect(() => {
    const sheet = ref.current;
    const before = document.activeElement;
    sheet?.focus({ preventScroll: true });
    return () => {
      const isInside = sheet?.contains(document.activeElement) || document.activeElement === document.body;
      if (isInside && before instanceof Element && before.isConnected) {
        (before as HTMLElement).focus({ preventScroll: true });
      }
    };
  }, []);
  return (
    <section ref={ref} className="sheet" role="dialog" aria-labelledby={id} tabIndex={-1}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        <IconButton label={closeLabel} tip="end" icon={<Icon name="close" />} onClick={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className="panel-body" tabIndex={0}>
        {children}
      </div>
    </section>
  );
}
