/** The walls that a partitioned network puts through the stage, and what a line drawn across it separates. */
import type { ServerId } from '../raft';
import type { Frame } from '../trace';
import {
  between,
  type Curve,
  distance,
  distanceToLine,
  distanceToSegment,
  type Point,
  pointAt,
  sideOf,
} from './geometry';
import { messageCurve, RING, WALL_RING } from './paths';
import type { Layout } from './stage-layout';

type Network = Frame['network'];

/** A double rail with cross ticks, between two points. */
export interface Rail {
  readonly from: Point;
  readonly to: Point;
}

export interface Walls {
  /** `line`: one straight rail with grips. `spokes`: rails from the middle outwards. `rings`: closed walls. */
  readonly form: 'none' | 'line' | 'spokes' | 'rings';
  readonly rails: readonly Rail[];
  /** Servers that are walled in one by one: isolated ones. */
  readonly isolated: readonly ServerId[];
  /** Groups that a closed wall surrounds, each by the way through its servers. */
  readonly closed: readonly (readonly Point[])[];
  /** Directed links cut one by one, with the short rail across each. */
  readonly cuts: readonly LinkMark[];
  /** Directed links that are held, with the gate at their end. */
  readonly holds: readonly LinkMark[];
}

export interface LinkMark {
  readonly from: ServerId;
  readonly to: ServerId;
  readonly curve: Curve;
  /** How far along the link the mark is, 0 to 1. */
  readonly at: number;
}

/** Where on a link that is cut one-way its rail stands: where the simulator loses its messages. */
export const CUT_AT = 0.38;

/** Half of a rail's thickness, in pixels: messages burst before it. */
const RAIL = 6;

/** Half of a rail's thickness with the empty space around it, in pixels. */
const HALO = 7.5;

/** Where on a held link its gate stands, near the receiver. */
export const GATE_AT = 0.86;

/** Index of the directed link in the arrays of Network; a test holds this against the simulator's. */
export function linkIndex(from: ServerId, to: ServerId): number {
  return from * 10 + to;
}

/** The groups of a partition, in ring order, the group of S1 first. One group: there is no partition. */
export function groupsOf(network: Network): ServerId[][] {
  const groups = new Map<number, ServerId[]>();
  for (const [i, group] of network.groups.entries()) {
    const servers = groups.get(group);
    if (servers === undefined) groups.set(group, [i + 1]);
    else servers.push(i + 1);
  }
  return [...groups.values()];
}

/** The walls that show how the network is cut. */
export function wallsOf(network: Network, layout: Layout): Walls {
  const isolated = layout.places.flatMap((_, i) => (network.isolated[i] ? [i + 1] : []));
  const cuts = marksOn(network.cuts, layout, CUT_AT);
  const holds = marksOn(network.holds, layout, GATE_AT);
  return { ...partitionWalls(network, layout), isolated, cuts, holds };
}

function marksOn(flags: readonly boolean[], layout: Layout, at: number): LinkMark[] {
  const marks: LinkMark[] = [];
  for (let from = 1; from <= layout.places.length; from++) {
    for (let to = 1; to <= layout.places.length; to++) {
      if (from !== to && flags[linkIndex(from, to)]) marks.push({ from, to, curve: linkCurve(layout, from, to), at });
    }
  }
  return marks;
}

/** The way of messages on a directed link. */
export function linkCurve(layout: Layout, from: ServerId, to: ServerId): Curve {
  return messageCurve(layout.places[from - 1], layout.places[to - 1], layout.r * RING);
}

type PartitionWalls = Pick<Walls, 'form' | 'rails' | 'closed'>;

function partitionWalls(network: Network, layout: Layout): PartitionWalls {
  const groups = groupsOf(network);
  if (groups.length < 2) return { form: 'none', rails: [], closed: [] };
  const borders = bordersOf(network);
  if (borders.length > groups.length) return closedWalls(groups, layout);
  const [first, second] = borders;
  if (groups.length === 2) {
    const line = straightRail(layout, first, second, groups[0]);
    if (line !== null) return { form: 'line', rails: [line], closed: [] };
  }
  return { form: 'spokes', rails: borders.map((border) => spoke(layout, border)), closed: [] };
}

/** Indexes of the servers in the ring whose next neighbour is of another group. */
function bordersOf({ groups }: Network): number[] {
  return groups.flatMap((group, i) => (group === groups[(i + 1) % groups.length] ? [] : [i]));
}

/** Where a wall may pass between two neighbours, as a part of the way from one to the other: the best first. */
const PASSES = [0.5, 0.44, 0.56, 0.38, 0.62, 0.33, 0.67];

/** So close to one another that no label is between two of them. */
const STEPS = Array.from({ length: 49 }, (_, i) => i / 48);

/** The points between a server and its next neighbour in the ring where a wall may pass, the best first. */
function gapsAfter({ places }: Layout, index: number): Point[] {
  return PASSES.map((pass) => between(places[index], places[(index + 1) % places.length], pass));
}

/** A line through both gaps that has each group on its own side and keeps clear of all servers; best, of labels too. */
function straightRail(layout: Layout, first: number, second: number, group: readonly ServerId[]): Rail | null {
  const ends = gapsAfter(layout, second);
  const rails = gapsAfter(layout, first)
    .flatMap((a, i) => ends.map((b, j) => ({ a, b, far: i + j })))
    .sort((one, other) => one.far - other.far)
    .filter(({ a, b }) => parts(layout, a, b, group))
    .map(({ a, b }) => ({ from: outwards(layout, b, a), to: outwards(layout, a, b) }));
  return (
    rails.find(({ from, to }) => STEPS.every((t) => clearOfLabels(layout, between(from, to, t), HALO))) ??
    rails[0] ??
    null
  );
}

