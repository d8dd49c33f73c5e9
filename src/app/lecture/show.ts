/** What lies over the picture in all windows of a lecture, and where the telling is. */
import { clamp, isRecord } from '../../base';
import type { Reader } from '../../sync';
import type { LecturePlace } from './player';

export interface Show {
  readonly black: boolean;
  /** A server that is shown large, or null. */
  readonly focus: number | null;
  readonly qr: boolean;
}

export const PLAIN: Show = { black: false, focus: null, qr: false };

/** A point of the picture: its width is 1000, its height as much in proportion. */
export type Point = readonly [x: number, y: number];
export type Stroke = readonly Point[];

export const STROKES_MOST = 200;
export const POINTS_MOST = 600;

export interface Timer {
  /** When the lecture began, in milliseconds since 1970; null: not yet. */
  readonly since: number | null;
}

const isInteger = (value: unknown, low: number, high: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high;

const readPoint = (value: unknown): Point | null => {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [x, y] = value;
  return isInteger(x, -2000, 4000) && isInteger(y, -2000, 4000) ? [x, y] : null;
};

function readAll<Item>(value: unknown, most: number, read: (item: unknown) => Item | null): readonly Item[] | null {
  if (!Array.isArray(value) || value.length > most) return null;
  const items = value.map(read);
  return items.every((item) => item !== null) ? (items as Item[]) : null;
}

export const LECTURE_READERS: Readonly<Record<'place' | 'show' | 'ink' | 'laser' | 'timer', Reader>> = {
  place: (value): LecturePlace | undefined => {
    if (!isRecord(value) || !isInteger(value.index, 0, 1000)) return undefined;
    const { index, goal } = value;
    return goal === null || isInteger(goal, 0, 1000) ? { index, goal } : undefined;
  },
  show: readShow,
  ink: (value): readonly Stroke[] | undefined =>
    readAll(value, STROKES_MOST, (stroke) => readAll(stroke, POINTS_MOST, readPoint)) ?? undefined,
  laser: (value): Point | null | undefined => (value === null ? null : (readPoint(value) ?? undefined)),
  timer: (value): Timer | undefined => {
    if (!isRecord(value)) return undefined;
    return value.since === null || isInteger(value.since, 0, 2 ** 50) ? { since: value.since } : undefined;
  },
};

export function readShow(value: unknown): Show | undefined {
  if (!isRecord(value) || typeof value.black !== 'boolean' || typeof value.qr !== 'boolean') return undefined;
  const { black, focus, qr } = value;
  return focus === null || isInteger(focus, 1, 9) ? { black, focus, qr } : undefined;
}

/** The point of the picture under a pointer, within it. */
export function pointIn(
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  x: number,
  y: number,
): Point {
  const unit = 1000 / Math.max(1, box.width);
  return [
    Math.round(clamp((x - box.left) * unit, 0, 1000)),
    Math.round(clamp((y - box.top) * unit, 0, box.height * unit)),
  ];
}

/** A line through the points of a stroke; a single point is a dot. */
export function pathOf(stroke: Stroke): string {
  const [first, ...rest] = stroke;
  if (first === undefined) return '';
  const to = rest.length === 0 ? [first] : rest;
  return `M${first.join(' ')}${to.map((point) => `L${point.join(' ')}`).join('')}`;
}

/** Minutes and seconds; with hours where there are any. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const tail = `${two(minutes % 60)}:${two(seconds % 60)}`;
  return minutes < 60 ? tail : `${Math.floor(minutes / 60)}:${tail}`;
}
