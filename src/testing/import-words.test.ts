/** Whatever can be wrong with a recording, or open in it, has its sentence in both languages. */
import { expect, test } from 'vitest';
import { createTexts, LANGUAGES } from '../i18n';
import { type Expected, type Problem, problemText } from '../recorded';
import { REMARK_TYPES } from '../trace';

const EXPECTED: readonly Expected[] = [
  { type: 'integer', low: 0, high: 9 },
  ...(['number', 'text', 'boolean', 'list', 'object', 'json', 'header', 'version', 'newId', 'something'] as const).map(
    (type) => ({ type }),
  ),
  { type: 'oneOf', values: ['put', 'get'] },
  { type: 'node', values: ['a', 'b'] },
  { type: 'names', low: 1, high: 9 },
  { type: 'asMany', as: 'state.log', count: 2 },
  { type: 'within', low: 1, high: 4 },
  { type: 'days', days: 11 },
  { type: 'own', node: 'a' },
  { type: 'shorter', most: 64 },
];

test.each(LANGUAGES)('in %s', (language) => {
  const { imports } = createTexts(language);
  const sentences = EXPECTED.flatMap((expected) => {
    const problem: Problem = { line: 12, field: 'state.log', expected, found: '"x"' };
    expect(problemText(problem)).toMatch(/line 12, field state\.log/);
    return [imports.problem(problem), imports.problem({ ...problem, line: 0, field: null, found: '' })];
  });
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|NaN|null|\[object/);
  expect(sentences[0]).toMatch(/12.*state\.log.*0.*9.*"x"/);
  const remarks = REMARK_TYPES.map((type) => imports.remarks[type]({ count: 3, line: 7 }));
  expect(new Set(remarks).size).toBe(REMARK_TYPES.length);
});
