/** Canvas versions of the timeline's marks. Lengths are CSS pixels. */
import {
  type Authority,
  type Axis,
  authorityOf,
  BADGE_WIDTH,
  badgePath,
  chipWidth,
  type LaneLabel,
  type LaneRail,
  lineSegment,
  type MessageLine,
  type RoleSpan,
  type TimelineLayout,
  xAt,
} from '../scene';
import { type Palette, termColors } from './palette';
import type { Pen } from './sheet';

const SHAPES = {
  follower: 'circle',
  precandidate: 'diamond',
  candidate: 'diamond',
  leader: 'hexagon',
  crashed: 'octagon',
  paused: 'square',
} as const;

export function inkLane(pen: Pen, palette: Palette, axis: Axis, span: RoleSpan, y: number): void {
  const authority = authorityOf(span);
  const from = Math.max(axis.left, xAt(axis, span.from));
  const to = Math.min(axis.right, xAt(axis, span.to));
  if (to <= from) return;
  const [color, width, dash] = laneStyle(palette, authority);
  pen.strokeStyle = color;
  pen.lineWidth = width;
  pen.setLineDash(dash);
  pen.lineDashOffset = from % 64;
  pen.beginPath();
  pen.moveTo(from, y);
  pen.lineTo(to, y);
  pen.stroke();
  pen.setLineDash([]);
}

export function laneStyle(palette: Palette, authority: Authority): [string, number, number[]] {
  switch (authority) {
    case 'follower':
      return [palette.follower, 1.8, []];
    case 'precandidate':
      return [palette.candidate, 2.6, [2.6, 3.4]];
    case 'candidate':
      return [palette.candidate, 5, [6, 2.5]];
    case 'leader':
      return [palette.leader, 6.5, []];
    case 'paused':
      return [palette.paused, 5, [2, 2.5]];
    case 'crashed':
      return [palette.follower, 1.4, [1.4, 4]];
  }
}

export function inkLabel(
  pen: Pen,
  palette: Palette,
  layout: Pick<TimelineLayout, 'badge' | 'chip'>,
  label: LaneLabel,
  y: number,
): void {
  let { x } = label;
  if (label.badge !== null) {
    inkBadge(pen, palette, label.badge, x + BADGE_WIDTH / 2, y, layout.badge / 2);
    x += BADGE_WIDTH - 1;
  }
  if (label.term !== null) inkChip(pen, palette, label.term, x, y, layout.chip);
}

function inkBadge(pen: Pen, palette: Palette, authority: Authority, x: number, y: number, r: number): void {
  const [fill, on] = badgeColors(palette, authority);
  pen.save();
  pen.translate(x, y);
  pen.fillStyle = palette.surface;
  pen.fill(new Path2D(badgePath(SHAPES[authority], r + 1.8)));
  pen.fillStyle = fill;
  pen.fill(new Path2D(badgePath(SHAPES[authority], r)));
  if (authority === 'follower' || authority === 'precandidate') {
    pen.strokeStyle = authority === 'follower' ? palette.follower : palette.candidate;
    pen.lineWidth = 1.5;
    pen.stroke(new Path2D(badgePath(SHAPES[authority], r - 0.75)));
  }
  inkSign(pen, palette, authority, on, r);
  pen.restore();
}

function badgeColors(palette: Palette, authority: Authority): [string, string] {
  switch (authority) {
    case 'follower':
      return [palette.followerBody, palette.onFollower];
    case 'precandidate':
      return [palette.surface, palette.ink];
    case 'candidate':
      return [palette.candidate, palette.onCandidate];
    case 'leader':
      return [palette.leader, palette.onLeader];
    case 'paused':
      return [palette.paused, palette.onPaused];
    case 'crashed':
      return [palette.crashed, palette.onCrashed];
  }
}

function inkSign(pen: Pen, palette: Palette, authority: Authority, color: string, r: number): void {
  pen.strokeStyle = color;
  pen.lineWidth = r * 0.24;
  pen.beginPath();
  if (authority === 'crashed') {
    const s = r * 0.38;
    cross(pen, 0, 0, s);
  } else if (authority === 'paused') {
    pen.moveTo(-r * 0.28, -r * 0.42);
    pen.lineTo(-r * 0.28, r * 0.42);
    pen.moveTo(r * 0.28, -r * 0.42);
    pen.lineTo(r * 0.28, r * 0.42);
  } else {
    inkText(pen, palette, authority.charAt(0).toUpperCase(), 0, 0, color);
    return;
  }
  pen.stroke();
}

