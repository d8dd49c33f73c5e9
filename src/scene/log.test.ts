import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { append, EMPTY_LOG, entryAt, type Log } from '../raft';
import { createRun, defaultConfig } from '../sim';
import { createTrace, frameAt } from '../trace';
import { commandLabel } from './labels';
import {
  agreement,
  columnEntries,
  columnX,
  commitLine,
  divergence,
  edgeX,
  ghostOpacity,
  indexX,
  keepInSight,
  type LogColumn,
  lastIndex,
  logColumns,
  logLayout,
  maxStart,
  rowY,
} from './log';
import { viewpoint } from './viewpoint';

const log = (...terms: number[]): Log => terms.reduce((made, term) => append(made, term, { type: 'noop' }), EMPTY_LOG);

const extent = fc
  .record({
    last: fc.nat(100_000),
    room: fc.integer({ min: 3, max: 40 }),
    start: fc.option(fc.integer({ min: -5, max: 100_010 })),
    keep: fc.nat(100_000),
    floor: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 100_000 })),
    focus: fc.option(fc.tuple(fc.integer({ min: 1, max: 100_000 }), fc.nat(50))),
  })
  .map(({ focus, ...rest }) => ({
    ...rest,
    keep: Math.min(rest.keep, rest.last),
    floor: Math.max(1, Math.min(rest.floor, rest.last)),
    focus:
      focus === null || focus[0] > rest.last ? null : { from: focus[0], to: Math.min(rest.last, focus[0] + focus[1]) },
  }));

const bounds = (column: LogColumn): [number, number] =>
  column.type === 'gap' ? [column.from, column.to] : [column.index, column.index];

describe('columns', () => {
  test('cover every index from the first one held to the slot after the longest log, in order, once', () => {
    fc.assert(
      fc.property(extent, (one) => {
        const columns = logColumns(one);
        let next = one.floor;
        for (const column of columns) {
          const [from, to] = bounds(column);
          expect(from).toBe(next);
          expect(to).toBeGreaterThanOrEqual(from);
          next = to + 1;
        }
        expect(next).toBeGreaterThan(one.last + 1);
      }),
    );
  });

  test('are never more than there is room for', () => {
    fc.assert(
      fc.property(extent, (one) => {
        expect(logColumns(one).length).toBeLessThanOrEqual(one.room);
      }),
    );
  });

  test('following the end show the last entry, unless another must be kept in sight', () => {
    fc.assert(
      fc.property(extent, (one) => {
        const columns = logColumns({ ...one, start: null, keep: 0 });
        expect(columns.at(-1)?.type).toBe('entry');
      }),
    );
  });

  test('keep the leader in sight when another log is far longer', () => {
    expect(logColumns({ last: 60, room: 8, start: null, keep: 20, focus: null })).toEqual([
      { type: 'gap', from: 1, to: 19 },
      ...[20, 21, 22, 23, 24, 25].map((index) => ({ type: 'entry', index })),
      { type: 'gap', from: 26, to: 61 },
    ]);
  });

  test('show a log that differs far back apart from the end', () => {
    const columns = logColumns({ last: 100, room: 8, start: null, keep: 99, focus: { from: 5, to: 6 } });
    expect(columns.map(bounds)).toEqual([
      [1, 3],
      [4, 4],
      [5, 5],
      [6, 6],
      [7, 98],
      [99, 99],
      [100, 100],
      [101, 101],
    ]);
  });

  test('begin where the reader scrolled to', () => {
    fc.assert(
      fc.property(extent, (one) => {
        const start = Math.max(one.floor, one.start ?? 1);
        fc.pre(one.last + 1 > one.room && start < maxStart(one.last, one.room));
        expect(logColumns({ ...one, start })).toContainEqual({ type: 'entry', index: start });
      }),
    );
  });

  test('of a short log leave room for empty slots', () => {
    const columns = logColumns({ last: 2, room: 5, start: null, keep: 0, focus: null });
    expect(columns.map(bounds)).toEqual([1, 2, 3, 4, 5].map((i) => [i, i]));
  });
});

