import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tickRow, timeAt, xAt } from './axis';

const axisOf = (from: number, to: number, width = 1352) => ({ from, to, left: 64, right: 64 + width });
const labels = (from: number, to: number, width?: number) => {
  const { unit, ticks } = tickRow(axisOf(from, to, width));
  return `${ticks.map(({ text }) => text).join(' ')} ${unit}`;
};

const axes = fc
  .tuple(fc.nat(1_000_000_000), fc.integer({ min: 10_000, max: 600_000_000_000 }), fc.integer({ min: 300, max: 2000 }))
  .map(([from, span, width]) => axisOf(from, from + span, width));

describe('ticks', () => {
  test('stand at round times in the unit that keeps them short', () => {
    expect(labels(0, 1_300_000)).toBe('0 100 200 300 400 500 600 700 800 900 1,000 1,100 1,200 1,300 ms');
    expect(labels(0, 26_000_000)).toBe('0 2 4 6 8 10 12 14 16 18 20 22 24 26 s');
    expect(labels(12_400_000, 12_420_000, 500)).toBe('12,400 12,405 12,410 12,415 12,420 ms');
    expect(labels(700_000_000, 701_300_000, 600)).toBe('11:40.0 11:40.2 11:40.4 11:40.6 11:40.8 11:41.0 11:41.2 clock');
    expect(labels(0, 7_200_000_000, 600)).toBe('0:00 30:00 1:00:00 1:30:00 2:00:00 clock');
  });

  test('never crowd, lie within the axis, and no two say the same', () => {
    fc.assert(
      fc.property(axes, (axis) => {
        const { ticks } = tickRow(axis);
        ticks.forEach(({ x, time }, i) => {
          expect(x).toBeGreaterThanOrEqual(axis.left - 1e-6);
          expect(x).toBeLessThanOrEqual(axis.right + 1e-6);
          expect(Number.isInteger(time)).toBe(true);
          if (i > 0) expect(x - ticks[i - 1].x).toBeGreaterThan(45);
        });
        expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length);
      }),
    );
  });
});

test('pixels and times are two sides of one axis', () => {
  fc.assert(
    fc.property(axes, fc.double({ min: 0, max: 1, noNaN: true }), (axis, part) => {
      const time = Math.round(axis.from + part * (axis.to - axis.from));
      expect(Math.abs(timeAt(axis, xAt(axis, time)) - time)).toBeLessThanOrEqual(1);
    }),
  );
});
