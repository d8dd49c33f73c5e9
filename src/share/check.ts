/** Checks of unknown values. A check says in one sentence what is wrong, beginning with the name of the field. */
import { isRecord } from '../base';

export type Check = (value: unknown, name: string) => string | null;

/** The name of the whole. */
export const ROOT = 'the run';

export const isObject = isRecord;

export const integer =
  (low: number, high: number): Check =>
  (value, name) => {
    if (!Number.isSafeInteger(value)) return `${name} must be a whole number`;
    const number = value as number;
    return number >= low && number <= high ? null : `${name} must be between ${low} and ${high}`;
  };

export const boolean: Check = (value, name) => (typeof value === 'boolean' ? null : `${name} must be true or false`);

export const text =
  (most: number): Check =>
  (value, name) => {
    if (typeof value !== 'string') return `${name} must be a text`;
    return value.length <= most ? null : `${name} must have at most ${most} characters`;
  };

export const oneOf =
  (values: readonly (string | number)[]): Check =>
  (value, name) =>
    values.some((one) => one === value) ? null : `${name} must be one of ${someOf(values)}, not ${quote(value)}`;

/** As many as fit into a sentence. */
function someOf(values: readonly (string | number)[]): string {
  const shown = values.slice(0, 7).join(', ');
  return values.length > 7 ? `${shown} and ${values.length - 7} more` : shown;
}

export const nullable =
  (check: Check): Check =>
  (value, name) =>
    value === null ? null : check(value, name);

export const list =
  (check: Check, most: number, nameOf = (name: string, i: number) => `${name}[${i}]`): Check =>
  (value, name) => {
    if (!Array.isArray(value)) return `${name} must be a list`;
    if (value.length > most) return `${name} must have at most ${most} items`;
    for (let i = 0; i < value.length; i++) {
      const problem = check(value[i], nameOf(name, i));
      if (problem !== null) return problem;
    }
    return null;
  };

/** An object with exactly these fields. */
export const object =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, name) => {
    if (!isObject(value)) return `${name} must be an object`;
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    if (unknown !== undefined) return `${inside(name, quote(unknown))} is not known here`;
    for (const [key, check] of Object.entries(fields)) {
      const problem = Object.hasOwn(value, key)
        ? check(value[key], inside(name, key))
        : `${inside(name, key)} is missing`;
      if (problem !== null) return problem;
    }
    return null;
  };

/** A check of a value that has passed the others: `test` returns what is wrong, without the name. */
export const also =
  <T>(check: Check, test: (value: T) => string | null): Check =>
  (value, name) => {
    const problem = check(value, name);
    if (problem !== null) return problem;
    const wrong = test(value as T);
    return wrong === null ? null : `${name} ${wrong}`;
  };

/** The name of a field: `timing.heartbeat`, and for the reader's sake `action 3: server`. */
export function inside(name: string, key: string): string {
  if (name === ROOT) return key;
  return `${name}${/^(action|bookmark) \d+$/.test(name) ? ': ' : '.'}${key}`;
}

/** A short form of whatever it is, for a sentence. */
function quote(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 40 ? `${json.slice(0, 40)}…` : json;
}
