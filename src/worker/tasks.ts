/** What a worker can be asked to do: a name for each task of the lab. */
import { compare, doTrials, explore, shrinkAll, tryRuns } from '../lab';

export const TASKS = { tryRuns, explore, shrinkAll, compare, doTrials } as const;

export type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;

/** What a task is given, says on its way, and answers. All of it is plain data. */
export type InputOf<N extends TaskName> = Parameters<Tasks[N]>[0];
export type ProgressOf<N extends TaskName> = ReturnType<Tasks[N]> extends Generator<infer P> ? P : never;
export type OutputOf<N extends TaskName> =
  ReturnType<Tasks[N]> extends Generator<unknown, infer O, unknown> ? O : never;
