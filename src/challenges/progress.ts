/** What the reader has done, as plain data: kept on the device, saved to a file, made anew from either. */

export const CONFIDENCES = ['guess', 'fair', 'certain'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface Progress {
  /** Variants that were answered, by challenge and number: "first-candidate.2". */
  readonly answers: Readonly<Record<string, Answered>>;
  /** Tasks that were done, by id: the part of the link of the reader's own run from `#` on. */
  readonly tasks: Readonly<Record<string, string>>;
}

export interface Answered {
  /** The first prediction counts, because the others were made by one who had seen it. */
  readonly right: boolean;
  readonly confidence: Confidence;
  readonly times: number;
}

export const NO_PROGRESS: Progress = { answers: {}, tasks: {} };

const VERSION = 1;
/** Longer texts were not written here. */
const LENGTH_MAX = 400_000;
const NAME = /^[a-z0-9-]{1,40}(\.\d{1,2})?$/;

/** The progress after one more answer. */
export function noteAnswer(progress: Progress, name: string, right: boolean, confidence: Confidence): Progress {
  const known = progress.answers[name];
  const answered = known === undefined ? { right, confidence, times: 1 } : { ...known, times: known.times + 1 };
  return { ...progress, answers: { ...progress.answers, [name]: answered } };
}

/** The progress after a task was done; the first link stays. */
export function noteTask(progress: Progress, id: string, link: string): Progress {
  if (progress.tasks[id] !== undefined) return progress;
  return { ...progress, tasks: { ...progress.tasks, [id]: link } };
}

export interface Score {
  /** Variants answered, and those whose first prediction was right. */
  readonly answered: number;
  readonly right: number;
  /** Of those that the reader was certain of. */
  readonly certain: number;
  readonly certainRight: number;
}

/** The score of one challenge over its variants; of all of them without an id. */
export function scoreOf({ answers }: Progress, id: string | null = null): Score {
  const own = Object.entries(answers).filter(([name]) => id === null || name.startsWith(`${id}.`));
  const certain = own.filter(([, { confidence }]) => confidence === 'certain');
  const right = (list: typeof own) => list.filter(([, answered]) => answered.right).length;
  return { answered: own.length, right: right(own), certain: certain.length, certainRight: right(certain) };
}

export function writeProgress(progress: Progress): string {
  return JSON.stringify({ version: VERSION, ...progress });
}

/** What the text says, as far as it makes sense; nothing where it makes none. Never throws. */
export function readProgress(text: string | null): Progress {
  if (text === null || text.length > LENGTH_MAX) return NO_PROGRESS;
  try {
    const kept: unknown = JSON.parse(text);
    if (!isRecord(kept) || kept.version !== VERSION) return NO_PROGRESS;
    return { answers: pick(kept.answers, readAnswer), tasks: pick(kept.tasks, readLink) };
  } catch {
    return NO_PROGRESS;
  }
}

function pick<Value>(kept: unknown, read: (value: unknown) => Value | null): Record<string, Value> {
  const found: Record<string, Value> = {};
  if (!isRecord(kept)) return found;
  for (const [name, value] of Object.entries(kept)) {
    const one = NAME.test(name) ? read(value) : null;
    if (one !== null) found[name] = one;
  }
  return found;
}

function readAnswer(value: unknown): Answered | null {
  if (!isRecord(value)) return null;
  const confidence = CONFIDENCES.find((one) => one === value.confidence);
  const { right, times } = value;
  if (confidence === undefined || typeof right !== 'boolean') return null;
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 1) return null;
  return { right, confidence, times };
}

function readLink(value: unknown): string | null {
  return typeof value === 'string' && value.startsWith('#run=') ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
