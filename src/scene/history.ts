/** The operations of clients as intervals on the timeline's axis. Times are microseconds, lengths pixels. */
import { type Axis, xAt } from './axis';
import { textWidth } from './text-width';

export interface ClientInterval {
  /** No other interval has the same one. */
  readonly key: string;
  readonly client: number;
  /** What is asked, in few signs, as in x←7. */
  readonly label: string;
  readonly from: number;
  /** When the client had its answer or gave up; null: not yet. */
  readonly to: number | null;
  readonly status: 'pending' | 'ok' | 'unknown';
  /** Where it took effect in the order that was found; null: nowhere, or not known. */
  readonly point: number | null;
  /** No order has a place for it. */
  readonly isFault: boolean;
}

export interface HistoryBar<Interval extends ClientInterval> {
  readonly interval: Interval;
  readonly look: 'ok' | 'unknown' | 'pending' | 'fault';
  readonly x: number;
  readonly width: number;
  /** The middle of the bar. */
  readonly y: number;
  /** It goes on beyond its right end: the outcome is open. */
  readonly isOpen: boolean;
  /** It began before the window. */
  readonly isClipped: boolean;
  /** Where the tick is; null: there is none in the window. */
  readonly tick: number | null;
  /** Beside or inside the bar, where there is room. */
  readonly text: { readonly x: number; readonly label: string } | null;
}

export interface HistoryLane {
  readonly client: number;
  /** The middle of the lane's first row. */
  readonly y: number;
  readonly top: number;
  readonly height: number;
}

export interface HistoryScene<Interval extends ClientInterval> {
  readonly height: number;
  readonly lanes: readonly HistoryLane[];
  readonly bars: readonly HistoryBar<Interval>[];
}

/** Height of a row of bars, and what a lane has beside its rows. */
export const HISTORY_ROW = 26;
const LANE_PAD = 6;
/** A bar is at least this long, so that it can be hit. */
const LEAST = 10;
/** How far an open end reaches beyond the last that is known of it. */
const OPEN = 22;
/** Between two bars in a row. */
const GAP = 1;

/**
 * A lane for each client, with as many rows as it has operations at once.
 *
 * @param now nothing later is known
 */
export function historyScene<Interval extends ClientInterval>(
  intervals: readonly Interval[],
  clients: readonly number[],
  axis: Axis,
  now: number,
): HistoryScene<Interval> {
  const lanes: HistoryLane[] = [];
  const bars: HistoryBar<Interval>[] = [];
  let top = 0;
  for (const client of clients) {
    const rows: HistoryBar<Interval>[][] = [];
    const mine = intervals.filter((one) => one.client === client).sort((a, b) => a.from - b.from);
    for (const interval of mine) {
      const bar = barOf(interval, axis, now);
      if (bar === null) continue;
      const free = rows.findIndex((row) => solidEnd(row[row.length - 1]) + GAP <= bar.x);
      const row = free < 0 ? rows.push([]) - 1 : free;
      const before = rows[row].pop();
      if (before !== undefined) rows[row].push(shortened(before, bar.x - GAP));
      rows[row].push({ ...bar, y: top + LANE_PAD / 2 + HISTORY_ROW * (row + 0.5) });
    }
    bars.push(...rows.flat());
    const height = HISTORY_ROW * Math.max(1, rows.length) + LANE_PAD;
    lanes.push({ client, top, height, y: top + LANE_PAD / 2 + HISTORY_ROW / 2 });
    top += height;
  }
  return { height: top, lanes, bars };
}

function barOf<Interval extends ClientInterval>(
  interval: Interval,
  axis: Axis,
  now: number,
): Omit<HistoryBar<Interval>, 'y'> | null {
  const { from, to, status, point, isFault, label } = interval;
  const isOpen = status !== 'ok';
  // A write of unknown outcome lasts until it took effect, if it did.
  const end = Math.max(to ?? now, point ?? 0);
  const start = xAt(axis, Math.max(from, axis.from));
  const right = Math.min(axis.right, xAt(axis, end) + (isOpen ? OPEN : 0));
  if (from > Math.min(now, axis.to) || xAt(axis, end) + (isOpen ? OPEN : 0) < axis.left) return null;
  const width = Math.max(LEAST, right - start);
  const x = Math.min(start, axis.right - LEAST);
  const tick = point !== null && point >= axis.from && point <= axis.to ? xAt(axis, point) : null;
  const look = isFault ? 'fault' : status;
  const text = placeLabel(label, x, x + width, tick);
  return { interval, look, x, width, isOpen, isClipped: from < axis.from, tick, text };
}

/** Where a bar would end without its open end. */
function solidEnd({ x, width, isOpen }: HistoryBar<ClientInterval>): number {
  return x + Math.max(LEAST, width - (isOpen ? OPEN : 0));
}

/** An open end makes way for what comes next. */
function shortened<Interval extends ClientInterval>(bar: HistoryBar<Interval>, end: number): HistoryBar<Interval> {
  return bar.x + bar.width <= end ? bar : { ...bar, width: end - bar.x };
}

/** The label within a bar, before its tick or after it; null where there is no room. */
function placeLabel(
  label: string,
  left: number,
  right: number,
  tick: number | null,
): HistoryBar<ClientInterval>['text'] {
  const room = textWidth(label, 12) + 8;
  if (left + room <= (tick ?? right)) return { x: left + 4, label };
  return tick !== null && tick + room <= right ? { x: tick + 5, label } : null;
}
