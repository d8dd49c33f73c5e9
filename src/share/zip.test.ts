import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipTexts } from './zip';

test('an archive holds each text under its name, and repeats cost little', () => {
  const text = '<svg>日志</svg>'.repeat(2000);
  const archive = zipTexts([
    ['a.svg', text],
    ['b.svg', 'two'],
  ]);
  const files = unzipSync(archive);
  expect(Object.keys(files)).toEqual(['a.svg', 'b.svg']);
  expect(strFromU8(files['a.svg'])).toBe(text);
  expect(strFromU8(files['b.svg'])).toBe('two');
  expect(archive.length).toBeLessThan(text.length / 20);
});
