/** The moments of a window, and what happened on the lanes. */
import { type Chronicle, firstAtLeast, SIGNS, type Sign, type Trace } from '../trace';
import { type Axis, xAt } from './axis';
import { laneOfPlace, type SpacetimeLayout } from './spacetime-layout';
import { MARK_GAP, marksWithin, type PlacedMark, placeMarks, type TimeMark } from './timeline-marks';

/** Something of note on a lane. */
export interface LaneDot {
  readonly row: number;
  readonly x: number;
  readonly lane: number;
  readonly sign: Sign;
}

/** More moments than these are first thinned, column by column. */
const MANY = 400;
/** More events than these in a window are not drawn one by one. */
const DOTS_MAX = 500;

/** The moments of the window with their places; where several would cover one another, the more telling ones. */
export function spacetimeMarks(trace: Trace, chronicle: Chronicle, axis: Axis): PlacedMark[] {
  const to = Math.min(axis.to, chronicle.until);
  const moments = [...marksWithin(trace, { from: axis.from, to }), ...commitsWithin(chronicle, axis)];
  if (moments.length <= MANY) return placeMarks(moments, axis);
  const columns = new Map<number, TimeMark[]>();
  for (const mark of moments) {
    const column = Math.floor((xAt(axis, mark.at) - axis.left) / MARK_GAP);
    const others = columns.get(column);
    if (others === undefined) columns.set(column, [mark]);
    else others.push(mark);
  }
  return [...columns].flatMap(([column, marks]) => {
    // One place for all of a column: the best of them is found, the others are counted.
    const [best] = placeMarks(marks, { ...axis, left: axis.left, right: axis.left + 1, warp: undefined });
    return best === undefined ? [] : [{ ...best, x: axis.left + (column + 0.5) * MARK_GAP, others: marks.length - 1 }];
  });
}

/** The commits of leaders; of many within a pixel the first. */
function commitsWithin({ events }: Chronicle, axis: Axis): TimeMark[] {
  const { at, committed, commits, place, count } = events;
  const found: TimeMark[] = [];
  const end = firstAtLeast(at, count, axis.to + 1);
  const apart = (axis.to - axis.from) / Math.max(1, axis.right - axis.left);
  let last = Number.NEGATIVE_INFINITY;
  for (let row = firstAtLeast(at, count, axis.from); row < end; row++) {
    if (committed[row] === 0 || at[row] - last < apart) continue;
    last = at[row];
    const to = committed[row];
    found.push({ kind: 'commit', at: last, server: place[row], term: null, from: to - commits[row] + 1, to });
  }
  return found;
}

/** What happened on the lanes, one dot for each that a reader would miss; none where there would be too many. */
export function laneDots({ events }: Chronicle, axis: Axis, layout: SpacetimeLayout): LaneDot[] {
  const { at, telling, place, sign, count } = events;
  const end = firstAtLeast(at, count, axis.to + 1);
  const dots: LaneDot[] = [];
  for (let row = firstAtLeast(at, count, axis.from); row < end; row++) {
    const lane = telling[row] === 0 ? 0 : laneOfPlace(layout, place[row]);
    if (lane === 0) continue;
    if (dots.length === DOTS_MAX) return [];
    dots.push({ row, x: xAt(axis, at[row]), lane, sign: SIGNS[sign[row]] });
  }
  return dots;
}
