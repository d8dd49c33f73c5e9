import { describe, expect, test } from 'vitest';
import { createRun, defaultConfig, type Run, record } from '../sim';
import { linkError } from './errors';
import { formatTime, readTime } from './instant';
import { runToJson } from './json';
import { encodeRun } from './link';
import { fieldsOfLink, runFromText } from './outside';

const run: Run = record(createRun(4127, defaultConfig(7)), 400_001, { type: 'crash', server: 2 });
const code = encodeRun(run);

describe('an instant', () => {
  test('is written as short as possible', () => {
    expect([1_044_000, 1_044_300, 7].map(formatTime)).toEqual(['1044', '1044.3', '0.007']);
  });

  test('is refused when it is none', () => {
    for (const text of ['', '-1', '1e3', 'NaN', '1.2345', '1,5', ' 1', '99999999999', '0x10', '1.']) {
      expect(readTime(text), text).toBeNull();
    }
    expect(readTime('1044.3')).toBe(1_044_300);
  });
});

describe('a run is read from', () => {
  test.each([
    ['its JSON', runToJson(run), null],
    ['JSON on many lines', `\n${JSON.stringify(run, null, 2)}\n`, null],
    ['a whole address', `https://example.org/a/?b#run=${code}&t=1044.3`, 1_044_300],
    ['an address of this page', `http://127.0.0.1:5173/#t=12&run=${code}`, 12_000],
    ['the part from # on, with the end of its line', `#run=${code}&t=0\n`, 0],
    ['the fields alone', `run=${code}`, null],
  ])('%s', (_, text, time) => {
    expect(runFromText(text)).toEqual({ ok: true, value: { run, time } });
  });
});

describe('what holds no run is told apart', () => {
  test.each([
    ['', 'neither'],
    ['hello there', 'neither'],
    ['https://example.org/', 'neither'],
    ['#scenario=two-leaders&t=5', 'noRun'],
    ['https://example.org/#', 'noRun'],
    [`#run=${code}&t=soon`, 'noTime'],
    [`#run=${code.slice(0, -1)}`, 'damaged'],
    ['#run=<b>', 'notALink'],
    ['{"version":1', 'notJson'],
    ['[1]', 'invalid'],
    ['{"version":9}', 'newer'],
    ['{"v":"raft-trace/1","kind":"header"}\n{"t":1}', 'trace'],
    [`#run=${'A'.repeat(210_000)}`, 'neither'],
    ['A'.repeat(8_000_001), 'tooLong'],
  ])('%#: %.20s', (text, expected) => {
    const found = runFromText(text);
    expect(found.ok ? 'opens' : linkError(found.error).code).toBe(expected);
  });

  test('with the field that is wrong', () => {
    const found = runFromText(runToJson({ ...run, seed: -1 }));
    expect(found).toEqual({ ok: false, error: 'seed must be between 0 and 4294967295' });
  });
});

test('the fields of a link are told from other texts with #', () => {
  expect(fieldsOfLink('https://example.org/#scenario=figure-8&t=1')).toBe('scenario=figure-8&t=1');
  expect(fieldsOfLink('{"key":"#run="}')).toBeNull();
  expect(fieldsOfLink('see #run=abc')).toBeNull();
});
