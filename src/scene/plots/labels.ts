/** Names beside curves: each where it covers neither another name nor a curve. */
import { textWidth } from '../text-width';
import type { PlotBox } from './axis';

export type Point = readonly [x: number, y: number];

export interface CurveLabel {
  readonly id: string;
  /** Where the text begins, on its baseline. */
  readonly x: number;
  readonly y: number;
  /** The point of the curve that it names, and where the line to it starts. */
  readonly to: Point;
  readonly from: Point;
}

export interface NamedCurve {
  readonly id: string;
  readonly name: string;
  readonly points: readonly Point[];
}

const SIZE = 14;
const REACH = 26;
const FINE = 7;
/** How far along the curve names may stand, best first. */
const PLACES = [0.62, 0.8, 0.42, 0.25, 0.9, 0.52, 0.72, 0.33, 0.12];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Places for the names, one after the other; a curve with no points gets none. */
export function placeLabels(curves: readonly NamedCurve[], frame: PlotBox): CurveLabel[] {
  const dots = curves.flatMap(({ points }) => sample(points));
  const taken: Box[] = [];
  const labels: CurveLabel[] = [];
  for (const { id, name, points } of curves) {
    if (points.length === 0) continue;
    const width = textWidth(name, SIZE) * 1.06;
    let best: { label: CurveLabel; box: Box; cost: number } | null = null;
    for (const [rank, place] of PLACES.entries()) {
      const to = at(points, place);
      for (const side of [1, -1]) {
        for (const drop of [14, -16, 0]) {
          const x = side > 0 ? to[0] + REACH : to[0] - REACH - width;
          const box = { x, y: to[1] + drop - SIZE / 2, width, height: SIZE + 4 };
          const cost = costOf(box, taken, dots, frame) + rank * 0.3 + (drop === 0 ? 0.2 : 0);
          if (best !== null && cost >= best.cost) continue;
          const from: Point = [side > 0 ? x - 4 : x + width + 4, to[1] + drop + 2];
          best = { label: { id, x, y: to[1] + drop + 7, to, from }, box, cost };
        }
      }
    }
    if (best === null) continue;
    taken.push(best.box);
    labels.push(best.label);
  }
  return labels;
}

function costOf(box: Box, taken: readonly Box[], dots: readonly Point[], frame: PlotBox): number {
  const outside =
    box.x < frame.left || box.x + box.width > frame.right || box.y < frame.top || box.y + box.height > frame.bottom;
  const covered = taken.filter((other) => overlap(box, other)).length;
  let crossed = 0;
  for (const [x, y] of dots) {
    if (x > box.x - 5 && x < box.x + box.width + 5 && y > box.y && y < box.y + box.height) crossed++;
  }
  return (outside ? 100 : 0) + covered * 50 + crossed;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + 6 && b.x < a.x + a.width + 6 && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** A point at a part of the way from the bottom to the top of the curve. */
function at(points: readonly Point[], part: number): Point {
  return points[Math.min(points.length - 1, Math.floor(part * points.length))];
}

/** Points of a curve about as far apart as a letter is wide: enough to see what a name would cover. */
function sample(points: readonly Point[]): Point[] {
  const dots: Point[] = [];
  let last: Point = [Number.NEGATIVE_INFINITY, 0];
  for (const [i, to] of points.entries()) {
    const from = i === 0 ? to : points[i - 1];
    const steps = Math.max(1, Math.ceil((Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1])) / FINE));
    for (let k = 1; k <= steps; k++) {
      const dot: Point = [from[0] + ((to[0] - from[0]) * k) / steps, from[1] + ((to[1] - from[1]) * k) / steps];
      if (Math.abs(dot[0] - last[0]) + Math.abs(dot[1] - last[1]) < FINE) continue;
      dots.push(dot);
      last = dot;
    }
  }
  return dots;
}
