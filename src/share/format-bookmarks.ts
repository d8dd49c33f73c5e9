/**
 * Version 2 of the format of links: version 1, and then bookmarks. It is written only where there are some, so that all
 * other links stay as they are, and readers of version 1 say that the run is newer. FROZEN as version 1 is.
 */
import { deflateSync, inflateSync } from 'fflate';
import { failure, isRecord, type Result, success } from '../base';
import type { Bookmark, Run } from '../sim';
import type { BitReader, BitWriter } from './bits';
import { also, type Check, integer, list, object, text as textCheck } from './check';
import { type Codec, duration, natural, signed } from './codec';
import { LIMITS } from './limits';
import { fromUtf8, toUtf8 } from './text';
import { validateRun } from './validate';

export const MARKED_VERSION = 2;

const count = natural(3);
const length = natural(5);
const gap = signed(duration);

const TEXTS = ['name', 'caption', 'notes'] as const;
const MOST = [LIMITS.bookmarkName, LIMITS.bookmarkCaption, LIMITS.bookmarkNotes];
/** Of all texts together, in bytes. */
const BYTES_MOST = 4 * LIMITS.bookmarks * MOST.reduce((sum, most) => sum + most, 0);

/** How many; of each the time since the one before and the length of its texts in bytes; then all texts in one block. */
export const bookmarks: Codec<readonly Bookmark[]> = {
  write(out, all) {
    count.write(out, all.length);
    const texts = all.flatMap((bookmark) => TEXTS.map((field) => toUtf8(bookmark[field])));
    all.forEach(({ at }, i) => {
      gap.write(out, at - (all[i - 1]?.at ?? 0));
    });
    for (const bytes of texts) length.write(out, bytes.length);
    writeBlock(out, texts.flat());
  },
  read(from) {
    const many = count.read(from);
    if (many === 0 || many > LIMITS.bookmarks) from.fail('damaged');
    const times: number[] = [];
    const lengths: number[] = [];
    while (times.length < many && from.fault === null) times.push((times.at(-1) ?? 0) + gap.read(from));
    while (lengths.length < many * TEXTS.length && from.fault === null) lengths.push(length.read(from));
    if (lengths.some((bytes, i) => bytes > 4 * MOST[i % TEXTS.length])) from.fail('damaged');
    if (from.fault !== null) return [];
    const texts = cut(readBlock(from, sum(lengths)), lengths);
    if (texts.includes(null)) from.fail('damaged');
    const text = (i: number) => texts[i] ?? '';
    return times.map((at, i) => ({ at, name: text(3 * i), caption: text(3 * i + 1), notes: text(3 * i + 2) }));
  },
};

/** As they are, or deflated (RFC 1951) where that is shorter; a bit says which. */
function writeBlock(out: BitWriter, bytes: readonly number[]): void {
  const packed = deflateSync(Uint8Array.from(bytes), { level: 9 });
  const isPacked = packed.length + 2 < bytes.length;
  out.bit(isPacked);
  if (isPacked) length.write(out, packed.length);
  for (const byte of isPacked ? packed : bytes) out.bits(byte, 8);
}

/** @param size how many bytes the texts have, which bounds the work whatever the block says */
function readBlock(from: BitReader, size: number): readonly number[] {
  const isPacked = from.bit();
  const count = isPacked ? length.read(from) : size;
  if (count > BYTES_MOST) from.fail('damaged');
  const bytes: number[] = [];
  while (bytes.length < count && from.fault === null) bytes.push(from.bits(8));
  if (!isPacked || from.fault !== null) return bytes;
  const found = unpack(Uint8Array.from(bytes), size);
  if (found === null) from.fail('damaged');
  return found ?? [];
}

/** Exactly `size` bytes, or null. */
function unpack(packed: Uint8Array, size: number): readonly number[] | null {
  try {
    // One byte more than there may be, so that what is longer is noticed.
    const found = inflateSync(packed, { out: new Uint8Array(size + 1) });
    return found.length === size ? [...found] : null;
  } catch {
    return null;
  }
}

function cut(bytes: readonly number[], lengths: readonly number[]): (string | null)[] {
  let at = 0;
  return lengths.map((length) => {
    at += length;
    return fromUtf8(bytes.slice(at - length, at));
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const check: Check = also<Bookmark[]>(
  list(
    object({
      at: integer(0, LIMITS.time),
      name: textCheck(LIMITS.bookmarkName),
      caption: textCheck(LIMITS.bookmarkCaption),
      notes: textCheck(LIMITS.bookmarkNotes),
    } satisfies { readonly [Field in keyof Bookmark]-?: Check }),
    LIMITS.bookmarks,
    (_, i) => `bookmark ${i + 1}`,
  ),
  (all) => (all.length > 0 ? null : 'must not be empty where they are given'),
);

/** As `validateRun`, of a run that may have bookmarks. */
export function validateMarkedRun(value: unknown): Result<Run> {
  if (!isRecord(value) || !Object.hasOwn(value, 'bookmarks')) return validateRun(value);
  const { bookmarks: marks, ...rest } = value;
  const run = validateRun(rest);
  if (!run.ok) return run;
  const problem = check(marks, 'bookmarks');
  return problem === null ? success(value as unknown as Run) : failure(problem);
}
