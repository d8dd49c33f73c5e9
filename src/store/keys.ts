/** From a key to the entry that it stands for. Pure: whoever listens to the keyboard calls it. */
import type { Entry } from './entry';
import { type EntryId, REGISTRY } from './registry';

/** What of a KeyboardEvent is looked at. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** The key is being held down. */
  readonly repeat?: boolean;
  /** Text is being composed, as with Chinese input methods. */
  readonly isComposing?: boolean;
  readonly defaultPrevented?: boolean;
  readonly target?: unknown;
}

/** Entries that a key held down repeats. */
const REPEATED: readonly EntryId[] = [
  'eventBack',
  'eventForward',
  'serverBack',
  'serverForward',
  'roundBack',
  'roundForward',
  'secondBack',
  'secondForward',
  'zoomIn',
  'zoomOut',
];

const BY_KEY = new Map(REGISTRY.flatMap((entry) => entry.keys.map((key) => [key, entry] as const)));

/**
 * The entry for a key press, with its key as the registry writes it; null when the press is not for us.
 *
 * @param shortcuts whether single keys are on; keys with Ctrl, and Esc, always work
 */
export function entryForKey(
  press: KeyPress,
  shortcuts: boolean,
): { readonly entry: Entry<EntryId>; readonly key: string } | null {
  if (press.altKey || press.isComposing || press.defaultPrevented) return null;
  const key = nameOf(press);
  const entry = BY_KEY.get(key);
  if (entry === undefined) return null;
  const isSingle = !key.startsWith('Ctrl+') && key !== 'Escape';
  if (isSingle && (!shortcuts || takesKeys(press.target, key))) return null;
  // While something is being typed, Ctrl+Z takes back typing.
  if (key === 'Ctrl+z' && takesText(press.target)) return null;
  if (press.repeat && !REPEATED.includes(entry.id)) return null;
  return { entry, key };
}

/** The press as the registry writes it, where it is not for somebody else: in a field, or of an element's own. */
export function freeKey(press: KeyPress): string | null {
  if (press.altKey || press.isComposing || press.defaultPrevented || press.repeat) return null;
  const key = nameOf(press);
  return takesKeys(press.target, key) ? null : key;
}

/** The press as the registry writes it: signs carry their Shift in themselves, letters and named keys do not. */
function nameOf({ key, ctrlKey, metaKey, shiftKey }: KeyPress): string {
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase() && key !== ' ';
  const plain = key.length === 1 ? key.toLowerCase() : key;
  return `${ctrlKey || metaKey ? 'Ctrl+' : ''}${shiftKey && !isSign ? 'Shift+' : ''}${plain}`;
}

interface ElementLike {
  readonly tagName?: unknown;
  readonly type?: unknown;
  readonly isContentEditable?: unknown;
  getAttribute?(name: string): string | null;
}

const NOT_TYPED_IN = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

/** Whether the element is one that text is typed into. */
function takesText(target: unknown): boolean {
  if (typeof target !== 'object' || target === null) return false;
  const { tagName, type, isContentEditable } = target as ElementLike;
  if (isContentEditable === true) return true;
  if (tagName === 'TEXTAREA' || tagName === 'SELECT') return true;
  return tagName === 'INPUT' && !NOT_TYPED_IN.includes(String(type));
}

/** Roles whose own keys include the arrows, Home and End. */
const MOVED_BY_ARROWS = [
  'slider',
  'radio',
  'tab',
  'menuitem',
  'menuitemradio',
  'menuitemcheckbox',
  'option',
  'spinbutton',
];

/** Whether the focused element uses this key itself: text fields all of them, buttons Space, sliders the arrows. */
function takesKeys(target: unknown, key: string): boolean {
  if (takesText(target)) return true;
  if (typeof target !== 'object' || target === null) return false;
  const element = target as ElementLike;
  const role = element.getAttribute?.('role') ?? '';
  const type = element.tagName === 'INPUT' ? String(element.type) : '';
  if (key === ' ')
    return (
      ['BUTTON', 'SUMMARY', 'INPUT'].includes(String(element.tagName)) ||
      role === 'button' ||
      MOVED_BY_ARROWS.includes(role)
    );
  const isMove = /Arrow(Left|Right|Up|Down)$|^Home$|^End$/.test(key);
  return isMove && (MOVED_BY_ARROWS.includes(role) || type === 'range' || type === 'radio');
}
