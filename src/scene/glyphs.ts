/** The outlines of messages and badges. Local coordinates: the middle is the origin, messages point to the right. */
import type { MessageView } from '../trace';
import { TAU } from './geometry';
import { checkPath, crossPath, n } from './paths';

export type MessageKind =
  | 'vote'
  | 'granted'
  | 'denied'
  | 'append'
  | 'heartbeat'
  | 'success'
  | 'rejected'
  | 'snapshot'
  | 'installed'
  | 'prevote'
  | 'pregranted'
  | 'predenied'
  | 'handover';

/** The hue says which RPC a message belongs to. */
export type MessageHue = 'vote' | 'append' | 'snapshot';

/** One element of a glyph. `upright` parts keep standing around their own point while the glyph turns. */
export type GlyphPart = { readonly part: PartName; readonly x: number; readonly y: number } & (
  | { readonly shape: 'path'; readonly d: string; readonly upright: boolean }
  | { readonly shape: 'circle'; readonly radius: number }
  | { readonly shape: 'cell'; readonly size: number; readonly term: number }
  | { readonly shape: 'text'; readonly text: string; readonly size: number; readonly term: number | null }
);

/** What a part is, for its colours: see stage.css. */
export type PartName =
  | 'solid'
  | 'hollow'
  | 'dashed'
  | 'mark'
  | 'mark-hollow'
  | 'mark-dashed'
  | 'pip'
  | 'pip-dashed'
  | 'hand'
  | 'bars'
  | 'cell'
  | 'number';

export interface Glyph {
  /** Glyphs with the same id look the same. */
  readonly id: string;
  readonly kind: MessageKind;
  readonly hue: MessageHue;
  /** From its back to its point. */
  readonly length: number;
  readonly height: number;
  readonly parts: readonly GlyphPart[];
}

/** As many entries are drawn as cells; the rest is counted. */
export const CELLS_MAX = 3;

const HUES: Record<MessageKind, MessageHue> = {
  vote: 'vote',
  granted: 'vote',
  denied: 'vote',
  append: 'append',
  heartbeat: 'append',
  success: 'append',
  rejected: 'append',
  snapshot: 'snapshot',
  installed: 'snapshot',
  prevote: 'vote',
  pregranted: 'vote',
  predenied: 'vote',
  handover: 'vote',
};

export function kindOf({ message, heartbeat, positive }: MessageView): MessageKind {
  switch (message.type) {
    case 'RequestVote':
      return 'vote';
    case 'RequestVoteResponse':
      return positive ? 'granted' : 'denied';
    case 'AppendEntries':
      return heartbeat ? 'heartbeat' : 'append';
    case 'AppendEntriesResponse':
      return positive ? 'success' : 'rejected';
    case 'InstallSnapshot':
      return 'snapshot';
    case 'InstallSnapshotResponse':
      return 'installed';
    case 'PreVote':
      return 'prevote';
    case 'PreVoteResponse':
      return positive ? 'pregranted' : 'predenied';
    case 'TimeoutNow':
      return 'handover';
  }
}

const REQUESTS: readonly MessageKind[] = ['vote', 'append', 'heartbeat', 'snapshot', 'prevote', 'handover'];

/** Answers are drops, with a round back; requests are tags, with a flat one. */
export function isAnswer(kind: MessageKind): boolean {
  return !REQUESTS.includes(kind);
}

/** How large glyphs are beside servers of radius `r`: 1 is the size of the sheet of marks; numbers stay readable. */
export function glyphScale(r: number): number {
  return Math.max(0.86, r / 38);
}

const cache = new Map<string, Glyph>();

/**
 * The glyph of a message. `terms` are those of the entries that it carries, `backwards` when it travels to the left:
 * its cells then still read from left to right.
 */
export function glyphOf(kind: MessageKind, terms: readonly number[], scale: number, backwards = false): Glyph {
  const id = `${kind} ${terms.slice(0, CELLS_MAX).join(',')} ${terms.length} ${n(scale * 10)} ${backwards ? 'b' : 'f'}`;
  let glyph = cache.get(id);
  if (glyph === undefined) {
    if (cache.size > 500) cache.clear();
    glyph = { id, kind, hue: HUES[kind], ...shapeOf(kind, terms, scale, backwards) };
    cache.set(id, glyph);
  }
  return glyph;
}

type Shape = Pick<Glyph, 'length' | 'height' | 'parts'>;

function shapeOf(kind: MessageKind, terms: readonly number[], k: number, backwards: boolean): Shape {
  switch (kind) {
    case 'vote':
      return voteRequest(k);
    case 'prevote':
      return provisional(voteRequest(k));
    case 'handover':
      return handover(k);
    case 'granted':
      return drop(k, 11.7, 31, true);
    case 'denied':
      return drop(k, 11.2, 31, false);
    case 'pregranted':
      return provisional(drop(k, 11.7, 31, true));
    case 'predenied':
      return provisional(drop(k, 11.2, 31, false));
    case 'success':
      return drop(k, 9.8, 26.5, true);
    case 'rejected':
      return drop(k, 9.6, 26.5, false);
    case 'installed':
      return drop(k, 11.7, 31, true);
    case 'heartbeat':
      return { length: 23.5 * k, height: 16 * k, parts: [outline('hollow', tagPath(23.5 * k, 16 * k))] };
    case 'snapshot':
      return snapshot(k);
    case 'append':
      return entries(k, terms, backwards);
  }
}

function outline(part: 'solid' | 'hollow', d: string): GlyphPart {
  return { shape: 'path', part, x: 0, y: 0, d, upright: false };
}

