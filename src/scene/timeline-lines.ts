/** From transitions to the slanted lines of a space-time diagram. Times are microseconds of virtual time. */
import { clamp } from '../base';
import type { ServerId } from '../raft';
import { type LineKind, lineKindOf, positiveOf, type Trace, transitionsBetween } from '../trace';
import { type Axis, xAt } from './axis';

type Transition = Trace['tail'][number];
type Flight = NonNullable<Transition['flight']>;

export interface MessageLine {
  readonly key: number;
  readonly from: ServerId;
  readonly to: ServerId;
  readonly term: number;
  readonly kind: LineKind;
  readonly response: boolean;
  /** Responses: granted or success; requests: null. */
  readonly positive: boolean | null;
  /** How many entries it carries. */
  readonly entries: number;
  readonly start: number;
  /** When it arrives, or would arrive. */
  readonly end: number;
  /** How far it got, 0 to 1; 1 unless it is lost on the way. */
  readonly reach: number;
  readonly fate: 'flying' | 'arrived' | 'lost';
}

/** What is known of messages while transitions are read one after the other. */
export interface LineBook {
  /** Messages on their way, by flight key. */
  readonly flying: Map<number, MessageLine>;
  /** Ids of heartbeats, by which their answers are told from answers to entries. */
  readonly beats: Set<number>;
}

export function createLineBook(): LineBook {
  return { flying: new Map(), beats: new Set() };
}

/** Reads one more transition; calls `done` with each message that ends in it. */
export function readLines(book: LineBook, transition: Transition, done: (line: MessageLine) => void): void {
  const { flight, kind, at } = transition;
  if (flight !== null && (kind === 'deliver' || kind === 'wait')) finish(book, flight, at, 'arrived', done);
  if (flight !== null && kind === 'lose') finish(book, flight, at, 'lost', done);
  for (const event of transition.events) {
    if (event.type === 'send' || event.type === 'duplicate') start(book, event.flight);
    else if (event.type === 'lose') finish(book, event.flight, at, 'lost', done);
  }
}

function start(book: LineBook, flight: Flight): void {
  const line = lineOf(book, flight);
  if (line === null) return;
  if (line.kind === 'beat' && !line.response) book.beats.add(flight.packet.id);
  book.flying.set(line.key, line);
}

function finish(
  book: LineBook,
  flight: Flight,
  at: number,
  fate: 'arrived' | 'lost',
  done: (line: MessageLine) => void,
): void {
  // One that waited at its destination ended when it arrived there; one sent before the first transition starts here.
  const known = book.flying.get(flight.key);
  if (known === undefined && at > flight.arrivesAt) return;
  book.flying.delete(flight.key);
  const line = known ?? lineOf(book, flight);
  if (line === null) return;
  const whole = Math.max(1, flight.arrivesAt - flight.sentAt);
  const reach = Math.min(1, Math.max(0, (at - flight.sentAt) / whole));
  // A delivery that the reader hurried arrives early.
  done(fate === 'arrived' ? { ...line, end: at, reach: 1, fate } : { ...line, reach, fate });
}

function lineOf(book: LineBook, flight: Flight): MessageLine | null {
  const { packet } = flight;
  if (packet.type === 'ClientRequest' || packet.type === 'ClientResponse') return null;
  return {
    key: flight.key,
    from: packet.from,
    to: packet.to,
    term: packet.term,
    kind: lineKindOf(packet, book.beats),
    response: 're' in packet,
    positive: positiveOf(packet),
    entries: packet.type === 'AppendEntries' ? packet.entries.length : 0,
    start: flight.sentAt,
    end: flight.arrivesAt,
    reach: 1,
    fate: 'flying',
  };
}

/** The transitions to read lines from: those after `after`, up to and including `upTo`. */
export function messagesBetween(trace: Trace, after: number, upTo: number): readonly Transition[] {
  return transitionsBetween(trace, after, upTo);
}

/** A line as it is drawn, from lane to lane. */
export interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Lines end this far from the middle of a lane, so that the lane stays clear. */
const CLEAR = 4.5;

/** What a line needs to have its place: `from` and `to` are lanes, from 1. */
export type Slant = Pick<MessageLine, 'from' | 'to' | 'start' | 'end' | 'reach'>;

/** `lanes`: the middle of each lane in pixels, S1 first. */
export function lineSegment(line: Slant, axis: Axis, lanes: readonly number[]): Segment {
  const down = line.to > line.from ? 1 : -1;
  const y1 = lanes[line.from - 1] + down * CLEAR;
  const y2 = lanes[line.to - 1] - down * CLEAR;
  const x1 = xAt(axis, line.start);
  const x2 = xAt(axis, line.end);
  return { x1, y1, x2: x1 + (x2 - x1) * line.reach, y2: y1 + (y2 - y1) * line.reach };
}

/** The line closest to a point, if one is within `reach` pixels; messages that carry something win over heartbeats. */
export function nearestLine<Line extends Slant & { readonly kind: string }>(
  lines: Iterable<Line>,
  axis: Axis,
  lanes: readonly number[],
  point: { readonly x: number; readonly y: number },
  reach = 7,
): Line | null {
  let best: Line | null = null;
  let least = reach;
  for (const line of lines) {
    const away = distanceTo(lineSegment(line, axis, lanes), point) + (line.kind === 'beat' ? 1.5 : 0);
    if (away < least) [best, least] = [line, away];
  }
  return best;
}

function distanceTo({ x1, y1, x2, y2 }: Segment, { x, y }: { x: number; y: number }): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const t = clamp(((x - x1) * dx + (y - y1) * dy) / Math.max(1e-9, dx * dx + dy * dy), 0, 1);
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}
