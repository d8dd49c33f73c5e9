/** Frames for the pages that show the stage in every state. */
import { type Action, createRun, defaultConfig, type Run } from '../sim';
import { createTrace, extend, type Frame, frameAt } from '../trace';

/** What is done to a cluster of `servers`, at milliseconds of virtual time. */
export function runWith(servers: number, seed: number, actions: readonly (readonly [number, Action])[] = []): Run {
  const recorded = actions.map(([ms, action]) => ({ at: Math.round(ms * 1000), action }));
  return { ...createRun(seed, defaultConfig(servers)), actions: recorded };
}

export function frameOf(run: Run, ms: number): Frame {
  const trace = createTrace(run);
  extend(trace, (ms + 1) * 1000);
  return frameAt(trace, Math.round(ms * 1000));
}
