import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw } from '../base';
import { type Bookmark, createRun, type Run } from '../sim';
import { arbitraryMarkedRun } from '../testing/arbitrary-run';
import { checksum } from './checksum';
import { linkError } from './errors';
import { runFromJson, runToJson } from './json';
import { decodeRun, encodeRun } from './link';
import { runFromText } from './outside';
import { fromBase64Url, toBase64Url } from './text';

const CAPTIONS = [
  'Five followers, and nobody leads. Whose timer runs out first?',
  'S3 stands for election in term 1 and votes for itself.',
  'Three of five votes are a majority, so S3 leads.',
  'A client writes. The entry is only on the leader so far: dashed means not yet committed.',
  'The entry is on three servers, a majority, so the leader commits it and answers.',
];

const lecture: Run = {
  ...createRun(7),
  bookmarks: CAPTIONS.map((caption, i) => ({ at: 100_000 * (i + 1), name: `Step ${i + 1}`, caption, notes: '' })),
};

const codeOf = (text: string) => {
  const found = decodeRun(text);
  return found.ok ? 'opens' : linkError(found.error).code;
};

function sealed(bytes: readonly number[]): string {
  const sum = checksum(bytes);
  return toBase64Url([...bytes, sum >> 8, sum & 0xff]);
}

describe('a run with bookmarks', () => {
  test('opens from its link and from its file as it was', () => {
    fc.assert(
      fc.property(arbitraryMarkedRun(), (run) => {
        const link = encodeRun(run);
        expect(link).toMatch(/^[\w-]+$/);
        expect(decodeRun(link)).toEqual({ ok: true, value: run });
        expect(runFromJson(runToJson(run))).toEqual({ ok: true, value: run });
      }),
      { numRuns: 200 },
    );
  });

  test('has a short link', () => {
    const letters = CAPTIONS.join('').length;
    expect(encodeRun(lecture).length).toBeLessThan(letters * 1.05);
    expect(
      encodeRun({ ...createRun(7), bookmarks: [{ at: 300_000, name: 'x', caption: '', notes: '' }] }).length,
    ).toBeLessThan(20);
  });

  test('is said to be newer by readers that know no bookmarks: their version is another', () => {
    expect(fromBase64Url(encodeRun(lecture))?.[0]).toBeGreaterThan(1);
    expect(fromBase64Url(encodeRun(createRun(7)))?.[0]).toBe(1);
    expect(JSON.parse(runToJson(lecture)).version).toBe(2);
    expect(JSON.parse(runToJson(createRun(7))).version).toBe(1);
  });

  test('opens from links that were given away', () => {
    const found = decodeRun(RECORDED);
    expect(found.ok && found.value.bookmarks).toEqual([
      { at: 250_000, name: 'Start', caption: 'Nobody leads yet.', notes: '' },
      { at: 700_123, name: '领导者', caption: 'S1 当选', notes: 'Ask: who voted?' },
    ]);
  });
});

const RECORDED = 'AgHQBOOj9dyWKiASSeU3RhcnROb2JvZHkgbGVhZHMgeWV0LumihuWvvOiAhVMxIOW9k-mAiUFzazogd2hvIHZvdGVkPw1N4';

describe('bookmarks that are no good', () => {
  const wrong = (bookmarks: unknown) => {
    const found = runFromJson(JSON.stringify({ version: 2, seed: 1, bookmarks }));
    return found.ok ? 'opens' : found.error;
  };
  const good: Bookmark = { at: 1, name: 'a', caption: '', notes: '' };

  test('are told by number and field', () => {
    expect(wrong([good])).toBe('opens');
    expect(wrong([good, { ...good, at: -1 }])).toBe('bookmark 2: at must be between 0 and 1000000000000');
    expect(wrong([{ ...good, name: 'x'.repeat(81) }])).toBe('bookmark 1: name must have at most 80 characters');
    expect(wrong([{ ...good, notes: 5 }])).toBe('bookmark 1: notes must be a text');
    expect(wrong([])).toBe('bookmarks must not be empty where they are given');
    expect(wrong(new Array(201).fill(good))).toBe('bookmarks must have at most 200 items');
    expect(wrong([{ ...good, html: '' }])).toBe('bookmark 1: "html" is not known here');
  });

  test('in a link never throw, whatever is changed in it', () => {
    const bytes = fromBase64Url(encodeRun(lecture))?.slice(0, -2) ?? [];
    let opened = 0;
    for (let n = 0; n < 4000; n++) {
      const changed = n % 2 === 0 ? [...bytes] : bytes.slice(0, 5 + (draw(5, 1, n) % bytes.length));
      for (let i = 0; i < 1 + (n % 3); i++) changed[1 + (draw(6, n, i) % (changed.length - 1))] = draw(7, n, i) & 0xff;
      if (codeOf(sealed(changed)) === 'opens') opened++;
    }
    expect(opened).toBeLessThan(2000);
  });

  test('that claim to be much larger than they are cost little', () => {
    const bytes = fromBase64Url(encodeRun(lecture))?.slice(0, -2) ?? [];
    const filled = [...bytes.slice(0, 12), ...new Array<number>(140_000).fill(0xff)];
    expect(codeOf(sealed(filled))).toMatch(/damaged|newer/);
  });

  test('are refused as text from outside in one sentence', () => {
    const found = runFromText(`#run=${encodeRun(lecture).slice(0, -1)}`);
    expect(found.ok ? 'opens' : linkError(found.error).code).toBe('damaged');
  });
});
