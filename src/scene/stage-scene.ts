/** From a frame to the messages on the stage: where each is, how it looks, what is behind and ahead of it. */
import type { Echo, Frame, MessageView } from '../trace';
import { angleAt, type Curve, pointAt, round } from './geometry';
import { type Glyph, glyphOf, glyphScale, isAnswer, kindOf } from './glyphs';
import { CUT_AT, GATE_AT, linkCurve, linkIndex, type Walls, wallProgress } from './partition';
import { aheadPath, curvePath, ticksPath, wakePath } from './paths';
import type { Layout } from './stage-layout';

export type MessageState =
  | 'flying'
  /** It will be lost on its way. */
  | 'doomed'
  /** At the gate of a held link. */
  | 'held'
  /** It was lost a moment ago. */
  | 'lost'
  /** Only its wake is left, or only its wake is shown. */
  | 'wake';

/** What is drawn of one message. Lengths are tenths of pixels, so that equal marks are equal texts. */
export interface MessageMark {
  readonly key: number;
  readonly message: MessageView;
  readonly state: MessageState;
  readonly glyph: Glyph;
  readonly x: number;
  readonly y: number;
  /** Where its point shows, whole degrees clockwise from 3 o'clock. */
  readonly degrees: number;
  /** Path texts, empty when not drawn. */
  readonly wake: string;
  readonly ahead: string;
  /** The cross of what is or will be lost. */
  readonly cross: { readonly x: number; readonly y: number } | null;
}

export interface SceneOptions {
  /** Virtual time per real time. From QUIET_RATE on, a message is in flight for about a frame. */
  readonly rate: number;
  /** Each message stands in the middle of its way. */
  readonly reducedMotion: boolean;
}

/** From here on heartbeats and answers to AppendEntries are wakes only. */
export const QUIET_RATE = 0.48;

/** With more messages than this, what lies ahead of them is not drawn; with more than the second, wakes neither. */
export const AHEAD_MAX = 60;
export const WAKES_MAX = 150;

/** How long a lost message stays to be seen: 900 ms of real time, and at least this, in virtual microseconds. */
const LOST_MIN = 45_000;
const LOST_MAX = 200_000;

/** How long the wake of what arrived stays, in virtual microseconds. */
const WAKE_TIME = 6_000;
const WAKE_TIME_QUIET = 20_000;

/** A stage that knows its links: curves and walls are found once a layout and a network. */
export interface StageLinks {
  readonly layout: Layout;
  readonly walls: Walls;
  curve(from: number, to: number): Curve;
  /** Where a wall stops messages on this link, 0 to 1, or null. */
  wall(from: number, to: number): number | null;
}

export function stageLinks(layout: Layout, walls: Walls): StageLinks {
  const curves: Curve[] = [];
  const stops: (number | null)[] = [];
  return {
    layout,
    walls,
    curve: (from, to) => (curves[linkIndex(from, to)] ??= linkCurve(layout, from, to)),
    wall(from, to) {
      const index = linkIndex(from, to);
      if (stops[index] === undefined) stops[index] = wallProgress(layout, walls, from, to);
      return stops[index];
    },
  };
}

/** All messages to be drawn, what was lost first, so that what still flies is above it. */
export function messageMarks(frame: Frame, links: StageLinks, options: SceneOptions): MessageMark[] {
  const marks: MessageMark[] = [];
  const crowd = frame.messages.length;
  const queue = new Map<number, number>();
  for (const echo of frame.echoes) addEcho(marks, echo, links, options, crowd);
  for (const view of frame.messages) {
    if (view.phase === 'waiting' || !isPlaced(view, links)) continue;
    marks.push(markOf(view, links, options, crowd, queue));
  }
  return marks;
}

/** How long a lost message is shown, in virtual microseconds, at a rate of virtual per real time. */
export function lostTime(rate: number): number {
  return Math.max(LOST_MIN, Math.min(LOST_MAX, rate * 900_000));
}

/** A server may have been added since the links were laid out; they follow at once. */
function isPlaced({ from, to }: MessageView, { layout: { places } }: StageLinks): boolean {
  return from <= places.length && to <= places.length;
}

function addEcho(marks: MessageMark[], echo: Echo, links: StageLinks, options: SceneOptions, crowd: number): void {
  if ((echo.type === 'lost' || echo.type === 'delivered') && !isPlaced(echo.message, links)) return;
  if (echo.type === 'lost' && echo.age <= lostTime(options.rate)) {
    marks.push(lostMark(echo.message, links, options, echo.reason === 'crashed'));
  }
  if (echo.type === 'delivered' && !options.reducedMotion && crowd <= WAKES_MAX) {
    const lasting = options.rate >= QUIET_RATE ? WAKE_TIME_QUIET : WAKE_TIME;
    if (echo.age < lasting) marks.push(settlingMark(echo.message, links, echo.age / lasting));
  }
}

function glyphFor(view: MessageView, links: StageLinks): Glyph {
  const { places, r } = links.layout;
  const backwards = places[view.to - 1].x < places[view.from - 1].x;
  return glyphOf(kindOf(view), view.terms, glyphScale(r), backwards);
}

function isQuiet(view: MessageView, { rate }: SceneOptions): boolean {
  return rate >= QUIET_RATE && (view.heartbeat || view.message.type === 'AppendEntriesResponse');
}

