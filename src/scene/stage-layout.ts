/** Where servers and their labels stand. They never move while a cluster runs: it depends on number and size only. */
import { type Box, isInside, overlaps, type Point, polar, round, type Size, TAU, touchesDisc } from './geometry';
import { RING, WALL_RING } from './paths';
import { textWidth } from './text-width';

export interface Layout {
  readonly size: Size;
  /** Radius of a server, in pixels; all other lengths follow it. */
  readonly r: number;
  readonly center: Point;
  /** In ring order; index 0 is S1, at the top; the ring runs clockwise. */
  readonly places: readonly Place[];
  /** How many lines of text a label has, 0 to 3: role; vote; commitIndex. */
  readonly lines: number;
  readonly font: Fonts;
}

export interface Place extends Point {
  /** From the middle of the stage to the server, clockwise from 3 o'clock. */
  readonly angle: number;
  readonly label: LabelPlace;
}

/** `x`, `y`: the first line's baseline, from the server's middle. */
export interface LabelPlace extends Point {
  readonly anchor: 'start' | 'middle' | 'end';
  /** The space that the label may fill, on the stage. */
  readonly box: Box;
}

/** Sizes in pixels. */
export interface Fonts {
  readonly name: number;
  readonly chip: number;
  readonly role: number;
  readonly line: number;
  /** From one baseline of a label to the next. */
  readonly leading: number;
  readonly badge: number;
}

export interface LayoutOptions {
  /** The radius to begin with; crowded stages shrink it. Without it, it follows the size. */
  readonly r?: number;
  /** The longest texts that labels will hold: the role words, and the lines below them. */
  readonly roles?: readonly string[];
  readonly details?: readonly string[];
  /** Space at the edges of the box that stays empty, in pixels. */
  readonly margin?: number;
}

const ROLES = ['Candidate'];
const DETAILS = ['2 of 5 votes'];
const SHRINK = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4];

/** Below this the letters in a badge would be too small. */
const RADIUS_MIN = 17;

/** Lays out 3 to 9 servers in a box of any shape. */
export function layoutStage(servers: number, size: Size, options: LayoutOptions = {}): Layout {
  const full = options.r ?? radiusFor(size);
  let last: Layout | null = null;
  for (const { scale, lines } of TRIALS) {
    const r = Math.max(RADIUS_MIN, full * scale);
    const layout = tryLayout(servers, size, r, lines, options);
    if (layout !== null) return layout;
    last ??= null;
  }
  return last ?? bareLayout(servers, size, Math.max(8, Math.min(RADIUS_MIN, full * 0.4)), options);
}

/** Sizes and numbers of lines, the best first: a line is given up sooner than a fifth of the radius. */
const TRIALS = SHRINK.flatMap((scale) => [3, 2, 1, 0].map((lines) => ({ scale, lines }))).sort(
  (a, b) => cost(a.scale, a.lines) - cost(b.scale, b.lines),
);

function cost(scale: number, lines: number): number {
  return (1 - scale) * 5 + [4, 1.6, 1, 0][lines];
}

/** What looks right: 34 in the sandbox, 46 in a story, 31 on a phone, 77 on a lecture's screen. */
function radiusFor({ width, height }: Size): number {
  return Math.max(RADIUS_MIN, Math.min(80, Math.min(width * 0.8, height) * 0.087));
}

function tryLayout(servers: number, size: Size, r: number, lines: number, options: LayoutOptions): Layout | null {
  const font = fontsFor(r);
  const label = labelSize(font, lines, options);
  const margin = options.margin ?? 6;
  const reach = r * WALL_RING + margin;
  for (const below of [false, true]) {
    const side = !below && lines > 0 ? r * RING + gapFor(r) + label.width + margin : reach;
    const foot = below && lines > 0 ? r * RING + 4 + label.height + margin : reach;
    const rx = size.width / 2 - Math.max(side, reach);
    const ry = (size.height - reach - Math.max(foot, reach)) / 2;
    const center = { x: size.width / 2, y: reach + ry };
    const places = ringPlaces(servers, size, center, rx, ry, r);
    if (places === null) continue;
    const labelled = placeLabels(places, size, r, font, lines, label, below);
    if (labelled === null) continue;
    return { size, r, center, places: labelled, lines, font };
  }
  return null;
}

/** When nothing fits: small circles without labels. */
function bareLayout(servers: number, size: Size, r: number, options: LayoutOptions): Layout {
  const font = fontsFor(r);
  const center = { x: size.width / 2, y: size.height / 2 };
  const margin = r * WALL_RING + (options.margin ?? 0);
  const rx = Math.max(1, size.width / 2 - margin);
  const ry = Math.max(1, size.height / 2 - margin);
  const places = ringAngles(servers, rx, ry).map((angle) => placeAt(center, rx, ry, angle));
  return { size, r, center, places: placeLabels(places, size, r, font, 0, { width: 0, height: 0 }, false)!, lines: 0, font };
}

export function fontsFor(r: number): Fonts {
  const line = Math.max(13, Math.min(14, r * 0.42), r * 0.33);
  return {
    name: Math.max(13, r * 0.52),
    chip: Math.max(12, r * 0.335),
    role: Math.max(14, Math.min(15, r * 0.45), r * 0.365),
    line,
    leading: line * 1.34,
    badge: Math.max(12, r * 0.3),
  };
}

