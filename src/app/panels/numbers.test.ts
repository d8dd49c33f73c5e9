import { expect, test } from 'vitest';
import { createTexts } from '../../i18n';
import { MILLISECONDS, PERCENT, readNumber, writeNumber } from './numbers';

const { faults } = createTexts('en').app;

test('milliseconds become microseconds', () => {
  expect(readNumber('12.5', MILLISECONDS, faults)).toEqual({ value: 12_500, fault: null });
  expect(readNumber(' 7,25 ', MILLISECONDS, faults)).toEqual({ value: 7250, fault: null });
});

test('per cent become millionths', () => {
  expect(readNumber('2.5', PERCENT, faults).value).toBe(25_000);
  expect(writeNumber(25_000, PERCENT)).toBe('2.5');
});

test('what is no number, or out of range, is said', () => {
  expect(readNumber('', MILLISECONDS, faults).fault).toBe(faults.number);
  expect(readNumber('1e3', MILLISECONDS, faults).fault).toBe(faults.number);
  expect(readNumber('101', PERCENT, faults).fault).toBe(faults.range('0', '100'));
  expect(readNumber('-1', PERCENT, faults).fault).toBe(faults.range('0', '100'));
});
