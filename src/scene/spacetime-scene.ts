/** The space-time diagram of a window as numbers. Times are microseconds, lengths CSS pixels. */
import type { Chronicle, Trace } from '../trace';
import { type Axis, type TickRow, type TimeWindow, tickRow, xAt } from './axis';
import { axisOf, FOLD_WIDTH, foldsAt, type SpanView } from './folding';
import { type LaneRun, labelled, laneRuns } from './spacetime-lanes';
import type { SpacetimeLayout } from './spacetime-layout';
import { type ShownLines, spacetimeLines } from './spacetime-lines';
import { type LaneDot, laneDots, spacetimeMarks } from './spacetime-marks';
import { type LaneLabel, type LaneRail, laneLabels, railsOf, spansWithin } from './timeline-lanes';
import type { PlacedMark } from './timeline-marks';

export interface SceneLane {
  readonly y: number;
  /** Empty for clients, who have no roles. */
  readonly runs: readonly LaneRun[];
  readonly labels: readonly LaneLabel[];
}

export interface FoldMark {
  readonly x: number;
  readonly width: number;
  readonly from: number;
  readonly to: number;
}

export interface SpacetimeScene extends ShownLines {
  readonly axis: Axis;
  readonly layout: SpacetimeLayout;
  readonly lanes: readonly SceneLane[];
  readonly rails: readonly LaneRail[];
  readonly folds: readonly FoldMark[];
  readonly dots: readonly LaneDot[];
  readonly marks: readonly PlacedMark[];
  readonly ticks: TickRow;
  /** Up to where something is known. */
  readonly known: number;
}

export interface SpacetimeWish {
  readonly trace: Trace;
  readonly chronicle: Chronicle;
  readonly view: SpanView;
  readonly layout: SpacetimeLayout;
  /** The stretches that are to be folded; empty: none. */
  readonly quiet: readonly TimeWindow[];
  /** Every message, however little room there is. */
  readonly everything?: boolean;
}

export function spacetimeScene(wish: SpacetimeWish): SpacetimeScene {
  const { trace, chronicle, view, layout, quiet } = wish;
  const axis = axisOf(view, quiet, layout.left, layout.right);
  const known = trace.horizon;
  const folds = foldsAt(quiet, view.span / (axis.right - axis.left));
  const near = folds.filter(({ from, to }) => to > axis.from && from < axis.to);
  const inFold = (time: number) => near.some(({ from, to }) => time > from && time < to);
  const shown = spacetimeLines(chronicle, axis, layout, wish.everything);
  return {
    ...shown,
    // What lies within a fold would be pressed to nothing.
    lines: near.length === 0 ? shown.lines : shown.lines.filter((line) => line.kind !== 'beat' || !inFold(line.start)),
    axis,
    layout,
    lanes: layout.lanes.map((y, i) => laneOf(trace, i, y, axis, layout, known)),
    rails: railsOf(trace.run, Math.min(known, axis.to)).filter(({ to }) => to > axis.from),
    folds: near.map(({ from, to }) => ({ x: xAt(axis, from), width: FOLD_WIDTH, from, to })),
    dots: laneDots(chronicle, axis, layout),
    marks: spacetimeMarks(trace, chronicle, axis),
    ticks: ticksOf(axis, near),
    known,
  };
}

function laneOf(trace: Trace, i: number, y: number, axis: Axis, layout: SpacetimeLayout, known: number): SceneLane {
  if (i >= layout.servers) return { y, runs: [], labels: [] };
  const spans = spansWithin(trace.spans[i] ?? [], { from: axis.from, to: Math.min(axis.to, known + 1) });
  return { y, runs: laneRuns(spans, axis, known), labels: laneLabels(labelled(spans, axis), axis) };
}

/** Ticks at round times; none where time is folded, and none too close to the one before. */
function ticksOf(axis: Axis, folds: readonly TimeWindow[]): TickRow {
  const row = tickRow(axis);
  if (folds.length === 0) return row;
  let free = Number.NEGATIVE_INFINITY;
  const ticks = row.ticks.filter(({ time, x }) => {
    if (x < free || folds.some(({ from, to }) => time > from && time < to)) return false;
    free = x + 44;
    return true;
  });
  return { ...row, ticks };
}
