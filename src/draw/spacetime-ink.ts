/** The space-time diagram on a canvas. Lengths are CSS pixels. */
import {
  DENSITY_WIDTH,
  labelWidth,
  lineSegment,
  type Point,
  type SceneLane,
  type Segment,
  type SpacetimeLine,
  type SpacetimeScene,
  type TickRow,
  textWidth,
  xAt,
} from '../scene';
import type { Sign } from '../trace';
import type { Palette } from './palette';
import type { Pen } from './sheet';
import { inkGlyph } from './spacetime-glyph';
import { arrowHead, cross, inkLabel, inkRail, inkText, laneStyle } from './timeline-ink';

/** What is lit while the rest is dimmed. */
export interface Lit {
  /** Whether a message is, by its place in the chronicle. */
  line(message: number): boolean;
  /** Whether an event is, by its row. */
  dot(row: number): boolean;
  /** The stretches of a lane that are, in microseconds; lanes from 1. */
  lane(lane: number): readonly { readonly from: number; readonly to: number }[];
}

export interface SpacetimeInk {
  readonly palette: Palette;
  readonly ratio: number;
  /** Where the chosen event is. */
  readonly chosen: Point | null;
  /** Messages drawn strongly: those of the chosen event, and the one that is pointed at. */
  readonly strong: ReadonlySet<number>;
  readonly lit: Lit | null;
  /** How long a folded stretch was, in words. */
  readonly foldText: (length: number) => string;
  /** The label of a tick: digits, with the unit at the first one. */
  readonly tickText: (text: string, unit: TickRow['unit'], isFirst: boolean) => string;
}

/** How strong what is not lit is drawn. */
const DIM = 0.16;
/** Lines at least this long have room for the glyph of their message, where there are not too many of them. */
const GLYPH_LENGTH = 58;
const GLYPHS_MAX = 160;

export function inkSpacetime(pen: Pen, scene: SpacetimeScene, ink: SpacetimeInk): void {
  const { axis, layout } = scene;
  pen.save();
  pen.scale(ink.ratio, ink.ratio);
  inkTicks(pen, scene, ink);
  pen.save();
  pen.beginPath();
  pen.rect(axis.left, 0, axis.right - axis.left, layout.height);
  pen.clip();
  inkGround(pen, scene, ink);
  if (ink.lit === null) inkAll(pen, scene, ink, null);
  else {
    pen.globalAlpha = DIM;
    inkAll(pen, scene, ink, false);
    pen.globalAlpha = 1;
    inkAll(pen, scene, ink, true);
  }
  pen.restore();
  inkGates(pen, scene, ink);
  inkLabels(pen, scene, ink);
  inkFolds(pen, scene, ink);
  inkChosen(pen, scene, ink);
  pen.restore();
}

/** @param lit true: only what is lit; false: only the rest; null: all */
function inkAll(pen: Pen, scene: SpacetimeScene, ink: SpacetimeInk, lit: boolean | null): void {
  const chosen = (line: SpacetimeLine) => lit === null || ink.lit?.line(line.message) === lit;
  inkLines(pen, scene, ink, lit === null ? scene.lines : scene.lines.filter(chosen));
  scene.lanes.forEach((lane, i) => {
    // What is lit lies over the whole lane, which is dimmed below it.
    if (lit !== true) inkLane(pen, scene, ink, lane, i);
    else for (const stretch of ink.lit?.lane(i + 1) ?? []) inkLitLane(pen, scene, ink, lane, i, stretch);
  });
  for (const { row, x, lane, sign } of scene.dots) {
    if (lit === null || ink.lit?.dot(row) === lit) inkDot(pen, ink.palette, x, scene.layout.lanes[lane - 1], sign);
  }
}

