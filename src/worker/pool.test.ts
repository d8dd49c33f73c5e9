import { expect, test } from 'vitest';
import { complete, type Trials, tryRuns } from '../lab';
import { defaultOptions } from '../raft';
import { SECOND } from '../sim';
import { Cancelled, createPool, type FromWorker, localPort, type Port, type ToWorker } from '.';

const options = defaultOptions();
const trials = (seed: number, changes: Partial<Trials> = {}): Trials => ({
  seed,
  runs: 3,
  servers: 3,
  length: 2 * SECOND,
  options,
  wide: false,
  ...changes,
});
const INPUTS = [1, 10, 20, 30, 40].map((seed) => trials(seed));
const OUTPUTS = INPUTS.map((input) => complete(tryRuns, input));

/** A worker on this thread that dies with its n-th answer, for each n of the list; workers are numbered from 0. */
function mortalPort(diesWith: number): Port {
  const port = localPort();
  let answers = 0;
  return {
    ...port,
    listen(hear, die) {
      port.listen((message: FromWorker) => {
        if (++answers < diesWith) return hear(message);
        port.end();
        die('the worker died');
      }, die);
    },
  };
}

test.each([1, 2, 4])('%i workers give the outputs in the order of the inputs', async (size) => {
  const pool = createPool(size, localPort);
  const ended: number[] = [];
  const job = pool.start('tryRuns', INPUTS, { done: (_, share) => ended.push(share) });
  expect(await job.result).toEqual(OUTPUTS);
  expect(ended.toSorted()).toEqual([0, 1, 2, 3, 4]);
  pool.close();
});

test('a job without shares is done at once', async () => {
  expect(await createPool(2, localPort).start('tryRuns', []).result).toEqual([]);
});

test('no more workers are made than the pool may have, and they are used again', async () => {
  let made = 0;
  const pool = createPool(2, () => {
    made++;
    return localPort();
  });
  await pool.start('tryRuns', INPUTS).result;
  await pool.start('tryRuns', INPUTS).result;
  expect(made).toBe(2);
});

test('a worker that dies is replaced, and its share is done again', async () => {
  let made = 0;
  const pool = createPool(2, () => mortalPort(made++ < 3 ? 1 : Number.POSITIVE_INFINITY));
  expect(await pool.start('tryRuns', INPUTS).result).toEqual(OUTPUTS);
  expect(made).toBe(5);
});

test('a share that kills every worker fails, with the reason of the last death', async () => {
  let made = 0;
  const pool = createPool(1, () => {
    made++;
    return mortalPort(1);
  });
  await expect(pool.start('tryRuns', [trials(1)]).result).rejects.toThrow('the worker died');
  expect(made).toBe(3);
});

test('a task that throws rejects, and the pool goes on', async () => {
  const pool = createPool(1, localPort);
  const bad = trials(1, { options: null as never });
  await expect(pool.start('tryRuns', [bad, trials(1)]).result).rejects.toThrow(/null/);
  expect(await pool.start('tryRuns', INPUTS).result).toEqual(OUTPUTS);
});

test('where no worker can be made, the job rejects with the reason', async () => {
  const pool = createPool(2, () => {
    throw new Error('no threads here');
  });
  await expect(pool.start('tryRuns', INPUTS).result).rejects.toThrow('no threads here');
});

test('cancelling rejects at once, and nothing of it is heard any more', async () => {
  let heard = 0;
  const pool = createPool(2, localPort);
  const job = pool.start('tryRuns', INPUTS, { watch: () => heard++, done: () => heard++ });
  job.cancel();
  await expect(job.result).rejects.toThrow(Cancelled);
  expect(await pool.start('tryRuns', INPUTS).result).toEqual(OUTPUTS);
  expect(heard).toBe(0);
});

test('a paused job asks nothing of its worker until it is resumed', async () => {
  const posted: ToWorker[] = [];
  let say: (message: FromWorker) => void = () => {};
  const pool = createPool(1, () => ({
    post: (message) => posted.push(message),
    listen: (hear) => {
      say = hear;
    },
    end: () => {},
  }));
  const types = () => posted.map(({ type }) => type);
  const job = pool.start('tryRuns', INPUTS.slice(0, 2));
  expect(types()).toEqual(['begin', 'go']);
  const { share } = posted[0];
  job.pause();
  say({ type: 'progress', share, progress: 1 });
  expect(types()).toEqual(['begin', 'go']);
  job.resume();
  expect(types()).toEqual(['begin', 'go', 'go']);
  job.pause();
  say({ type: 'done', share, output: OUTPUTS[0] });
  expect(posted).toHaveLength(3);
  job.resume();
  expect(types()).toEqual(['begin', 'go', 'go', 'begin', 'go']);
  say({ type: 'progress', share, progress: 'of a share that is over' });
  expect(posted).toHaveLength(5);
  say({ type: 'done', share: posted[3].share, output: OUTPUTS[1] });
  expect(await job.result).toEqual(OUTPUTS.slice(0, 2));
});

test('a share that is enough makes those after it needless, whoever is first', async () => {
  const off = { ...options, off: ['voteTwice'] as const };
  const inputs = [trials(1), trials(1, { options: off, servers: 5, length: 60 * SECOND }), trials(50, { runs: 4000 })];
  const enough = ({ finding }: { finding: unknown }) => finding !== null;
  for (const size of [1, 3]) {
    const pool = createPool(size, localPort);
    const found = await pool.start('tryRuns', inputs, { enough }).result;
    expect(found.map(({ finding }) => finding !== null)).toEqual([false, true]);
    pool.close();
  }
});
