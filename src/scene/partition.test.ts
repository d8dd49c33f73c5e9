import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { link as simLink } from '../sim';
import type { Frame } from '../trace';
import { type Box, between, distanceToLine, sideOf } from './geometry';
import { groupsOf, linkIndex, type Rail, splitBy, wallProgress, wallsOf } from './partition';
import { RING } from './paths';
import { type Layout, layoutStage } from './stage-layout';

type Network = Frame['network'];

function networkOf(groups: readonly number[], changes: Partial<Network> = {}): Network {
  const quality = { latency: { min: 1, max: 1 }, shape: 'uniform', loss: 0, duplication: 0 } as const;
  const isolated = groups.map(() => false);
  return { quality, links: {}, groups, isolated, cuts: [], holds: [], sent: [], ...changes };
}

/** Two groups that are neighbours in the ring. */
const contiguous = fc
  .record({
    servers: fc.integer({ min: 3, max: 9 }),
    first: fc.nat(8),
    count: fc.nat(7),
    width: fc.integer({ min: 360, max: 1200 }),
    height: fc.integer({ min: 300, max: 900 }),
  })
  .map(({ servers, first, count, width, height }) => {
    const inside = 1 + (count % (servers - 1));
    const groups = Array.from({ length: servers }, (_, i) =>
      (i - (first % servers) + servers) % servers < inside ? 1 : 0,
    );
    return { groups, layout: layoutStage(servers, { width, height }) };
  });

