/**
 * What one key of the store promises, said backwards: what an answer proves about the value before and after it. This
 * is all that the checker knows of the operations; another kind of operation is another line in each function.
 */
import type { Operation } from '../raft';

/** What a key holds, or null while it was never written. */
export type Value = string | null;

/** Stands for every value. */
export const ANY = Symbol('any value');

export type Known = Value | typeof ANY;

/** What an answered operation proves. */
export interface Proof {
  /** The values of which the operation must have found one; none when no history explains the answer. */
  readonly found: readonly Known[];
  /** The value that it left. */
  readonly left: Value;
}

/** @param answer what the client was told: the value that was read, or the value after a write */
export function proofOf(operation: Operation, answer: Value): Proof {
  switch (operation.type) {
    case 'get':
    case 'read':
      return { found: [answer], left: answer };
    case 'put':
      return { found: [ANY], left: operation.value };
    case 'append':
    case 'inc':
    case 'cas':
      return { found: valuesBefore(operation, answer), left: answer };
  }
}

/** The values from which the operation leads to `value`; none when it never does. */
export function valuesBefore(operation: Operation, value: Value): readonly Known[] {
  switch (operation.type) {
    case 'get':
    case 'read':
      return [];
    case 'inc':
      return NUMBER.test(value ?? '') ? (value === '1' ? ['0', null] : [String(Number(value) - 1)]) : [];
    case 'cas':
      return value === operation.value ? [operation.expected] : [];
    case 'put':
      return value === operation.value ? [ANY] : [];
    case 'append': {
      if (value === null || !value.endsWith(operation.value)) return [];
      const start = value.slice(0, value.length - operation.value.length);
      return start === '' ? [start, null] : [start];
    }
  }
}

/** Whether the operation can change the store. One that cannot, and has no answer, says nothing. */
export function isWrite(operation: Operation): boolean {
  return operation.type !== 'get' && operation.type !== 'read';
}

/** Two operations with the same name do the same. */
export function effectName(operation: Operation): string {
  const { key: _, ...effect } = operation;
  return JSON.stringify(effect);
}

/** What `inc` leaves: a number from 1. */
const NUMBER = /^[1-9]\d{0,15}$/;
