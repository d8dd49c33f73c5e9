/** A run as JSON: for files, bug reports and people. */
import { failure, type Result } from '../base';
import type { Run } from '../sim';
import { isObject } from './check';
import { sentence } from './errors';
import { BASE } from './format';
import { validateMarkedRun } from './format-bookmarks';
import { LIMITS } from './limits';

/** With bookmarks it is of version 2: who knows version 1 only says that it is newer, and loses nothing. */
export function runToJson(run: Run): string {
  return JSON.stringify(run.bookmarks === undefined ? run : { ...run, version: 2 });
}

/**
 * The run of a JSON text, or what is wrong with it. Never throws. Parts of `config` may be left out: they are as in
 * a fresh cluster of five servers.
 */
export function runFromJson(text: string): Result<Run> {
  if (text.length > LIMITS.json) return failure(sentence('tooLong'));
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value) || typeof value.version !== 'number') return validateMarkedRun(complete(value));
    if (value.version > 2) return failure(sentence('newer'));
    return validateMarkedRun(complete(value.version === 2 ? { ...value, version: 1 } : value));
  } catch {
    return failure(sentence('notJson'));
  }
}

function complete(run: unknown): unknown {
  if (!isObject(run)) return run;
  return { seed: 0, actions: [], ...run, config: fill({ servers: 5, ...BASE }, run.config ?? {}) };
}

/** `value` with what it lacks from `base`, and so for the objects in it. What is no object stays as it is. */
function fill(base: unknown, value: unknown): unknown {
  if (!isObject(base) || !isObject(value)) return value;
  const parts = Object.entries(value).map(([key, part]) => [
    key,
    Object.hasOwn(base, key) ? fill(base[key], part) : part,
  ]);
  return Object.fromEntries([...Object.entries(base), ...parts]);
}
