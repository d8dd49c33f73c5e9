/** The glyphs of messages, small enough for a line of the space-time diagram. */
import { checkPath, crossPath, dropPath, type SpacetimeLine, tagPath } from '../scene';
import type { Palette } from './palette';
import type { Pen } from './sheet';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

const TAG = { length: 19, height: 13 };
const SMALL_TAG = { length: 14, height: 9.5 };
const LARGE_TAG = { length: 23, height: 15 };
const DROP = { radius: 6, length: 17 };

const paths = new Map<string, Path2D>();

function pathOf(d: string): Path2D {
  const path = paths.get(d) ?? new Path2D(d);
  paths.set(d, path);
  return path;
}

/** Tags ask, drops answer; solid is full or yes, hollow is empty or no. */
export function inkGlyph(pen: Pen, palette: Palette, line: SpacetimeLine, { x, y, angle }: Place, color: string): void {
  const hollow = line.kind === 'beat' || line.positive === false || line.kind === 'prevote';
  pen.save();
  pen.translate(x, y);
  pen.rotate(angle);
  const body = pathOf(outlineOf(line));
  pen.fillStyle = hollow ? palette.surface : color;
  pen.strokeStyle = hollow ? color : palette.surface;
  pen.lineWidth = 1.4;
  pen.fill(body);
  pen.stroke(body);
  if (line.response) inkAnswer(pen, palette, line, angle, hollow ? color : palette.surface);
  else if (!hollow) inkContent(pen, palette, line);
  pen.restore();
}

function outlineOf({ response, kind }: SpacetimeLine): string {
  if (response) return dropPath(DROP.radius, DROP.length);
  const { length, height } = kind === 'beat' ? SMALL_TAG : kind === 'snapshot' ? LARGE_TAG : TAG;
  return tagPath(length, height);
}

function inkAnswer(pen: Pen, _palette: Palette, { positive }: SpacetimeLine, angle: number, color: string): void {
  pen.translate(DROP.radius - DROP.length / 2, 0);
  pen.rotate(-angle);
  pen.strokeStyle = color;
  pen.lineWidth = 1.6;
  pen.stroke(pathOf(positive === false ? crossPath(2.2) : checkPath(3)));
}

function inkContent(pen: Pen, palette: Palette, { kind, entries }: SpacetimeLine): void {
  pen.strokeStyle = palette.surface;
  pen.fillStyle = palette.surface;
  pen.lineWidth = 1.3;
  pen.beginPath();
  if (kind === 'vote' || kind === 'handover') pen.arc(-2.5, 0, 2.9, 0, 2 * Math.PI);
  else if (kind === 'snapshot') for (const dy of [-3.4, 0, 3.4]) pen.rect(-8, dy - 0.7, 10, 1.4);
  else for (let i = 0; i < Math.min(3, Math.max(1, entries)); i++) pen.rect(-7 + 4.4 * i, -2.6, 3.2, 5.2);
  if (kind === 'vote') pen.stroke();
  else pen.fill();
}
