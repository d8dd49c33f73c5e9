/**
 * The static picture of the timeline, three pictures laid over one another: messages are added to the first as they
 * end; the few under way are drawn each time; the last has lanes, labels and rails, which change seldom. What lies
 * after the play head is covered by others, so that nothing here is painted for motion alone.
 */
import {
  type Axis,
  commitMark,
  countTransitions,
  createLineBook,
  type LaneRail,
  LINES_MAX,
  type LineBook,
  laneLabels,
  type MessageLine,
  marksWithin,
  messagesBetween,
  nearestLine,
  type RoleSpan,
  railsOf,
  readLines,
  spansWithin,
  type TimelineLayout,
  type TimeMark,
  transitionDensity,
  xAt,
} from '../scene';
import type { Trace } from '../trace';
import { inkLabel, inkLane, inkLine, inkRail, type Pen } from './TimelineInk';
import type { Palette } from './TimelinePalette';

/** Messages sent up to this long before the window can end in it: microseconds. */
const LOOKBACK = 100_000;
/** At this many pixels per millisecond answers to heartbeats have room; else they are left out. */
const BEAT_ANSWERS_FROM = 1.9;

/** What is being looked at. A new one means a new picture. */
export interface View {
  readonly trace: Trace;
  readonly axis: Axis;
  readonly layout: TimelineLayout;
  readonly palette: Palette;
  /** Device pixels per CSS pixel, the page's own scale included. */
  readonly ratio: number;
}

export class TimelinePainter {
  private view: View | null = null;
  /** The one canvas that is seen: each costs the browser time with every frame of the page, changed or not. */
  private shown: HTMLCanvasElement | null = null;
  private past: HTMLCanvasElement | null = null;
  private lanes: HTMLCanvasElement | null = null;
  /** What the lanes were painted from. */
  private laneState = '';
  private book: LineBook = createLineBook();
  private paintedUpTo = 0;
  private dense = false;
  /** Messages that ended in the window, for pointing at them. */
  private ended: MessageLine[] = [];
  private commits: TimeMark[] = [];

  /** Starts a new picture. Nothing is drawn before `paint`. */
  show(view: View, shown: HTMLCanvasElement): void {
    this.view = view;
    this.shown = shown;
    this.past ??= shown.ownerDocument.createElement('canvas');
    this.lanes ??= shown.ownerDocument.createElement('canvas');
    this.laneState = '';
    this.book = createLineBook();
    this.ended = [];
    this.commits = [];
    this.paintedUpTo = Math.max(0, view.axis.from - LOOKBACK);
    this.dense = isCrowded(view);
    resize(this.past, view.layout.width, view.layout.height, view.ratio);
  }

  /** Brings the picture up to an instant, at most the trace's horizon, in microseconds. */
  paint(upTo: number): void {
    const { view } = this;
    if (view === null) return;
    const end = Math.min(upTo, view.axis.to);
    if (!this.dense && countTransitions(view.trace, { from: view.axis.from, to: end }) > 1.5 * LINES_MAX)
      this.thin(view);
    if (!this.dense && end > this.paintedUpTo) this.addMessages(view, end);
    this.paintLanes(view, upTo);
    this.compose(view);
  }

  /** Lays the pictures over one another, and the messages under way between them. */
  private compose(view: View): void {
    const { shown, past, lanes } = this;
    const { layout, ratio } = view;
    const size = { width: Math.round(layout.width * ratio), height: Math.round(layout.height * ratio) };
    if (shown === null || size.width === 0 || size.height === 0) return;
    showPicture(shown, size, (pen) => {
      if (past !== null && past.width > 0) pen.drawImage(past, 0, 0);
      this.paintLive(view, pen);
      if (lanes !== null && lanes.width > 0) pen.drawImage(lanes, 0, 0);
    });
  }

  /** The moments in the window, in no order. */
  marks(upTo: number): TimeMark[] {
    if (this.view === null) return [];
    const { trace, axis } = this.view;
    return [...marksWithin(trace, { from: axis.from, to: Math.min(axis.to, upTo) }), ...this.commits];
  }

  /** The message whose line passes by a point, or null. */
  lineAt(point: { x: number; y: number }): MessageLine | null {
    if (this.view === null || this.view.layout.lanes.length === 0) return null;
    const { axis, layout } = this.view;
    const lines = [...this.ended, ...this.book.flying.values()].filter((line) => this.shows(line));
    return nearestLine(lines, axis, layout.lanes, point);
  }

  private addMessages(view: View, end: number): void {
    const pen = this.past === null ? null : penOf(this.past);
    if (pen === null) return;
    clip(pen, view);
    const done = (line: MessageLine) => {
      this.ended.push(line);
      if (view.layout.lanes.length > 0 && this.shows(line)) inkLine(pen, view.palette, view.axis, view.layout, line);
    };
    for (const transition of messagesBetween(view.trace, this.paintedUpTo, end)) {
      readLines(this.book, transition, done);
      const commit = commitMark(transition);
      if (commit !== null && commit.at >= view.axis.from) this.commits.push(commit);
    }
    this.paintedUpTo = end;
    pen.restore();
  }

  private shows(line: MessageLine): boolean {
    if (line.kind !== 'beat' || !line.response || line.positive === false) return true;
    const { axis } = this.view!;
    return ((axis.right - axis.left) * 1000) / (axis.to - axis.from) >= BEAT_ANSWERS_FROM;
  }

