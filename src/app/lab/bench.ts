/** The experiment that is being done: its results so far, and what is done with the workers. It outlives the page's doors. */
import { type Experiment, linesOf, type Outcome, type Share, sharesOf } from '../../lab';
import type { Pool, RunningJob } from '../../worker';
import { fromFirst, keepResults, keptResults, labStorage } from './keep';

export type Status = 'idle' | 'running' | 'paused' | 'done' | 'broken';

export interface BenchState {
  readonly experiment: Experiment;
  /** By line and trial. While trials are done there may be gaps, which are undefined. A new object with each change. */
  readonly results: readonly (readonly Outcome[])[];
  readonly status: Status;
  readonly done: number;
  readonly total: number;
  /** Seconds; null: not known yet. */
  readonly remaining: number | null;
  /** The results are those that were kept when the page was closed. */
  readonly wasKept: boolean;
  readonly error: string | null;
}

export interface Bench {
  getState(): BenchState;
  subscribe(listener: () => void): () => void;
  /** Puts another experiment on the bench, with what is kept of it. Does nothing when it is there already. */
  open(experiment: Experiment): void;
  /** Does the trials that are missing. */
  run(): void;
  pause(): void;
  /** Ends the work; the results stay. */
  cancel(): void;
  /** Drops the results. */
  clear(): void;
  /** Keeps the results now, because the page may be about to go. */
  keep(): void;
}

/** How often a reader is shown more, and how often it is kept. In real milliseconds. */
const SHOW_MS = 150;
const KEEP_MS = 3000;

type Store = Parameters<typeof keepResults>[0];

/** @param openPool makes the workers, when they are first needed */
export function createBench(
  first: Experiment,
  openPool: () => Promise<Pool> = loadPool,
  store: Store = labStorage(),
): Bench {
  const listeners = new Set<() => void>();
  let pool: Promise<Pool> | null = null;
  /** Grows whenever what was begun is no longer wanted. */
  let turn = 0;
  let job: RunningJob<readonly Outcome[]> | null = null;
  let results: Outcome[][] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let keptAt = 0;
  let clock = { startedAt: 0, doneBefore: 0 };
  let state: BenchState;

  const set = (change: Partial<BenchState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const fresh = (experiment: Experiment): BenchState => {
    const kept = keptResults(store, experiment);
    const lines = linesOf(experiment);
    results = lines.map(({ index }) => kept?.[index] ?? []);
    const total = lines.reduce((sum, { trials }) => sum + trials, 0);
    const done = countOf(results);
    const status = done === total ? 'done' : 'idle';
    const none = { remaining: null, error: null };
    return { experiment, results: copyOf(results), status, done, total, wasKept: done > 0 && done < total, ...none };
  };

  const keep = (): void => {
    keptAt = performance.now();
    keepResults(store, state.experiment, results);
  };

  /** Shows what has come since. */
  const show = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const done = countOf(results);
    const made = done - clock.doneBefore;
    const seconds = (performance.now() - clock.startedAt) / 1000;
    const remaining = made > 0 && seconds > 0.5 ? (seconds / made) * (state.total - done) : null;
    set({ results: copyOf(results), done, remaining });
    if (performance.now() - keptAt > KEEP_MS) keep();
  };

  const take = (line: number, outcomes: readonly Outcome[]): void => {
    for (const outcome of outcomes) results[line][outcome.trial] = outcome;
    timer ??= setTimeout(show, SHOW_MS);
  };

  const startClock = (): void => {
    clock = { startedAt: performance.now(), doneBefore: countOf(results) };
  };

  const end = (status: Status, error: string | null = null): void => {
    job = null;
    show();
    set({ status, error, remaining: null });
    keep();
  };

  const start = (): void => {
    // What follows a gap is done again: it is little, and comes out the same.
    results = results.map(fromFirst);
    const shares = sharesOf(
      state.experiment,
      results.map((outcomes) => outcomes.length),
    );
    startClock();
    set({ status: 'running', wasKept: false, error: null });
    const mine = ++turn;
    pool ??= openPool();
    pool.then(
      (open) => {
        if (turn === mine) begin(open, shares);
      },
      (error: unknown) => {
        pool = null;
        if (turn === mine) end('broken', messageOf(error));
      },
    );
  };

  const begin = (open: Pool, shares: readonly Share[]): void => {
    const mine = open.start('doTrials', shares, {
      watch: (outcomes, share) => {
        if (job === mine) take(shares[share].line, outcomes);
      },
      done: (outcomes, share) => {
        if (job === mine) take(shares[share].line, outcomes);
      },
    });
    job = mine;
    if (state.status === 'paused') mine.pause();
    mine.result.then(
      () => {
        if (job === mine) end('done');
      },
      (error: unknown) => {
        if (job === mine) end('broken', messageOf(error));
      },
    );
  };

  const cancel = (): void => {
    turn++;
    // Its rejection is not heard: it is no longer the job.
    const running = job;
    job = null;
    running?.cancel();
    if (state.status === 'running' || state.status === 'paused') end('idle');
  };

  state = fresh(first);
  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (experiment) => {
      if (JSON.stringify(experiment) === JSON.stringify(state.experiment)) return;
      cancel();
      clearTimeout(timer);
      timer = undefined;
      set(fresh(experiment));
    },
    run: () => {
      if (state.status === 'running') return;
      if (state.status === 'paused') {
        job?.resume();
        startClock();
        set({ status: 'running' });
      } else if (state.done < state.total) start();
    },
    pause: () => {
      if (state.status !== 'running') return;
      job?.pause();
      show();
      set({ status: 'paused', remaining: null });
      keep();
    },
    cancel,
    clear: () => {
      cancel();
      results = results.map(() => []);
      set({ results: copyOf(results), done: 0, status: 'idle', wasKept: false, error: null });
      keep();
    },
    keep: () => {
      if (state.done > 0) keep();
    },
  };
}

const countOf = (results: readonly (readonly Outcome[])[]): number =>
  results.reduce((sum, outcomes) => sum + outcomes.reduce((count) => count + 1, 0), 0);

/** Without gaps: what is drawn are the trials that there are. */
const copyOf = (results: readonly (readonly Outcome[])[]): Outcome[][] =>
  results.map((outcomes) => outcomes.filter((outcome) => outcome !== undefined));

/** The workers are loaded when there is work. */
async function loadPool(): Promise<Pool> {
  return (await import('../../worker')).browserPool();
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
