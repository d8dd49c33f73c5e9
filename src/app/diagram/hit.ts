/** What lies at a point of the diagram. */
import { laneOfPlace, nearestLine, type Point, type SpacetimeScene, timeAt, xAt } from '../../scene';
import { type Chronicle, firstAtLeast } from '../../trace';

/** A message by its place in the chronicle, or an event by its row; -1: none. */
export interface Hit {
  readonly message: number;
  readonly row: number;
}

export const NOTHING: Hit = { message: -1, row: -1 };

/** So close to a lane an event on it is meant, in pixels. */
const REACH = 9;
/** What tells nothing must be so much closer. */
const DULL = 3;

/** Events come before messages, because all messages end at events. */
export function hitAt(chronicle: Chronicle, scene: SpacetimeScene, point: Point): Hit {
  const { axis, layout, lines } = scene;
  if (point.x < axis.left || point.x > axis.right) return NOTHING;
  const row = eventAt(chronicle, scene, point);
  if (row >= 0) return { message: -1, row };
  const line = nearestLine(lines, axis, layout.lanes, point);
  return line === null ? NOTHING : { message: line.message, row: -1 };
}

function eventAt({ events }: Chronicle, { axis, layout }: SpacetimeScene, { x, y }: Point): number {
  const lane = layout.lanes.findIndex((middle) => Math.abs(middle - y) <= REACH) + 1;
  if (lane === 0) return -1;
  const end = firstAtLeast(events.at, events.count, timeAt(axis, x + REACH));
  let best = -1;
  let least = REACH;
  for (let row = firstAtLeast(events.at, events.count, timeAt(axis, x - REACH)); row < end; row++) {
    if (laneOfPlace(layout, events.place[row]) !== lane) continue;
    const away = Math.abs(xAt(axis, events.at[row]) - x) + (events.telling[row] === 1 ? 0 : DULL);
    if (away < least) [best, least] = [row, away];
  }
  return best;
}

/** The clients that have done something, by number. */
export function clientsOf({ events }: Chronicle): readonly number[] {
  const found = new Set<number>();
  for (let row = 0; row < events.count; row++) if (events.place[row] < 0) found.add(-events.place[row]);
  return [...found].sort((a, b) => a - b);
}
