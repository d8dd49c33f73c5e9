/** Whether a history is linearizable, by trying every order of its operations. Slow, and too simple to be wrong. */
import type { HistoryEvent } from '../invariants';
import type { Operation } from '../raft';

export interface TriedOperation {
  readonly operation: Operation;
  readonly invoked: number;
  /** Infinity when it may take effect at any time, or never. */
  readonly returned: number;
  /** What it must have answered; undefined: anything. */
  readonly answer: string | null | undefined;
}

export function operationsOf(events: readonly HistoryEvent[]): TriedOperation[] {
  const tried: TriedOperation[] = [];
  events.forEach((event, i) => {
    if (event.type === 'return') return;
    const end = events.findIndex(
      (other) => other.type === 'return' && other.client === event.client && other.serial === event.serial,
    );
    const last = events[end];
    const isAnswered = last?.type === 'return' && last.status === 'ok';
    tried.push({
      operation: event.operation,
      invoked: i,
      returned: isAnswered ? end : Number.POSITIVE_INFINITY,
      answer: isAnswered && last.type === 'return' ? last.value : undefined,
    });
  });
  return tried;
}

export function hasOrder(
  operations: readonly TriedOperation[],
  values: Readonly<Record<string, string>> = {},
): boolean {
  if (operations.every(({ returned }) => returned === Number.POSITIVE_INFINITY)) return true;
  return operations.some((one, i) => {
    const others = operations.filter((_, k) => k !== i);
    if (others.some(({ returned }) => returned < one.invoked)) return false;
    const [answer, after] = execute(one.operation, values);
    return (one.answer === undefined || one.answer === answer) && hasOrder(others, after);
  });
}

/** Carries out one operation: what it answers, and the values after it. */
export function execute(
  operation: Operation,
  values: Readonly<Record<string, string>>,
): [string | null, Readonly<Record<string, string>>] {
  const { key } = operation;
  const present = values[key] ?? null;
  const write = (value: string): [string, Readonly<Record<string, string>>] => [value, { ...values, [key]: value }];
  switch (operation.type) {
    case 'get':
    case 'read':
      return [present, values];
    case 'put':
      return write(operation.value);
    case 'append':
      return write((present ?? '') + operation.value);
    case 'inc':
      return /^(0|[1-9]\d*)$/.test(present ?? '0') ? write(String(Number(present ?? '0') + 1)) : [present, values];
    case 'cas':
      return present === operation.expected ? write(operation.value) : [present, values];
  }
}