  /** Too much happens in the window to draw it message by message. */
  private thin(view: View): void {
    this.dense = true;
    this.ended = [];
    this.commits = [];
    this.book = createLineBook();
    if (this.past !== null) resize(this.past, view.layout.width, view.layout.height, view.ratio);
  }

  private paintLive(view: View, pen: Pen): void {
    const { palette, axis, layout } = view;
    if (layout.lanes.length === 0 || this.dense) return;
    clip(pen, view);
    for (const line of this.book.flying.values()) {
      if (this.shows(line)) inkLine(pen, palette, axis, layout, line);
    }
    pen.restore();
  }

  /** Lanes go on as they are to the window's end, so that they need not be painted to grow. */
  private paintLanes(view: View, upTo: number): void {
    const { axis, layout, trace } = view;
    const spans = layout.lanes.map((_, i) =>
      spansWithin(trace.spans[i], { from: axis.from, to: Math.min(axis.to, upTo + 1) }),
    );
    const rails = layout.lanes.length === 0 ? [] : railsOf(trace.run, upTo);
    const state = `${spans.map((one) => one.length)} ${rails.length} ${rails.at(-1)?.to} ${this.dense ? trace.keyframes.length : ''}`;
    if (this.lanes === null || state === this.laneState) return;
    this.laneState = state;
    resize(this.lanes, layout.width, layout.height, view.ratio);
    const pen = penOf(this.lanes);
    if (pen !== null) inkLanes(pen, view, spans, rails, this.dense);
  }
}

function inkLanes(
  pen: CanvasRenderingContext2D,
  view: View,
  spans: readonly (readonly RoleSpan[])[],
  rails: readonly LaneRail[],
  dense: boolean,
): void {
  const { palette, axis, layout } = view;
  clip(pen, view);
  if (dense) inkDensity(pen, view);
  for (const rail of rails) inkRail(pen, palette, axis, layout, rail);
  layout.lanes.forEach((y, i) => {
    for (const span of spans[i]) inkLane(pen, palette, axis, span, y);
  });
  pen.restore();
  // Labels at the left edge reach over it.
  pen.save();
  pen.scale(view.ratio, view.ratio);
  // Where lanes are close, badges lie over the chips of their neighbours.
  const labels = layout.lanes.flatMap((y, i) => laneLabels(spans[i], axis).map((label) => ({ label, y })));
  labels.sort((a, b) => Number(a.label.badge !== null) - Number(b.label.badge !== null));
  for (const { label, y } of labels) inkLabel(pen, palette, layout, label, y);
  pen.restore();
}

/** Whether the window will hold too much, if what happens goes on as it did of late. */
function isCrowded({ trace, axis }: View): boolean {
  const span = axis.to - axis.from;
  const to = Math.min(axis.to, Math.max(axis.from, trace.horizon));
  const from = Math.max(0, to - span);
  return countTransitions(trace, { from, to }) * span > LINES_MAX * Math.max(to - from, span / 20);
}

/** How busy the cluster was, as a tint behind the lanes. */
function inkDensity(pen: CanvasRenderingContext2D, { trace, axis, layout, palette }: View): void {
  const top = layout.lanes[0];
  const bottom = layout.lanes[layout.lanes.length - 1];
  pen.fillStyle = palette.append;
  for (const { from, to, rate } of transitionDensity(trace, axis)) {
    const x = Math.max(axis.left, xAt(axis, from));
    pen.globalAlpha = Math.min(0.22, 0.05 + rate / 12_000);
    pen.fillRect(x, top, Math.min(axis.right, xAt(axis, to)) - x, bottom - top);
  }
  pen.globalAlpha = 1;
}

/** Sets a canvas to its size in device pixels, which also clears it. */
export function resize(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width === w && canvas.height === h) penOf(canvas)?.clearRect(0, 0, w, h);
  else {
    canvas.width = w;
    canvas.height = h;
  }
}

export function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  return canvas.getContext('2d');
}

/** Saves the pen, and keeps what it draws within the window. */
function clip(pen: Pen, { axis, layout, ratio }: View): void {
  pen.save();
  pen.scale(ratio, ratio);
  pen.beginPath();
  pen.rect(axis.left, 0, axis.right - axis.left, layout.height);
  pen.clip();
}

/**
 * Draws what is shown. A bitmap is handed to the browser once and kept; what a canvas holds by itself it would take
 * anew with every frame of the page.
 */
function showPicture(
  shown: HTMLCanvasElement,
  { width, height }: { width: number; height: number },
  draw: (pen: Pen) => void,
): void {
  if (typeof OffscreenCanvas === 'undefined') {
    resize(shown, width, height, 1);
    const pen = penOf(shown);
    if (pen !== null) draw(pen);
    return;
  }
  const pen = sheetOf(shown, width, height);
  if (pen === null) return;
  draw(pen);
  if (shown.width !== width) shown.width = width;
  if (shown.height !== height) shown.height = height;
  shown.getContext('bitmaprenderer')?.transferFromImageBitmap(pen.canvas.transferToImageBitmap());
}

/** One sheet for each canvas, empty again whenever its picture was handed over. */
const sheets = new WeakMap<HTMLCanvasElement, OffscreenCanvasRenderingContext2D>();

function sheetOf(shown: HTMLCanvasElement, width: number, height: number): OffscreenCanvasRenderingContext2D | null {
  const known = sheets.get(shown);
  if (known !== undefined && known.canvas.width === width && known.canvas.height === height) {
    known.reset();
    return known;
  }
  const pen = new OffscreenCanvas(width, height).getContext('2d');
  if (pen !== null) sheets.set(shown, pen);
  return pen;
}