export function inkChip(pen: Pen, palette: Palette, term: number, x: number, y: number, height: number): void {
  const { fill, line, ink } = termColors(palette, term);
  const width = chipWidth(term);
  pen.fillStyle = palette.surface;
  pen.beginPath();
  pen.roundRect(x - 1.5, y - height / 2 - 1.5, width + 3, height + 3, 4);
  pen.fill();
  pen.fillStyle = fill;
  pen.strokeStyle = line;
  pen.lineWidth = 1.3;
  pen.beginPath();
  pen.roundRect(x + 0.65, y - height / 2 + 0.65, width - 1.3, height - 1.3, 3);
  pen.fill();
  pen.stroke();
  inkText(pen, palette, String(term), x + width / 2, y, ink);
}

export function inkText(
  pen: Pen,
  palette: Palette,
  text: string,
  x: number,
  y: number,
  color: string,
  weight = 650,
): void {
  pen.font = `${weight} 12px ${palette.font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = color;
  pen.fillText(text, x, y + 0.75);
}

const HUES = {
  vote: 'vote',
  prevote: 'vote',
  handover: 'vote',
  append: 'append',
  beat: 'append',
  snapshot: 'snapshot',
} as const;

/** A message from lane to lane. Heartbeats are quieter, refusals dashed, the lost end in a stub or a cross. */
export function inkLine(pen: Pen, palette: Palette, axis: Axis, layout: TimelineLayout, line: MessageLine): void {
  const { x1, y1, x2: x, y2: y } = lineSegment(line, axis, layout.lanes);
  const beat = line.kind === 'beat';
  const color = palette[HUES[line.kind]];
  pen.globalAlpha = beat ? palette.beatAlpha : 1;
  pen.strokeStyle = color;
  // Where lanes are close, lines are many to the pixel.
  const bold = layout.pitch < 18 ? 0.75 : 1;
  pen.lineWidth = (beat ? 0.9 : line.response ? 1.2 : 1.7) * bold;
  pen.setLineDash(line.positive === false ? [3, 2.5] : line.kind === 'prevote' ? [1.5, 3] : []);
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x, y);
  pen.stroke();
  pen.setLineDash([]);
  if (line.fate !== 'lost' && !beat && !line.response) arrowHead(pen, x - x1, y - y1, x, y, bold);
  pen.globalAlpha = 1;
  if (line.fate === 'lost' && !beat) inkCross(pen, palette, x, y);
}

export function arrowHead(pen: Pen, dx: number, dy: number, x: number, y: number, bold: number): void {
  const length = Math.max(1, Math.hypot(dx, dy));
  const [ux, uy] = [(dx / length) * bold, (dy / length) * bold];
  pen.lineWidth = 1.5 * bold;
  pen.beginPath();
  pen.moveTo(x - 6 * ux - 3 * uy, y - 6 * uy + 3 * ux);
  pen.lineTo(x, y);
  pen.lineTo(x - 6 * ux + 3 * uy, y - 6 * uy - 3 * ux);
  pen.stroke();
}

function inkCross(pen: Pen, palette: Palette, x: number, y: number): void {
  pen.strokeStyle = palette.fault;
  pen.lineWidth = 1.5;
  pen.beginPath();
  cross(pen, x, y, 3.3);
  pen.stroke();
}

export function cross(pen: Pen, x: number, y: number, s: number): void {
  pen.moveTo(x - s, y - s);
  pen.lineTo(x + s, y + s);
  pen.moveTo(x + s, y - s);
  pen.lineTo(x - s, y + s);
}

export function inkRail(
  pen: Pen,
  palette: Palette,
  axis: Axis,
  layout: Pick<TimelineLayout, 'lanes'>,
  rail: LaneRail,
): void {
  const from = Math.max(axis.left, xAt(axis, rail.from));
  const to = Math.min(axis.right, xAt(axis, rail.to));
  if (to <= from) return;
  const y = (layout.lanes[rail.after - 1] + layout.lanes[rail.after]) / 2;
  pen.strokeStyle = palette.fault;
  pen.lineWidth = 1.6;
  pen.beginPath();
  pen.moveTo(from, y);
  pen.lineTo(to, y);
  pen.stroke();
  pen.lineWidth = 4;
  pen.setLineDash([1.3, 6.2]);
  pen.beginPath();
  pen.moveTo(from, y + 2.4);
  pen.lineTo(to, y + 2.4);
  pen.stroke();
  pen.setLineDash([]);
}
