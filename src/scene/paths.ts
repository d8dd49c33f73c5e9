/** The ways of messages and the arcs around servers, as SVG path texts. */
import { angleAt, type Curve, distance, type Point, part, pointAt, polar, round, TAU } from './geometry';

/** How far a way is bowed to the sender's right, as a part of its length: an answer never covers its request. */
export const BOW = 0.09;

/** The election timer's ring, the walls of an isolated server and the arcs of the selection, in radii. */
export const RING = 1.22;
export const WALL_RING = 1.51;
export const ARCS = 1.43;

/**
 * The way of a message between two servers with rings of `radius` pixels: it begins and ends a little outside them,
 * less where servers are close.
 */
export function messageCurve(from: Point, to: Point, radius: number): Curve {
  const length = distance(from, to);
  const gap = Math.max(0, Math.min(radius * 0.27, (length - 2 * radius) * 0.16));
  const ux = (to.x - from.x) / Math.max(1e-9, length);
  const uy = (to.y - from.y) / Math.max(1e-9, length);
  // The right of one who walks along (ux, uy), with y growing downwards.
  const bow = 2 * BOW * length;
  const whole: Curve = {
    a: from,
    control: { x: (from.x + to.x) / 2 - uy * bow, y: (from.y + to.y) / 2 + ux * bow },
    b: to,
  };
  const edge = Math.min(0.45, leaving(whole, radius + gap));
  return part(whole, edge, 1 - edge);
}

/** The `t` at which a curve is `radius` away from its beginning. By symmetry it is so far from its end at 1 - t. */
function leaving(curve: Curve, radius: number): number {
  let low = 0;
  let high = 0.5;
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (distance(pointAt(curve, middle), curve.a) < radius) low = middle;
    else high = middle;
  }
  return high;
}

/** A number as written in a path, in tenths. */
export function n(value: number): string {
  return String(round(value));
}

export function curvePath({ a, control, b }: Curve): string {
  return `M${n(a.x)} ${n(a.y)}Q${n(control.x)} ${n(control.y)} ${n(b.x)} ${n(b.y)}`;
}

/** The wake from `tail` to `head` (0 to 1) of a way: nothing at its tail, `width` pixels at its head. */
export function wakePath(curve: Curve, tail: number, head: number, width: number): string {
  const { a, control, b } = part(curve, tail, head);
  const angle = angleAt(curve, head) + TAU / 4;
  const dx = (Math.cos(angle) * width) / 2;
  const dy = (Math.sin(angle) * width) / 2;
  return (
    `M${n(a.x)} ${n(a.y)}Q${n(control.x + dx / 2)} ${n(control.y + dy / 2)} ${n(b.x + dx)} ${n(b.y + dy)}` +
    `L${n(b.x - dx)} ${n(b.y - dy)}Q${n(control.x - dx / 2)} ${n(control.y - dy / 2)} ${n(a.x)} ${n(a.y)}Z`
  );
}

/** What lies ahead, from `end` back to `head`: written backwards, so that its dots stand still while it shrinks. */
export function aheadPath(curve: Curve, head: number, end: number): string {
  return curvePath(part(curve, end, head));
}

/** An arc around the origin, clockwise, angles from 3 o'clock. */
export function arcPath(radius: number, from: number, to: number): string {
  const start = polar({ x: 0, y: 0 }, radius, from);
  const end = polar({ x: 0, y: 0 }, radius, to);
  const large = to - from > Math.PI ? 1 : 0;
  return `M${n(start.x)} ${n(start.y)}A${n(radius)} ${n(radius)} 0 ${large} 1 ${n(end.x)} ${n(end.y)}`;
}

/**
 * What is left of a timer and the short hand across its leading edge: `fraction` 1 is a full ring, 0 is nothing but
 * the hand. It empties clockwise from 12 o'clock, so what is left ends at 12 and its leading edge wanders.
 */
export function timerPath(radius: number, fraction: number): string {
  const end = (3 * TAU) / 4;
  // Steps of a pixel and a half: fewer writes, and no eye follows a smaller one.
  const steps = Math.max(1, Math.round((TAU * radius) / 1.5));
  const left = Math.round(Math.min(1, Math.max(0, fraction)) * steps) / steps;
  const edge = end - left * TAU;
  const inner = polar({ x: 0, y: 0 }, radius * 0.926, edge);
  const outer = polar({ x: 0, y: 0 }, radius * 1.074, edge);
  const hand = `M${n(inner.x)} ${n(inner.y)}L${n(outer.x)} ${n(outer.y)}`;
  return left === 0 ? hand : `${arcPath(radius, end - Math.min(0.9985, left) * TAU, end)}${hand}`;
}

/** Four short arcs on the diagonals: what is selected or has the focus. */
export function selectionPath(radius: number): string {
  return [0.125, 0.375, 0.625, 0.875]
    .map((turn) => arcPath(radius, (turn - 0.048) * TAU, (turn + 0.048) * TAU))
    .join('');
}

/** Two strokes that cross in the origin. */
export function crossPath(size: number): string {
  return `M${n(-size)} ${n(-size)}L${n(size)} ${n(size)}M${n(size)} ${n(-size)}L${n(-size)} ${n(size)}`;
}

/** A tick in the origin, `size` pixels to each side. */
export function checkPath(size: number): string {
  return `M${n(-size)} ${n(size * 0.08)}L${n(-size * 0.28)} ${n(size * 0.76)}L${n(size)} ${n(-size * 0.72)}`;
}

/** Arrow heads along a way, as open angles: which way a message goes when nothing moves. */
export function ticksPath(curve: Curve, at: readonly number[], size: number): string {
  return at
    .map((t) => {
      const tip = pointAt(curve, t);
      const angle = angleAt(curve, t);
      const left = polar(tip, size, angle + 2.5);
      const right = polar(tip, size, angle - 2.5);
      return `M${n(left.x)} ${n(left.y)}L${n(tip.x)} ${n(tip.y)}L${n(right.x)} ${n(right.y)}`;
    })
    .join('');
}

/** The outline of a disk, `w` pixels to each side, without its top. */
export function diskPath(w: number): string {
  return `M${-w} ${-w * 0.7}V${w * 0.7}A${w} ${w * 0.42} 0 0 0 ${w} ${w * 0.7}V${-w * 0.7}A${w} ${w * 0.42} 0 0 0 ${-w} ${-w * 0.7}Z`;
}

/** The top of a disk. */
export function diskTopPath(w: number): string {
  return `M${-w} ${-w * 0.7}A${w} ${w * 0.42} 0 1 0 ${w} ${-w * 0.7}A${w} ${w * 0.42} 0 1 0 ${-w} ${-w * 0.7}Z`;
}

/** The lower part of a disk, as full as a write is done: `fraction` 0 to 1. */
export function diskFillPath(size: number, fraction: number): string {
  const top = (size * (0.7 - 1.4 * fraction)).toFixed(1);
  const [x, y, ry] = [size, size * 0.7, size * 0.42].map((value) => value.toFixed(1));
  return `M-${x} ${top}V${y}A${x} ${ry} 0 0 0 ${x} ${y}V${top}A${x} ${ry} 0 0 1 -${x} ${top}Z`;
}
