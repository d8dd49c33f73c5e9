import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { Icon } from './icons';
import { placeMenu, type Rect } from './place-menu';

export type MenuItem =
  | { readonly type: 'rule' }
  | {
      readonly type: 'item';
      readonly id: string;
      readonly label: string;
      readonly icon?: ReactNode;
      /** The key that does the same. */
      readonly keyName?: string;
      readonly disabled?: boolean;
      /** Of several of which one is chosen. */
      readonly checked?: boolean;
      readonly onSelect: () => void;
    };

export interface MenuProps {
  /** What it is a menu of. */
  readonly label: string;
  /** Show the label above the items. */
  readonly titled?: boolean;
  readonly items: readonly MenuItem[];
  /** What it belongs to, in pixels of the window. */
  readonly anchor: Rect;
  readonly onClose: () => void;
}

/** A menu that is open while it is mounted: arrows, Home, End and letters move, Enter chooses, Esc and Tab leave. */
export function Menu({ label, titled = false, items, anchor, onClose }: MenuProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = ref.current;
    if (menu === null) return;
    const box = menu.getBoundingClientRect();
    const { left, top } = placeMenu(anchor, box, { width: window.innerWidth, height: window.innerHeight });
    // Where the page is zoomed, its own pixels are larger than those of the window.
    const zoom = box.width / menu.offsetWidth || 1;
    menu.style.left = `${left / zoom}px`;
    menu.style.top = `${top / zoom}px`;
  }, [anchor]);
  useFocusInside(ref);
  useClosedFromOutside(ref, onClose);
  return (
    <div ref={ref} className="menu" role="menu" aria-label={label} onKeyDown={(event) => onMenuKey(event, onClose)}>
      {titled ? (
        <div className="menu__title" aria-hidden="true">
          {label}
        </div>
      ) : null}
      {items.map((item, i) =>
        item.type === 'rule' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules are all alike.
          <hr key={i} className="menu__rule" />
        ) : (
          <Item key={item.id} item={item} onClose={onClose} />
        ),
      )}
    </div>
  );
}

function Item({ item, onClose }: { readonly item: Extract<MenuItem, { type: 'item' }>; readonly onClose: () => void }) {
  const { label, icon, keyName, disabled = false, checked, onSelect } = item;
  const choose = () => {
    if (disabled) return;
    onClose();
    onSelect();
  };
  return (
    <button
      type="button"
      {...(checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': checked })}
      aria-disabled={disabled}
      className="menu__item"
      tabIndex={-1}
      onClick={choose}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
    >
      {checked === undefined ? icon : <span className="menu__check">{checked ? <Icon name="check" /> : null}</span>}
      <span>{label}</span>
      {keyName === undefined ? null : (
        <span className="key" aria-hidden="true">
          {keyName}
        </span>
      )}
    </button>
  );
}

/** Focus goes to the first item, or the chosen one, and back to where it was. */
function useFocusInside(ref: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const menu = ref.current;
    const before = document.activeElement;
    const first = menu?.querySelector<HTMLElement>('[aria-checked="true"]') ?? itemsOf(menu)[0];
    first?.focus({ preventScroll: true });
    return () => {
      const isLost = menu?.contains(document.activeElement) || document.activeElement === document.body;
      if (isLost && before instanceof Element && before.isConnected)
        (before as HTMLElement).focus({ preventScroll: true });
    };
  }, [ref]);
}

function useClosedFromOutside(ref: { readonly current: HTMLElement | null }, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const onPointer = (event: PointerEvent) => {
      if (!ref.current?.contains(event.target as Node)) close.current();
    };
    const onResize = () => close.current();
    document.addEventListener('pointerdown', onPointer, true);
    window.addEventListener('resize', onResize);
    return () => {
      document.removeEventListener('pointerdown', onPointer, true);
      window.removeEventListener('resize', onResize);
    };
  }, [ref]);
}

function onMenuKey(event: KeyboardEvent<HTMLElement>, onClose: () => void): void {
  const items = itemsOf(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const moves: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1 + items.length,
    Home: 0,
    End: items.length - 1,
  };
  const move = moves[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') onClose();
  else if (move !== undefined) items[move % items.length]?.focus();
  else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey)
    byLetter(items, at, event.key);
  else return;
  if (event.key !== 'Tab') event.preventDefault();
  event.stopPropagation();
}

/** To the next item that begins with the letter. */
function byLetter(items: readonly HTMLElement[], at: number, letter: string): void {
  const turned = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  turned.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter.toLowerCase()))?.focus();
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return menu === null ? [] : [...menu.querySelectorAll<HTMLElement>('.menu__item')];
}
