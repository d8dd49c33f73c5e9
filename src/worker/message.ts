/** What passes between the page and a worker. A worker has one share of work at a time and does nothing unasked. */
import type { TaskName } from './tasks';

export type ToWorker =
  /** Begin this share anew, whatever was going on before. It waits for the first `go`. */
  | { readonly type: 'begin'; readonly share: number; readonly task: TaskName; readonly input: unknown }
  /** Work on for about this many real milliseconds, then say how far it is. */
  | { readonly type: 'go'; readonly share: number; readonly milliseconds: number };

export type FromWorker =
  | { readonly type: 'progress'; readonly share: number; readonly progress: unknown }
  | { readonly type: 'done'; readonly share: number; readonly output: unknown }
  /** The task threw: a fault of ours, or an input that it refuses. */
  | { readonly type: 'failed'; readonly share: number; readonly error: string };

/** One end of the way to a worker, whatever kind of thread that is. */
export interface Port {
  post(message: ToWorker): void;
  /** Called once, before anything is posted. `die` is called at most once; nothing is heard after it. */
  listen(hear: (message: FromWorker) => void, die: (reason: string) => void): void;
  /** Ends the worker at once. */
  end(): void;
}
