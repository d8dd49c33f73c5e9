import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clientHistory } from '../testing/client-history';
import { expectGolden } from '../testing/golden';
import { ms, runOf } from '../testing/world';
import { type ClientInterval, HISTORY_ROW, historyScene } from './history';

const axis = { from: ms(100), to: ms(900), left: 40, right: 840 };

const interval = (fields: Partial<ClientInterval>): ClientInterval => ({
  key: 'a',
  client: 1,
  label: 'x←7',
  from: ms(200),
  to: ms(300),
  status: 'ok',
  point: ms(250),
  isFault: false,
  ...fields,
});

const barOf = (fields: Partial<ClientInterval>, now = ms(800)) =>
  historyScene([interval(fields)], [1], axis, now).bars[0];

describe('a bar', () => {
  test('lasts from request to answer on the axis, with a tick where the operation took effect', () => {
    expect(barOf({})).toMatchObject({ look: 'ok', x: 140, width: 100, tick: 190, isOpen: false, isClipped: false });
  });

  test('of unknown outcome is open at its end, and lasts until it took effect where it did', () => {
    expect(barOf({ status: 'unknown', point: null })).toMatchObject({ look: 'unknown', isOpen: true, tick: null });
    const late = barOf({ status: 'unknown', point: ms(600) });
    expect(late.x + late.width).toBeGreaterThan(540);
    expect(late.tick).toBe(540);
  });

  test('under way reaches the play head', () => {
    const bar = barOf({ status: 'pending', to: null, point: null });
    expect(bar).toMatchObject({ look: 'pending', isOpen: true });
    expect(bar.x + bar.width).toBeGreaterThanOrEqual(740);
  });

  test('that no order has a place for is a fault and has no tick', () => {
    expect(barOf({ isFault: true, point: null })).toMatchObject({ look: 'fault', tick: null });
  });

  test('that began before the window is clipped; what lies outside, or later than the play head, is left out', () => {
    expect(barOf({ from: ms(50) })).toMatchObject({ x: 40, isClipped: true });
    expect(barOf({ from: ms(10), to: ms(20), point: null })).toBeUndefined();
    expect(barOf({ from: ms(950), to: ms(960), point: null })).toBeUndefined();
    expect(barOf({ from: ms(500), to: null, status: 'pending', point: null }, ms(400))).toBeUndefined();
  });

  test('shows its label beside the tick, or not at all', () => {
    expect(barOf({ point: ms(290) }).text).toEqual({ x: 144, label: 'x←7' });
    expect(barOf({ point: ms(210) }).text?.x).toBeGreaterThan(150);
    expect(barOf({ to: ms(220), point: ms(210) }).text).toBeNull();
  });
});

test('lanes follow one another, and bars of a client do not cover one another', () => {
  const some = fc.record({
    client: fc.integer({ min: 1, max: 3 }),
    from: fc.integer({ min: 0, max: ms(900) }),
    length: fc.option(fc.integer({ min: 0, max: ms(300) })),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 25 }), (drawn) => {
      const intervals = drawn.map(({ client, from, length }, i) => {
        const status = length === null ? 'pending' : 'ok';
        return interval({
          key: String(i),
          client,
          from,
          to: length === null ? null : from + length,
          status,
          point: null,
        });
      });
      const { lanes, bars, height } = historyScene(intervals, [1, 2, 3], axis, ms(900));
      let top = 0;
      for (const lane of lanes) {
        expect(lane.top).toBe(top);
        top += lane.height;
      }
      expect(height).toBe(top);
      bars.forEach((one, i) => {
        const lane = lanes[one.interval.client - 1];
        expect(one.y - HISTORY_ROW / 2).toBeGreaterThanOrEqual(lane.top);
        expect(one.y + HISTORY_ROW / 2).toBeLessThanOrEqual(lane.top + lane.height);
        expect(one.x + one.width).toBeLessThanOrEqual(axis.right + 0.001);
        for (const other of bars.slice(i + 1)) {
          if (one.y === other.y) expect(one.x + one.width <= other.x || other.x + other.width <= one.x).toBe(true);
        }
      });
    }),
    { numRuns: 200 },
  );
});

test('golden: two clients, a leader that crashes, and a client that gives up', () => {
  const clients = { count: 2, interval: ms(90), timeout: ms(120), patience: ms(400) };
  const crash = (at: number, server: number) => ({ at: ms(at), action: { type: 'crash', server } as const });
  const run = { ...runOf({ clients }), actions: [crash(700, 1), crash(701, 2), crash(702, 3)] };
  const window = { from: ms(400), to: ms(1500), left: 40, right: 840 };
  const { lanes, bars } = historyScene(clientHistory(run, ms(1500)).map(intervalOf), [1, 2], window, ms(1500));
  const lines = lanes.map(({ client, top, height }) => `lane C${client} ${top} to ${top + height}`);
  for (const { interval: one, look, x, width, y, isOpen, isClipped, tick, text } of bars) {
    const place = `${Math.round(x)} to ${Math.round(x + width)} at ${y}`;
    const ends = `${isClipped ? ' clipped' : ''}${isOpen ? ' open' : ''}`;
    lines.push(
      `C${one.client} ${one.label} ${look} ${place}${ends}${tick === null ? '' : ` tick ${Math.round(tick)}`}${text === null ? '' : ' labelled'}`,
    );
  }
  expectGolden('history', lines.join('\n'));
});

type Operation = ReturnType<typeof clientHistory>[number];

function intervalOf({ client, serial, operation, invoked, returned, status, point }: Operation): ClientInterval {
  const label = 'value' in operation ? `${operation.key}←${operation.value}` : `${operation.key}?`;
  const key = `${client}-${serial}`;
  return { key, client, label, from: invoked.at, to: returned?.at ?? null, status, point, isFault: false };
}
