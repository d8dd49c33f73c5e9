import { describe, expect, test } from 'vitest';
import { parseOperation, printOperation } from './operation-text';

describe('operations as text', () => {
  test.each([
    ['x ← 8', { type: 'put', key: 'x', value: '8' }],
    ['x<-8', { type: 'put', key: 'x', value: '8' }],
    ['x = 8', { type: 'put', key: 'x', value: '8' }],
    ['x := a b', { type: 'put', key: 'x', value: 'a b' }],
    ['x += 8', { type: 'append', key: 'x', value: '8' }],
    [' 名字?', { type: 'get', key: '名字' }],
    ['x？', { type: 'get', key: 'x' }],
    ['x? log', { type: 'get', key: 'x' }],
    ['x? ReadIndex', { type: 'read', key: 'x', mode: 'readIndex' }],
    ['x? consistent', { type: 'read', key: 'x', mode: 'readIndex' }],
    ['x? default', { type: 'read', key: 'x', mode: 'lease' }],
    ['x?stale', { type: 'read', key: 'x', mode: 'stale' }],
    ['x++', { type: 'inc', key: 'x' }],
    ['x:1→2', { type: 'cas', key: 'x', expected: '1', value: '2' }],
    ['x:∅->2', { type: 'cas', key: 'x', expected: null, value: '2' }],
  ])('%s is understood', (text, operation) => {
    expect(parseOperation(text)).toEqual(operation);
  });

  test.each(['', 'x', '= 8', 'x =', 'x y = 8', '?', 'x? soon', `${'k'.repeat(65)}?`, `x = ${'v'.repeat(65)}`])(
    '%s is not understood',
    (text) => {
      expect(parseOperation(text)).toBeNull();
    },
  );

  test('what is printed can be read again', () => {
    for (const text of ['x←8', 'x+=8', 'x?', 'x++', 'x:1→2', 'x:∅→2', 'x? ReadIndex', 'x? lease', 'x? stale']) {
      const operation = parseOperation(text);
      expect(operation).not.toBeNull();
      expect(operation === null ? '' : printOperation(operation)).toBe(text);
    }
  });
});
