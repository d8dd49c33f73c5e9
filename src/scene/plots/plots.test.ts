import { describe, expect, it } from 'vitest';
import {
  cumulativeScene,
  dotsScene,
  linearAxis,
  logAxis,
  nearestSpot,
  spread,
  tickRows,
  trendScene,
  valueAxis,
} from '.';

const BOX = { left: 50, right: 650, top: 20, bottom: 420 };

describe('axes', () => {
  it('go from end to end, and no further', () => {
    const axis = linearAxis(0, 100, [BOX.bottom, BOX.top], 4);
    expect([axis.of(0), axis.of(50), axis.of(100), axis.of(300)]).toEqual([420, 220, 20, 20]);
  });

  it('have ticks at one to nine times each power of ten, with numbers that do not touch', () => {
    const axis = logAxis(10, 1000, [0, 600]);
    expect(axis.of(100)).toBeCloseTo(300);
    expect(axis.ticks.map(({ value }) => value).slice(0, 11)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200]);
    expect(axis.ticks.filter(({ labelled }) => labelled).map(({ value }) => value)).toEqual([10, 30, 100, 300, 1000]);
    const wide = logAxis(70, 100_000, [0, 600]).ticks.filter(({ labelled }) => labelled);
    expect(wide.map(({ value }) => value)).toEqual([100, 1000, 10_000, 100_000]);
  });
});

describe('the texts below an axis', () => {
  const ticks = [0, 40, 80, 200].map((at, value) => ({ value, at, labelled: value !== 3 }));

  it('take a second row where they would touch, and are left out where that is full', () => {
    expect(tickRows(ticks, () => '1')).toEqual([0, 0, 0, null]);
    expect(tickRows(ticks, () => '170 毫秒')).toEqual([0, 1, 0, null]);
    expect(tickRows(ticks, () => 'leader in São Paulo')).toEqual([0, 1, null, null]);
  });
});

describe('cumulative curves', () => {
  const line = { id: 'a', name: 'a line', sorted: [100, 200, 200, 400], count: 8 };

  it('rise by a trial at each value, and end where the trials that ended end', () => {
    const { lines, y, x } = cumulativeScene([line], [], BOX, 1000);
    const points = lines[0].path
      .split(/[ML]/)
      .filter(Boolean)
      .map((text) => text.split(' ').map(Number));
    expect(points[0]).toEqual([Math.round(x.of(100) * 10) / 10, y.of(0)]);
    expect(points.at(-1)?.[1]).toBe(y.of(50));
    for (let i = 1; i < points.length; i++) {
      expect(points[i][0]).toBeGreaterThanOrEqual(points[i - 1][0]);
      expect(points[i][1]).toBeLessThanOrEqual(points[i - 1][1]);
    }
  });

  it('lie flat when nothing ended, and leave out of the reference what is beyond the limit', () => {
    const reference = {
      id: 'a',
      curve: [
        [0.1, 100],
        [0.5, 900],
        [1, 2000],
      ] as const,
    };
    const scene = cumulativeScene([{ ...line, sorted: [] }], [reference], BOX, 1000);
    expect(scene.flat).toEqual(['a']);
    expect(scene.references[0].points).toHaveLength(2);
    expect(cumulativeScene([{ ...line, sorted: [], count: 0 }], [], BOX, 1000).flat).toEqual([]);
  });

  it('have names within the frame that do not cover one another', () => {
    const names = ['one', 'two', 'three', 'four', 'five'];
    const lines = names.map((name, i) => ({
      id: name,
      name: `${name} of the lines`,
      sorted: Array.from({ length: 100 }, (_, k) => 100 + i * 8 + k * 3),
      count: 100,
    }));
    const { labels } = cumulativeScene(lines, [], BOX, 10_000);
    expect(labels.map(({ id }) => id)).toEqual(names);
    for (const [i, one] of labels.entries()) {
      expect(one.y).toBeGreaterThan(BOX.top);
      expect(one.y).toBeLessThan(BOX.bottom + 8);
      for (const other of labels.slice(i + 1)) {
        expect(Math.abs(one.y - other.y) >= 15 || Math.abs(one.x - other.x) >= 90).toBe(true);
      }
    }
  });
});

describe('trends', () => {
  const point = (x: number, y: number) => ({ x, y, low: y * 0.9, high: y * 1.1 });

  it('have a mark for each value that was measured, with its spread', () => {
    const line = { id: 'a', name: 'a', points: [point(0, 10), point(10, Number.NaN), point(20, 40)] };
    const { lines, x } = trendScene([line], [0, 10, 20], BOX, false, null);
    expect(lines[0].marks.map(({ index }) => index)).toEqual([0, 2]);
    expect(lines[0].marks[0].x).toBe(x.of(0));
    expect(lines[0].marks[1].low).toBeGreaterThan(lines[0].marks[1].y);
    expect(lines[0].marks[1].high).toBeLessThan(lines[0].marks[1].y);
  });

  it('put places at even distances without a line between them, and sizes on a log axis', () => {
    const places = trendScene(
      [{ id: 'a', name: 'a', points: [1, 2, 4].map((x) => point(x, 5)) }],
      [1, 2, 4],
      BOX,
      true,
      null,
    );
    const [one, two, three] = places.lines[0].marks;
    expect(two.x - one.x).toBe(three.x - two.x);
    expect(places.lines[0].path).toBe('');
    const sizes = trendScene(
      [{ id: 'a', name: 'a', points: [1, 30, 900].map((x) => point(x, x)) }],
      [1, 30, 900],
      BOX,
      false,
      null,
    );
    expect(sizes.x.log && sizes.y.log).toBe(true);
  });

  it('show differences near the whole', () => {
    const { y } = trendScene([{ id: 'a', name: 'a', points: [point(3, 88), point(9, 97)] }], [3, 9], BOX, false, 100);
    expect(y.ticks[0].value).toBeGreaterThanOrEqual(70);
    expect(y.ticks.at(-1)?.value).toBe(100);
  });
});

describe('dots', () => {
  it('are one for each trial that ended, in the column of their group', () => {
    const y = valueAxis([0, 10], BOX);
    const { columns } = dotsScene(
      [
        { id: 'a', values: [1, null, 3], median: 3 },
        { id: 'b', values: [], median: Number.NaN },
      ],
      BOX,
      y,
    );
    expect(columns[0].path.match(/M/g)).toHaveLength(2);
    expect(columns[0].median).toBe(y.of(3));
    expect(columns[1]).toMatchObject({ path: '', median: null });
    for (let trial = 0; trial < 50; trial++) {
      expect(spread(trial)).toBeGreaterThanOrEqual(0);
      expect(spread(trial)).toBeLessThan(1);
    }
  });
});

it('the nearest spot within reach is meant', () => {
  const spots = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ];
  expect(nearestSpot(spots, 7, 1, 20)).toBe(1);
  expect(nearestSpot(spots, 70, 1, 20)).toBe(-1);
});
