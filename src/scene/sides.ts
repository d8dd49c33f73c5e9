/** Where to say beside a straight wall which side is which. */
import type { Configuration, ServerId } from '../raft';
import { type Box, isInside, overlaps, sideOf, touchesDisc } from './geometry';
import type { Walls } from './partition';
import { RING } from './paths';
import type { Layout } from './stage-layout';

export interface SidePlace {
  readonly group: readonly ServerId[];
  /** The space for two lines of text, flush with the nearer edge of the stage. */
  readonly box: Box;
  readonly anchor: 'start' | 'end';
}

/** Whether a group alone can elect and commit: it holds a majority, while two configurations are joint one of each. */
export function holdsMajority({ voters, next }: Configuration, group: readonly ServerId[]): boolean {
  return [voters, next ?? voters].every((ids) => ids.filter((id) => group.includes(id)).length * 2 > ids.length);
}

/** A free corner for each group, or nothing when one of them has none: half a message would mislead. */
export function sidePlaces(
  groups: readonly (readonly ServerId[])[],
  walls: Walls,
  layout: Layout,
  width: number,
  height: number,
): SidePlace[] {
  if (walls.form !== 'line' || groups.length !== 2) return [];
  const places = groups.map((group) => cornerFor(group, walls, layout, width, height));
  return places.every((place) => place !== null) ? places : [];
}

function cornerFor(
  group: readonly ServerId[],
  walls: Walls,
  layout: Layout,
  width: number,
  height: number,
): SidePlace | null {
  const { from, to } = walls.rails[0];
  const side = Math.sign(sideOf(from, to, layout.places[group[0] - 1]));
  const xs = [14, layout.size.width - width - 14];
  const ys = [layout.size.height - height - 10, 10];
  for (const y of ys) {
    for (const [i, x] of xs.entries()) {
      const box = { x, y, width, height };
      if (isFree(box, layout) && cornersOf(box).every((point) => Math.sign(sideOf(from, to, point)) === side)) {
        return { group, box, anchor: i === 0 ? 'start' : 'end' };
      }
    }
  }
  return null;
}

function isFree(box: Box, { places, r, size }: Layout): boolean {
  if (!isInside(box, size)) return false;
  return places.every((place) => !touchesDisc(box, place, r * RING + 6) && !overlaps(box, place.label.box, 10));
}

function cornersOf({ x, y, width, height }: Box) {
  return [x, x + width].flatMap((px) => [y, y + height].map((py) => ({ x: px, y: py })));
}
