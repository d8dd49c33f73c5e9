/** One hunt after the other, on workers; what it says is data for whoever shows it. */
import { type Exploration, type Finding, lengthOf } from '../../lab';
import type { RuleSwitch } from '../../raft';
import { Cancelled, type Pool, type RunningJob } from '../../worker';

export type HuntState =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'hunting' | 'paused';
      /** Moves tried, situations seen, moves in a second of work. */
      readonly moves: number;
      readonly situations: number;
      readonly rate: number;
    }
  | { readonly phase: 'shrinking'; readonly actions: number }
  | { readonly phase: 'found'; readonly finding: Finding }
  | { readonly phase: 'none'; readonly moves: number }
  | { readonly phase: 'failed'; readonly reason: string };

/** So many rounds of so many moves are a hunt: some minutes on one core, where nothing is found. */
const ROUNDS = 120;
const MOVES = 20_000;

/** Real milliseconds between two words. */
const PACE = 150;

export interface Hunter {
  state(): HuntState;
  subscribe(listener: () => void): () => void;
  start(off: readonly RuleSwitch[], seed: number): void;
  pause(): void;
  resume(): void;
  /** Gives the hunt up. */
  cancel(): void;
  /** Ends the workers. */
  close(): void;
}

/** @param now real time in milliseconds */
export function createHunter(makePool: () => Pool, now: () => number = () => performance.now()): Hunter {
  const listeners = new Set<() => void>();
  let state: HuntState = { phase: 'idle' };
  let pool: Pool | null = null;
  let job: RunningJob<unknown> | null = null;
  let tally = new Tally(now);

  const say = (next: HuntState): void => {
    state = next;
    for (const listener of listeners) listener();
  };

  const hunt = async (off: readonly RuleSwitch[], seed: number): Promise<HuntState> => {
    pool ??= makePool();
    const count = tally;
    const inputs = Array.from({ length: ROUNDS }, (_, round): Exploration => ({ seed, off, round, moves: MOVES }));
    const search = pool.start('explore', inputs, {
      enough: ({ findings }) => findings.length > 0,
      watch: ({ moves, places }, round) => {
        if (count.note(round, moves, places)) say({ phase: 'hunting', ...count.sum() });
      },
      done: ({ moves, places }, round) => count.note(round, moves, places),
    });
    job = search;
    const findings = (await search.result).at(-1)?.findings ?? [];
    if (findings.length === 0) return { phase: 'none', moves: count.sum().moves };
    say({ phase: 'shrinking', actions: Math.min(...findings.map(lengthOf)) });
    const shrinking = pool.start('shrinkAll', [findings], {
      watch: ({ best }) => {
        if (count.isTime()) say({ phase: 'shrinking', actions: lengthOf(best) });
      },
    });
    job = shrinking;
    const [{ best }] = await shrinking.result;
    return { phase: 'found', finding: best };
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(off, seed) {
      job?.cancel();
      tally = new Tally(now);
      say({ phase: 'hunting', ...tally.sum() });
      hunt(off, seed).then(say, (error: unknown) => {
        if (error instanceof Cancelled) return;
        say({ phase: 'failed', reason: error instanceof Error ? error.message : String(error) });
      });
    },
    pause() {
      if (state.phase !== 'hunting') return;
      job?.pause();
      tally.stop();
      say({ phase: 'paused', ...tally.sum() });
    },
    resume() {
      if (state.phase !== 'paused') return;
      tally.goOn();
      job?.resume();
      say({ phase: 'hunting', ...tally.sum() });
    },
    cancel() {
      job?.cancel();
      say({ phase: 'idle' });
    },
    close() {
      job?.cancel();
      pool?.close();
      pool = null;
    },
  };
}

/** What was done so far in all rounds, and how fast. */
class Tally {
  private readonly moves: number[] = [];
  private readonly places: number[] = [];
  private readonly now: () => number;
  private since: number;
  private worked = 0;
  private isRunning = true;
  private said: number;

  constructor(now: () => number) {
    this.now = now;
    this.since = now();
    this.said = this.since;
  }

  /** Returns whether it is time for a word. */
  note(round: number, moves: number, places: number): boolean {
    this.moves[round] = moves;
    this.places[round] = places;
    return this.isTime();
  }

  isTime(): boolean {
    if (!this.isRunning || this.now() - this.said < PACE) return false;
    this.said = this.now();
    return true;
  }

  stop(): void {
    this.worked += this.now() - this.since;
    this.isRunning = false;
  }

  goOn(): void {
    this.since = this.now();
    this.isRunning = true;
  }

  sum(): { moves: number; situations: number; rate: number } {
    const moves = total(this.moves);
    const seconds = (this.worked + (this.isRunning ? this.now() - this.since : 0)) / 1000;
    return { moves, situations: total(this.places), rate: seconds > 0.1 ? Math.round(moves / seconds) : 0 };
  }
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + (number ?? 0), 0);
