import { afterEach, expect, it, vi } from 'vitest';
import { type Experiment, linesOf, runTrial } from '../../lab';
import { createPool, localPort, type Pool, type Port } from '../../worker';
import { presetOf } from './address';
import { type Bench, createBench } from './bench';

const FIGURE_16 = presetOf('figure-16') as Experiment;
const SMALL: Experiment = { ...FIGURE_16, trials: 12, variants: FIGURE_16.variants.slice(3, 5) };

class Memory {
  readonly items = new Map<string, string>();
  getItem = (key: string) => this.items.get(key) ?? null;
  setItem = (key: string, value: string) => void this.items.set(key, value);
}

const DENIED = {
  getItem: () => {
    throw new Error('denied');
  },
  setItem: () => {
    throw new Error('denied');
  },
};

const pools: Pool[] = [];

function local(spawn: () => Port = localPort): () => Promise<Pool> {
  return async () => {
    const pool = createPool(2, spawn);
    pools.push(pool);
    return pool;
  };
}

afterEach(() => {
  for (const pool of pools.splice(0)) pool.close();
});

const isDone = (bench: Bench) => vi.waitFor(() => expect(bench.getState().status).toBe('done'), 20_000);

const expected = linesOf(SMALL).map((line) => Array.from({ length: 12 }, (_, trial) => runTrial(SMALL, line, trial)));

it('does all trials, and comes out with what one trial after the other comes out with', async () => {
  const bench = createBench(SMALL, local(), new Memory());
  expect(bench.getState()).toMatchObject({ status: 'idle', done: 0, total: 24 });
  bench.run();
  await isDone(bench);
  expect(bench.getState().results).toEqual(expected);
});

it('does the share of a worker that died again', async () => {
  let spawned = 0;
  const mortal = (): Port => {
    const port = localPort();
    if (spawned++ > 0) return port;
    let die: (reason: string) => void = () => undefined;
    return {
      ...port,
      listen: (_, end) => {
        die = end;
      },
      post: () => void setTimeout(() => die('killed'), 0),
    };
  };
  const bench = createBench(SMALL, local(mortal), new Memory());
  bench.run();
  await isDone(bench);
  expect(spawned).toBeGreaterThan(1);
  expect(bench.getState().results).toEqual(expected);
});

it('says what went wrong when there can be no worker, and works again when there can', async () => {
  let isOpen = false;
  const pool = async () => {
    if (!isOpen) throw new Error('no worker here');
    return local()();
  };
  const bench = createBench(SMALL, pool, new Memory());
  bench.run();
  await vi.waitFor(() => expect(bench.getState()).toMatchObject({ status: 'broken', error: 'no worker here' }));
  isOpen = true;
  bench.run();
  await isDone(bench);
});

it('can be paused, goes on, and can be cancelled without losing anything', async () => {
  const long = { ...SMALL, trials: 4000 };
  const bench = createBench(long, local(), new Memory());
  bench.run();
  await vi.waitFor(() => expect(bench.getState().done).toBeGreaterThan(0), 20_000);
  bench.pause();
  expect(bench.getState().status).toBe('paused');
  const { done } = bench.getState();
  bench.run();
  await vi.waitFor(() => expect(bench.getState().done).toBeGreaterThan(done), 20_000);
  bench.cancel();
  const left = bench.getState();
  expect(left.status).toBe('idle');
  expect(left.done).toBeGreaterThan(done);
});

it('offers what was kept when it is opened again, and goes on from there', async () => {
  const store = new Memory();
  const first = createBench({ ...SMALL, trials: 4000 }, local(), store);
  first.run();
  await vi.waitFor(() => expect(first.getState().done).toBeGreaterThan(0), 20_000);
  first.pause();
  const again = createBench({ ...SMALL, trials: 4000 }, local(), store);
  expect(again.getState()).toMatchObject({ status: 'idle', wasKept: true });
  expect(again.getState().done).toBeGreaterThan(0);
  expect(again.getState().results[0][0]).toEqual(expected[0][0]);
  again.clear();
  expect(createBench({ ...SMALL, trials: 4000 }, local(), store).getState()).toMatchObject({ done: 0, wasKept: false });
});

it('shows what is done when all of it was kept', async () => {
  const store = new Memory();
  const first = createBench(SMALL, local(), store);
  first.run();
  await isDone(first);
  const again = createBench(SMALL, local(), store).getState();
  expect(again).toMatchObject({ status: 'done', wasKept: false });
  expect(again.results).toEqual(expected);
});

it('works where storage is denied, broken or full of something else', async () => {
  const odd = new Memory();
  odd.setItem('raftarium.lab', '{"version":1,"kept":[{"address":"#lab=figure-16","lines":[["x"]]},7]}');
  const broken = new Memory();
  broken.setItem('raftarium.lab', '{');
  for (const store of [DENIED, null, odd, broken]) {
    const bench = createBench(SMALL, local(), store);
    expect(bench.getState().done).toBe(0);
    bench.run();
    await isDone(bench);
  }
});

it('changes to another experiment', async () => {
  const bench = createBench(SMALL, local(), new Memory());
  bench.run();
  bench.open({ ...SMALL, trials: 6 });
  expect(bench.getState()).toMatchObject({ status: 'idle', done: 0, total: 12 });
  bench.run();
  await isDone(bench);
  expect(bench.getState().results).toEqual(expected.map((outcomes) => outcomes.slice(0, 6)));
});
