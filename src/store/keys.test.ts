import { expect, test } from 'vitest';
import { LECTURE_ENTRIES, lectureEntryForKey } from './entries-lecture';
import { entryForKey, type KeyPress } from './keys';
import { REGISTRY } from './registry';

/** A press written as in the registry. */
function press(name: string, more: Partial<KeyPress> = {}): KeyPress {
  const parts = name.length > 1 ? name.split('+') : [name];
  const key = name === '+' ? '+' : parts[parts.length - 1];
  const shiftKey = parts.includes('Shift');
  return {
    key: shiftKey && key.length === 1 ? key.toUpperCase() : key,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: false,
    altKey: false,
    shiftKey,
    ...more,
  };
}

const idOf = (name: string, more?: Partial<KeyPress>, shortcuts = true) =>
  entryForKey(press(name, more), shortcuts)?.entry.id ?? null;

test('no two entries share an id or a key', () => {
  const ids = REGISTRY.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const keys = REGISTRY.flatMap((entry) => entry.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test('every key of the registry leads to its entry', () => {
  for (const entry of REGISTRY) {
    for (const key of entry.keys) expect(entryForKey(press(key), true), key).toEqual({ entry, key });
  }
});

test('in a lecture a remote works also where single keys are off, and panels stay closed', () => {
  const inLecture = (name: string, shortcuts: boolean) => lectureEntryForKey(press(name), shortcuts)?.entry.id;
  expect(['PageDown', 'PageUp', 'Escape'].map((key) => inLecture(key, false))).toEqual(['cueNext', 'cueBack', 'close']);
  expect(inLecture('.', false)).toBeUndefined();
  expect(inLecture('.', true)).toBe('black');
  expect(inLecture('F5', true)).toBeUndefined();
  expect(['m', 'p', '?', 'g'].map((key) => inLecture(key, true))).toEqual([undefined, undefined, undefined, undefined]);
  const keys = LECTURE_ENTRIES.flatMap((entry) => entry.keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const entry of LECTURE_ENTRIES) {
    for (const key of entry.keys) expect(lectureEntryForKey(press(key), true)?.entry, key).toBe(entry);
  }
});

test('signs need no thought of Shift, which layouts ask for differently', () => {
  expect(idOf('?', { shiftKey: true })).toBe('help');
  expect(idOf('+', { shiftKey: true })).toBe('zoomIn');
  expect(idOf('=')).toBe('zoomIn');
});

test('letters work with caps lock, and Command works as Ctrl', () => {
  expect(idOf('C', { shiftKey: false })).toBe('crash');
  expect(idOf('k', { metaKey: true })).toBe('palette');
  expect(idOf('z', { ctrlKey: true })).toBe('undo');
});

test('keys of the browser are left alone', () => {
  expect(idOf('c', { ctrlKey: true })).toBeNull();
  expect(idOf('r', { metaKey: true })).toBeNull();
  expect(idOf('ArrowLeft', { altKey: true })).toBeNull();
  expect(idOf('c', { isComposing: true })).toBeNull();
  expect(idOf('c', { defaultPrevented: true })).toBeNull();
});

test('what is typed into a field is not taken for a shortcut', () => {
  for (const target of [
    { tagName: 'INPUT', type: 'text' },
    { tagName: 'TEXTAREA' },
    { tagName: 'DIV', isContentEditable: true },
  ]) {
    expect(idOf('c', { target })).toBeNull();
    expect(idOf(' ', { target })).toBeNull();
    expect(idOf('z', { target, ctrlKey: true })).toBeNull();
    expect(idOf('k', { target, ctrlKey: true })).toBe('palette');
    expect(idOf('Escape', { target })).toBe('close');
  }
});

test('focused controls keep the keys that they use themselves', () => {
  const button = { tagName: 'BUTTON', getAttribute: () => null };
  expect(idOf(' ', { target: button })).toBeNull();
  expect(idOf('k', { target: button })).toBe('play');
  const slider = { tagName: 'SPAN', getAttribute: (name: string) => (name === 'role' ? 'slider' : null) };
  expect(idOf('ArrowRight', { target: slider })).toBeNull();
  expect(idOf('c', { target: slider })).toBe('crash');
});

test('single keys can be switched off, keys with Ctrl and Esc stay', () => {
  expect(idOf('c', {}, false)).toBeNull();
  expect(idOf('k', { ctrlKey: true }, false)).toBe('palette');
  expect(idOf('Escape', {}, false)).toBe('close');
});

test('a key held down repeats steps, not crashes', () => {
  expect(idOf('ArrowRight', { repeat: true })).toBe('eventForward');
  expect(idOf('c', { repeat: true })).toBeNull();
});
