/** The x-axis that lanes, markers and scrubber share. All times are microseconds of virtual time. */
import { ticks } from 'd3';

/** The part of a run that is shown: 0 <= from < to. */
export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

/** A window laid over pixels: `from` is at `left`, `to` at `right`. */
export interface Axis extends TimeWindow {
  readonly left: number;
  readonly right: number;
  /** Where stretches of time are folded; else the axis is linear. */
  readonly warp?: Warp;
}

/** From time to pixels and back, both ascending. */
export interface Warp {
  (time: number): number;
  invert(x: number): number;
}

export interface Tick {
  readonly time: number;
  readonly x: number;
  /** Digits without a unit, such as "1,200", "12.4" or "2:05". */
  readonly text: string;
}

export interface TickRow {
  /** What the digits count; a clock needs no unit. */
  readonly unit: 'ms' | 's' | 'clock';
  readonly ticks: readonly Tick[];
}

const MILLISECOND = 1000;
const SECOND = 1_000_000;
const MINUTE = 60 * SECOND;

/** Between two labels at least this many pixels. */
const TICK_GAP = 84;

/** Steps that a clock with minutes is read by; d3 gives the finer ones. */
const CLOCK_STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];

export function xAt(axis: Axis, time: number): number {
  if (axis.warp !== undefined) return axis.warp(time);
  return axis.left + ((time - axis.from) / (axis.to - axis.from)) * (axis.right - axis.left);
}

/** The time under a pixel, an integer; not bounded by the window. */
export function timeAt(axis: Axis, x: number): number {
  if (axis.warp !== undefined) return Math.round(axis.warp.invert(x));
  return Math.round(axis.from + ((x - axis.left) / (axis.right - axis.left)) * (axis.to - axis.from));
}

/** Ticks at round times, in the unit that keeps their labels short. */
export function tickRow(axis: Axis): TickRow {
  const count = Math.max(2, Math.floor((axis.right - axis.left) / TICK_GAP));
  const times = roundTimes(axis, count);
  const step = times.length > 1 ? times[1] - times[0] : axis.to - axis.from;
  const unit = unitOf(axis.to, step);
  return { unit, ticks: times.map((time) => ({ time, x: xAt(axis, time), text: digits(time, unit, step) })) };
}

function roundTimes({ from, to }: TimeWindow, count: number): number[] {
  const seconds = (to - from) / SECOND / count;
  if (seconds <= 2) return ticks(from, to, count).filter(Number.isInteger);
  const step = (CLOCK_STEPS.find((one) => one >= seconds) ?? 86_400 * Math.ceil(seconds / 86_400)) * SECOND;
  const times: number[] = [];
  for (let time = Math.ceil(from / step) * step; time <= to; time += step) times.push(time);
  return times;
}

function unitOf(last: number, step: number): TickRow['unit'] {
  if (last > 10 * MINUTE) return 'clock';
  return step >= SECOND || last > 100 * SECOND ? 's' : 'ms';
}

function digits(time: number, unit: TickRow['unit'], step: number): string {
  if (unit === 'ms') return grouped((time / MILLISECOND).toFixed(decimals(step, MILLISECOND)));
  if (unit === 's') return (time / SECOND).toFixed(decimals(step, SECOND));
  const hours = Math.floor(time / (60 * MINUTE));
  const minutes = Math.floor(time / MINUTE) % 60;
  const places = decimals(step, SECOND);
  const seconds = ((time % MINUTE) / SECOND).toFixed(places).padStart(places > 0 ? 3 + places : 2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

/** How many decimals tell two ticks apart. */
function decimals(step: number, unit: number): number {
  let places = 0;
  for (let size = unit; size > step && places < 6; size /= 10) places++;
  return places;
}

function grouped(text: string): string {
  const [whole, rest] = text.split('.');
  const parts = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? parts : `${parts}.${rest}`;
}