/** A flat back and a point: it asks. */
export function tagPath(length: number, height: number): string {
  const back = -length / 2;
  const neck = length / 2 - height * 0.44;
  return `M${n(back)} ${n(-height / 2)}H${n(neck)}L${n(length / 2)} 0L${n(neck)} ${n(height / 2)}H${n(back)}Z`;
}

/** A round back and a point: it answers. */
export function dropPath(radius: number, length: number): string {
  const center = radius - length / 2;
  const reach = length - radius;
  const angle = Math.acos(radius / reach);
  const x = n(center + radius * Math.cos(angle));
  const y = radius * Math.sin(angle);
  const r = n(radius);
  return `M${n(length / 2)} 0L${x} ${n(y)}A${r} ${r} 0 1 1 ${x} ${n(-y)}Z`;
}

function voteRequest(k: number): Shape {
  const length = 37 * k;
  const height = 25.5 * k;
  const parts: GlyphPart[] = [
    outline('solid', tagPath(length, height)),
    { shape: 'circle', part: 'pip', x: -4 * k, y: 0, radius: 6.2 * k },
  ];
  return { length, height, parts };
}

/** The same mark in dashes: what it asks or says binds nobody yet. */
function provisional({ parts, ...shape }: Shape): Shape {
  const dashed: Partial<Record<PartName, PartName>> = {
    solid: 'dashed',
    hollow: 'dashed',
    pip: 'pip-dashed',
    mark: 'mark-dashed',
    'mark-hollow': 'mark-dashed',
  };
  return { ...shape, parts: parts.map((part) => ({ ...part, part: dashed[part.part] ?? part.part })) };
}

/** A vote request by order: its pip is a clock that has run out. */
function handover(k: number): Shape {
  const { parts, ...shape } = voteRequest(k);
  const r = 6.2 * k;
  const d = `M0 ${n(-r * 0.66)}V0H${n(r * 0.5)}`;
  return { ...shape, parts: [...parts, { shape: 'path', part: 'hand', x: -4 * k, y: 0, d, upright: true }] };
}

function drop(k: number, radius: number, length: number, yes: boolean): Shape {
  const x = (radius - length / 2) * k;
  const d = yes ? checkPath(radius * 0.52 * k) : crossPath(radius * 0.36 * k);
  const parts: GlyphPart[] = [
    outline(yes ? 'solid' : 'hollow', dropPath(radius * k, length * k)),
    { shape: 'path', part: yes ? 'mark' : 'mark-hollow', x, y: 0, d, upright: true },
  ];
  return { length: length * k, height: 2 * radius * k, parts };
}

function snapshot(k: number): Shape {
  const length = 44 * k;
  const height = 30 * k;
  const bars = [-7.5, 0, 7.5].map((y, i) => `M${n(-15 * k)} ${n(y * k)}H${n((i === 1 ? 8 : 4.5) * k)}`).join('');
  const parts: GlyphPart[] = [
    outline('solid', tagPath(length, height)),
    { shape: 'path', part: 'bars', x: 0, y: 0, d: bars, upright: false },
  ];
  return { length, height, parts };
}

function entries(k: number, terms: readonly number[], backwards: boolean): Shape {
  const cell = 20 * k;
  const shown = terms.slice(0, CELLS_MAX);
  const more = terms.length - shown.length;
  const height = 28.5 * k;
  const length = (shown.length * 20 + (more > 0 ? 17 : 0) + 23) * k;
  const size = Math.max(12, 12.5 * k);
  const parts: GlyphPart[] = [outline('solid', tagPath(length, height))];
  const xs = shown.map((_, i) => -length / 2 + 5 * k + cell * (i + 0.5));
  if (more > 0) xs.push(-length / 2 + 5 * k + cell * shown.length + 9 * k);
  // Turned by half a turn, the first entry must be in front to be on the left.
  const slots = backwards ? xs.map((_, i) => mirrored(xs, i, more > 0, k, cell)) : xs;
  for (const [i, term] of shown.entries()) {
    parts.push({ shape: 'cell', part: 'cell', x: slots[i], y: 0, size: cell, term });
    parts.push({ shape: 'text', part: 'number', x: slots[i], y: 0, text: String(term), size, term });
  }
  if (more > 0) {
    parts.push({ shape: 'text', part: 'number', x: slots[shown.length], y: 0, text: `+${more}`, size, term: null });
  }
  return { length, height, parts };
}

/** The slot of the i-th part counted from the front instead of from the back. */
function mirrored(xs: readonly number[], i: number, counts: boolean, k: number, cell: number): number {
  const back = xs[0] - cell / 2;
  const front = xs[xs.length - 1] + (counts ? 8 * k : cell / 2);
  return back + front - xs[i];
}

/** The four shapes of a badge, `radius` pixels around the origin. */
export function badgePath(shape: 'circle' | 'diamond' | 'hexagon' | 'octagon' | 'square', radius: number): string {
  switch (shape) {
    case 'circle':
      return `M${n(-radius)} 0A${n(radius)} ${n(radius)} 0 1 1 ${n(radius)} 0A${n(radius)} ${n(radius)} 0 1 1 ${n(-radius)} 0Z`;
    case 'diamond':
      return polygon(4, radius * 1.12, 0);
    case 'hexagon':
      return polygon(6, radius * 1.12, TAU / 4);
    case 'octagon':
      return polygon(8, radius * 1.04, TAU / 16);
    case 'square':
      return polygon(4, radius * 1.24, TAU / 8);
  }
}

function polygon(corners: number, radius: number, turn: number): string {
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = turn + (i / corners) * TAU;
    return `${n(radius * Math.cos(angle))} ${n(radius * Math.sin(angle))}`;
  });
  return `M${points.join('L')}Z`;
}