/** A dot for an event; hollow for a timer that ran out, bars for a snapshot, a plus for a change of the members. */
function inkDot(pen: Pen, palette: Palette, x: number, y: number, sign: Sign): void {
  pen.fillStyle = palette.ink;
  if (sign === 'plain' || sign === 'timer') {
    disc(pen, x, y, sign === 'timer' ? 3.4 : 2.4);
    if (sign === 'timer') pen.fillStyle = palette.surface;
    pen.fill();
    pen.strokeStyle = palette.ink;
    pen.lineWidth = 1.4;
    if (sign === 'timer') pen.stroke();
    return;
  }
  pen.fillStyle = palette.surface;
  pen.fillRect(x - 6.5, y - 6.5, 13, 13);
  pen.fillStyle = sign === 'snapshot' ? palette.snapshot : palette.ink;
  if (sign === 'snapshot') for (const dy of [-4.4, -1, 2.4]) pen.fillRect(x - 5, y + dy, 10, 2);
  else {
    pen.fillRect(x - 4.5, y - 1, 9, 2);
    pen.fillRect(x - 1, y - 4.5, 2, 9);
  }
}

function inkLitLane(
  pen: Pen,
  scene: SpacetimeScene,
  ink: SpacetimeInk,
  lane: SceneLane,
  i: number,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const { axis, layout } = scene;
  const [x1, x2] = [Math.max(axis.left, xAt(axis, from)), Math.min(axis.right, xAt(axis, Math.min(to, scene.known)))];
  if (x2 <= x1) return;
  pen.save();
  pen.beginPath();
  pen.rect(x1, layout.lanes[i] - 12, x2 - x1, 24);
  pen.clip();
  inkLane(pen, scene, ink, lane, i);
  pen.restore();
}

function disc(pen: Pen, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
}

function inkLane(pen: Pen, scene: SpacetimeScene, { palette }: SpacetimeInk, lane: SceneLane, i: number): void {
  const { axis, layout, known } = scene;
  if (i >= layout.servers) {
    pen.strokeStyle = palette.soft;
    pen.lineWidth = 1;
    stroke(pen, axis.left, lane.y, Math.min(axis.right, xAt(axis, known)), lane.y);
    return;
  }
  for (const { authority, x1, x2 } of lane.runs) {
    const [color, width, dash] = laneStyle(palette, authority);
    pen.strokeStyle = color;
    pen.lineWidth = width;
    pen.setLineDash(dash);
    pen.lineDashOffset = x1 % 64;
    stroke(pen, x1, lane.y, x2, lane.y);
  }
  pen.setLineDash([]);
}

