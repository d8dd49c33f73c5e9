/** The messages of a window as slanted lines, and which of them there is room for. */
import { clamp } from '../base';
import {
  type Chronicle,
  FATES,
  type Fate,
  FLIGHT_KINDS,
  FLYING,
  type FlightKind,
  firstAtLeast,
  LONG,
  WAITING,
} from '../trace';
import { type Axis, type TimeWindow, xAt } from './axis';
import { laneOfPlace, type SpacetimeLayout } from './spacetime-layout';
import type { Slant } from './timeline-lines';

export interface SpacetimeLine extends Slant {
  /** Its place among the messages of the chronicle. */
  readonly message: number;
  readonly kind: FlightKind;
  readonly response: boolean;
  /** Responses: granted or success; requests: null. */
  readonly positive: boolean | null;
  readonly entries: number;
  readonly term: number;
  readonly fate: Fate;
}

export interface ShownLines {
  readonly lines: readonly SpacetimeLine[];
  /** Messages in the window for which there is no room: heartbeats with their answers, and others. */
  readonly hiddenBeats: number;
  readonly hiddenOthers: number;
  /** How many of those each column of DENSITY_WIDTH pixels holds, from the left edge on; empty when there are none. */
  readonly density: readonly number[];
}

export const DENSITY_WIDTH = 4;
/** About as many lines as can be told apart, and drawn within a frame. */
const BUDGET = 1000;
/** Lines that would start in the same so many pixels of the same lane, to the same lane, are one line when crowded. */
const GRAIN = 12;

/** From what tells most to what is always the same. */
const RANKS = 5;
/** Messages of a rank are drawn from so many pixels per millisecond on. */
const ROOM: readonly number[] = [0, 0, 0.06, 0.22, 1];

const isLost = (fate: number): boolean => fate > WAITING;

const BEAT = FLIGHT_KINDS.indexOf('beat');
const APPEND = FLIGHT_KINDS.indexOf('append');
const CLIENT = FLIGHT_KINDS.indexOf('client');

export interface LineWish {
  /** Pixels per millisecond where time is not folded. */
  readonly perMillisecond: number;
  /** What is folded within the window, in order: heartbeats in there are neither drawn nor counted. */
  readonly folds: readonly TimeWindow[];
  /** All messages, however little room there is. */
  readonly everything?: boolean;
}

/** The messages of the window, each once. */
export function spacetimeLines(
  chronicle: Chronicle,
  axis: Axis,
  layout: SpacetimeLayout,
  { perMillisecond, folds, everything = false }: LineWish,
): ShownLines {
  const found = candidates(chronicle, axis);
  const { messages } = chronicle;
  const isFolded = folded(folds);
  const counts = new Int32Array(RANKS);
  for (let i = 0; i < found.count; i++) {
    const m = found.at(i);
    if (!isFolded(messages, m)) counts[rankOf(messages, m)]++;
  }
  const admitted = everything ? { whole: RANKS, sampled: RANKS } : admit(counts, perMillisecond);
  const lines: SpacetimeLine[] = [];
  const density = new Array<number>(Math.ceil((axis.right - axis.left) / DENSITY_WIDTH)).fill(0);
  const taken = new Set<number>();
  let hiddenBeats = 0;
  let hiddenOthers = 0;
  // Of a long run there may be a hundred thousand: what is left out is only counted.
  for (let i = 0; i < found.count; i++) {
    const m = found.at(i);
    if (isFolded(messages, m)) continue;
    const rank = rankOf(messages, m);
    if (rank < admitted.sampled) {
      const line = lineOf(chronicle, layout, m);
      if (line === null) continue;
      if (rank < admitted.whole || isFirst(taken, axis, line)) {
        lines.push(line);
        continue;
      }
    }
    if (messages.kind[m] === BEAT) hiddenBeats++;
    else hiddenOthers++;
    const column = Math.floor((xAt(axis, messages.start[m]) - axis.left) / DENSITY_WIDTH);
    if (column >= 0 && column < density.length) density[column]++;
  }
  return { lines, hiddenBeats, hiddenOthers, density: hiddenBeats + hiddenOthers > 0 ? density : [] };
}

