import { describe, expect, test } from 'vitest';
import { runOf } from '../testing/world';
import { type Cluster, type Flight, LOSS_PROGRESS, link, type Packet } from './cluster';
import { lossTime, repeat, transmit } from './network';
import type { LatencyShape, LinkQuality } from './run';
import { startCluster } from './start';

const COUNT = 4000;
const SPAN = { min: 10_000, max: 20_000 };

const vote = (from: number, to: number): Packet => ({
  type: 'RequestVote',
  id: 1,
  from,
  to,
  term: 1,
  lastLogIndex: 0,
  lastLogTerm: 0,
  transfer: false,
});
const request: Packet = {
  type: 'ClientRequest',
  id: 1,
  from: 1,
  to: 2,
  command: { type: 'client', client: 1, serial: 1, oldest: 1, operation: { type: 'get', key: 'x' } },
};

const clusterWith = (quality: Partial<LinkQuality>): Cluster =>
  startCluster(runOf({ network: { latency: SPAN, ...quality } }));

/** Sends `count` packets, one each 1000 µs, and returns what was launched. */
function sendMany(cluster: Cluster, packet: Packet, count = COUNT, seed = 1): [Flight, Flight | null][] {
  return Array.from({ length: count }, (_, i) => {
    const flight = transmit(cluster, seed, packet, i * 1000, 0);
    return [flight, repeat(cluster, seed, flight)];
  });
}

const latencies = (flights: [Flight, Flight | null][]) => flights.map(([{ sentAt, arrivesAt }]) => arrivesAt - sentAt);
const mean = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
const share = (list: number[], accept: (each: number) => boolean) => list.filter(accept).length / list.length;
const shaped = (shape: LatencyShape, latency = SPAN) =>
  latencies(sendMany(clusterWith({ shape, latency }), vote(1, 2)));

describe('latency', () => {
  test.each(['uniform', 'triangular'] as const)('of shape %s stays in its span and is a whole number', (shape) => {
    const found = shaped(shape);
    expect(found.every((each) => Number.isInteger(each) && each >= SPAN.min && each <= SPAN.max)).toBe(true);
    expect(Math.abs(mean(found) - 15_000)).toBeLessThan(150);
  });

  test('includes both ends of its span', () => {
    expect([...new Set(shaped('uniform', { min: 3, max: 5 }))].sort()).toEqual([3, 4, 5]);
  });

  test('of shape uniform is as likely in each quarter of the span', () => {
    for (const quarter of [0, 1, 2, 3]) {
      const from = SPAN.min + quarter * 2500;
      expect(share(shaped('uniform'), (each) => each >= from && each < from + 2500)).toBeCloseTo(0.25, 1);
    }
  });

  test('of shape triangular is mostly in the middle half', () => {
    expect(share(shaped('triangular'), (each) => each >= 12_500 && each <= 17_500)).toBeCloseTo(0.75, 1);
  });

  test('of shape tail is mostly in the lower half and sometimes far beyond the span', () => {
    const found = shaped('tail');
    expect(Math.min(...found)).toBeGreaterThanOrEqual(SPAN.min);
    expect(share(found, (each) => each < 15_000)).toBeGreaterThan(0.6);
    expect(share(found, (each) => each > 20_000)).toBeGreaterThan(0.05);
    expect(share(found, (each) => each > 20_000)).toBeLessThan(0.3);
    expect(Math.max(...found)).toBeGreaterThan(40_000);
    expect(Math.max(...found)).toBeLessThanOrEqual(SPAN.min + 32 * 10_000);
  });

  test.each(['uniform', 'triangular', 'tail'] as const)('of shape %s without width is always the same', (shape) => {
    expect(new Set(shaped(shape, { min: 7000, max: 7000 }))).toEqual(new Set([7000]));
  });

  test('that varies reorders messages, and one that does not never does', () => {
    const overtakes = (found: number[]) => found.some((each, i) => i > 0 && each + 1000 < found[i - 1]);
    expect(overtakes(shaped('uniform'))).toBe(true);
    expect(overtakes(shaped('uniform', { min: 7000, max: 7000 }))).toBe(false);
  });
});

