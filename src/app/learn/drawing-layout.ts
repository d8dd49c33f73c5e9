/** Geometry of a drawing: where lanes, messages, walls and words stand in a box of pixels. */
import { textWidth } from '../../scene';
import type { Diagram, Line } from '../../stories';

export interface DrawingLayout {
  readonly width: number;
  readonly height: number;
  /** Middle of the circle with a lane's name. */
  readonly nameX: number;
  /** Radius of that circle. */
  readonly r: number;
  /** Whether there is room for the roles beside the circles. */
  readonly hasRoles: boolean;
  x(time: number): number;
  y(lane: string): number;
  /** The distance between lanes. */
  readonly pitch: number;
}

const TOP = 76;
const BOTTOM = 18;
const PITCH_MAX = 150;

/** @param roles the words beside the circles */
export function layoutOf(diagram: Diagram, width: number, height: number, roles: readonly string[]): DrawingLayout {
  const { lanes, until } = diagram;
  const hasRoles = width >= 560;
  const r = width < 480 ? 15 : 19;
  const beside = hasRoles ? Math.max(...roles.map((role) => textWidth(role, 14))) + 18 : 0;
  const nameX = 14 + beside + r;
  const left = nameX + r + 10;
  const right = width - 26;
  const pitch = Math.min(PITCH_MAX, (height - TOP - BOTTOM - 2 * r) / Math.max(1, lanes.length - 1));
  const indexes = new Map(lanes.map(({ name }, i) => [name, i]));
  return {
    width,
    height,
    nameX,
    r,
    hasRoles,
    pitch,
    x: (time) => left + ((right - left) * time) / until,
    y: (lane) => TOP + r + (indexes.get(lane) ?? 0) * pitch,
  };
}

export interface MessagePath {
  readonly d: string;
  /** The point of the message, turned into its direction: where it arrives, or where it is lost. */
  readonly tip: { readonly x: number; readonly y: number; readonly angle: number };
  readonly text: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' };
}

/** How far along a message that is lost is seen to come. */
const LOST_AT = 0.62;
/** Messages end so far from the lane. */
const GAP = 5;
/** Words stand so far beside their message, in the middle between the sender's lane and the next one. */
const TEXT_OFF = 9;

export function messagePath(line: Line, layout: DrawingLayout, wall: number | null): MessagePath {
  const [x1, y1] = [layout.x(line.sent), layout.y(line.from)];
  const [x2, y2] = [layout.x(line.arrives), layout.y(line.to)];
  const length = Math.hypot(x2 - x1, y2 - y1);
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const end = line.lost === true ? lostAt(y1, y2, wall) : 1 - GAP / length;
  const at = (part: number) => ({ x: round(x1 + (x2 - x1) * part), y: round(y1 + (y2 - y1) * part) });
  const from = at(GAP / length);
  const tip = at(end);
  const isRight = line.side === 'right';
  const reach = layout.pitch / Math.max(layout.pitch, Math.abs(y2 - y1));
  const middle = at(line.lost === true ? reach / 4 : reach / 2);
  return {
    d: `M${from.x} ${from.y}L${tip.x} ${tip.y}`,
    tip: { ...tip, angle: round((angle * 180) / Math.PI) },
    text: {
      x: round(middle.x + (isRight ? TEXT_OFF : -TEXT_OFF)),
      y: round(middle.y + 4),
      anchor: isRight ? 'start' : 'end',
    },
  };
}

function lostAt(y1: number, y2: number, wall: number | null): number {
  return wall === null ? LOST_AT : (wall - y1) / (y2 - y1);
}

/** A rail with ticks across, as walls are everywhere. */
export function railPath(x1: number, x2: number, y: number): string {
  const ticks = Array.from({ length: Math.floor((x2 - x1) / 8) }, (_, i) => `M${round(x1 + 4 + 8 * i)} ${y - 3}v6`);
  return `M${round(x1)} ${y - 3}H${round(x2)}M${round(x1)} ${y + 3}H${round(x2)}${ticks.join('')}`;
}

export const round = (value: number): number => Math.round(value * 10) / 10;
