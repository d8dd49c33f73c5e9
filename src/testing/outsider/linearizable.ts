/**
 * Linearizability of a key-value store, key by key, as Wing and Gong search for it: operations are put into an order
 * that respects real time and explains every answer. What led nowhere once is not tried again.
 */
import { int, type Json, str, type Violation } from './lines';

interface Operation {
  readonly line: number;
  readonly f: string;
  /** What it writes; what cas expects: null where nothing is to be. */
  readonly value: string | null;
  /** What cas puts there instead. */
  readonly other: string;
  readonly invoked: number;
  /** Infinity: the outcome is unknown, it may take effect at any time or never. */
  returned: number;
  /** What the client was told is there now; undefined: nothing that could be judged. */
  answer: string | null | undefined;
  /** It was told that nothing could be changed. */
  failed: boolean;
}

/** The time of an answer that never came. */
const UNKNOWN = Number.POSITIVE_INFINITY;

/** The search gives up after so many steps on one key. */
const STEPS_MAX = 2_000_000;

export class ClientHistory {
  private readonly operations = new Map<string, Operation & { key: string }>();
  private clock = 0;

  invoke(number: number, line: Json): Violation | null {
    const name = `${str(line, 'client')} ${int(line, 'op')}`;
    if (this.operations.has(name)) return { line: number, rule: 'format', text: `operation ${name} is invoked twice` };
    this.operations.set(name, {
      line: number,
      key: str(line, 'key'),
      f: str(line, 'f'),
      value: textOf(line.value),
      other: String(line.value2 ?? ''),
      invoked: this.clock++,
      returned: UNKNOWN,
      answer: undefined,
      failed: false,
    });
    return null;
  }

  return(number: number, line: Json): Violation | null {
    const name = `${str(line, 'client')} ${int(line, 'op')}`;
    const operation = this.operations.get(name);
    if (operation === undefined || operation.returned < UNKNOWN) {
      return { line: number, rule: 'format', text: `operation ${name} returns and is not under way` };
    }
    operation.failed = line.status === 'fail';
    if (line.status !== 'ok' && line.status !== 'fail') return null;
    operation.returned = this.clock++;
    if (line.value !== undefined) operation.answer = textOf(line.value);
    return null;
  }

  check(): Violation[] {
    const byKey = new Map<string, Operation[]>();
    for (const operation of this.operations.values()) {
      if (isTelling(operation)) byKey.set(operation.key, [...(byKey.get(operation.key) ?? []), operation]);
    }
    return [...byKey].flatMap(([key, operations]) => {
      const stuck = findOrder(relevant(operations));
      if (stuck === null) return [];
      const text = `no order of the operations on ${key} explains the answers up to this one`;
      return [{ line: stuck.line, rule: 'linearizability', text } as const];
    });
  }
}

const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** What failed did nothing; but who compares and finds something else has read it. */
function isTelling({ failed, f, answer }: Operation): boolean {
  return !failed || (answer !== undefined && (f === 'cas' || f === 'inc'));
}

/** Without operations of unknown outcome that cannot have explained any answer. */
function relevant(operations: readonly Operation[]): Operation[] {
  const counts = operations.some(({ f }) => f === 'inc');
  const seen = operations
    .flatMap(({ answer, f, value, returned }) => [answer, f === 'cas' && returned < UNKNOWN ? value : null])
    .filter((text) => typeof text === 'string');
  return operations
    .filter(({ returned, f, value, other }) => {
      if (returned < UNKNOWN || counts) return true;
      const written = (f === 'cas' ? other : value) ?? '';
      return f !== 'get' && seen.some((text) => text.includes(written));
    })
    .sort((a, b) => a.invoked - b.invoked);
}

interface Step {
  /** Operations below this one are in order. */
  readonly low: number;
  /** Those from `low` on that are in order too. */
  readonly ahead: readonly number[];
  readonly value: string | null;
}

/** Null when there is an order; otherwise the operation before which every attempt was stuck. */
function findOrder(operations: readonly Operation[]): Operation | null {
  const tried = new Set<string>();
  const open: Step[] = [{ low: 0, ahead: [], value: null }];
  let furthest = 0;
  for (let steps = 0; steps < STEPS_MAX; steps++) {
    const step = open.pop();
    if (step === undefined) return operations[furthest] ?? null;
    const { low, ahead } = step;
    furthest = Math.max(furthest, low);
    if (isDone(operations, step)) return null;
    const next = candidates(operations, step);
    // The last one pushed is tried first: what returns early goes first, unknown outcomes only when all else fails.
    next.sort((a, b) => operations[b].returned - operations[a].returned);
    for (const i of next) {
      const value = outcome(operations[i], step.value);
      if (value === undefined) continue;
      const following = advance(low, [...ahead, i], value, operations.length);
      const name = `${following.low} ${following.ahead.join()} ${value}`;
      if (tried.has(name)) continue;
      tried.add(name);
      open.push(following);
    }
  }
  return null;
}

const isDone = (operations: readonly Operation[], { low, ahead }: Step): boolean =>
  operations.every(({ returned }, i) => i < low || ahead.includes(i) || returned === UNKNOWN);

/** Operations that may come next: no other one returned before they were invoked. */
function candidates(operations: readonly Operation[], { low, ahead }: Step): number[] {
  let earliest = UNKNOWN;
  const found: number[] = [];
  for (let i = low; i < operations.length && operations[i].invoked < earliest; i++) {
    if (ahead.includes(i)) continue;
    found.push(i);
    earliest = Math.min(earliest, operations[i].returned);
  }
  return found.filter((i) => operations[i].invoked < earliest);
}

/** The register after the operation, or undefined when the answer contradicts it. */
function outcome(operation: Operation, present: string | null): string | null | undefined {
  const { f, answer, failed } = operation;
  const next = failed ? present : afterwards(operation, present);
  if (f === 'cas' && failed === (present === operation.value) && operation.returned < UNKNOWN) return undefined;
  const told = f === 'get' || f === 'inc' || f === 'cas';
  return told && answer !== undefined && answer !== next ? undefined : next;
}

function afterwards({ f, value, other }: Operation, present: string | null): string | null | undefined {
  switch (f) {
    case 'get':
      return present;
    case 'put':
      return value;
    case 'append':
      return (present ?? '') + (value ?? '');
    case 'inc':
      return String(Number(present ?? 0) + Number(value || 1));
    case 'cas':
      return present === value ? other : present;
    default:
      return undefined;
  }
}

function advance(low: number, ahead: readonly number[], value: string | null, count: number): Step {
  let next = low;
  while (next < count && ahead.includes(next)) next++;
  const rest = ahead.filter((i) => i >= next).sort((a, b) => a - b);
  return { low: next, ahead: rest, value };
}
