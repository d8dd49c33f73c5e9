import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInside, overlaps, touchesDisc } from './geometry';
import { WALL_RING } from './paths';
import { layoutStage } from './stage-layout';

const servers = fc.integer({ min: 3, max: 9 });
const size = fc.record({ width: fc.integer({ min: 320, max: 1400 }), height: fc.integer({ min: 260, max: 1000 }) });

describe('stage layout', () => {
  test('servers stand inside the box with room for the wall of an isolated one, in ring order from the top', () => {
    fc.assert(
      fc.property(servers, size, (count, box) => {
        const { places, r } = layoutStage(count, box);
        expect(places).toHaveLength(count);
        const reach = r * WALL_RING;
        for (const { x, y } of places) {
          expect(isInside({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }, box)).toBe(true);
        }
        expect(Math.abs(places[0].x - box.width / 2)).toBeLessThan(1);
        expect(Math.min(...places.map(({ y }) => y))).toBe(places[0].y);
        expect(places[1].x).toBeGreaterThan(places[0].x);
      }),
    );
  });

  test('neighbours keep their walls apart', () => {
    fc.assert(
      fc.property(servers, size, (count, box) => {
        const { places, r, lines } = layoutStage(count, box);
        if (lines === 0) return;
        for (const [i, a] of places.entries()) {
          for (const b of places.slice(i + 1)) {
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * WALL_RING * r);
          }
        }
      }),
    );
  });

  test('labels are inside the box and meet neither each other nor the wall of an isolated server, their own neither', () => {
    fc.assert(
      fc.property(servers, size, (count, box) => {
        const { places, r, lines } = layoutStage(count, box);
        if (lines === 0) return;
        for (const [i, place] of places.entries()) {
          expect(isInside(place.label.box, box)).toBe(true);
          for (const [j, other] of places.entries()) {
            expect(touchesDisc(place.label.box, other, r * WALL_RING + 2)).toBe(false);
            if (j > i) expect(overlaps(place.label.box, other.label.box)).toBe(false);
          }
        }
      }),
    );
  });

  test.each([
    ['the sandbox at 1280 × 720', 5, 632, 364, 3, 30],
    ['the sandbox at 1440 × 900', 5, 632, 545, 3, 34],
    ['a phone', 5, 390, 340, 1, 28],
    ['nine servers in the sandbox', 9, 632, 364, 1, 24],
  ])('%s keeps its labels and a readable size', (_, count, width, height, lines, radius) => {
    const layout = layoutStage(count, { width, height });
    expect(layout.lines).toBeGreaterThanOrEqual(lines);
    expect(layout.r).toBeGreaterThanOrEqual(radius);
  });
});
