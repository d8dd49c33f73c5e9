import { type ReactNode, useRef, useState } from 'react';
import { Icon } from './icons';
import { Menu, type MenuItem } from './Menu';
import type { Rect } from './place-menu';

export interface MenuButtonProps {
  /** The name of button and menu. */
  readonly label: string;
  /** What the button shows. */
  readonly children: ReactNode;
  readonly items: () => readonly MenuItem[];
  /** Without the small arrow. */
  readonly bare?: boolean;
  readonly className?: string;
}

/** A button that opens a menu; arrow keys open it too. */
export function MenuButton({
  label,
  children,
  items,
  bare = false,
  className = 'button button--outline',
}: MenuButtonProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<Rect | null>(null);
  const open = () => setAnchor(ref.current?.getBoundingClientRect() ?? null);
  return (
    <>
      <button
        ref={ref}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onPointerDown={(event) => {
          // The open menu closes itself on this press; the click that follows is not to open it again.
          if (anchor !== null) event.currentTarget.dataset.closing = 'true';
        }}
        onClick={(event) => {
          const { dataset } = event.currentTarget;
          if (dataset.closing === undefined) open();
          delete dataset.closing;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          open();
        }}
      >
        {children}
        {bare ? null : <Icon name="chevron" size={12} />}
      </button>
      {anchor === null ? null : <Menu label={label} items={items()} anchor={anchor} onClose={() => setAnchor(null)} />}
    </>
  );
}