describe('entries of columns', () => {
  test('are those of the log, and null where it is shorter', () => {
    fc.assert(
      fc.property(extent, fc.nat(300), (one, length) => {
        let made = EMPTY_LOG;
        for (let i = 1; i <= length; i++) made = append(made, 1 + (i >> 3), { type: 'noop' });
        const columns = logColumns({ ...one, last: Math.max(length, Math.min(one.last, 400)), focus: null, keep: 0 });
        columnEntries(made, columns).forEach((entry, i) => {
          const column = columns[i];
          const expected = column.type === 'gap' || column.index > length ? null : entryAt(made, column.index);
          expect(entry).toBe(expected);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('of two logs agree up to where their terms part', () => {
    expect(agreement(log(1, 1, 2), log(1, 1, 2))).toBe(3);
    expect(agreement(log(1, 1, 2), log(1, 1, 3, 3))).toBe(2);
    expect(agreement(log(1, 1), log(1, 1, 3, 3))).toBe(2);
    expect(agreement(log(1), log(2))).toBe(0);
  });
});

describe('layout', () => {
  const layouts = fc.record({
    width: fc.integer({ min: 280, max: 1000 }),
    height: fc.integer({ min: 210, max: 700 }),
    servers: fc.integer({ min: 3, max: 9 }),
    compact: fc.boolean(),
  });

  test('keeps all rows and columns inside, none over another', () => {
    fc.assert(
      fc.property(layouts, ({ width, height, servers, compact }) => {
        const layout = logLayout(width, height, servers, compact);
        expect(layout.cellWidth).toBeLessThan(layout.pitch);
        expect(layout.cellHeight).toBeLessThan(layout.rowPitch);
        expect(columnX(layout, layout.room - 1) + layout.cellWidth).toBeLessThanOrEqual(width);
        expect(rowY(layout, servers - 1) + layout.rowPitch).toBeLessThanOrEqual(height + 1);
      }),
    );
  });

  test('puts term above command where there is height, terms alone on phones', () => {
    expect(logLayout(388, 300, 5, false).style).toBe('stacked');
    expect(logLayout(388, 230, 9, false).style).toBe('inline');
    expect(logLayout(350, 190, 5, true).style).toBe('number');
    expect(logLayout(388, 300, 5, false).room).toBe(7);
  });

  test('places indexes in their columns, in gaps in the middle, and nowhere beyond the end', () => {
    const layout = logLayout(388, 300, 5, false);
    const columns = logColumns({ last: 30, room: layout.room, start: null, keep: 0, focus: null });
    expect(indexX(layout, columns, 30)).toBe(columnX(layout, 5) + layout.cellWidth / 2);
    expect(indexX(layout, columns, 3)).toBe(columnX(layout, 0) + layout.cellWidth / 2);
    expect(indexX(layout, columns, 99)).toBeNull();
    expect(edgeX(layout, columns, 0)).toBeLessThan(layout.left);
    expect(edgeX(layout, columns, 30)).toBeGreaterThan(columnX(layout, 5) + layout.cellWidth);
    expect(edgeX(layout, columns, 30)).toBeLessThan(columnX(layout, 6));
    expect(edgeX(layout, columns, 2)).toBe(columnX(layout, 0) + 3);
  });

  test('draws one stepped line, which a cut and a crashed server interrupt', () => {
    const layout = logLayout(388, 300, 4, false);
    const count = (path: string, letter: string) => path.split(letter).length - 1;
    const whole = commitLine(layout, [100, 100, 150, 150], [false, false, false, false]);
    expect(count(whole, 'M')).toBe(1);
    expect(count(whole, 'H')).toBe(3);
    expect(count(commitLine(layout, [100, 100, 150, 150], [false, true, false, false]), 'M')).toBe(2);
    expect(count(commitLine(layout, [100, null, 150, 150], [false, false, false, false]), 'M')).toBe(2);
  });
});

describe('what servers know', () => {
  const frame = frameAt(
    createTrace(createRun(3, { ...defaultConfig(3), clients: { ...defaultConfig(3).clients, interval: 30_000 } })),
    900_000,
  );

  test('is seen by the chosen leader, else by the leader of the highest term', () => {
    const leader = frame.servers.find(({ role }) => role === 'leader')!;
    expect(viewpoint(frame.servers, null)).toBe(leader);
    const old = { ...frame.servers.find((server) => server !== leader)!, role: 'leader' as const, term: 0 };
    const two = frame.servers.map((server) => (server.id === old.id ? old : server));
    expect(viewpoint(two, null)).toBe(leader);
    expect(viewpoint(two, old.id)).toBe(old);
    expect(viewpoint([], null)).toBeNull();
  });

  test('differs nowhere in a calm cluster', () => {
    expect(divergence(frame.servers)).toBeNull();
    expect(lastIndex(frame)).toBeGreaterThan(5);
    expect(keepInSight(frame.servers, 7)).toBeLessThanOrEqual(lastIndex(frame));
  });

  test('finds the first entry that the leader does not have', () => {
    const [first, ...others] = frame.servers.map((server) => ({ ...server, log: log(1, 1, 1, 3, 3) }));
    expect(divergence([{ ...first, role: 'follower', log: log(1, 1, 2, 2) }, ...others])).toEqual({ from: 3, to: 4 });
  });
});

test('commands are short', () => {
  const client = { type: 'client', client: 1, serial: 1, oldest: 1 } as const;
  expect(commandLabel({ type: 'noop' }, 'no-op')).toBe('no-op');
  expect(commandLabel({ ...client, operation: { type: 'put', key: 'x', value: '1' } }, '')).toBe('x←1');
  expect(commandLabel({ ...client, operation: { type: 'append', key: 'x', value: '1' } }, '')).toBe('x+=1');
  expect(commandLabel({ ...client, operation: { type: 'get', key: 'x' } }, '')).toBe('x?');
});

test('lost entries fade', () => {
  expect(ghostOpacity(0)).toBe(1);
  expect(ghostOpacity(100_000)).toBe(0.5);
  expect(ghostOpacity(900_000)).toBe(0);
});
