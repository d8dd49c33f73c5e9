import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect } from 'vitest';

const FOLDER = resolve(import.meta.dirname, 'golden');

/** Golden files end in one line break and know no carriage returns, whatever the checkout did. */
const tidied = (text: string) => `${text.replaceAll('\r\n', '\n').trimEnd()}\n`;

/** Compares a text with testing/golden/NAME.txt; `npm run golden` rewrites the file instead. */
export function expectGolden(name: string, text: string, folder: string = FOLDER): void {
  const path = join(folder, `${name}.txt`);
  const actual = tidied(text);
  if (process.env.RAFTARIUM_GOLDEN === 'write') {
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path) || readFileSync(path, 'utf8') !== actual) writeFileSync(path, actual);
    return;
  }
  const expected = existsSync(path) ? tidied(readFileSync(path, 'utf8')) : '';
  const advice = 'commit a rewrite (npm run golden) only when you understand every changed line';
  expect(actual, `${name}.txt differs: ${advice}`).toBe(expected);
}
