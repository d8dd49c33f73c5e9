/**
 * Operations as the reader writes and sees them: x←8 sets, x+=8 appends, x? reads through the log, x? stale and the like
 * beside it, x++ adds one, x:1→2 swaps.
 */
import type { Operation } from '../../raft';
import { LIMITS } from '../../share';
import type { Read } from './draft';

const PUT = /^([^\s←<=+?]+)\s*(?:←|<-|:?=)\s*(.+)$/u;
const APPEND = /^([^\s←<=+?]+)\s*\+=\s*(.+)$/u;
const INC = /^([^\s←<=+?:]+)\s*\+\+$/u;
const CAS = /^([^\s←<=+?:]+)\s*:\s*([^\s→]+)\s*(?:→|->)\s*(.+)$/u;
const GET = /^([^\s←<=+?]+)\s*[?？]\s*(\w*)$/u;

/** How reads are named, by Raft's dissertation and by Consul. */
const MODES: Readonly<Record<string, Read>> = {
  '': 'log',
  log: 'log',
  readindex: 'readIndex',
  consistent: 'readIndex',
  lease: 'lease',
  default: 'lease',
  stale: 'stale',
};

/** The operation that the text means, or null. */
export function parseOperation(text: string): Operation | null {
  const trimmed = text.trim();
  const append = APPEND.exec(trimmed);
  if (append !== null) return withinLimits({ type: 'append', key: append[1], value: append[2].trim() });
  const inc = INC.exec(trimmed);
  if (inc !== null) return withinLimits({ type: 'inc', key: inc[1] });
  const cas = CAS.exec(trimmed);
  if (cas !== null) {
    const expected = cas[2] === '∅' ? null : cas[2];
    return withinLimits({ type: 'cas', key: cas[1], expected, value: cas[3].trim() });
  }
  const put = PUT.exec(trimmed);
  if (put !== null) return withinLimits({ type: 'put', key: put[1], value: put[2].trim() });
  const get = GET.exec(trimmed);
  const read = get === null ? undefined : MODES[get[2].toLowerCase()];
  if (get === null || read === undefined) return null;
  return withinLimits(read === 'log' ? { type: 'get', key: get[1] } : { type: 'read', key: get[1], mode: read });
}

/** Whether it is asked for the sake of its answer. */
export const tells = ({ type }: Operation): boolean => type === 'get' || type === 'read';

export function printOperation(operation: Operation): string {
  switch (operation.type) {
    case 'put':
      return `${operation.key}←${operation.value}`;
    case 'append':
      return `${operation.key}+=${operation.value}`;
    case 'get':
      return `${operation.key}?`;
    case 'read':
      return `${operation.key}? ${operation.mode === 'readIndex' ? 'ReadIndex' : operation.mode}`;
    case 'inc':
      return `${operation.key}++`;
    case 'cas':
      return `${operation.key}:${operation.expected ?? '∅'}→${operation.value}`;
  }
}

function withinLimits(operation: Operation): Operation | null {
  const value = 'value' in operation ? operation.value : '';
  const expected = 'expected' in operation ? (operation.expected ?? '') : '';
  return [operation.key, value, expected].every(({ length }) => length <= LIMITS.text) ? operation : null;
}
