/** The moments by which a reader finds the way along a run. Times are microseconds, lengths pixels. */
import { commitChange, type MarkType, type Trace } from '../trace';
import { type Axis, type TimeWindow, xAt } from './axis';

type Transition = Trace['tail'][number];

export interface TimeMark {
  readonly kind: MarkType | 'commit';
  readonly at: number;
  readonly server: number | null;
  readonly term: number | null;
  /** Commits: the entries that became committed; 0 otherwise. */
  readonly from: number;
  readonly to: number;
}

export interface PlacedMark {
  readonly mark: TimeMark;
  readonly x: number;
  /** How many moments close by it stands for, beside its own. */
  readonly others: number;
}

/** Between the centres of two markers at least this many pixels. */
export const MARK_GAP = 24;

const RANKS: Record<TimeMark['kind'], number> = {
  leader: 0,
  crash: 1,
  cut: 1,
  heal: 2,
  restart: 2,
  pause: 2,
  resume: 3,
  election: 3,
  message: 4,
  members: 1,
  rules: 1,
  snapshot: 2,
  request: 5,
  commit: 6,
};

/** The commit of a leader, or null: followers only hear of it. */
export function commitMark(transition: Transition): TimeMark | null {
  const { after, at, server } = transition;
  if (after === null || after.role !== 'leader') return null;
  const change = commitChange(transition);
  if (change === null) return null;
  return { kind: 'commit', at, server, term: after.currentTerm, from: change.from + 1, to: change.to };
}

/** The marks of a trace within a window, up to a time. */
export function marksWithin(trace: Trace, { from, to }: TimeWindow): TimeMark[] {
  const { marks } = trace;
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle].at < from) low = middle + 1;
    else high = middle;
  }
  const found: TimeMark[] = [];
  for (let i = low; i < marks.length && marks[i].at <= to; i++) {
    const { type: kind, at, server, term } = marks[i];
    found.push({ kind, at, server, term, from: 0, to: 0 });
  }
  return found;
}

/** Gives each mark its place, the more telling ones first; those without room are counted by their neighbour. */
export function placeMarks(marks: readonly TimeMark[], axis: Axis): PlacedMark[] {
  const columns = Math.max(1, Math.ceil((axis.right - axis.left) / MARK_GAP) + 1);
  const taken = new Array<{ mark: TimeMark; x: number; others: number } | undefined>(columns);
  for (const mark of marks.toSorted((a, b) => RANKS[a.kind] - RANKS[b.kind] || a.at - b.at)) {
    const x = xAt(axis, mark.at);
    const column = Math.min(columns - 1, Math.max(0, Math.floor((x - axis.left) / MARK_GAP)));
    const near = [column, column - 1, column + 1].find((c) => {
      const one = taken[c];
      return one !== undefined && Math.abs(one.x - x) < MARK_GAP;
    });
    if (near === undefined) taken[column] = { mark, x, others: 0 };
    else taken[near]!.others++;
  }
  return taken.filter((one) => one !== undefined);
}
