/** Quiet stretches of a run, and an axis of time on which they are folded. Times are microseconds, lengths pixels. */
import { scaleLinear } from 'd3';
import { clamp } from '../base';
import type { Chronicle } from '../trace';
import type { Axis, TimeWindow, Warp } from './axis';

/** What is looked at: the time at the left edge, and how much shown time the plot is long. */
export interface SpanView {
  readonly from: number;
  readonly span: number;
}

/** How wide a folded stretch is drawn. */
export const FOLD_WIDTH = 40;
/** Less than this is not worth folding. */
const QUIET = 200_000;
/** So much before and after what happens is left as it is. */
const MARGIN = 25_000;
export const SPAN_MIN = 1_000;
const SPAN_MAX = 11 * 24 * 3600 * 1_000_000;

/**
 * The stretches of what has been read in which nothing happened but heartbeats, in order.
 *
 * @param toEnd whether the last one counts, which may still go on
 */
export function quietStretches({ events, since, until }: Chronicle, toEnd = true): TimeWindow[] {
  const { at, telling, count } = events;
  const found: TimeWindow[] = [];
  let last = since;
  const end = (time: number) => {
    const [from, to] = [last + MARGIN, time - MARGIN];
    if (to - from >= QUIET) found.push({ from, to });
    last = time;
  };
  for (let row = 0; row < count; row++) if (telling[row] === 1) end(at[row]);
  if (toEnd) end(until);
  return found;
}

/** The folds that save room at this scale: where a stretch is shorter than its mark, it is shown as it is. */
export function foldsAt(quiet: readonly TimeWindow[], perPixel: number): readonly TimeWindow[] {
  return quiet.filter(({ from, to }) => to - from > 1.5 * FOLD_WIDTH * perPixel);
}

/** Time as it is shown, and back: a fold is as long as its mark. */
function shownTime(quiet: readonly TimeWindow[], perPixel: number): Warp {
  const folds = foldsAt(quiet, perPixel);
  const times = [0];
  const shown = [0];
  for (const { from, to } of folds) {
    const before = (shown.at(-1) ?? 0) + from - (times.at(-1) ?? 0);
    times.push(from, to);
    shown.push(before, before + FOLD_WIDTH * perPixel);
  }
  times.push((times.at(-1) ?? 0) + SPAN_MAX);
  shown.push((shown.at(-1) ?? 0) + SPAN_MAX);
  return scaleLinear(times, shown) as Warp;
}

/** The view laid over pixels. `quiet`: what is folded; empty: the axis is linear. */
export function axisOf(view: SpanView, quiet: readonly TimeWindow[], left: number, right: number): Axis {
  const { from, span } = view;
  if (quiet.length === 0) return { from, to: from + span, left, right };
  const perPixel = span / (right - left);
  const shown = shownTime(quiet, perPixel);
  const first = shown(from);
  const at = (time: number) => left + (shown(time) - first) / perPixel;
  const warp = Object.assign(at, { invert: (x: number) => shown.invert(first + (x - left) * perPixel) });
  return { from, to: warp.invert(right), left, right, warp };
}

/** The view moved by pixels to the right; it stays between the start and the horizon. */
export function panView(
  view: SpanView,
  quiet: readonly TimeWindow[],
  width: number,
  pixels: number,
  horizon: number,
): SpanView {
  const perPixel = view.span / width;
  const shown = shownTime(quiet, perPixel);
  const from = shown.invert(shown(view.from) + pixels * perPixel);
  return { ...view, from: clamp(from, 0, Math.max(0, shown.invert(shown(horizon) - view.span * 0.15))) };
}

/** A view `factor` times as long, with what is at `x` pixels from the left edge staying there where it can. */
export function zoomView(
  view: SpanView,
  quiet: readonly TimeWindow[],
  width: number,
  factor: number,
  x: number,
): SpanView {
  const before = axisOf(view, quiet, 0, width);
  const time = before.warp === undefined ? view.from + (x / width) * view.span : before.warp.invert(x);
  const span = clamp(view.span * factor, SPAN_MIN, SPAN_MAX);
  const shown = shownTime(quiet, span / width);
  return { from: Math.max(0, shown.invert(shown(time) - (x / width) * span)), span };
}

/** A view of a stretch of time, all of it and a little more. */
export function viewOf(stretch: TimeWindow, quiet: readonly TimeWindow[], width: number): SpanView {
  // Which folds save room depends on the scale, so the scale is looked for in a few steps.
  let span = Math.max(SPAN_MIN, stretch.to - stretch.from);
  for (let i = 0; i < 4; i++) {
    const shown = shownTime(quiet, span / width);
    span = clamp((shown(stretch.to) - shown(stretch.from)) * 1.03, SPAN_MIN, SPAN_MAX);
  }
  return { from: Math.max(0, stretch.from), span };
}
