import { expect, test } from 'vitest';
import { type Draft, toOperation } from './draft';

const draft: Draft = { kind: 'put', key: ' x ', value: '8', expected: '', read: 'stale' };

test('fields become an operation', () => {
  expect(toOperation(draft)).toEqual({ type: 'put', key: 'x', value: '8' });
  expect(toOperation({ ...draft, kind: 'append' })).toEqual({ type: 'append', key: 'x', value: '8' });
  expect(toOperation({ ...draft, kind: 'inc' })).toEqual({ type: 'inc', key: 'x' });
  expect(toOperation({ ...draft, kind: 'cas' })).toEqual({ type: 'cas', key: 'x', expected: null, value: '8' });
  expect(toOperation({ ...draft, kind: 'cas', expected: '7' })).toMatchObject({ expected: '7' });
  expect(toOperation({ ...draft, kind: 'get' })).toEqual({ type: 'read', key: 'x', mode: 'stale' });
  expect(toOperation({ ...draft, kind: 'get', read: 'log' })).toEqual({ type: 'get', key: 'x' });
});

test('what lacks something, or is too long, is none', () => {
  expect(toOperation({ ...draft, key: ' ' })).toBeNull();
  expect(toOperation({ ...draft, value: '' })).toBeNull();
  expect(toOperation({ ...draft, kind: 'cas', value: '' })).toBeNull();
  expect(toOperation({ ...draft, value: 'v'.repeat(65) })).toBeNull();
});
