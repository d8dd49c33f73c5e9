import type { Command, Entry } from '../raft';

export function isSameCommand(a: Command, b: Command): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Whether two entries and all that precede them are equal. In memory equal logs are one object, save rare cases. */
export function isSameLog(a: Entry, b: Entry): boolean {
  let one: Entry | null = a;
  let other: Entry | null = b;
  while (one !== other) {
    if (one === null || other === null) return false;
    if (one.index !== other.index || one.term !== other.term || !isSameCommand(one.command, other.command))
      return false;
    one = one.previous;
    other = other.previous;
  }
  return true;
}
