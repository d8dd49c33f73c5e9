/** The geometry of the log table, and which columns of long logs it shows. Lengths are CSS pixels. */
import { clamp } from '../base';
import type { Entry, Index, Log, ServerId } from '../raft';
import { ECHO_TIME, type Frame, type ServerView } from '../trace';
import { viewpoint } from './viewpoint';

/** `gap` stands for the entries `from` to `to`, which have no column of their own. */
export type LogColumn =
  | { readonly type: 'entry'; readonly index: Index }
  | { readonly type: 'gap'; readonly from: Index; readonly to: Index };

/** What a cell shows: term above command, both in one line, or the term alone. */
export type CellStyle = 'stacked' | 'inline' | 'number';

export interface LogLayout {
  readonly style: CellStyle;
  /** The left edge of the first column, and the distance between columns. */
  readonly left: number;
  readonly pitch: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** The top of the first row's cells, and the distance between rows. */
  readonly top: number;
  readonly rowPitch: number;
  /** How many columns there is room for. */
  readonly room: number;
}

/** The least widths that hold a term and a short command; they grow to fill the table. */
const CELL: Record<CellStyle, { width: number; most: number; gap: number }> = {
  stacked: { width: 41, most: 46, gap: 5 },
  inline: { width: 52, most: 58, gap: 5 },
  number: { width: 28, most: 42, gap: 4 },
};

/** Under the cells of each row: room for the triangles. */
const FOOT = 14;
const FOOT_SMALL = 9;
/** Above the first row: the numbers of the columns. */
const HEAD = 22;

/**
 * @param height of rows and column numbers, 9 servers need 180
 * @param compact terms only, for phones and small heights
 */
export function logLayout(width: number, height: number, servers: number, compact: boolean): LogLayout {
  const rowPitch = clamp(Math.floor((height - HEAD - 4) / servers), 20, compact ? 33 : 53);
  const foot = rowPitch >= 40 ? FOOT : FOOT_SMALL;
  const cellHeight = Math.max(14, Math.min(compact ? 27 : 36, rowPitch - foot + (compact ? 3 : 0)));
  const style: CellStyle = compact ? 'number' : cellHeight >= 30 ? 'stacked' : 'inline';
  const left = rowPitch >= 40 ? 58 : 52;
  const cell = CELL[style];
  const space = width - left - 1 + cell.gap;
  const room = Math.max(3, Math.floor(space / ((compact ? cell.most : cell.width) + cell.gap)));
  const cellWidth = Math.floor(clamp(space / room - cell.gap, cell.width, cell.most) * 2) / 2;
  return { style, left, pitch: cellWidth + cell.gap, cellWidth, cellHeight, top: HEAD, rowPitch, room };
}

export interface LogExtent {
  /** The longest log's last index. */
  readonly last: Index;
  /** Columns there is room for, at least 3. */
  readonly room: number;
  /** The first index to show, or null to follow the end. */
  readonly start: Index | null;
  /** An index to be kept in sight while following the end, though some log be much longer; 0: none. */
  readonly keep: Index;
  /** The first index that any log still holds, from 1: what snapshots replaced everywhere has no columns. */
  readonly floor?: Index;
  /** Entries that differ from the leader's log, shown apart where they would be out of sight; null: none. */
  readonly focus: { readonly from: Index; readonly to: Index } | null;
}

/**
 * The columns to show, at most `room`: entries and gaps, which together cover every index from 1 to the end without
 * overlap. Following the end, the last column is the empty slot after the longest log.
 */
export function logColumns({ last, room, start, keep, focus, floor = 1 }: LogExtent): LogColumn[] {
  if (last + 2 - floor <= room) return entries(floor, floor + room - 1);
  const first = maxStart(last, room);
  if (start !== null && start < first) return scrolled(Math.max(floor, start), last + 1, room, floor);
  if (keep > 0 && keep < first) return scrolled(Math.max(floor, keep), last + 1, room, floor);
  if (focus === null || focus.to >= first || focus.to < floor || room < 7)
    return scrolled(first, last + 1, room, floor);
  return split(focus, last + 1, room, floor);
}

