import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { link as simLink } from '../sim';
import type { Frame } from '../trace';
import { between, distance, distanceToLine, sideOf } from './geometry';
import { groupsOf, linkIndex, splitBy, wallProgress, wallsOf } from './partition';
import { RING } from './paths';
import { layoutStage } from './stage-layout';

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

  test('beyond the servers that it parts a rail keeps clear of all labels', () => {
    const halls = contiguous.chain(({ groups }) =>
      fc
        .record({
          width: fc.integer({ min: 400, max: 1200 }),
          height: fc.integer({ min: 380, max: 900 }),
          r: fc.constantFrom(30, 44),
        })
        .map(({ width, height, r }) => ({
          groups,
          layout: layoutStage(groups.length, { width, height }, { r, below: true }),
        })),
    );
    let far = 0;
    fc.assert(
      fc.property(fc.oneof(contiguous, halls), ({ groups, layout }) => {
        const { form, rails } = wallsOf(networkOf(groups), layout);
        if (form !== 'line' || layout.lines === 0) return;
        const { from, to } = rails[0];
        const ends = layout.places.flatMap((place, i) => {
          const next = layout.places[(i + 1) % layout.places.length];
          return groups[i] === groups[(i + 1) % groups.length] ? [] : [between(place, next, 0.5)];
        });
        for (const end of [from, to]) {
          const gap = distance(end, ends[0]) < distance(end, ends[1]) ? ends[0] : ends[1];
          // It ends where it begins to go outwards only where there is no room at all.
          if (distance(gap, end) < 5) continue;
          far++;
          for (let i = 1; i <= 40; i++) {
            const { x, y } = between(gap, end, i / 40);
            const isOver = layout.places.some(
              ({ label: { box } }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
            );
            expect(isOver && distance(gap, between(gap, end, i / 40)) > 5).toBe(false);
          }
        }
      }),
    );
    expect(far).toBeGreaterThan(20);
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
