/** Lanes that can be looked at from far away: what is too short to be seen gives way to what matters more. */
import type { RoleSpan } from '../trace';
import { type Axis, xAt } from './axis';
import { type Authority, authorityOf } from './timeline-lanes';

/** A piece of a lane as it is drawn. */
export interface LaneRun {
  readonly authority: Authority;
  readonly x1: number;
  readonly x2: number;
}

/** What is shown of several stretches within a pixel. */
const STRENGTH: Record<Authority, number> = {
  leader: 5,
  crashed: 4,
  candidate: 3,
  precandidate: 2,
  paused: 1,
  follower: 0,
};

/** In pixels: shorter pieces are drawn with their neighbours. */
const SHORT = 0.75;
/** More changes than these on a lane, and only those labels are tried that may find room. */
const MANY = 300;
const LABEL_GAP = 14;

/** The pieces of a lane up to an instant; `spans` are one server's, those that overlap the window. */
export function laneRuns(spans: readonly RoleSpan[], axis: Axis, upTo: number): LaneRun[] {
  const runs: { authority: Authority; x1: number; x2: number }[] = [];
  for (const span of spans) {
    const x1 = Math.max(axis.left, xAt(axis, Math.max(span.from, axis.from)));
    const x2 = Math.min(axis.right, xAt(axis, Math.min(span.to, upTo, axis.to)));
    if (x2 <= x1) continue;
    const authority = authorityOf(span);
    const last = runs.at(-1);
    if (last?.authority === authority) last.x2 = x2;
    else if (last !== undefined && last.x2 - last.x1 < SHORT) {
      last.x2 = x2;
      if (x2 - last.x1 >= SHORT || STRENGTH[authority] > STRENGTH[last.authority]) last.authority = authority;
    } else runs.push({ authority, x1, x2 });
  }
  return runs;
}

/** In pixels: what a follower was for so short is no news beside what it is afterwards. */
const BRIEF = 18;

/** The stretches whose labels are worth trying. */
export function labelled(all: readonly RoleSpan[], axis: Axis): readonly RoleSpan[] {
  const lasts = (span: RoleSpan, i: number) =>
    i === all.length - 1 ||
    authorityOf(span) !== 'follower' ||
    xAt(axis, span.to) - xAt(axis, Math.max(span.from, axis.from)) >= BRIEF;
  const spans = all.filter(lasts);
  if (spans.length <= MANY) return spans;
  const chosen: RoleSpan[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    const x = xAt(axis, span.from);
    const previous = chosen.at(-1);
    if (x >= free) {
      chosen.push(span);
      free = x + LABEL_GAP;
    } else if (previous !== undefined && STRENGTH[authorityOf(span)] > STRENGTH[authorityOf(previous)]) {
      chosen[chosen.length - 1] = span;
    }
  }
  return chosen;
}