/** What to keep in sight: the leader's commitIndex, as far as that leaves room for the end of its log. */
export function keepInSight(servers: readonly ServerView[], room: number): Index {
  const leader = viewpoint(servers, null);
  if (leader === null) return 0;
  return Math.max(1, leader.commitIndex, leader.log.index + 4 - room);
}

/** The greatest first index that still fills the table. */
export function maxStart(last: Index, room: number): Index {
  return Math.max(1, last + 1 - room + 2);
}

function scrolled(start: Index, end: Index, room: number, floor: Index): LogColumn[] {
  const head = start > floor ? [gap(floor, start - 1)] : [];
  const rest = end - start + 1;
  if (rest <= room - head.length) return [...head, ...entries(start, end)];
  const stop = start + room - head.length - 2;
  return [...head, ...entries(start, stop), gap(stop + 1, end)];
}

/** The end of the logs, and apart from it where one of them differs. */
function split(focus: { from: Index; to: Index }, end: Index, room: number, floor: Index): LogColumn[] {
  const from = Math.max(floor, focus.from - 1);
  const head = from > floor ? [gap(floor, from - 1)] : [];
  const most = Math.floor((room - head.length - 1) / 2);
  const to = Math.min(focus.to, from + most - 1);
  const left = room - head.length - (to - from + 1) - 1;
  const first = end - left + 1;
  // The middle closes up when nothing is hidden there.
  if (first <= to + 1) return [...head, ...entries(from, end)].slice(0, room);
  return [...head, ...entries(from, to), gap(to + 1, first - 1), ...entries(first, end)];
}

function entries(from: Index, to: Index): LogColumn[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => ({ type: 'entry', index: from + i }));
}

function gap(from: Index, to: Index): LogColumn {
  return { type: 'gap', from, to };
}

/** The entry of each column; null where the log is shorter and for gaps. Reads only what is shown. */
export function columnEntries(log: Log, columns: readonly LogColumn[]): (Entry | null)[] {
  let entry: Entry | null = log;
  const found: (Entry | null)[] = new Array(columns.length).fill(null);
  for (let i = columns.length - 1; i >= 0; i--) {
    const column = columns[i];
    if (column.type === 'gap' || column.index > log.index) continue;
    entry = descend(entry, column.index);
    found[i] = entry;
  }
  return found;
}

/** The entry at an index; null when the log does not reach down or up to it. */
export function entryAtIndex(log: Log, index: Index): Entry | null {
  return index > log.index ? null : descend(log, index);
}

/** The first index to show: where the snapshot that reaches least far ends, or 1. */
export function floorOf(servers: readonly ServerView[]): Index {
  const bases = servers.filter(({ log }) => log.index > 0).map(({ base }) => base);
  return bases.length === 0 ? 1 : Math.max(1, Math.min(...bases));
}

/** How many entries back the configuration before another is looked for. */
const LOOKBACK = 4000;

/**
 * Who voted before a configuration entry: what the entry before it says, or who voted at first; null where that is
 * too far back.
 */
export function votersBefore(entry: Entry, firstVoters: readonly ServerId[]): readonly ServerId[] | null {
  let one = entry.previous;
  for (let i = 0; i < LOOKBACK; i++) {
    if (one === null || one.index === 0) return firstVoters;
    if (one.command.type === 'configuration') return one.command.configuration.voters;
    one = one.previous;
  }
  return null;
}