describe('loss', () => {
  test.each([0, 50_000, 500_000, 1_000_000])('at a rate of %i millionths', (loss) => {
    const flights = sendMany(clusterWith({ loss }), vote(1, 2));
    const lost = flights.filter(([{ doom }]) => doom === 'loss').length / COUNT;

    // Four standard deviations are below 0.032.
    expect(Math.abs(lost - loss / 1_000_000)).toBeLessThan(loss % 1_000_000 === 0 ? 1e-9 : 0.032);
  });

  test('takes a message on its way, before it arrives', () => {
    const [[flight]] = sendMany(clusterWith({ loss: 1_000_000 }), vote(1, 2), 1);

    expect(flight.due).toBe(lossTime(flight.sentAt, flight.arrivesAt));
    expect((flight.due - flight.sentAt) / (flight.arrivesAt - flight.sentAt)).toBeCloseTo(LOSS_PROGRESS, 3);
  });

  test('does not change how long the other messages take', () => {
    const arrivals = (loss: number) => latencies(sendMany(clusterWith({ loss }), vote(1, 2), 100));
    expect(arrivals(500_000)).toEqual(arrivals(0));
  });
});

describe('duplication', () => {
  test.each([0, 100_000, 1_000_000])('at a rate of %i millionths', (duplication) => {
    const flights = sendMany(clusterWith({ duplication }), vote(1, 2));
    const copied = flights.filter(([, copy]) => copy !== null).length / COUNT;

    expect(Math.abs(copied - duplication / 1_000_000)).toBeLessThan(duplication % 1_000_000 === 0 ? 1e-9 : 0.032);
  });

  test('makes a second flight of the same message, with a key and a latency of its own', () => {
    const flights = sendMany(clusterWith({ duplication: 1_000_000 }), vote(1, 2), 50);

    for (const [flight, copy] of flights) {
      expect(copy).toMatchObject({ packet: flight.packet, sentAt: flight.sentAt, key: flight.key + 1 });
    }
    expect(flights.some(([flight, copy]) => copy?.arrivesAt !== flight.arrivesAt)).toBe(true);
  });
});

describe('links', () => {
  test('draw from streams of their own: what one carries does not change another', () => {
    const quiet = clusterWith({});
    const busy = clusterWith({});
    sendMany(busy, vote(2, 1), 77);
    sendMany(busy, vote(1, 3), 33);
    sendMany(busy, request, 11);

    expect(latencies(sendMany(busy, vote(1, 2), 50))).toEqual(latencies(sendMany(quiet, vote(1, 2), 50)));
  });

  test('differ from one another, and from seed to seed', () => {
    const draws = [
      latencies(sendMany(clusterWith({}), vote(1, 2), 50)),
      latencies(sendMany(clusterWith({}), vote(2, 1), 50)),
      latencies(sendMany(clusterWith({}), vote(1, 2), 50, 2)),
    ];
    expect(new Set(draws.map(String)).size).toBe(3);
  });

  test('may have a quality of their own, in one direction', () => {
    const cluster = clusterWith({});
    const quality: LinkQuality = { latency: { min: 5, max: 5 }, shape: 'uniform', loss: 0, duplication: 0 };
    cluster.network.links = { [link(1, 2)]: quality };

    expect(latencies(sendMany(cluster, vote(1, 2), 1))).toEqual([5]);
    expect(latencies(sendMany(cluster, vote(2, 1), 1))[0]).toBeGreaterThanOrEqual(SPAN.min);
  });

  test('between clients and servers lose and repeat nothing', () => {
    const flights = sendMany(clusterWith({ loss: 1_000_000, duplication: 1_000_000 }), request, 50);

    expect(flights.every(([{ doom }, copy]) => doom === null && copy === null)).toBe(true);
  });
});
