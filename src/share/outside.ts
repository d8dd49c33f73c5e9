/** What readers bring along: a file or a line that is a run in JSON, or a link to a run in any of its forms. */
import { failure, type Result, success } from '../base';
import type { Microseconds, Run } from '../sim';
import { sentence } from './errors';
import { readTime } from './instant';
import { runFromJson } from './json';
import { LIMITS } from './limits';
import { decodeRun } from './link';

export interface RunFromOutside {
  readonly run: Run;
  /** The instant that a link names; null where none is named. */
  readonly time: Microseconds | null;
}

/** A link may be this much longer than what it says of the run: its host, its path and its other fields. */
const ADDRESS = 2000;

/**
 * The part of a link that says something, without `#`; null for what is no link. The address before it may be there or
 * not: `https://…#run=…&t=…`, `#run=…`, `run=…`.
 */
export function fieldsOfLink(text: string): string | null {
  const line = text.trim();
  if (line.length > LIMITS.link + ADDRESS || /[\s"]/.test(line)) return null;
  const at = line.indexOf('#');
  if (at >= 0) return line.slice(at + 1);
  return /^(run|scenario|seed|servers)=/.test(line) ? line : null;
}

/** The run of a text that is either JSON or a link, or what is wrong with it in one sentence. Never throws. */
export function runFromText(text: string): Result<RunFromOutside> {
  const fields = fieldsOfLink(text);
  if (fields !== null) return runFromFields(fields);
  if (!/^\s*[{[]/.test(text)) return failure(sentence(text.length > LIMITS.json ? 'tooLong' : 'neither'));
  if (/^\s*\{"v":"raft-trace\//.test(text)) return failure(sentence('trace'));
  const run = runFromJson(text);
  return run.ok ? success({ run: run.value, time: null }) : run;
}

function runFromFields(fields: string): Result<RunFromOutside> {
  const encoded = fieldOf(fields, 'run');
  if (encoded === null) return failure(sentence('noRun'));
  const run = decodeRun(encoded);
  if (!run.ok) return run;
  const text = fieldOf(fields, 't');
  const time = text === null ? null : readTime(text);
  return text !== null && time === null ? failure(sentence('noTime')) : success({ run: run.value, time });
}

/** The first field of that name. What a run or an instant is written with needs no escapes. */
function fieldOf(fields: string, name: string): string | null {
  const found = fields.split('&').find((field) => field.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}
