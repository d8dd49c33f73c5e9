/** Lines of raft-trace/1 as an outsider reads them: plain JSON, nothing taken on trust. */

export type Json = { readonly [key: string]: unknown };

export interface Violation {
  /** From 1; 0 when no single line is to blame. */
  readonly line: number;
  readonly rule: Rule;
  readonly text: string;
}

export type Rule =
  | 'format'
  | 'election-safety'
  | 'leader-append-only'
  | 'log-matching'
  | 'leader-completeness'
  | 'state-machine-safety'
  | 'term'
  | 'one-vote'
  | 'vote'
  | 'quorum'
  | 'role'
  | 'log'
  | 'commit'
  | 'apply'
  | 'match-index'
  | 'timer'
  | 'durability'
  | 'restart'
  | 'reply'
  | 'send'
  | 'delivery'
  | 'cut'
  | 'prevote'
  | 'sticky'
  | 'transfer'
  | 'membership'
  | 'snapshot'
  | 'linearizability';

/** Notes a violation at the line being read. */
export type Report = (rule: Rule, text: string) => void;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that must be a whole number; -1 when it is not. */
export function int(object: Json, key: string): number {
  const value = object[key];
  return Number.isInteger(value) ? (value as number) : -1;
}

export function str(object: Json, key: string): string {
  const value = object[key];
  return typeof value === 'string' ? value : '';
}

export function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Equal objects give equal texts, whatever the order of their fields. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const fields = Object.keys(value).sort();
  return `{${fields.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join()}}`;
}
