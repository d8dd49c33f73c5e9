import type { OutputOf, ProgressOf, TaskName } from './tasks';

export interface JobOptions<N extends TaskName> {
  /** Hears how each share gets on, by its place among the inputs. */
  readonly watch?: (progress: ProgressOf<N>, share: number) => void;
  /** Hears of each share that is done, in the order in which they end. */
  readonly done?: (output: OutputOf<N>, share: number) => void;
  /** Whether the shares after this one need not be done. */
  readonly enough?: (output: OutputOf<N>) => boolean;
}

/** The job was cancelled by whoever started it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The books of one job: which shares wait, are being done, are done. It knows no worker. */
export class Job {
  paused = false;
  ended = false;
  readonly result: Promise<readonly unknown[]>;
  readonly task: TaskName;
  private readonly inputs: readonly unknown[];
  private readonly options: JobOptions<TaskName>;
  private readonly outputs: unknown[] = [];
  private readonly isFinished: boolean[] = [];
  private readonly attempts: number[] = [];
  /** Places of shares that are not being done, in order. */
  private readonly waiting: number[];
  /** The place of each share that is being done. */
  private readonly places = new Map<number, number>();
  /** How many shares are needed; fewer once one of them is enough. */
  private needed: number;
  private resolve: (outputs: readonly unknown[]) => void = () => {};
  private reject: (error: Error) => void = () => {};

  constructor(task: TaskName, inputs: readonly unknown[], options: JobOptions<TaskName>) {
    this.task = task;
    this.inputs = inputs;
    this.options = options;
    this.waiting = inputs.map((_, place) => place);
    this.needed = inputs.length;
    this.result = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // A job whose result nobody awaits may fail all the same.
    this.result.catch(() => {});
    this.endIfDone();
  }

  hasMore(): boolean {
    return !this.ended && this.waiting.length > 0;
  }

  /** The input of the next share, which goes by this number from now on. */
  take(share: number): unknown {
    const place = this.waiting.shift() as number;
    this.places.set(share, place);
    this.attempts[place] = (this.attempts[place] ?? 0) + 1;
    return this.inputs[place];
  }

  placeOf(share: number): number {
    return this.places.get(share) ?? -1;
  }

  /** Whether nobody waits for this share: the job has ended, or an earlier share was enough. */
  isDone(share: number): boolean {
    return this.ended || this.placeOf(share) >= this.needed;
  }

  watch(progress: unknown, place: number): void {
    this.options.watch?.(progress as never, place);
  }

  finish(share: number, output: unknown): void {
    const place = this.placeOf(share);
    if (this.isDone(share) || this.isFinished[place]) return;
    this.outputs[place] = output;
    this.isFinished[place] = true;
    this.options.done?.(output as never, place);
    if (this.options.enough?.(output as never)) this.needed = place + 1;
    while (this.waiting.length > 0 && (this.waiting.at(-1) as number) >= this.needed) this.waiting.pop();
    this.endIfDone();
  }

  /** The share is to be done again. Returns how often it has been begun. */
  giveBack(share: number): number {
    const place = this.placeOf(share);
    if (!this.isDone(share)) this.waiting.unshift(place);
    return this.attempts[place] ?? 0;
  }

  fail(error: Error): void {
    this.ended = true;
    this.reject(error);
  }

  cancel(): void {
    this.fail(new Cancelled('cancelled'));
  }

  private endIfDone(): void {
    for (let place = 0; place < this.needed; place++) if (!this.isFinished[place]) return;
    this.ended = true;
    this.resolve(this.outputs.slice(0, this.needed));
  }
}
