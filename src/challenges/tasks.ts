/** Tasks for the sandbox: goals that the simulator checks, as functions of (run, time). */
import { figure8, liveConfig } from '../scenarios';
import {
  advance,
  type Cluster,
  createRun,
  MILLISECOND,
  type Microseconds,
  type Run,
  startCluster,
  type Transition,
} from '../sim';
import {
  type Judge,
  judgeAvailability,
  judgeDeposed,
  judgeOverwritten,
  judgeSnapshot,
  judgeSplitVote,
  judgeStaleRead,
  judgeTermsInVain,
  judgeTwoLeaders,
} from './judges';

export interface Task {
  /** Names the task in links, texts and the reader's progress. */
  readonly id: string;
  readonly start: { readonly run: Run; readonly time: Microseconds };
  /** How many steps lead to the goal; the last one is the goal. */
  readonly steps: number;
  readonly judge: () => Judge;
}

export interface TaskState {
  /** Which steps have been reached; the last one: the task is done. */
  readonly steps: readonly boolean[];
  /** When the goal was reached, or null. */
  readonly doneAt: Microseconds | null;
  /** What keeps the goal from being reached in this run: a rule that is off, a crash where the task does without. */
  readonly spoilt: 'rules' | 'crash' | null;
}

const busy = (seed: number, interval: number, clients = 1): Run => {
  const config = liveConfig(5);
  return createRun(seed, {
    ...config,
    clients: { ...config.clients, count: clients, interval: interval * MILLISECOND },
  });
};

const LIVE = { run: busy(3, 350), time: 300 * MILLISECOND };

/** Figure 8 (a): S1 leads term 2 and has brought its entry to S2 only; timers run out when they are told to. */
const FIGURE = {
  run: { ...figure8.run, actions: figure8.run.actions.filter(({ at }) => at <= 110 * MILLISECOND) },
  time: 150 * MILLISECOND,
};

export const TASKS: readonly Task[] = [
  { id: 'two-leaders', start: LIVE, steps: 2, judge: judgeTwoLeaders },
  { id: 'split-vote', start: LIVE, steps: 2, judge: judgeSplitVote },
  { id: 'deposed', start: LIVE, steps: 2, judge: judgeDeposed },
  { id: 'unavailable', start: LIVE, steps: 2, judge: judgeAvailability },
  { id: 'snapshot', start: LIVE, steps: 3, judge: judgeSnapshot },
  { id: 'three-terms', start: LIVE, steps: 3, judge: judgeTermsInVain },
  { id: 'stale-read', start: { run: busy(3, 0, 2), time: 300 * MILLISECOND }, steps: 3, judge: judgeStaleRead },
  { id: 'overwritten', start: FIGURE, steps: 2, judge: judgeOverwritten },
];

export function findTask(id: string): Task | null {
  return TASKS.find((task) => task.id === id) ?? null;
}

/** Follows a reader's run as it grows, is wound back and changed. */
export interface Watcher {
  /** How far the task has come in this run up to this time. */
  look(run: Run, time: Microseconds): TaskState;
}

/** The further a run goes, the less is simulated again: only what is new, unless the run changed or went back. */
export function createWatcher(task: Task): Watcher {
  let run: Run | null = null;
  let cluster: Cluster | null = null;
  let judge = task.judge();
  let doneAt: Microseconds | null = null;
  let broken = false;
  let seen = -1;
  return {
    look: (next, time) => {
      if (next !== run || time < seen || cluster === null) {
        run = next;
        cluster = startCluster(next);
        judge = task.judge();
        doneAt = null;
        broken = false;
      }
      if (doneAt === null && !broken) {
        const now = cluster;
        advance(now, next, time, (transition: Transition) => {
          // The goals are for Raft as it is.
          broken ||= now.options.off.length > 0;
          if (!broken) judge.see(transition, now);
          if (judge.steps().at(-1) === true) doneAt ??= transition.at;
          return doneAt === null && !broken;
        });
      }
      seen = time;
      return { steps: judge.steps(), doneAt, spoilt: doneAt === null ? spoiltBy(broken, judge) : null };
    },
  };
}

function spoiltBy(broken: boolean, judge: Judge): TaskState['spoilt'] {
  if (broken) return 'rules';
  return judge.isSpoilt?.() === true ? 'crash' : null;
}
