/** The stretch of time that an embed's bar shows, and the moments on it. */
import { type Axis, xAt } from '../scene';
import { MILLISECOND, type Microseconds, type Run, SECOND } from '../sim';
import { extend, fork, type Mark, type MarkType, type Trace } from '../trace';

/** So much is shown after the last thing that was done to a run that has no end. */
const AFTER: Microseconds = 600 * MILLISECOND;
const LEAST: Microseconds = SECOND;

/** Longer stretches are shown as far as they are known: nobody waits for their simulation. */
const AHEAD_MOST: Microseconds = 60 * SECOND;

/** Where the bar ends. */
export function endOf(run: Run, until: Microseconds | null, horizon: Microseconds): Microseconds {
  if (until !== null) return until;
  const last = run.actions.at(-1)?.at ?? 0;
  return Math.max(LEAST, last + AFTER, horizon);
}

/** Key moments up to the end of the bar, also those that have not been simulated yet. */
export function marksUntil(trace: Trace, end: Microseconds): readonly Mark[] {
  if (trace.horizon >= end || end - trace.horizon > AHEAD_MOST) return trace.marks.filter(({ at }) => at <= end);
  const ahead = fork(trace, trace.run);
  extend(ahead, end);
  return ahead.marks;
}

/** Those that have a mark, the weightiest first. */
const SHOWN: readonly MarkType[] = ['leader', 'crash', 'election', 'cut', 'restart', 'heal', 'members', 'snapshot'];

/** Marks that do not touch, in order of time: where two would, the weightier stays. */
export function roomFor(marks: readonly Mark[], axis: Axis, apart: number): readonly { mark: Mark; x: number }[] {
  const placed: { mark: Mark; x: number }[] = [];
  for (const type of SHOWN) {
    for (const mark of marks) {
      if (mark.type !== type || mark.at < axis.from || mark.at > axis.to) continue;
      const x = xAt(axis, mark.at);
      if (placed.every((other) => Math.abs(other.x - x) >= apart)) placed.push({ mark, x });
    }
  }
  return placed.sort((a, b) => a.x - b.x);
}
