/**
 * A pool of workers and the jobs they do. A job is one task with several inputs, each of which is a share. A worker
 * that dies is replaced and its share is done again from its beginning, which changes no output because tasks are pure.
 */
import { Job, type JobOptions } from './job';
import type { FromWorker, Port } from './message';
import type { InputOf, OutputOf, TaskName } from './tasks';

/** How long a worker works before it listens: pause and cancel take effect about as fast. */
const SLICE_MS = 60;

/** How often a share may be begun: what kills three workers will kill the fourth. */
const ATTEMPTS = 3;

export interface RunningJob<O> {
  /**
   * The outputs in the order of the inputs, up to the first that is enough: the same however many workers there are.
   * Rejects when the task fails, when workers die of it, and with `Cancelled`.
   */
  readonly result: Promise<readonly O[]>;
  pause(): void;
  resume(): void;
  cancel(): void;
}

export interface Pool {
  /** The most workers at a time. */
  readonly size: number;
  start<N extends TaskName>(task: N, inputs: readonly InputOf<N>[], options?: JobOptions<N>): RunningJob<OutputOf<N>>;
  /** Ends all workers; jobs that run are cancelled. */
  close(): void;
}

interface Worker {
  readonly port: Port;
  job: Job | null;
  share: number;
  /** It waits for a `go` that a pause holds back. */
  waits: boolean;
}

/** @param spawn makes one more worker; where it throws, the jobs that need it fail */
export function createPool(size: number, spawn: () => Port): Pool {
  const workers = new Set<Worker>();
  let jobs: Job[] = [];
  /** Numbers that are never used again: what a worker says of a share that it no longer has is not heard. */
  let shares = 0;

  const drop = (worker: Worker): void => {
    workers.delete(worker);
    worker.job = null;
    worker.port.end();
  };

  const hire = (): Worker => {
    const port = spawn();
    const worker: Worker = { port, job: null, share: 0, waits: false };
    port.listen(
      (message) => hear(worker, message),
      (reason) => bury(worker, reason),
    );
    workers.add(worker);
    return worker;
  };

  const go = (worker: Worker): void => {
    worker.waits = worker.job?.paused ?? false;
    if (!worker.waits) worker.port.post({ type: 'go', share: worker.share, milliseconds: SLICE_MS });
  };

  const hear = (worker: Worker, message: FromWorker): void => {
    const { job } = worker;
    if (job === null || message.share !== worker.share) return;
    const at = job.placeOf(worker.share);
    if (message.type === 'progress') {
      job.watch(message.progress, at);
      go(worker);
      return;
    }
    worker.job = null;
    if (message.type === 'done') job.finish(worker.share, message.output);
    else job.fail(new Error(message.error));
    work();
  };

  const bury = (worker: Worker, reason: string): void => {
    const { job, share } = worker;
    drop(worker);
    if (job !== null && job.giveBack(share) >= ATTEMPTS) job.fail(new Error(reason));
    work();
  };

  /** Gives shares to workers as long as there are both. */
  const work = (): void => {
    jobs = jobs.filter((job) => !job.ended);
    for (const worker of workers) if (worker.job?.isDone(worker.share)) drop(worker);
    for (const job of jobs) {
      while (!job.paused && job.hasMore()) {
        const worker = [...workers].find((other) => other.job === null) ?? (workers.size < size ? hireFor(job) : null);
        if (worker === null) return;
        begin(worker, job);
      }
    }
  };

  const hireFor = (job: Job): Worker | null => {
    try {
      return hire();
    } catch (error) {
      job.fail(error instanceof Error ? error : new Error(String(error)));
      return null;
    }
  };

  const begin = (worker: Worker, job: Job): void => {
    worker.job = job;
    worker.share = ++shares;
    const input = job.take(worker.share);
    worker.port.post({ type: 'begin', share: worker.share, task: job.task, input });
    go(worker);
  };

  const hold = (job: Job, paused: boolean): void => {
    job.paused = paused;
    if (paused) return;
    for (const worker of workers) if (worker.job === job && worker.waits) go(worker);
    work();
  };

  return {
    size,
    start(task, inputs, options = {}) {
      const job = new Job(task, inputs, options as JobOptions<TaskName>);
      jobs.push(job);
      work();
      return {
        result: job.result as Promise<readonly OutputOf<typeof task>[]>,
        pause: () => hold(job, true),
        resume: () => hold(job, false),
        cancel: () => {
          job.cancel();
          work();
        },
      };
    },
    close() {
      for (const job of jobs) job.cancel();
      for (const worker of workers) drop(worker);
    },
  };
}
