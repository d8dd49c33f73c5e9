/** An operation that is being put together from fields. */
import { type Operation, READ_MODES, type ReadMode } from '../../raft';
import { LIMITS } from '../../share';

export const KINDS = ['put', 'append', 'inc', 'cas', 'get'] as const;
export type Kind = (typeof KINDS)[number];

/** Through the log like a write, or beside it. */
export const READS = ['log', ...READ_MODES] as const;
export type Read = 'log' | ReadMode;

export interface Draft {
  readonly kind: Kind;
  readonly key: string;
  readonly value: string;
  /** Of a cas; empty: nothing is there. */
  readonly expected: string;
  readonly read: Read;
}

/** The operation, or null while something that it needs is missing or too long. */
export function toOperation({ kind, key: text, value, expected, read }: Draft): Operation | null {
  const key = text.trim();
  const isValid = key !== '' && [key, value, expected].every(({ length }) => length <= LIMITS.text);
  if (!isValid) return null;
  switch (kind) {
    case 'put':
    case 'append':
      return value === '' ? null : { type: kind, key, value };
    case 'inc':
      return { type: 'inc', key };
    case 'cas':
      return value === '' ? null : { type: 'cas', key, expected: expected === '' ? null : expected, value };
    case 'get':
      return read === 'log' ? { type: 'get', key } : { type: 'read', key, mode: read };
  }
}
