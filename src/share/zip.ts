/** Several text files as one. */
import { strToU8, zipSync } from 'fflate';

/** A zip archive; the same texts give the same bytes. */
export function zipTexts(files: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const entries = files.map(([name, text]) => [name, strToU8(text)] as const);
  // Archives hold dates, and their first is this day.
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: '1980-01-01T12:00:00' });
}
