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
  /** No text is smaller, in pixels: 12 unless said otherwise. */
  readonly least?: number;
  /** Labels of two lines beside the servers are tried first, however narrow the stage is. */
  readonly beside?: boolean;
  /** Two lines at most, below the servers where that is possible: for halls, where servers are large. */
  readonly below?: boolean;
  /** Space at the edges of the box that stays empty, in pixels. */
  readonly margin?: number;
}

const ROLES = ['Candidate'];
const DETAILS = ['2 of 5 votes'];
const SHRINK = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4];

/** Where labels begin beside a server, in radii: outside of the wall of an isolated one. */
const BESIDE = 1.74;

/** Between a server's ring and a label above or below it, in radii. */
const LABEL_GAP = 0.38;

/** What a label keeps from the wall that each server may get around it, in pixels. */
const WALL_GAP = 4;

/** From a server's middle to a label above or below it. */
const reachOf = (r: number): number => Math.max(r * (RING + LABEL_GAP), r * WALL_RING + WALL_GAP);

/** Of the size of a font, what is above its baseline. */
const ASCENT = 0.92;

/** Below this the letters in a badge would be too small. */
const RADIUS_MIN = 17;

/** Where labels go: all beside; above and below at the top and the bottom; below and, high on the ring, above. */
type Mode = 'beside' | 'around' | 'below';

interface Trial {
  readonly r: number;
  readonly lines: number;
}

/** Sizes and numbers of lines, the best first: lines are given up before the marks become too small to read. */
function trialsFor(full: number, oneLine: number): Trial[] {
  const trials = SHRINK.flatMap((scale) => [3, 2, 1, 0].map((lines) => ({ r: full * scale, lines })));
  const cost = ({ r, lines }: Trial) => (1 - r / full) * 4 + Math.max(0, 30 - r) * 0.35 + [5, oneLine, 0.6, 0][lines];
  return trials.filter(({ r }) => r >= RADIUS_MIN).sort((a, b) => cost(a) - cost(b));
}

/** A narrower stage is a phone's: role words only, below or above the servers. */
const NARROW = 480;

/** What labels beside the servers take at least. */
const LEAST_BESIDE = 360;

/** Lays out 3 to 9 servers in a box of any shape. */
export function layoutStage(servers: number, size: Size, options: LayoutOptions = {}): Layout {
  const full = options.r ?? radiusFor(size);
  const narrow = size.width < (options.beside ? LEAST_BESIDE : NARROW);
  const modes: readonly Mode[] = narrow || options.below ? ['below', 'around', 'beside'] : ['beside', 'around'];
  const most = narrow ? 1 : options.beside || options.below ? 2 : 3;
  for (const { r, lines } of trialsFor(full, options.beside ? 2.6 : 1.1)) {
    if (lines > most) continue;
    for (const mode of modes) {
      const layout = tryLayout(servers, size, r, lines, mode, options);
      if (layout !== null) return layout;
    }
  }
  return bareLayout(servers, size, Math.max(8, Math.min(RADIUS_MIN, full * 0.4)), options);
}

/** What looks right in boxes from a phone's to a desk's; stories and lectures choose larger ones. */
function radiusFor({ width, height }: Size): number {
  return Math.max(RADIUS_MIN, Math.min(80, 16 + Math.min(width * 0.8, height) * 0.045));
}

function tryLayout(
  servers: number,
  size: Size,
  r: number,
  lines: number,
  mode: Mode,
  options: LayoutOptions,
): Layout | null {
  const font = fontsFor(r, options.least);
  const label = labelSize(font, lines, options);
  const margin = options.margin ?? 6;
  const wall = r * WALL_RING + margin;
  const tall = lines === 0 ? wall : Math.max(wall, reachOf(r) + label.height + margin);
  const side = mode === 'below' || lines === 0 ? wall : Math.max(wall, r * BESIDE + label.width + margin);
  const top = mode === 'around' ? tall : wall;
  const foot = mode === 'beside' ? wall : tall;
  const ry = (size.height - top - foot) / 2;
  const center = { x: size.width / 2, y: top + ry };
  const spots = ringPlaces(servers, size, center, size.width / 2 - side, ry, r);
  if (spots === null) return null;
  const places = placeLabels(spots, { size, r, font, lines, label, mode });
  return places === null ? null : { size, r, center, places, lines, font };
}

/** When nothing fits: small circles without labels. */
function bareLayout(servers: number, size: Size, r: number, options: LayoutOptions): Layout {
  const font = fontsFor(r, options.least);
  const center = { x: size.width / 2, y: size.height / 2 };
  const margin = r * WALL_RING + (options.margin ?? 0);
  const rx = Math.max(1, size.width / 2 - margin);
  const ry = Math.max(1, size.height / 2 - margin);
  const spots = ringAngles(servers, rx, ry).map((angle) => placeAt(center, rx, ry, angle));
  const label = { width: 0, height: 0 };
  const places = placeLabels(spots, { size, r, font, lines: 0, label, mode: 'beside' }) ?? [];
  return { size, r, center, places, lines: 0, font };
}