function folded(folds: readonly TimeWindow[]): (messages: Chronicle['messages'], m: number) => boolean {
  if (folds.length === 0) return () => false;
  const starts = folds.map(({ from }) => from);
  return ({ kind, start }, m) => {
    if (kind[m] !== BEAT) return false;
    const i = firstAtLeast(starts, starts.length, start[m]) - 1;
    return i >= 0 && start[m] < folds[i].to;
  };
}

/** Which ranks are drawn whole, and up to which one a sample is. */
function admit(counts: ArrayLike<number>, perMillisecond: number): { whole: number; sampled: number } {
  let whole = 0;
  let sum = 0;
  while (whole < RANKS && perMillisecond >= ROOM[whole] && sum + counts[whole] <= BUDGET) sum += counts[whole++];
  // What tells most is never left out altogether.
  const sampled = Math.max(1, whole);
  return { whole, sampled };
}

function isFirst(taken: Set<number>, axis: Axis, { from, to, start }: SpacetimeLine): boolean {
  const column = Math.floor((xAt(axis, start) - axis.left) / GRAIN);
  const place = ((column + 4096) * 32 + from) * 32 + to;
  if (taken.has(place)) return false;
  taken.add(place);
  return true;
}

/** The messages that were under way during the window, in order of their sending. */
interface Candidates {
  readonly count: number;
  at(i: number): number;
}

function candidates(chronicle: Chronicle, { from, to }: Axis): Candidates {
  const { events, messages, long, until } = chronicle;
  const row = firstAtLeast(events.at, events.count, from - LONG);
  const next = firstAtLeast(events.at, events.count, to + 1);
  const start = row === 0 ? 0 : row < events.count ? events.sent[row] : messages.count;
  const end = next < events.count ? events.sent[next] : messages.count;
  const overlaps = (m: number) => messages.start[m] <= to && Math.min(messages.end[m], until) >= from;
  const earlier = new Set<number>();
  for (const m of [...long, ...chronicle.underWay()]) if (m < start && overlaps(m)) earlier.add(m);
  // Only at the edges of the window there are some that do not overlap it: between them they need not be asked.
  const inside = sentFrom(chronicle, from);
  for (let m = start; m < Math.min(inside, end); m++) if (overlaps(m)) earlier.add(m);
  const before = [...earlier].sort((a, b) => a - b);
  const first = Math.max(start, Math.min(inside, end));
  const count = before.length + end - first;
  return { count, at: (i) => (i < before.length ? before[i] : first + i - before.length) };
}

/** The first message that was sent at an instant or later. */
function sentFrom({ events, messages }: Chronicle, time: number): number {
  const row = firstAtLeast(events.at, events.count, time);
  return row < events.count ? events.sent[row] : messages.count;
}

function rankOf(messages: Chronicle['messages'], m: number): number {
  const kind = messages.kind[m];
  const response = messages.response[m] === 1;
  if (kind === BEAT) return messages.positive[m] === 0 ? 0 : response ? 4 : 3;
  if (kind === APPEND && messages.positive[m] === 1 && !isLost(messages.fate[m])) return 2;
  return kind === APPEND || kind === CLIENT ? 1 : 0;
}

function lineOf({ messages, until }: Chronicle, layout: SpacetimeLayout, m: number): SpacetimeLine | null {
  const from = laneOfPlace(layout, messages.from[m]);
  const to = laneOfPlace(layout, messages.to[m]);
  if (from === 0 || to === 0) return null;
  const fate = messages.fate[m];
  const [start, arrives] = [messages.start[m], messages.arrives[m]];
  const isOver = fate !== FLYING && !isLost(fate);
  // What is lost after it has arrived, where it had to wait, has gone all the way.
  const gone = fate === FLYING ? until : messages.end[m];
  const reach = isOver ? 1 : clamp((gone - start) / Math.max(1, arrives - start), 0, 1);
  return {
    message: m,
    from,
    to,
    start,
    end: isOver ? messages.end[m] : arrives,
    reach,
    kind: FLIGHT_KINDS[messages.kind[m]],
    response: messages.response[m] === 1,
    positive: messages.positive[m] === 2 ? null : messages.positive[m] === 1,
    entries: messages.entries[m],
    term: messages.term[m],
    fate: FATES[fate],
  };
}