function gapFor(r: number): number {
  return r * 0.4;
}

function labelSize(font: Fonts, lines: number, { roles = ROLES, details = DETAILS }: LayoutOptions): Size {
  const widest = (texts: readonly string[], size: number) => Math.max(0, ...texts.map((text) => textWidth(text, size)));
  const width = Math.max(widest(roles, font.role) * 1.05, lines > 1 ? widest(details, font.line) : 0);
  return { width: lines === 0 ? 0 : width, height: lines * font.leading };
}

type Spot = Omit<Place, 'label'>;

/** The ring, or null where neighbours would touch. */
function ringPlaces(servers: number, size: Size, center: Point, roomX: number, roomY: number, r: number): Spot[] | null {
  if (roomX < r || roomY < r * 0.8) return null;
  const rx = Math.min(roomX, roomY * 1.75, Math.max(r * 5.2, size.width * 0.4));
  const ry = Math.min(roomY, roomX * 1.25, Math.max(r * 5, size.height * 0.4));
  const spots = ringAngles(servers, rx, ry).map((angle) => placeAt(center, rx, ry, angle));
  const apart = 2 * WALL_RING * r + 2;
  return spots.every((spot, i) => farFrom(spots[(i + 1) % servers], spot, apart)) ? spots : null;
}

function farFrom(a: Point, b: Point, apart: number): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) >= apart;
}

function placeAt(center: Point, rx: number, ry: number, angle: number): Spot {
  const { x, y } = polar({ x: 0, y: 0 }, 1, angle);
  return { x: round(center.x + x * rx), y: round(center.y + y * ry), angle: Math.atan2(y * ry, x * rx) };
}

/** Parameters of the ellipse that cut it into arcs of equal length, the first at the top. */
function ringAngles(servers: number, rx: number, ry: number): number[] {
  const steps = 360;
  const lengths = [0];
  for (let i = 0; i < steps; i++) {
    const at = (k: number) => ({ x: rx * Math.cos((k / steps) * TAU), y: ry * Math.sin((k / steps) * TAU) });
    const a = at(i);
    const b = at(i + 1);
    lengths.push(lengths[i] + Math.hypot(b.x - a.x, b.y - a.y));
  }
  const whole = lengths[steps];
  return Array.from({ length: servers }, (_, i) => {
    const wanted = (((i / servers + 0.75) % 1) * whole);
    const index = lengths.findIndex((length, k) => k > 0 && length >= wanted) - 1;
    const rest = (wanted - lengths[index]) / Math.max(1e-9, lengths[index + 1] - lengths[index]);
    return ((index + rest) / steps) * TAU;
  });
}

function placeLabels(
  spots: readonly Spot[],
  size: Size,
  r: number,
  font: Fonts,
  lines: number,
  label: Size,
  below: boolean,
): Place[] | null {
  const taken: Box[] = [];
  const places: Place[] = [];
  for (const spot of spots) {
    const choice = labelChoices(spot, r, font, lines, label, below).find((candidate) => {
      if (lines === 0) return true;
      if (!isInside(candidate.box, size)) return false;
      if (taken.some((box) => overlaps(box, candidate.box, 4))) return false;
      return spots.every((other) => !touchesDisc(candidate.box, other, other === spot ? r * RING : r * WALL_RING + 2));
    });
    if (choice === undefined) return null;
    taken.push(choice.box);
    places.push({ ...spot, label: choice });
  }
  return places;
}

/** Where a label may go, the best first: to the outward side, or below on narrow stages. */
function labelChoices(spot: Spot, r: number, font: Fonts, lines: number, label: Size, below: boolean): LabelPlace[] {
  const right = Math.cos(spot.angle) > -0.15;
  const beside = r * RING + gapFor(r);
  const foot = r * RING + 5 + font.role * 0.95;
  const sideLabel = (toRight: boolean): LabelPlace => {
    const y = -label.height / 2 + font.role * 0.92;
    const x = toRight ? beside : -beside;
    return labelPlace(spot, x, y, toRight ? 'start' : 'end', label, font);
  };
  const footLabel = labelPlace(spot, 0, foot, 'middle', label, font);
  const headLabel = labelPlace(spot, 0, -r * RING - 6 - (lines - 1) * font.leading, 'middle', label, font);
  if (below) return [footLabel, sideLabel(right), sideLabel(!right), headLabel];
  const upper = Math.sin(spot.angle) < 0;
  return [sideLabel(right), ...(upper ? [headLabel] : [footLabel])];
}

function labelPlace(
  spot: Point,
  x: number,
  y: number,
  anchor: LabelPlace['anchor'],
  label: Size,
  font: Fonts,
): LabelPlace {
  const shift = anchor === 'start' ? 0 : anchor === 'end' ? label.width : label.width / 2;
  const box = { x: spot.x + x - shift, y: spot.y + y - font.role * 0.92, width: label.width, height: label.height };
  return { x: round(x), y: round(y), anchor, box };
}
