/** Operations as the reader writes and sees them: x←8 sets, x+=8 appends, x? reads. */
import type { Operation } from '../../raft';
import { LIMITS } from '../../share';

const PUT = /^([^\s←<=+?]+)\s*(?:←|<-|:?=)\s*(.+)$/u;
const APPEND = /^([^\s←<=+?]+)\s*\+=\s*(.+)$/u;
const GET = /^([^\s←<=+?]+)\s*[?？]$/u;

/** The operation that the text means, or null. */
export function parseOperation(text: string): Operation | null {
  const trimmed = text.trim();
  const append = APPEND.exec(trimmed);
  if (append !== null) return withinLimits({ type: 'append', key: append[1], value: append[2].trim() });
  const put = PUT.exec(trimmed);
  if (put !== null) return withinLimits({ type: 'put', key: put[1], value: put[2].trim() });
  const get = GET.exec(trimmed);
  return get === null ? null : withinLimits({ type: 'get', key: get[1] });
}

export function printOperation(operation: Operation): string {
  switch (operation.type) {
    case 'put':
      return `${operation.key}←${operation.value}`;
    case 'append':
      return `${operation.key}+=${operation.value}`;
    case 'get':
      return `${operation.key}?`;
  }
}

function withinLimits(operation: Operation): Operation | null {
  const value = operation.type === 'get' ? '' : operation.value;
  return operation.key.length <= LIMITS.text && value.length <= LIMITS.text ? operation : null;
}
