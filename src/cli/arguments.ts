/** Reading command lines. A bad one ends with exit code 2 and one line on standard error. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { failure, type Result, success } from '../base';

export type Flags = Record<string, string | boolean | string[] | undefined>;

type Definition = Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>;

/** The flags of a command line, or what is wrong with it. Takes no other arguments. */
export function readFlags(argv: readonly string[], options: Definition): Result<Flags> {
  try {
    const { values } = parseArgs({ args: [...argv], options, strict: true, allowPositionals: false });
    return success(values as Flags);
  } catch (error) {
    return failure(firstSentence(error));
  }
}

/** A whole number within [low, high], or `otherwise` when the flag is not given. */
export function readNumber(flags: Flags, name: string, low: number, high: number, otherwise: number): Result<number> {
  const text = flags[name];
  if (text === undefined) return success(otherwise);
  const value = typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return success(value);
  return failure(`--${name} must be a whole number from ${low} to ${high}, not "${String(text)}"`);
}

/** The text of a file, or what is wrong with it. */
export function readText(path: string): Result<string> {
  try {
    return success(readFileSync(path, 'utf8'));
  } catch (error) {
    return failure(`cannot read ${path}: ${firstSentence(error)}`);
  }
}

/** Says what is wrong with the command line. */
export function complain(command: string, error: string): number {
  process.stderr.write(`${command}: ${error}\n`);
  return 2;
}

function firstSentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0].replace(/\. .*$/, '');
}