describe('walls', () => {
  test('a straight rail has each group on its own side and keeps clear of the servers', () => {
    fc.assert(
      fc.property(contiguous, ({ groups, layout }) => {
        const walls = wallsOf(networkOf(groups), layout);
        expect(['line', 'spokes']).toContain(walls.form);
        if (walls.form !== 'line') return;
        const { from, to } = walls.rails[0];
        const sides = layout.places.map((place) => Math.sign(sideOf(from, to, place)));
        for (const [i, group] of groups.entries()) expect(sides[i]).toBe(sides[groups.indexOf(group)]);
        expect(new Set(sides).size).toBe(2);
        for (const place of layout.places) expect(distanceToLine(from, to, place)).toBeGreaterThan(layout.r * RING);
      }),
    );
  });

  /** How far a wall keeps from a box, in pixels. */
  function nearest({ from, to }: Rail, box: Box): number {
    const points = Array.from({ length: 400 }, (_, i) => between(from, to, i / 399));
    return Math.min(
      ...points.map(({ x, y }) =>
        Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height)),
      ),
    );
  }

  /** Its two ends, which can be dragged, as walls of no length. */
  const gripsOf = ({ from, to }: Rail): Rail[] => [from, to].map((end) => ({ from: end, to: end }));

  /** Where a wall of these groups lies over words, or one of its grips does. */
  function coveredLabels(groups: readonly number[], layout: Layout): number[] {
    if (layout.lines === 0) return [];
    const { rails } = wallsOf(networkOf(groups), layout);
    return layout.places.flatMap(({ label: { box } }, i) =>
      rails.some((rail) => nearest(rail, box) < 6 || gripsOf(rail).some((grip) => nearest(grip, box) < 12))
        ? [i + 1]
        : [],
    );
  }

  /** All ways to cut a ring of servers in two. */
  const cutsOf = (servers: number): number[][] =>
    Array.from({ length: servers }, (_, first) => first).flatMap((first) =>
      Array.from({ length: servers - 1 }, (_, less) =>
        Array.from({ length: servers }, (_, i) => ((i - first + servers) % servers <= less ? 1 : 0)),
      ),
    );

  test.each([
    ['the sandbox at 1280 × 720', 632, 364, {}],
    ['the sandbox at 1000 × 700', 560, 300, {}],
    ['the sandbox at 1920 × 1080', 840, 560, {}],
    ['a phone', 390, 340, {}],
    ['a phone with longer words', 390, 340, { roles: ['Pre-candidate'] }],
    ['a chapter on a phone', 390, 328, {}],
    ['a chapter with its logs on a phone', 390, 304, {}],
    ['a challenge with its logs on a phone', 390, 257, {}],
  ])('in %s no wall that cuts the ring in two touches a word', (_, width, height, options) => {
    for (const servers of [3, 4, 5]) {
      const layout = layoutStage(servers, { width, height }, options);
      for (const groups of cutsOf(servers)) {
        expect(coveredLabels(groups, layout), `${servers} servers, ${groups.join('')}`).toEqual([]);
      }
    }
  });

  test('five servers in the sandbox are parted by one straight rail, two from three', () => {
    const layout = layoutStage(5, { width: 632, height: 364 });
    expect(wallsOf(networkOf([1, 1, 0, 0, 0]), layout).form).toBe('line');
    expect(wallsOf(networkOf([0, 0, 0, 0, 0]), layout).form).toBe('none');
  });

  test('messages meet a wall exactly where the groups differ', () => {
    fc.assert(
      fc.property(contiguous, ({ groups, layout }) => {
        const walls = wallsOf(networkOf(groups), layout);
        if (walls.form !== 'line') return;
        for (let from = 1; from <= groups.length; from++) {
          for (let to = 1; to <= groups.length; to++) {
            if (from === to || groups[from - 1] === groups[to - 1]) continue;
            expect(wallProgress(layout, walls, from, to)).not.toBeNull();
          }
        }
      }),
    );
  });

  test('three groups get a spoke a border; groups that are not neighbours get closed walls', () => {
    const layout = layoutStage(7, { width: 700, height: 500 });
    const spokes = wallsOf(networkOf([0, 0, 1, 1, 2, 2, 2]), layout);
    expect([spokes.form, spokes.rails.length]).toEqual(['spokes', 3]);
    const rings = wallsOf(networkOf([0, 1, 0, 1, 1, 1, 1]), layout);
    expect([rings.form, rings.closed.length, rings.closed[0].length]).toEqual(['rings', 1, 2]);
  });

  test('a message from or to an isolated server ends at its wall', () => {
    const layout = layoutStage(5, { width: 632, height: 500 });
    const walls = wallsOf(networkOf([0, 0, 0, 0, 0], { isolated: [false, true, false, false, false] }), layout);
    expect(walls.isolated).toEqual([2]);
    expect(wallProgress(layout, walls, 2, 4)).toBeLessThan(0.3);
    expect(wallProgress(layout, walls, 4, 2)).toBeGreaterThan(0.6);
    expect(wallProgress(layout, walls, 4, 5)).toBeNull();
  });

  test('one-way cuts and holds are marked on their direction only', () => {
    const layout = layoutStage(3, { width: 632, height: 364 });
    const cuts: boolean[] = [];
    cuts[simLink(1, 3)] = true;
    const walls = wallsOf(networkOf([0, 0, 0], { cuts }), layout);
    expect(walls.cuts.map(({ from, to }) => [from, to])).toEqual([[1, 3]]);
    expect(walls.holds).toEqual([]);
  });

  test('links are numbered as the simulator numbers them', () => {
    for (let from = 1; from <= 9; from++) {
      for (let to = 1; to <= 9; to++) expect(linkIndex(from, to)).toBe(simLink(from, to));
    }
  });
});

describe('a line drawn across the stage', () => {
  test('parts the servers into two groups, or names all of them once', () => {
    const layout = layoutStage(5, { width: 632, height: 500 });
    const { width, height } = layout.size;
    const across = splitBy(layout, { x: 0, y: layout.places[1].y + 60 }, { x: width, y: layout.places[1].y + 60 });
    expect(across.map((group) => group.join(''))).toEqual(['125', '34']);
    expect(splitBy(layout, { x: 0, y: height - 1 }, { x: width, y: height - 1 })).toEqual([[1, 2, 3, 4, 5]]);
    expect(groupsOf(networkOf([0, 1, 0]))).toEqual([[1, 3], [2]]);
  });
});
