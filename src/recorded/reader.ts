/** Reads fields of unknown objects, and remembers the first one that is not what it should be. */
import { type Expected, type Problem, shown } from './problem';

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Greater terms, indexes and counts are mistakes. */
export const MOST = 1_000_000_000_000;

export class Reader {
  /** The first thing that is wrong; what is read after it does not count. */
  problem: Problem | null = null;
  /** The line that is being read, from 1. */
  line = 0;

  /** Notes that a field is not what is expected there. */
  refuse(field: string | null, expected: Expected, found: unknown): void {
    this.problem ??= { line: this.line, field, expected, found: shown(found) };
  }

  integer(value: unknown, field: string, low = 0, high = MOST): number {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= low && value <= high) return value;
    this.refuse(field, { type: 'integer', low, high }, value);
    return low;
  }

  number(value: unknown, field: string): number {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.refuse(field, { type: 'number' }, value);
    return 0;
  }

  text(value: unknown, field: string, most = 200): string {
    if (typeof value !== 'string') this.refuse(field, { type: 'text' }, value);
    else if (value.length > most) this.refuse(field, { type: 'shorter', most }, value);
    else return value;
    return '';
  }

  boolean(value: unknown, field: string): boolean {
    if (typeof value === 'boolean') return value;
    this.refuse(field, { type: 'boolean' }, value);
    return false;
  }

  object(value: unknown, field: string): Json {
    if (isObject(value)) return value;
    this.refuse(field, { type: 'object' }, value);
    return {};
  }

  list(value: unknown, field: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.refuse(field, { type: 'list' }, value);
    return [];
  }

  /** Names, each once. */
  names(value: unknown, field: string, low: number, high: number): string[] {
    const names = this.list(value, field).map((name, i) => this.text(name, `${field}[${i}]`, 64));
    if (names.length < low || names.length > high || new Set(names).size < names.length) {
      this.refuse(field, { type: 'names', low, high }, value);
    }
    return names;
  }

  oneOf<T extends string>(value: unknown, field: string, values: readonly T[]): T {
    const found = values.find((one) => one === value);
    if (found !== undefined) return found;
    this.refuse(field, { type: 'oneOf', values }, value);
    return values[0];
  }
}
