/**
 * What moves on the stage while the picture plays: timers, writes to disk, wakes and messages, on a canvas above the
 * servers. A frame then costs the page no style, no layout and no paint of the SVG. While it stands still the same
 * marks are SVG, which can be reached by keyboard, described and exported.
 */
import {
  type Box,
  crowdPath,
  diskFillPath,
  type Layout,
  type MessageMark,
  messageMarks,
  RING,
  type StageLinks,
  timerPath,
  type Walls,
} from '../scene';
import type { Frame, ServerView } from '../trace';
import type { MotionCanvas } from './motion-canvas';

/** With more messages than this, and while they move, they are outlines that are painted together. */
export const CROWD_MIN = 60;

/** Writes to disk take about a millisecond: up to this rate they can be seen without flicker. */
export const DISK_RATE = 1 / 40;

/** What is drawn of a server; lengths are pixels of the stage. */
export interface LiveLook {
  /** The look of the server, as its class. */
  readonly look: string;
  /** Null: it has no timer. */
  readonly timer: { readonly width: number; readonly dash: readonly number[] } | null;
  /** Half the width of its disk; null: it has none. */
  readonly disk: number | null;
}

/** Everything that the picture of a frame depends on beside the frame. It is plain data, and changes seldom. */
export interface MotionPlan {
  readonly layout: Layout;
  readonly walls: Walls;
  /** Virtual time per real time. */
  readonly rate: number;
  /** The key of the message that is selected, or -1. */
  readonly selected: number;
  readonly servers: readonly LiveLook[];
  /** Where badges and ballots lie, which stand above the timers. */
  readonly covers: readonly Box[];
  /** Of the canvas, in its own pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the canvas per pixel of the stage. */
  readonly scale: number;
}

/** Draws a frame on an empty canvas; returns the messages that were drawn. */
export function drawMotion(canvas: MotionCanvas, frame: Frame, links: StageLinks, plan: MotionPlan): MessageMark[] {
  canvas.begin(plan.scale);
  plan.servers.forEach((live, i) => {
    if (frame.servers[i] !== undefined) drawTimer(canvas, frame.servers[i], plan, live);
  });
  for (const cover of plan.covers) canvas.uncover(cover);
  plan.servers.forEach((live, i) => {
    if (frame.servers[i] !== undefined) drawDisk(canvas, frame.servers[i], plan, live);
  });
  const marks = messageMarks(frame, links, { rate: plan.rate, reducedMotion: false });
  drawMessages(canvas, marks, plan.selected);
  return marks;
}

function drawTimer(canvas: MotionCanvas, view: ServerView, { layout }: MotionPlan, { look, timer }: LiveLook): void {
  if (timer === null) return;
  const { x, y } = layout.places[view.id - 1];
  const d = timerPath(layout.r * RING, view.timer?.fraction ?? 0);
  canvas.timer(x, y, d, look, timer.width, timer.dash);
}

function drawDisk(canvas: MotionCanvas, view: ServerView, { layout, rate }: MotionPlan, { disk }: LiveLook): void {
  if (disk === null || view.writing === null || rate > DISK_RATE) return;
  const { x, y } = layout.places[view.id - 1];
  const { r } = layout;
  canvas.disk(x + r * 0.93, y + r * 0.78, disk, diskFillPath(disk, view.writing));
}

/** Wakes, and the outlines of a crowd, are merged by their look, as in the SVG: where they overlap they are no darker. */
function drawMessages(canvas: MotionCanvas, marks: readonly MessageMark[], selected: number): void {
  const trails = new Map<string, string>();
  for (const { glyph, state, wake, ahead } of marks) {
    merge(trails, `ahead hue-${glyph.hue}`, ahead);
    merge(trails, `wake hue-${glyph.hue}${state === 'doomed' ? ' is-doomed' : ''}`, wake);
  }
  for (const [look, d] of trails) canvas.path(look, d);
  const crowded = marks.length > CROWD_MIN;
  const outlines = new Map<string, string>();
  for (const mark of marks) {
    const { glyph, state, key, cross } = mark;
    if (!crowded || cross !== null || key === selected) canvas.message(mark, key === selected);
    else if (state !== 'wake') merge(outlines, `glyph-${glyph.parts[0].part} hue-${glyph.hue}`, crowdPath(mark));
  }
  for (const [look, d] of outlines) canvas.path(look, d);
}

function merge(paths: Map<string, string>, look: string, d: string): void {
  if (d !== '') paths.set(look, (paths.get(look) ?? '') + d);
}
