import type { Command, Entry } from '../raft';

export function isSameCommand(a: Command, b: Command): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Whether two commands are equal as far as both are known. */
function isSameAsKnown(a: Command, b: Command): boolean {
  return isUnknown(a) || isUnknown(b) || isSameCommand(a, b);
}

const isUnknown = (command: Command): boolean => command.type === 'opaque' && command.text === '';

/** Whether two entries and all that precede them are equal. In memory equal logs are one object, save rare cases. */
export function isSameLog(a: Entry, b: Entry): boolean {
  let one: Entry | null = a;
  let other: Entry | null = b;
  while (one !== other) {
    if (one === null || other === null || one.index !== other.index) return false;
    // A recording may not tell what was before some entry, nor the terms of all: what is not known contradicts nothing.
    const known = one.term > 0 && other.term > 0;
    if (known && one.term !== other.term) return false;
    if ((one.previous === null || other.previous === null) && one.index > 0) return true;
    if (known && !isSameAsKnown(one.command, other.command)) return false;
    one = one.previous;
    other = other.previous;
  }
  return true;
}
