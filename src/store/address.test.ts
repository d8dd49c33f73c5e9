import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeRun, encodeRun } from '../share';
import { createRun, defaultConfig, type Run, record } from '../sim';
import { readAddress, writeAddress } from './address';
import type { Links } from './environment';
import { TIME_MAX } from './playhead';

const links: Links = { encodeRun, decodeRun };
const read = (hash: string) => readAddress(hash, links);
const write = (run: Run, time: number) => writeAddress(run, time, links);

const run: Run = record(createRun(4127, defaultConfig(7)), 400_001, { type: 'partition', groups: [[1, 2], [3]] });

test('any instant of a run survives its address', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: TIME_MAX }), (time) => {
      expect(read(write(run, time))).toEqual({ type: 'run', run, time, group: 1, fault: null });
    }),
  );
});

test('nothing in an address ever throws, and what is not a run is named', () => {
  const value = fc.oneof(fc.string(), fc.base64String(), fc.string({ unit: 'binary' }), fc.integer().map(String));
  const name = fc.constantFrom('run', 't', 'servers', 'seed', 'scenario', 'x');
  const pair = fc.tuple(name, value).map(([key, text]) => `${key}=${text}`);
  const hash = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pair, { maxLength: 5 }).map((pairs) => `#${pairs.join('&')}`),
  );
  fc.assert(
    fc.property(hash, (text) => {
      const address = read(text);
      if (address.type === 'fresh') {
        expect(address.servers).toBeGreaterThanOrEqual(3);
        expect(address.servers).toBeLessThanOrEqual(9);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a damaged link is told from one that holds nothing', () => {
  const whole = write(run, 0);
  const damaged = read(whole.replace(/&t=.*$/, '').slice(0, -3));
  expect(damaged).toMatchObject({ type: 'fresh', fault: { part: 'run' } });
  expect(read('')).toEqual({ type: 'none' });
  expect(read('#')).toEqual({ type: 'none' });
  expect(read('#main')).toEqual({ type: 'none' });
});

test('an absurdly long link is not even read', () => {
  expect(read(`#run=${'A'.repeat(5_000_000)}`)).toMatchObject({ type: 'fresh', fault: { part: 'link' } });
});

test('a good run with a bad time opens at the start', () => {
  expect(read(write(run, 5).replace('t=0.005', 't=soon'))).toMatchObject({
    type: 'run',
    time: 0,
    fault: { part: 'time' },
  });
});

test('an instant of a fresh cluster is understood where the seed names the cluster', () => {
  expect(read('#servers=9&seed=3&t=400.5')).toMatchObject({ type: 'fresh', servers: 9, seed: 3, time: 400_500 });
  expect(read('#servers=9&t=400')).toMatchObject({ type: 'fresh', servers: 9, seed: null, time: 0 });
  expect(read('#servers=9&seed=3&t=soon')).toMatchObject({ time: 0, fault: { part: 'time' } });
});

test('addresses of every kind that were given away open for ever', () => {
  const crashed = 'AQHQANBj';
  expect(read(`#run=${crashed}&t=1044`)).toMatchObject({ type: 'run', time: 1_044_000, fault: null });
  expect(read(`#run=${crashed}&t=400.001`)).toMatchObject({ type: 'run', time: 400_001, fault: null });
  expect(read(`#run=${crashed}`)).toMatchObject({ type: 'run', time: 0, fault: null });
  expect(read('#scenario=figure-8&t=600')).toMatchObject({ type: 'scenario', id: 'figure-8', time: 600_000 });
  expect(read('#servers=7&seed=3&t=250')).toMatchObject({ type: 'fresh', servers: 7, seed: 3, time: 250_000 });
});

test('a whole address with twenty actions has at most 400 characters, whatever the time', () => {
  const actions = Array.from({ length: 20 }, (_, i) => ({
    at: 1 + i * 3_599_999_983,
    action: { type: 'cut', from: (i % 5) + 1, to: ((i + 1) % 5) + 1 } as const,
  }));
  const far: Run = { ...createRun(4_294_967_295), actions };
  const address = `https://raftarium.example/some/path/${write(far, TIME_MAX - 1)}`;
  expect(address.length).toBeLessThanOrEqual(400);
});
