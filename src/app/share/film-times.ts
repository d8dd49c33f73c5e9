/** Which instants of a run a film shows. */
import { MILLISECOND, type Microseconds } from '../../sim';
import type { Playback } from '../../store';
import { lengthAt, lookoutOf, type Trace } from '../../trace';

/** One frame, in real milliseconds. */
export const FRAME = 80;
/** Twelve seconds of film. */
export const FRAMES_MAX = 150;
/** What is filmed without a loop: eight seconds at the speed of the page. */
const FRAMES_USUAL = 100;

/** The loop once, or what comes next, at the speed at which the page would play it; at most 150 instants. */
export function filmTimes(
  trace: Trace,
  time: Microseconds,
  { loop, auto, rate }: Pick<Playback, 'loop' | 'auto' | 'rate'>,
): readonly Microseconds[] {
  const isLooped = loop?.to != null;
  const end = isLooped ? (loop.to as Microseconds) : Number.POSITIVE_INFINITY;
  const most = isLooped ? FRAMES_MAX : FRAMES_USUAL;
  const lookout = lookoutOf(trace);
  const times: Microseconds[] = [];
  for (let at = isLooped ? loop.from : time; at <= end && times.length < most; ) {
    times.push(Math.round(at));
    at += auto ? lengthAt(trace, at, FRAME, lookout) : FRAME * MILLISECOND * rate;
  }
  return times;
}
