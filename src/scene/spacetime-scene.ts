/** The space-time diagram of a window as numbers. Times are microseconds, lengths CSS pixels. */
import type { Chronicle, Trace } from '../trace';
import { type Axis, type TickRow, type TimeWindow, tickRow, xAt } from './axis';
import { axisOf, FOLD_WIDTH, foldsAt, type SpanView } from './folding';
import { type Barred, barredLinks, type LaneGate, laneGates } from './spacetime-gates';
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
  /** Links that are cut or held one way, and their marks beside the lanes. */
  readonly barred: readonly Barred[];
  readonly gates: readonly LaneGate[];
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

/** Pixels: shorter stretches of barred links are drawn together. */
const GATE_LEAST = 6;

export function spacetimeScene(wish: SpacetimeWish): SpacetimeScene {
  const { trace, chronicle, view, layout, quiet } = wish;
  const axis = axisOf(view, quiet, layout.left, layout.right);
  const known = trace.horizon;
  const perPixel = view.span / (axis.right - axis.left);
  const near = foldsAt(quiet, perPixel).filter(({ from, to }) => to > axis.from && from < axis.to);
  const seen = { from: axis.from, to: Math.min(known, axis.to) };
  const lines = { perMillisecond: 1000 / perPixel, folds: near, everything: wish.everything };
  return {
    ...spacetimeLines(chronicle, axis, layout, lines),
    axis,
    layout,
    lanes: layout.lanes.map((y, i) => laneOf(trace, i, y, axis, layout, known)),
    rails: railsOf(trace.run, Math.min(known, axis.to)).filter(({ to }) => to > axis.from),
    barred: barredLinks(trace.run, seen),
    gates: laneGates(trace.run, layout.servers, seen, GATE_LEAST * perPixel),
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

/** Ticks at round times, in each stretch between folds at those that suit it; none too close to the one before. */
function ticksOf(axis: Axis, folds: readonly TimeWindow[]): TickRow {
  if (folds.length === 0) return tickRow(axis);
  const starts = [axis.from, ...folds.map(({ to }) => to)];
  const ends = [...folds.map(({ from }) => from), axis.to];
  const rows = starts.flatMap((from, i) => {
    const to = ends[i];
    return to <= from ? [] : [tickRow({ from, to, left: xAt(axis, from), right: xAt(axis, to) })];
  });
  const unit = rows.at(-1)?.unit ?? 'ms';
  let free = Number.NEGATIVE_INFINITY;
  const ticks = rows
    .filter((row) => row.unit === unit)
    .flatMap((row) => row.ticks)
    .filter(({ x }) => {
      if (x < free) return false;
      free = x + 52;
      return true;
    });
  return { unit, ticks };
}