/** @param least no text is smaller, in pixels */
export function fontsFor(r: number, least = 12): Fonts {
  const line = Math.max(13, least, Math.min(14, r * 0.42), r * 0.33);
  return {
    name: Math.max(13, least, r * 0.475),
    chip: Math.max(least, r * 0.335),
    role: Math.max(14, least, Math.min(15, r * 0.45), r * 0.365),
    line,
    leading: line * 1.34,
    badge: Math.max(least, r * 0.3),
  };
}

function labelSize(font: Fonts, lines: number, { roles = ROLES, details = DETAILS }: LayoutOptions): Size {
  const widest = (texts: readonly string[], size: number) => Math.max(0, ...texts.map((text) => textWidth(text, size)));
  const width = Math.max(widest(roles, font.role) * 1.05, lines > 1 ? widest(details, font.line) : 0);
  return { width: lines === 0 ? 0 : width, height: lines * font.leading };
}

type Spot = Omit<Place, 'label'>;

/** The ring, or null where neighbours would touch. */
function ringPlaces(
  servers: number,
  size: Size,
  center: Point,
  roomX: number,
  roomY: number,
  r: number,
): Spot[] | null {
  if (roomX < r || roomY < r * 0.8) return null;
  const rx = Math.min(roomX, roomY * (servers > 5 ? 2.2 : 1.75), Math.max(r * 5.2, size.width * 0.4));
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
    const wanted = ((i / servers + 0.75) % 1) * whole;
    const index = lengths.findIndex((length, k) => k > 0 && length >= wanted) - 1;
    const rest = (wanted - lengths[index]) / Math.max(1e-9, lengths[index + 1] - lengths[index]);
    return ((index + rest) / steps) * TAU;
  });
}

interface Labelling {
  readonly size: Size;
  readonly r: number;
  readonly font: Fonts;
  readonly lines: number;
  readonly label: Size;
  readonly mode: Mode;
}

function placeLabels(spots: readonly Spot[], labelling: Labelling): Place[] | null {
  const taken: Box[] = [];
  const places: Place[] = [];
  for (const spot of spots) {
    const label = labelChoices(spot, labelling).find((choice) => isFree(choice.box, spot, spots, taken, labelling));
    if (label === undefined) return null;
    taken.push(label.box);
    places.push({ ...spot, label });
  }
  return places;
}

function isFree(box: Box, own: Spot, spots: readonly Spot[], taken: readonly Box[], { size, r, lines }: Labelling) {
  if (lines === 0) return true;
  if (!isInside(box, size) || taken.some((other) => overlaps(other, box, 4))) return false;
  return spots.every((spot) => !touchesDisc(box, spot, r * WALL_RING + (spot === own ? 2 : WALL_GAP)));
}

/** Where a label may go, the best first: outwards, so that messages do not cross it. */
function labelChoices(spot: Spot, { r, font, lines, label, mode }: Labelling): LabelPlace[] {
  const right = Math.cos(spot.angle) > -0.15;
  // Beside the topmost server, what flies to and from its neighbour passes below the label.
  const raise =
    Math.sin(spot.angle) < -0.9
      ? Math.max(0, Math.min(label.height / 2 + r * 0.3, r * WALL_RING - label.height / 2))
      : 0;
  const beside = (toRight: boolean): LabelPlace => {
    const x = toRight ? r * BESIDE : -r * BESIDE;
    const y = -label.height / 2 - raise + font.role * ASCENT;
    return labelPlace(spot, x, y, toRight ? 'start' : 'end', label, font);
  };
  const foot = labelPlace(spot, 0, reachOf(r) + font.role * ASCENT, 'middle', label, font);
  const above = -reachOf(r) - label.height + font.role * ASCENT;
  const head = labelPlace(spot, 0, above, 'middle', label, font);
  const outer = Math.sin(spot.angle) < 0 ? head : foot;
  if (mode === 'below' && Math.sin(spot.angle) < -0.9) return [beside(right), beside(!right), foot];
  // Messages to the neighbours of the topmost server come from below.
  if (mode === 'below') return [outer, foot, beside(right), beside(!right)];
  if (mode === 'around' && Math.abs(Math.cos(spot.angle)) < 0.62) return [outer, beside(right)];
  return lines === 0 ? [beside(right)] : [beside(right), outer];
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
  const box = { x: spot.x + x - shift, y: spot.y + y - font.role * ASCENT, width: label.width, height: label.height };
  return { x: round(x), y: round(y), anchor, box };
}
