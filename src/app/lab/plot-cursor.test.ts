import { expect, it } from 'vitest';
import { moved } from './plot-cursor';

const line = (number: number, count: number) =>
  Array.from({ length: count }, (_, trial) => ({ x: trial, y: number, line: number, trial }));

const SPOTS = [line(0, 11), [], line(2, 21)];

it('arrow keys go along a line, and from line to line at the same part of the way', () => {
  const begin = moved(SPOTS, null, 'ArrowRight');
  expect(begin).toEqual({ line: 0, index: 5 });
  expect(moved(SPOTS, begin, 'ArrowRight')).toEqual({ line: 0, index: 6 });
  expect(moved(SPOTS, begin, 'ArrowLeft')).toEqual({ line: 0, index: 4 });
  expect(moved(SPOTS, begin, 'ArrowDown')).toEqual({ line: 2, index: 10 });
  expect(moved(SPOTS, { line: 2, index: 20 }, 'ArrowUp')).toEqual({ line: 0, index: 10 });
});

it('the ends are the ends, and other keys are not taken', () => {
  expect(moved(SPOTS, { line: 0, index: 0 }, 'ArrowLeft')).toEqual({ line: 0, index: 0 });
  expect(moved(SPOTS, { line: 0, index: 5 }, 'End')).toEqual({ line: 0, index: 10 });
  expect(moved(SPOTS, { line: 2, index: 5 }, 'Home')).toEqual({ line: 2, index: 0 });
  expect(moved(SPOTS, { line: 2, index: 5 }, 'PageDown')).toEqual({ line: 2, index: 7 });
  expect(moved(SPOTS, null, 'x')).toBeNull();
  expect(moved([[], []], null, 'ArrowRight')).toBeNull();
});