function stroke(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

/** What lies below all: how busy it was where messages are left out, and the cuts. */
function inkGround(pen: Pen, scene: SpacetimeScene, { palette }: SpacetimeInk): void {
  const { axis, layout, density, rails } = scene;
  const [top, bottom] = [layout.lanes[0], layout.lanes[layout.servers - 1]];
  pen.fillStyle = palette.append;
  density.forEach((count, column) => {
    if (count === 0) return;
    pen.globalAlpha = Math.min(0.26, 0.05 + count / 160);
    pen.fillRect(axis.left + column * DENSITY_WIDTH, top, DENSITY_WIDTH, bottom - top);
  });
  for (const rail of rails) {
    const from = Math.max(axis.left, xAt(axis, rail.from));
    const to = Math.min(axis.right, xAt(axis, Math.min(rail.to, scene.known)));
    const [above, below] = [layout.lanes[rail.after - 1], layout.lanes[rail.after]];
    pen.globalAlpha = 0.09;
    pen.fillStyle = palette.fault;
    if (to > from) pen.fillRect(from, above, to - from, below - above);
    pen.globalAlpha = 1;
    inkRail(pen, palette, axis, layout, { ...rail, to: Math.min(rail.to, scene.known) });
  }
  pen.globalAlpha = 1;
}

interface Style {
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly alpha: number;
}

/** Lines of the same style are drawn together, so that the pen changes seldom. */
function inkLines(pen: Pen, scene: SpacetimeScene, ink: SpacetimeInk, lines: readonly SpacetimeLine[]): void {
  const { axis, layout } = scene;
  const bold = layout.pitch < 18 ? 0.75 : 1;
  const before = pen.globalAlpha;
  const groups = new Map<string, { style: Style; members: { line: SpacetimeLine; at: Segment }[] }>();
  for (const line of lines) {
    const isStrong = ink.strong.has(line.message);
    const name = `${line.kind} ${line.response} ${line.positive === false} ${isStrong}`;
    const at = lineSegment(line, axis, layout.lanes);
    const group = groups.get(name);
    if (group !== undefined) group.members.push({ line, at });
    else groups.set(name, { style: styleOf(line, ink.palette, bold, isStrong), members: [{ line, at }] });
  }
  const hasGlyphs = lines.length <= GLYPHS_MAX;
  for (const { style, members } of groups.values()) {
    pen.globalAlpha = before * style.alpha;
    pen.strokeStyle = style.color;
    pen.lineWidth = style.width;
    pen.setLineDash(style.dash as number[]);
    // One by one: a path of many lines that cross one another costs the browser far more.
    for (const { at } of members) stroke(pen, at.x1, at.y1, at.x2, at.y2);
    pen.setLineDash([]);
    pen.globalAlpha = before;
    for (const { line, at } of members) inkEnd(pen, ink.palette, line, at, bold, style.color);
    if (hasGlyphs) for (const { line, at } of members) glyphOn(pen, ink.palette, line, at, style.color);
  }
  pen.globalAlpha = before;
}

function styleOf({ kind, response, positive }: SpacetimeLine, palette: Palette, bold: number, strong: boolean): Style {
  const beat = kind === 'beat';
  return {
    color: hueOf(palette, kind),
    width: strong ? 3 : (beat ? 0.9 : response ? 1.2 : 1.7) * bold,
    dash: positive === false ? [3, 2.5] : kind === 'prevote' ? [1.5, 3] : [],
    alpha: beat && !strong ? palette.beatAlpha : 1,
  };
}

function hueOf(palette: Palette, kind: SpacetimeLine['kind']): string {
  if (kind === 'client') return palette.soft;
  if (kind === 'snapshot') return palette.snapshot;
  return kind === 'append' || kind === 'beat' ? palette.append : palette.vote;
}

/** Requests end in an arrow, what is lost in a cross; heartbeats that are lost in a stub. */
function inkEnd(pen: Pen, palette: Palette, line: SpacetimeLine, at: Segment, bold: number, color: string): void {
  const { x1, y1, x2, y2 } = at;
  if (line.fate === 'arrived' || line.fate === 'waiting') {
    if (line.kind === 'beat' || line.response) return;
    pen.strokeStyle = color;
    arrowHead(pen, x2 - x1, y2 - y1, x2, y2, bold);
  } else if (line.fate !== 'flying' && line.kind !== 'beat') {
    pen.strokeStyle = palette.fault;
    pen.lineWidth = 1.5;
    pen.beginPath();
    cross(pen, x2, y2, 3.6);
    pen.stroke();
  }
}

function glyphOn(pen: Pen, palette: Palette, line: SpacetimeLine, at: Segment, color: string): void {
  const [dx, dy] = [at.x2 - at.x1, at.y2 - at.y1];
  if (Math.hypot(dx, dy) < GLYPH_LENGTH || Math.abs(dx) < 14) return;
  // Where it is under way, and away from the middle, where lines of other messages cross.
  const t = line.fate === 'arrived' || line.fate === 'waiting' ? (line.response ? 0.36 : 0.42) : 0.6;
  inkGlyph(pen, palette, line, { x: at.x1 + dx * t, y: at.y1 + dy * t, angle: Math.atan2(dy, dx) }, color);
}

function inkLabels(pen: Pen, { lanes, layout, axis }: SpacetimeScene, { palette, lit }: SpacetimeInk): void {
  lanes.forEach(({ labels, y }, i) => {
    const stretches = lit?.lane(i + 1) ?? null;
    for (const label of labels) {
      const x = label.x + labelWidth(label) / 2;
      const isLit = stretches?.some(({ from, to }) => x >= xAt(axis, from) - 12 && x <= xAt(axis, to) + 12) ?? true;
      pen.globalAlpha = isLit ? 1 : DIM;
      inkLabel(pen, palette, layout, label, y);
    }
  });
  pen.globalAlpha = 1;
}

/** From its lane, in pixels: beyond the badges where there is room, and within half of the way to the next lane. */
const GATE = 17;

/** A stripe beside the lane, toward the servers whose links are barred: dashed where messages are lost, dotted where they wait. */
function inkGates(pen: Pen, { gates, axis, layout, known }: SpacetimeScene, { palette }: SpacetimeInk): void {
  const away = Math.min(GATE, layout.pitch * 0.36);
  for (const { lane, side, from, to, isCut, text } of gates) {
    const y = layout.lanes[lane - 1] + (side === 'below' ? away : -away);
    const x1 = Math.max(axis.left, xAt(axis, from));
    const x2 = Math.min(axis.right, xAt(axis, Math.min(to, known)));
    if (x2 <= x1) continue;
    const color = isCut ? palette.fault : palette.soft;
    pen.strokeStyle = color;
    pen.lineWidth = 3;
    pen.setLineDash(isCut ? [7, 3] : [2, 4]);
    stroke(pen, x1, y, x2, y);
    pen.setLineDash([]);
    pen.lineWidth = 1.5;
    if (text === '') continue;
    if (from > axis.from) stroke(pen, x1, y - 4, x1, y + 4);
    inkGateText(pen, palette, text, { x: x1 + 5, y }, x2, color);
  }
}

/** Which links, where there is room for it. */
function inkGateText(pen: Pen, palette: Palette, text: string, at: Point, end: number, color: string): void {
  // Arrows are wider than letters.
  const width = textWidth(text, 12) + 14;
  if (at.x + width > end) return;
  pen.fillStyle = palette.surface;
  pen.fillRect(at.x, at.y - 7, width, 14);
  inkText(pen, palette, text, at.x + width / 2, at.y, color);
}

/** A break through all lanes, with the length of what is left out. */
function inkFolds(pen: Pen, { folds, layout, axis }: SpacetimeScene, { palette, foldText }: SpacetimeInk): void {
  const bottom = layout.marks - 14;
  for (const { x, width, from, to } of folds) {
    if (x + width > axis.right || x < axis.left) continue;
    pen.fillStyle = palette.surface;
    pen.fillRect(x, 0, width, bottom);
    pen.strokeStyle = palette.rule;
    pen.lineWidth = 1;
    stroke(pen, x + 0.5, 0, x + 0.5, bottom);
    stroke(pen, x + width - 0.5, 0, x + width - 0.5, bottom);
    pen.strokeStyle = palette.soft;
    for (const y of layout.lanes) {
      stroke(pen, x + width / 2 - 5, y + 5, x + width / 2 - 1, y - 5);
      stroke(pen, x + width / 2 + 1, y + 5, x + width / 2 + 5, y - 5);
    }
    inkText(pen, palette, foldText(to - from), x + width / 2, layout.marks, palette.soft);
  }
}

function inkTicks(pen: Pen, { ticks, axis, layout, lanes, known }: SpacetimeScene, ink: SpacetimeInk): void {
  const { palette } = ink;
  pen.strokeStyle = palette.rule;
  pen.lineWidth = 1;
  ticks.ticks.forEach(({ x, text }, i) => {
    stroke(pen, Math.round(x) + 0.5, 6, Math.round(x) + 0.5, layout.scrubber - 8);
    inkText(pen, palette, ink.tickText(text, ticks.unit, i === 0), x, layout.ticks, palette.soft, 400);
  });
  // The future is blank.
  const end = Math.min(axis.right, Math.max(axis.left, xAt(axis, known)));
  for (const { y } of lanes) stroke(pen, end, y, axis.right, y);
}

/** A ring around the chosen event. */
function inkChosen(pen: Pen, { axis }: SpacetimeScene, { palette, chosen }: SpacetimeInk): void {
  if (chosen === null) return;
  const { x, y } = chosen;
  if (x < axis.left - 1 || x > axis.right + 1) return;
  pen.strokeStyle = palette.surface;
  pen.lineWidth = 5;
  disc(pen, x, y, 13);
  pen.stroke();
  pen.strokeStyle = palette.ink;
  pen.lineWidth = 2.5;
  disc(pen, x, y, 13);
  pen.stroke();
}
