import { expect, test } from 'vitest';
import { createBookmarks, createLab, createLecture, createMore, createTexts as createPageTexts } from './both';
import { formatInstant, formatLength, formatNumber, formatPercent, formatRate, formatScaled } from './format';
import { LANGUAGES, type Language, negotiateLanguage } from './language';

const createTexts = (language: Language) => ({
  ...createPageTexts(language),
  more: createMore(language),
  lab: createLab(language),
  bookmarks: createBookmarks(language),
  lecture: createLecture(language),
});

const NBSP = '\u00a0';

/** The paths of all texts, down to strings and functions. */
function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) => pathsOf(child, `${path}/${key}`));
}

function stringsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => stringsOf(child, `${path}/${key}`));
}

/** Names that stay Latin in Chinese: the paper's words for state, keys, marks, units. */
const LATIN_NAMES = /^[\w\s/.,:;()%×←→+\-−–…·§'’"“”[\]{}<>|=?!*#&@~^$]*$/;

test('both languages have the same texts', () => {
  const [en, zh] = LANGUAGES.map((language) => createTexts(language));
  expect(pathsOf(zh).sort()).toEqual(pathsOf(en).sort());
});

test('no text is empty', () => {
  for (const language of LANGUAGES) {
    for (const [path, text] of stringsOf(createTexts(language))) {
      // A clock's time, as in 2:05, carries its unit in its form.
      if (!path.endsWith('/units/clock')) expect(text.trim(), path).not.toBe('');
    }
  }
});

test('Chinese sentences are Chinese', () => {
  const english = new Map(stringsOf(createTexts('en')));
  for (const [path, text] of stringsOf(createTexts('zh-CN'))) {
    const isSentence = (english.get(path) ?? '').split(' ').length > 3;
    if (isSentence) expect(LATIN_NAMES.test(text), `${path}: ${text}`).toBe(false);
  }
});

test('the first language that we have is taken', () => {
  expect(negotiateLanguage('auto', ['de-DE', 'zh-TW', 'en'])).toBe('zh-CN');
  expect(negotiateLanguage('auto', ['fr', 'en-GB', 'zh'])).toBe('en');
  expect(negotiateLanguage('auto', ['ja'])).toBe('en');
  expect(negotiateLanguage('auto', [])).toBe('en');
  expect(negotiateLanguage('zh-CN', ['en'])).toBe('zh-CN');
});

test('numbers and times are written as in the pictures', () => {
  expect(formatNumber(1_234_567.25)).toBe('1,234,567.25');
  expect(formatNumber(-1000)).toBe('−1,000');
  expect(formatInstant(1_044_999)).toBe(`1,044${NBSP}ms`);
  expect(formatLength(1_500)).toBe(`1.5${NBSP}ms`);
  expect(formatLength(45_900)).toBe(`46${NBSP}ms`);
  expect(formatLength(1_044_000)).toBe(`1.04${NBSP}s`);
  expect(formatLength(12_340_000)).toBe(`12.3${NBSP}s`);
  expect(formatLength(125_000_000)).toBe(`2:05${NBSP}min`);
  expect(formatRate(1 / 20)).toBe('1/20');
  expect(formatRate(2)).toBe('2×');
  expect(formatScaled(287.3, 'ms', 's')).toBe(`287${NBSP}ms`);
  expect(formatScaled(0.054, 'ms', 's')).toBe(`0.05${NBSP}ms`);
  expect(formatScaled(1_198.6, 'ms', 's')).toBe(`1.2${NBSP}s`);
  expect(formatScaled(1_234_567, 'ms', 's')).toBe(`1,235${NBSP}s`);
  expect(formatPercent(25_000)).toBe(`2.5${NBSP}%`);
});
