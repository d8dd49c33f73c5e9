/** The whole of a run on a slim strip, and how busy it was. Times are microseconds of virtual time. */
import type { MarkType, Trace } from '../trace';
import type { TimeWindow } from './axis';

/** A stretch in which the leader of the highest term led. Gaps between bands had no leader. */
export interface TermBand extends TimeWindow {
  readonly term: number;
}

/** More transitions than this in a window are not drawn one by one. */
export const LINES_MAX = 4000;

const FAULTS: ReadonlySet<MarkType> = new Set(['crash', 'cut', 'pause', 'message']);

/** Who led, by term, up to a time; where two led at once, the one with the higher term. */
export function termTape(trace: Trace, upTo: number): TermBand[] {
  const led = trace.spans
    .flatMap((spans) => spans.filter((span) => span.role === 'leader' && span.status === 'up' && span.from < upTo))
    .sort((a, b) => a.from - b.from || a.term - b.term);
  const bands: TermBand[] = [];
  for (const { from, to, term } of led) {
    const end = Math.min(to, upTo);
    const last = bands.at(-1);
    if (last === undefined || last.to <= from || last.term === term) join(bands, from, end, term);
    else if (term > last.term) {
      bands[bands.length - 1] = { ...last, to: from };
      bands.push({ from, to: end, term });
      if (last.to > end) bands.push({ ...last, from: end });
    } else if (end > last.to) bands.push({ from: last.to, to: end, term });
  }
  return bands.filter((band) => band.to > band.from);
}

function join(bands: TermBand[], from: number, to: number, term: number): void {
  const last = bands.at(-1);
  if (last !== undefined && last.term === term && last.to >= from) {
    bands[bands.length - 1] = { ...last, to: Math.max(last.to, to) };
  } else bands.push({ from, to, term });
}

/** When something was broken, up to a time. */
export function faultTimes(trace: Trace, upTo: number): number[] {
  return trace.marks.filter(({ type, at }) => FAULTS.has(type) && at <= upTo).map(({ at }) => at);
}

/** About how many transitions a window holds, without simulating any of it. */
export function countTransitions(trace: Trace, { from, to }: TimeWindow): number {
  return transitionsBefore(trace, to) - transitionsBefore(trace, from);
}

/** Transitions per second of virtual time, stretch by stretch, for windows that hold too many to draw. */
export function transitionDensity(trace: Trace, shown: TimeWindow): (TimeWindow & { readonly rate: number })[] {
  const { keyframes, head } = trace;
  const points = [...keyframes, head].filter(({ time }, i, all) => i === 0 || time > all[i - 1].time);
  const stretches: (TimeWindow & { rate: number })[] = [];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (b.time <= shown.from || a.time >= shown.to) continue;
    stretches.push({ from: a.time, to: b.time, rate: ((b.transitions - a.transitions) * 1e6) / (b.time - a.time) });
  }
  return stretches;
}

function transitionsBefore({ keyframes, head }: Trace, time: number): number {
  if (time >= head.time) return head.transitions;
  let low = 0;
  let high = keyframes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (keyframes[middle].time <= time) low = middle;
    else high = middle - 1;
  }
  const a = keyframes[low];
  const b = keyframes[low + 1] ?? head;
  if (b.time <= a.time || time <= a.time) return a.transitions;
  return a.transitions + ((b.transitions - a.transitions) * (time - a.time)) / (b.time - a.time);
}
