/** What the timeline of a chapter draws: lanes, messages and rails of one run, as path strings. */
import {
  type Authority,
  type Axis,
  authorityOf,
  createLineBook,
  lineSegment,
  type MessageLine,
  messagesBetween,
  railsOf,
  readLines,
  textWidth,
  xAt,
} from '../../scene';
import type { Stop } from '../../stories';
import { createTrace, extend, type Trace } from '../../trace';

export interface Drawing {
  readonly lanes: Readonly<Partial<Record<Authority, string>>>;
  /** Messages by their looks. */
  readonly lines: Readonly<Record<string, string>>;
  readonly crashes: readonly { readonly x: number; readonly y: number }[];
  readonly rails: string;
}

/** The part of a run that its stops tell, with a little room at both ends. */
export function axisOf(stops: readonly Stop[], left: number, right: number): Axis {
  const first = stops[0].time;
  const last = stops[stops.length - 1].time;
  const room = Math.max(5000, (last - first) * 0.03);
  return { from: Math.max(0, first - room), to: last + room, left, right };
}

/** The run of an act, simulated as far as its axis goes. */
export function traceOf(run: Trace['run'], until: number): Trace {
  const trace = createTrace(run);
  extend(trace, until);
  return trace;
}

/** @param lanes the middle of each server's lane, in pixels */
export function drawingOf(trace: Trace, axis: Axis, lanes: readonly number[]): Drawing {
  const drawn: Partial<Record<Authority, string>> = {};
  const crashes: { x: number; y: number }[] = [];
  for (const [i, spans] of trace.spans.entries()) {
    for (const span of spans) {
      if (span.to <= axis.from || span.from >= axis.to) continue;
      const look = authorityOf(span);
      const from = xAt(axis, Math.max(axis.from, span.from));
      const to = xAt(axis, Math.min(axis.to, span.to));
      drawn[look] = `${drawn[look] ?? ''}M${round(from)} ${lanes[i]}H${round(to)}`;
      if (look === 'crashed' && span.from >= axis.from) crashes.push({ x: from, y: lanes[i] });
    }
  }
  return { lanes: drawn, lines: linesOf(trace, axis, lanes), crashes, rails: railsPath(trace, axis, lanes) };
}

function linesOf(trace: Trace, axis: Axis, lanes: readonly number[]): Record<string, string> {
  const paths: Record<string, string> = {};
  const book = createLineBook();
  const note = (line: MessageLine) => {
    if (line.end < axis.from || line.start > axis.to) return;
    const { x1, y1, x2, y2 } = lineSegment(line, axis, lanes);
    const look = line.fate === 'lost' ? 'lost' : line.positive === false ? `${line.kind} is-no` : line.kind;
    paths[look] = `${paths[look] ?? ''}M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`;
  };
  for (const transition of messagesBetween(trace, -1, axis.to)) readLines(book, transition, note);
  for (const line of book.flying.values()) note(line);
  return paths;
}

function railsPath(trace: Trace, axis: Axis, lanes: readonly number[]): string {
  return railsOf(trace.run, axis.to)
    .filter(({ from, to }) => to > axis.from && from < axis.to)
    .map(({ after, from, to }) => {
      const y = (lanes[after - 1] + lanes[after]) / 2;
      return `M${round(xAt(axis, Math.max(axis.from, from)))} ${y}H${round(xAt(axis, Math.min(axis.to, to)))}`;
    })
    .join('');
}

export interface Segment {
  readonly part: string;
  readonly from: number;
  readonly to: number;
  /** Place in the chapter of its first stop, and of the one after its last. */
  readonly first: number;
  readonly end: number;
}

const GAP = 6;

/** The parts of an act as stretches of pixels, with gaps between them. */
export function segmentsOf(stops: readonly Stop[], axis: Axis): Segment[] {
  const starts = stops.filter(({ cue }, i) => i === 0 || cue.part !== undefined);
  return starts.map((start, i) => {
    const next = starts[i + 1];
    const from = i === 0 ? axis.left : xAt(axis, start.time) - GAP;
    const to = next === undefined ? axis.right : xAt(axis, next.time) - 2 * GAP;
    return {
      part: start.cue.part ?? '',
      from: round(from),
      to: round(Math.max(from + 2, to)),
      first: start.index,
      end: next === undefined ? stops[stops.length - 1].index + 1 : next.index,
    };
  });
}

/** Which labels there is room for, at the starts of their segments; the current one always is shown. */
export function labelsOf(
  segments: readonly Segment[],
  texts: readonly string[],
  current: number,
  right: number,
): readonly { readonly x: number; readonly shown: boolean }[] {
  const boxes = segments.map(({ from }, i) => {
    const width = textWidth(texts[i], 14) * 1.06;
    const x = Math.min(from, right - width);
    return { x, end: x + width + 14 };
  });
  const shown = boxes.map((_, i) => i === current);
  for (const [i, box] of boxes.entries()) {
    const clashes = boxes.some((other, j) => j !== i && shown[j] && other.x < box.end && box.x < other.end);
    if (!clashes) shown[i] = true;
  }
  return boxes.map(({ x }, i) => ({ x: round(x), shown: shown[i] }));
}

/** The stop nearest to a pixel. */
export function nearestStop(stops: readonly Stop[], axis: Axis, x: number): Stop {
  const away = (stop: Stop) => Math.abs(xAt(axis, stop.time) - x);
  return stops.reduce((best, stop) => (away(stop) < away(best) ? stop : best));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
