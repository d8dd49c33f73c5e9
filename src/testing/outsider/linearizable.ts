/**
 * Linearizability of a key-value store, key by key, as Wing and Gong search for it: operations are put into an order
 * that respects real time and explains every answer. What led nowhere once is not tried again.
 */
import { int, type Json, str, type Violation } from './lines';

interface Operation {
  readonly line: number;
  readonly f: string;
  readonly value: string;
  /** What it was compared with (cas). */
  readonly other: string;
  readonly invoked: number;
  /** Infinity: the outcome is unknown, it may take effect at any time or never. */
  returned: number;
  /** What the client was told; undefined: nothing that could be judged. */
  answer: string | null | undefined;
}

/** The search gives up after so many steps on one key. */
const STEPS_MAX = 2_000_000;

export class ClientHistory {
  private readonly operations = new Map<string, Operation & { key: string; failed: boolean }>();
  private clock = 0;

  invoke(number: number, line: Json): Violation | null {
    const name = `${str(line, 'client')} ${int(line, 'op')}`;
    if (this.operations.has(name)) return { line: number, rule: 'format', text: `operation ${name} is invoked twice` };
    this.operations.set(name, {
      line: number,
      key: str(line, 'key'),
      f: str(line, 'f'),
      value: String(line.value ?? ''),
      other: String(line.value2 ?? ''),
      invoked: this.clock++,
      returned: Number.POSITIVE_INFINITY,
      answer: undefined,
      failed: false,
    });
    return null;
  }

  return(number: number, line: Json): Violation | null {
    const name = `${str(line, 'client')} ${int(line, 'op')}`;
    const operation = this.operations.get(name);
    if (operation === undefined || operation.returned < Number.POSITIVE_INFINITY) {
      return { line: number, rule: 'format', text: `operation ${name} returns and is not under way` };
    }
    if (line.status === 'ok') {
      operation.returned = this.clock++;
      if (operation.f === 'get') operation.answer = line.value === null ? null : String(line.value);
    }
    operation.failed = line.status === 'fail';
    return null;
  }

  check(): Violation[] {
    const byKey = new Map<string, Operation[]>();
    for (const operation of this.operations.values()) {
      if (!operation.failed) byKey.set(operation.key, [...(byKey.get(operation.key) ?? []), operation]);
    }
    return [...byKey].flatMap(([key, operations]) => {
      const stuck = findOrder(relevant(operations));
      if (stuck === null) return [];
      const text = `no order of the operations on ${key} explains the answers up to this one`;
      return [{ line: stuck.line, rule: 'linearizability', text } as const];
    });
  }
}

/** Without operations of unknown outcome that cannot have explained any answer. */
function relevant(operations: readonly Operation[]): Operation[] {
  const answers = operations.map(({ answer }) => answer).filter((answer) => typeof answer === 'string');
  return operations
    .filter(({ returned, f, value }) => {
      if (returned < Number.POSITIVE_INFINITY) return true;
      return f !== 'get' && answers.some((answer) => answer.includes(value));
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
  operations.every(({ returned }, i) => i < low || ahead.includes(i) || returned === Number.POSITIVE_INFINITY);

/** Operations that may come next: no other one returned before they were invoked. */
function candidates(operations: readonly Operation[], { low, ahead }: Step): number[] {
  let earliest = Number.POSITIVE_INFINITY;
  const found: number[] = [];
  for (let i = low; i < operations.length && operations[i].invoked < earliest; i++) {
    if (ahead.includes(i)) continue;
    found.push(i);
    earliest = Math.min(earliest, operations[i].returned);
  }
  return found.filter((i) => operations[i].invoked < earliest);
}

/** The register after the operation, or undefined when the answer contradicts it. */
function outcome({ f, value, other, answer }: Operation, present: string | null): string | null | undefined {
  switch (f) {
    case 'get':
      return answer === undefined || answer === present ? present : undefined;
    case 'put':
      return value;
    case 'append':
      return (present ?? '') + value;
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