/** Where on its way a message is drawn: walls and gates hold it up. */
function drawnProgress(view: MessageView, links: StageLinks, queue: Map<number, number>): number {
  if (view.doom === 'cut') return view.progress * stretch(view, links);
  const index = linkIndex(view.from, view.to);
  if (!links.walls.holds.some((hold) => hold.from === view.from && hold.to === view.to)) return view.progress;
  const before = queue.get(index) ?? 0;
  const limit = Math.max(0.4, GATE_AT - 0.07 - before * 0.07);
  if (view.phase === 'held') queue.set(index, before + 1);
  return Math.min(view.progress, limit);
}

/**
 * A wall drawn elsewhere than where the simulator loses the message speeds it up or slows it down. What had come
 * further when the wall went up is lost where it is.
 */
function stretch(view: MessageView, links: StageLinks): number {
  const wall = links.wall(view.from, view.to);
  return wall === null || view.end > CUT_AT + 0.005 ? 1 : wall / Math.max(0.01, view.end);
}

function markOf(
  view: MessageView,
  links: StageLinks,
  options: SceneOptions,
  crowd: number,
  queue: Map<number, number>,
): MessageMark {
  const curve = links.curve(view.from, view.to);
  const glyph = glyphFor(view, links);
  const end = view.doom === 'cut' ? view.end * stretch(view, links) : 1;
  const state = view.doom === 'cut' ? 'doomed' : view.phase === 'held' ? 'held' : 'flying';
  const cross = view.doom === 'cut' ? roundPoint(pointAt(curve, end)) : null;
  if (options.reducedMotion) return stillMark(view, curve, glyph, state, end, cross);
  const head = drawnProgress(view, links, queue);
  const quiet = isQuiet(view, options);
  return {
    key: view.key,
    message: view,
    state: quiet ? 'wake' : state,
    glyph,
    ...roundPoint(pointAt(curve, head)),
    degrees: degreesAt(curve, head),
    wake: crowd > WAKES_MAX ? '' : wakePath(curve, 0, head, wakeWidth(view, links)),
    ahead: crowd > AHEAD_MAX || quiet || head >= end ? '' : aheadPath(curve, head, end),
    cross: quiet ? null : cross,
  };
}

/** Reduced motion: in the middle of its way, or half-way to the wall, with ticks that show where it goes. */
function stillMark(
  view: MessageView,
  curve: Curve,
  glyph: Glyph,
  state: MessageState,
  end: number,
  cross: MessageMark['cross'],
): MessageMark {
  const head = end / 2;
  const ticks = [0.14, 0.27, 0.73, 0.86].map((t) => t * end);
  return {
    key: view.key,
    message: view,
    state,
    glyph,
    ...roundPoint(pointAt(curve, head)),
    degrees: degreesAt(curve, head),
    wake: '',
    ahead: `${curvePath(curve)}${ticksPath(curve, ticks, 7)}`,
    cross,
  };
}

function lostMark(view: MessageView, links: StageLinks, options: SceneOptions, atServer: boolean): MessageMark {
  const curve = links.curve(view.from, view.to);
  const head = atServer ? 1 : Math.min(1, view.doom === 'cut' ? view.end * stretch(view, links) : view.progress);
  const point = roundPoint(pointAt(curve, head));
  const state = isQuiet(view, options) ? 'wake' : 'lost';
  const wake = options.reducedMotion ? '' : wakePath(curve, 0, head, wakeWidth(view, links));
  return {
    key: view.key,
    message: view,
    state,
    glyph: glyphFor(view, links),
    ...point,
    degrees: degreesAt(curve, head),
    wake,
    ahead: '',
    cross: point,
  };
}

/** A message's outline alone, where it is on the stage: for crowds, whose outlines are painted as one path. */
export function crowdPath({ glyph: { kind, length, height }, x, y, degrees }: MessageMark): string {
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const at = (u: number, v: number) => `${round(x + u * cos - v * sin)} ${round(y + u * sin + v * cos)}`;
  const tip = length / 2;
  const half = height / 2;
  if (!isAnswer(kind)) {
    const neck = tip - height * 0.44;
    return `M${at(-tip, -half)}L${at(neck, -half)}L${at(tip, 0)}L${at(neck, half)}L${at(-tip, half)}Z`;
  }
  const angle = Math.acos(half / (length - half));
  const u = half - tip + half * Math.cos(angle);
  const v = half * Math.sin(angle);
  return `M${at(tip, 0)}L${at(u, v)}A${round(half)} ${round(half)} 0 1 1 ${at(u, -v)}Z`;
}

/** A wake that follows its message into the server; `age` 0 to 1. */
function settlingMark(view: MessageView, links: StageLinks, age: number): MessageMark {
  const curve = links.curve(view.from, view.to);
  return {
    key: view.key,
    message: view,
    state: 'wake',
    glyph: glyphFor(view, links),
    ...roundPoint(curve.b),
    degrees: degreesAt(curve, 1),
    wake: wakePath(curve, age, 1, wakeWidth(view, links)),
    ahead: '',
    cross: null,
  };
}

function wakeWidth(view: MessageView, links: StageLinks): number {
  const width = Math.max(2.4, links.layout.r * 0.075);
  return view.heartbeat ? width * 0.62 : width;
}

function degreesAt(curve: Curve, t: number): number {
  return Math.round((angleAt(curve, t) * 180) / Math.PI);
}

function roundPoint({ x, y }: { x: number; y: number }): { x: number; y: number } {
  return { x: round(x), y: round(y) };
}
