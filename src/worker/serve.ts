import type { FromWorker, ToWorker } from './message';
import { TASKS } from './tasks';

type Steps = Generator<unknown, unknown, void>;

/** The worker's side: returns what is to be called with each message. Never throws. */
export function serve(answer: (message: FromWorker) => void): (message: ToWorker) => void {
  let steps: Steps | null = null;
  return (message) => {
    const { share } = message;
    try {
      if (message.type === 'begin') steps = begin(message);
      else if (steps !== null) answer({ share, ...workOn(steps, message.milliseconds) });
    } catch (error) {
      steps = null;
      answer({ type: 'failed', share, error: error instanceof Error ? error.message : String(error) });
    }
  };
}

function begin({ task, input }: Extract<ToWorker, { type: 'begin' }>): Steps {
  return (TASKS[task] as (input: unknown) => Steps)(input);
}

function workOn(steps: Steps, milliseconds: number) {
  const until = performance.now() + milliseconds;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { type: 'done', output: value } as const;
    if (performance.now() >= until) return { type: 'progress', progress: value } as const;
  }
}
