/**
 * The static picture of the timeline, three pictures laid over one another: messages are added to the first as they
 * end; the few under way are drawn each time; the last has lanes, labels and rails, which change seldom. What lies
 * after the play head is covered by others, so that nothing here is painted for motion alone.
 */
import { type LaneRail, laneLabels, type RoleSpan, railsOf, spansWithin, transitionDensity, xAt } from '../scene';
import { makeSheet, type Pen, penOf, resize, type Sheet, type Surface } from './sheet';
import { inkLabel, inkLane, inkLine, inkRail } from './timeline-ink';
import type { TimelineLines } from './timeline-lines';
import { clip, type View } from './timeline-view';

export class TimelinePainter {
  private readonly lines: TimelineLines;
  private view: View | null = null;
  private readonly past: Sheet | null = makeSheet();
  private readonly lanes: Sheet | null = makeSheet();
  /** What the lanes were painted from. */
  private laneState = '';
  private dense = false;

  /** @param lines the messages of the window, which `show` and `paint` keep up to date */
  constructor(lines: TimelineLines) {
    this.lines = lines;
  }

  /** Starts a new picture. Nothing is drawn before `paint`. */
  show(view: View): void {
    this.view = view;
    this.laneState = '';
    this.lines.show(view);
    this.dense = this.lines.dense;
    if (this.past !== null) resize(this.past, view.layout.width, view.layout.height, view.ratio);
  }

  /**
   * Brings the picture up to an instant, at most the trace's horizon, in microseconds.
   *
   * @param over draws above it, in device pixels
   */
  paint(upTo: number, surface: Surface, over: (pen: Pen) => void = () => {}): void {
    const { view, past, lanes } = this;
    if (view === null) return;
    this.addMessages(view, upTo);
    this.paintLanes(view, upTo);
    const { layout, ratio } = view;
    const size = { width: Math.round(layout.width * ratio), height: Math.round(layout.height * ratio) };
    if (size.width === 0 || size.height === 0) return;
    surface(size, (pen) => {
      if (past !== null && past.width > 0) pen.drawImage(past, 0, 0);
      this.paintLive(view, pen);
      if (lanes !== null && lanes.width > 0) pen.drawImage(lanes, 0, 0);
      over(pen);
    });
  }

  private addMessages(view: View, upTo: number): void {
    const pen = this.past === null ? null : penOf(this.past);
    if (pen !== null) clip(pen, view);
    this.lines.read(upTo, (line) => {
      if (pen !== null) inkLine(pen, view.palette, view.axis, view.layout, line);
    });
    pen?.restore();
    if (this.lines.dense && !this.dense && this.past !== null) {
      resize(this.past, view.layout.width, view.layout.height, view.ratio);
    }
    this.dense = this.lines.dense;
  }

  private paintLive(view: View, pen: Pen): void {
    clip(pen, view);
    for (const line of this.lines.flying()) inkLine(pen, view.palette, view.axis, view.layout, line);
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
  pen: Pen,
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

/** How busy the cluster was, as a tint behind the lanes. */
function inkDensity(pen: Pen, { trace, axis, layout, palette }: View): void {
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
