import { expect, test } from 'vitest';
import { timelineLayout } from './timeline-layout';
import { witnessMarks } from './witness';

const layout = timelineLayout(1000, 256, 5, false);
const axis = { from: 1000, to: 2000, left: layout.left, right: layout.right };
const part = (at: number, server: number | null) => ({ at, server });

test('marks lie on the lanes of their servers, on the row of moments for clients, numbered in order of time', () => {
  const { marks, path } = witnessMarks([part(1000, 2), part(1500, 5), part(2000, null)], axis, layout);
  expect(marks.map(({ tag, x, y, isLast }) => [tag, x, y, isLast])).toEqual([
    ['1', layout.left, layout.lanes[1], false],
    ['2', (layout.left + layout.right) / 2, layout.lanes[4], false],
    ['3', layout.right, layout.marks, true],
  ]);
  expect(path.match(/[ML]/g)).toEqual(['M', 'L', 'L']);
});

test('what is outside the window is left out, and the others keep their numbers', () => {
  const { marks, path } = witnessMarks([part(999, 1), part(1700, 1), part(2001, 2)], axis, layout);
  expect(marks.map(({ tag, isLast }) => [tag, isLast])).toEqual([['2', false]]);
  expect(path).toBe('');
});

test('marks that would cover one another are one', () => {
  const { marks } = witnessMarks([part(1500, 1), part(1505, 2), part(1506, 1)], axis, layout);
  expect(marks.map(({ tag, others, isLast }) => [tag, others.length, isLast])).toEqual([
    ['1, 3', 1, true],
    ['2', 0, false],
  ]);
});
