/** Which part of a run the timeline shows, and how that follows the play head. Times are microseconds. */
import { clamp } from '../base';
import type { TimeWindow } from './axis';

const SPAN_MIN = 10_000;
const SPAN_MAX = 7 * 24 * 3600 * 1_000_000;
/** What one look takes in at true speed: at 1/20 it is 1300 ms. */
const SPAN_OF_SPEED = 26_000_000;
/** The play head walks this far through the window before the window moves on. */
const FAR = 0.85;
/** Where in the window the play head is after that. */
const NEAR = 0.3;
/** Where it is after a leap: most of what is known lies before it. */
const LEAPT = 0.7;
/** A longer step than this part of the window is a leap of the reader's, not play. */
const STEP = 0.1;

/** How long a window suits a speed, so that the play head moves at a readable pace. `rate` is virtual per real. */
export function spanOfRate(rate: number): number {
  return Math.round(clamp(SPAN_OF_SPEED * rate, 260_000, 60_000_000));
}

export function firstWindow(time: number, span: number): TimeWindow {
  const from = time <= span * FAR ? 0 : Math.round(time - span * LEAPT);
  return { from, to: from + span };
}

/**
 * The window after the play head went from `before` to `time`. It moves in steps, so that what is painted stays where
 * it is most of the time; the same object when it stays. The result contains `time`.
 */
export function followTime(shown: TimeWindow, before: number, time: number): TimeWindow {
  const span = shown.to - shown.from;
  const played = time > before && time - before < span * STEP;
  const passed = time > shown.from + span * FAR;
  if (time >= shown.from && time <= shown.to && !(passed && played)) return shown;
  const from = Math.max(0, Math.round(time - span * (played ? NEAR : LEAPT)));
  return { from, to: from + span };
}

/** A window `factor` times as long, with the time `about` at the same place unless the run's start is in the way. */
export function zoomWindow(shown: TimeWindow, factor: number, about: number): TimeWindow {
  const span = shown.to - shown.from;
  const next = Math.round(clamp(span * factor, SPAN_MIN, SPAN_MAX));
  const from = Math.max(0, Math.round(about - ((about - shown.from) / span) * next));
  return { from, to: from + next };
}

/** The window moved by a length of time; it stays within the run and a little beyond. */
export function panWindow(shown: TimeWindow, by: number, horizon: number): TimeWindow {
  const span = shown.to - shown.from;
  const from = Math.round(clamp(shown.from + by, 0, Math.max(0, horizon - span * NEAR)));
  return { from, to: from + span };
}

/** The end of a scale for a run that grows: it grows in steps, and the run fills at least two thirds of it. */
export function scaleEnd(horizon: number, least: number): number {
  let end = least;
  while (end < horizon) end *= 1.4;
  return Math.round(end);
}
