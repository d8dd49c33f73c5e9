import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, part, pointAt, sideOf } from './geometry';
import { linkCurve } from './partition';
import { messageCurve, RING, timerPath } from './paths';
import { layoutStage } from './stage-layout';

const link = fc
  .record({
    servers: fc.integer({ min: 3, max: 9 }),
    from: fc.nat(8),
    step: fc.integer({ min: 1, max: 8 }),
    width: fc.integer({ min: 360, max: 1200 }),
    height: fc.integer({ min: 300, max: 900 }),
  })
  .map(({ servers, from, step, width, height }) => {
    const layout = layoutStage(servers, { width, height });
    const a = from % servers;
    const b = (a + 1 + (step % (servers - 1))) % servers;
    return { layout, from: a + 1, to: b + 1 };
  });

describe('the way of a message', () => {
  test('leads from ring to ring and touches neither', () => {
    fc.assert(
      fc.property(link, ({ layout, from, to }) => {
        const curve = linkCurve(layout, from, to);
        const ring = layout.r * RING;
        for (const [end, server] of [[curve.a, from] as const, [curve.b, to] as const]) {
          const away = distance(end, layout.places[server - 1]);
          expect(away).toBeGreaterThan(ring - 0.5);
          expect(away).toBeLessThan(ring * 1.3);
        }
      }),
    );
  });

  test('is bowed to the right of its sender, so an answer never covers its request', () => {
    fc.assert(
      fc.property(link, ({ layout, from, to }) => {
        const [a, b] = [layout.places[from - 1], layout.places[to - 1]];
        for (const t of [0.2, 0.5, 0.8]) {
          expect(sideOf(a, b, pointAt(linkCurve(layout, from, to), t))).toBeGreaterThan(0);
          expect(sideOf(a, b, pointAt(linkCurve(layout, to, from), t))).toBeLessThan(0);
        }
      }),
    );
  });

  test('is bowed by nine hundredths of its length', () => {
    const middle = pointAt(messageCurve({ x: 0, y: 0 }, { x: 200, y: 0 }, 20), 0.5);
    expect(middle.x).toBeCloseTo(100);
    expect(middle.y).toBeCloseTo(18);
  });

  test('a part of a curve lies on the curve', () => {
    const curve = messageCurve({ x: 10, y: 20 }, { x: 300, y: 140 }, 30);
    const piece = part(curve, 0.25, 0.75);
    const [whole, half] = [pointAt(curve, 0.5), pointAt(piece, 0.5)];
    expect(half.x).toBeCloseTo(whole.x);
    expect(half.y).toBeCloseTo(whole.y);
  });
});

describe('a timer', () => {
  test('empties clockwise from 12 o’clock', () => {
    expect(timerPath(100, 0.5)).toMatch(/^M-?0(\.\d)? 100A100 100 0 [01] 1 0 -100M/);
    expect(timerPath(100, 0)).toBe('M0 -92.6L0 -107.4');
  });
});