/** The last index up to which two logs agree. Equal terms at an index mean equal logs up to it (Log Matching). */
export function agreement(one: Log, other: Log): Index {
  let low = 0;
  let high = Math.min(one.index, other.index);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (descend(one, middle)?.term === descend(other, middle)?.term) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The entry at an index by the log's jumps; null when the log does not reach down or up to it. */
function descend(log: Entry | null, index: Index): Entry | null {
  let entry = log;
  while (entry !== null && entry.index > index) {
    entry = entry.jump !== null && entry.jump.index >= index ? entry.jump : entry.previous;
  }
  return entry?.index === index ? entry : null;
}

/** Where a log differs from the leader's (or without one, from the longest), the earliest such place. */
export function divergence(servers: readonly ServerView[]): { from: Index; to: Index } | null {
  const reference =
    viewpoint(servers, null)?.log ?? servers.map(({ log }) => log).reduce((a, b) => (b.index > a.index ? b : a));
  let found: { from: Index; to: Index } | null = null;
  for (const { log } of servers) {
    const from = agreement(log, reference) + 1;
    if (from <= log.index && (found === null || from < found.from)) found = { from, to: log.index };
  }
  return found;
}

/** The longest log's last index. */
export function lastIndex(frame: Frame): Index {
  return frame.servers.reduce((most, { log }) => Math.max(most, log.index), 0);
}

/** The left edge of a column. */
export function columnX(layout: LogLayout, column: number): number {
  return layout.left + column * layout.pitch;
}

/** The middle of the column that shows an index, or of the gap that hides it; null when it is beyond the end. */
export function indexX(layout: LogLayout, columns: readonly LogColumn[], index: Index): number | null {
  if (index < (columns[0]?.type === 'entry' ? columns[0].index : 1)) {
    return columns[0]?.type === 'entry' && columns[0].index === index + 1 ? layout.left - 8 : null;
  }
  const at = columnOf(columns, index);
  return at < 0 ? null : columnX(layout, at) + layout.cellWidth / 2;
}

/** The edge to the right of an index: where the line of a commitIndex stands. Within a gap, near its start. */
export function edgeX(layout: LogLayout, columns: readonly LogColumn[], index: Index): number {
  const half = (layout.pitch - layout.cellWidth) / 2;
  if (index <= 0) return layout.left - half;
  const at = columnOf(columns, index);
  if (at < 0) return columnX(layout, isBefore(columns, index) ? 0 : columns.length) - half;
  const column = columns[at];
  if (column.type === 'gap' && index < column.to) return columnX(layout, at) + 3;
  return columnX(layout, at + 1) - half;
}

/** The index is below the first one that has a place. */
function isBefore([first]: readonly LogColumn[], index: Index): boolean {
  return first !== undefined && index < (first.type === 'entry' ? first.index : first.from);
}

function columnOf(columns: readonly LogColumn[], index: Index): number {
  return columns.findIndex((column) =>
    column.type === 'entry' ? column.index === index : column.from <= index && index <= column.to,
  );
}

export function rowY(layout: LogLayout, row: number): number {
  return layout.top + row * layout.rowPitch;
}

/**
 * The stepped line through the servers' commitIndexes, top to bottom. `edges` are the rows' positions, null for a row
 * without one; `breaks[i]` ends the line between row i and the next.
 */
export function commitLine(layout: LogLayout, edges: readonly (number | null)[], breaks: readonly boolean[]): string {
  const parts: string[] = [];
  const over = Math.min(6, (layout.rowPitch - layout.cellHeight) / 2);
  edges.forEach((x, row) => {
    if (x === null) return;
    const joined = row > 0 && edges[row - 1] !== null && !breaks[row - 1];
    const top = rowY(layout, row);
    // Below the triangles, so that it does not cross them.
    const turn = top - (layout.rowPitch < 40 ? 2 : 3.5);
    parts.push(joined ? `V${turn}H${x}` : `M${x} ${top - over}`);
    parts.push(`V${top + layout.cellHeight + over}`);
  });
  return parts.join('');
}

/** How much of an entry that a log has lost can still be seen, 1 to 0, `age` microseconds after. */
export function ghostOpacity(age: number): number {
  return clamp(1 - age / ECHO_TIME, 0, 1);
}