/** Whether a line keeps clear of all servers, with the group on one side and all others on the other. */
function parts(layout: Layout, a: Point, b: Point, group: readonly ServerId[]): boolean {
  const clear = layout.r * RING + 8;
  let sides = 0;
  for (const [i, place] of layout.places.entries()) {
    if (distanceToLine(a, b, place) < clear) return false;
    sides += Math.sign(sideOf(a, b, place)) === (group.includes(i + 1) ? 1 : -1) ? 1 : 0;
  }
  return sides === 0 || sides === layout.places.length;
}

/** From `end` on, away from `start`, as far as the wall should reach beyond the ring, within the box. */
function outwards(layout: Layout, start: Point, end: Point): Point {
  const length = Math.max(1, distance(start, end));
  const room = 16;
  const { width, height } = layout.size;
  const step = (reach: number): Point => between(start, end, (length + reach) / length);
  const fits = (p: Point) => p.x >= room && p.y >= room && p.x <= width - room && p.y <= height - room;
  const isFree = (reach: number) => fits(step(reach)) && clearOfLabels(layout, step(reach));
  const most = layout.r * 3.4;
  const least = -Math.min(1.8 * layout.r, length / 3);
  let reach = 0;
  // All of its way is free, not its end alone: a label may stand in between.
  while (reach < most && isFree(reach + 4)) reach += 4;
  if (reach > 0) return step(reach);
  // Where a label stands right between two servers the wall ends before it; if it cannot, it ends between them.
  while (reach > least && !isFree(reach)) reach -= 4;
  return step(reach > least ? reach : 0);
}

function clearOfLabels(layout: Layout, point: Point, gap = 16): boolean {
  if (layout.lines === 0) return true;
  return layout.places.every(({ label: { box } }) => {
    const inX = point.x > box.x - gap && point.x < box.x + box.width + gap;
    return !(inX && point.y > box.y - gap && point.y < box.y + box.height + gap);
  });
}

function spoke(layout: Layout, border: number): Rail {
  return { from: layout.center, to: outwards(layout, layout.center, gapsAfter(layout, border)[0]) };
}

/** Groups that are not neighbours in the ring: all but the largest are walled in. */
function closedWalls(groups: readonly (readonly ServerId[])[], layout: Layout): PartitionWalls {
  const largest = groups.reduce((best, group) => (group.length > best.length ? group : best));
  const closed = groups.filter((group) => group !== largest).map((group) => group.map((id) => layout.places[id - 1]));
  return { form: 'rings', rails: [], closed };
}

/**
 * How far along a link a message comes before it meets a wall, 0 to 1, or null when none is in its way. The
 * simulator loses messages at a fixed part of their way; drawn, they burst at the wall.
 */
export function wallProgress(layout: Layout, walls: Walls, from: ServerId, to: ServerId): number | null {
  const curve = linkCurve(layout, from, to);
  const steps = 48;
  const before = (RAIL + layout.r * 0.2) / Math.max(1, distance(curve.a, curve.b));
  // From middle to middle, for a wall may run between a server's ring and the beginning of its ways.
  let last: Point = layout.places[from - 1];
  for (let i = 0; i <= steps + 1; i++) {
    const point = i > steps ? layout.places[to - 1] : pointAt(curve, i / steps);
    if (meetsWall(layout, walls, last, point)) return Math.max(0.08, i / steps - before);
    last = point;
  }
  return null;
}

/** Whether a short step goes through a wall. */
function meetsWall(layout: Layout, walls: Walls, last: Point, point: Point): boolean {
  const leaves = (way: readonly Point[], radius: number): boolean =>
    distanceToWay(way, last) < radius !== distanceToWay(way, point) < radius;
  if (walls.rails.some((rail) => crosses(...beyond(layout, walls, rail), last, point))) return true;
  if (walls.isolated.some((id) => leaves([layout.places[id - 1]], layout.r * WALL_RING))) return true;
  return walls.closed.some((way) => leaves(way, closedRadius(layout)));
}

/** How far a closed wall keeps from the servers that it surrounds. */
export function closedRadius(layout: Layout): number {
  return layout.r * 1.37;
}

/** A rail ends where labels begin, but what it means does not. */
function beyond(layout: Layout, { form }: Walls, { from, to }: Rail): [Point, Point] {
  const { width, height } = layout.size;
  const stretch = (width + height) / Math.max(1, distance(from, to));
  return [form === 'line' ? between(to, from, 1 + stretch) : from, between(from, to, 1 + stretch)];
}

function distanceToWay(way: readonly Point[], point: Point): number {
  if (way.length === 1) return distance(way[0], point);
  return Math.min(...way.slice(1).map((b, i) => distanceToSegment(way[i], b, point)));
}

function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  return sideOf(a, b, c) * sideOf(a, b, d) <= 0 && sideOf(c, d, a) * sideOf(c, d, b) <= 0;
}

/** The servers on either side of a line from `a` to `b`; one group when all are on the same side. */
export function splitBy(layout: Layout, a: Point, b: Point): ServerId[][] {
  const left: ServerId[] = [];
  const right: ServerId[] = [];
  for (const [i, place] of layout.places.entries()) (sideOf(a, b, place) > 0 ? right : left).push(i + 1);
  return [left, right].filter((group) => group.length > 0);
}
