/** Points, curves and circles as numbers. Lengths are in pixels, angles in radians, y grows downwards. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box extends Point, Size {}

/** A quadratic Bézier curve from `a` to `b`. */
export interface Curve {
  readonly a: Point;
  readonly control: Point;
  readonly b: Point;
}

export const TAU = 2 * Math.PI;

/** Tenths of a pixel: the eye sees no more, and equal texts need not be written again. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** The point at `t` (0 to 1) of the straight way from `a` to `b`. */
export function between(a: Point, b: Point, t = 0.5): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

/** `angle` is clockwise from 3 o'clock. */
export function polar(center: Point, radius: number, angle: number): Point {
  return { x: center.x + radius * Math.cos(angle), y: center.y + radius * Math.sin(angle) };
}

/** The point at `t` (0 to 1) of the curve. */
export function pointAt({ a, control, b }: Curve, t: number): Point {
  const s = 1 - t;
  return {
    x: s * s * a.x + 2 * s * t * control.x + t * t * b.x,
    y: s * s * a.y + 2 * s * t * control.y + t * t * b.y,
  };
}

/** Where the curve heads at `t`: an angle clockwise from 3 o'clock. */
export function angleAt({ a, control, b }: Curve, t: number): number {
  const s = 1 - t;
  return Math.atan2(s * (control.y - a.y) + t * (b.y - control.y), s * (control.x - a.x) + t * (b.x - control.x));
}

/** The part of the curve between two of its points; `from` above `to` reverses it. */
export function part(curve: Curve, from: number, to: number): Curve {
  const { a, control, b } = curve;
  const s = 1 - from;
  // The blossom of the curve at (from, to).
  const x = s * (1 - to) * a.x + (s * to + from * (1 - to)) * control.x + from * to * b.x;
  const y = s * (1 - to) * a.y + (s * to + from * (1 - to)) * control.y + from * to * b.y;
  return { a: pointAt(curve, from), control: { x, y }, b: pointAt(curve, to) };
}

/** Which side of the line through `a` and `b` the point is on: positive to the right of one who walks from a to b. */
export function sideOf(a: Point, b: Point, point: Point): number {
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

/** How far the point is from the line through `a` and `b`. */
export function distanceToLine(a: Point, b: Point, point: Point): number {
  return Math.abs(sideOf(a, b, point)) / Math.max(1e-9, distance(a, b));
}

/** How far the point is from the stretch between `a` and `b`. */
export function distanceToSegment(a: Point, b: Point, point: Point): number {
  const length = distance(a, b);
  if (length < 1e-9) return distance(a, point);
  const t = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / (length * length);
  return distance(point, between(a, b, Math.min(1, Math.max(0, t))));
}

/** Whether two boxes share more than an edge, each grown by `gap / 2`. */
export function overlaps(one: Box, other: Box, gap = 0): boolean {
  return (
    one.x < other.x + other.width + gap &&
    other.x < one.x + one.width + gap &&
    one.y < other.y + other.height + gap &&
    other.y < one.y + one.height + gap
  );
}

/** Whether a box and a disc share more than an edge. */
export function touchesDisc(box: Box, center: Point, radius: number): boolean {
  const x = Math.max(box.x, Math.min(center.x, box.x + box.width));
  const y = Math.max(box.y, Math.min(center.y, box.y + box.height));
  return distance({ x, y }, center) < radius;
}

export function isInside(box: Box, { width, height }: Size): boolean {
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
}
