/**
 * Work that takes long, as a generator: it yields its progress often (every few milliseconds of work), so that whoever
 * drives it can pause it or let it go, and returns its output. The same input gives the same output. Inputs, progress
 * and outputs are plain data, because they may come from and go to another thread.
 */
export type Task<Input, Progress, Output> = (input: Input) => Generator<Progress, Output, void>;

/** The output of a task, computed here and now. */
export function complete<Input, Progress, Output>(task: Task<Input, Progress, Output>, input: Input): Output {
  const steps = task(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
