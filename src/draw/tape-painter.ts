/** The slim strip that shows the whole run: who led by term, gaps without a leader, and what was broken. */
import { type Axis, faultTimes, scaleEnd, termTape, timeAt, xAt } from '../scene';
import { termColors } from './palette';
import { makeSheet, type Pen, penOf, resize, type Sheet } from './sheet';
import type { TimelinePlan, View } from './timeline-view';

/** Where an instant lies on the strip, and what lies at a place on it. */
export class TapeScale {
  private plan: TimelinePlan | null = null;
  private axis: Axis | null = null;

  show(plan: TimelinePlan): void {
    this.plan = plan;
    this.reach(0);
  }

  /** Makes room for all up to an instant, in microseconds. */
  reach(upTo: number): void {
    if (this.plan === null) return;
    const { axis, layout } = this.plan;
    this.axis = { from: 0, to: scaleEnd(upTo, axis.to - axis.from), left: layout.left, right: layout.right };
  }

  /** A run that fits the window needs no map. */
  get hidden(): boolean {
    const { plan, axis } = this;
    return plan === null || axis === null || axis.to <= plan.axis.to - plan.axis.from;
  }

  get current(): Axis | null {
    return this.axis;
  }

  xOf(time: number): number {
    return this.axis === null ? 0 : xAt(this.axis, Math.min(time, this.axis.to));
  }

  timeAt(x: number): number {
    return this.axis === null ? 0 : Math.max(0, timeAt(this.axis, x));
  }

  /** The window's place on the strip. */
  window(): { readonly from: number; readonly width: number } {
    const from = this.xOf(this.plan?.axis.from ?? 0);
    return { from, width: Math.max(4, this.xOf(this.plan?.axis.to ?? 0) - from) };
  }
}

export class TapePainter {
  private readonly scale: TapeScale;
  private readonly sheet: Sheet | null = makeSheet();
  private view: View | null = null;
  private painted = '';

  constructor(scale: TapeScale) {
    this.scale = scale;
  }

  show(view: View): void {
    this.view = view;
    this.painted = '';
    this.scale.show(view);
  }

  /** Brings the strip up to an instant; returns its picture, in device pixels, or null when there is none. */
  paint(upTo: number): Sheet | null {
    const { view, sheet, scale } = this;
    scale.reach(upTo);
    const axis = scale.current;
    if (view === null || sheet === null || axis === null || scale.hidden) return null;
    const state = `${axis.to} ${Math.round(xAt(axis, upTo) / 3)} ${view.trace.marks.length}`;
    if (state === this.painted) return sheet;
    this.painted = state;
    resize(sheet, view.layout.width, view.layout.tapeHeight, view.ratio);
    const pen = penOf(sheet);
    if (pen === null) return null;
    pen.save();
    pen.scale(view.ratio, view.ratio);
    inkTape(pen, view, axis, upTo);
    pen.restore();
    return sheet;
  }
}

function inkTape(pen: Pen, { palette, layout, trace }: View, axis: Axis, upTo: number): void {
  const height = layout.tapeHeight;
  pen.fillStyle = palette.rule;
  pen.fillRect(axis.left, height / 2 - 0.75, axis.right - axis.left, 1.5);
  pen.clearRect(axis.left, 0, xAt(axis, upTo) - axis.left, height);
  pen.fillStyle = palette.soft;
  pen.fillRect(axis.left, height / 2 - 0.5, xAt(axis, upTo) - axis.left, 1);
  for (const { from, to, term } of termTape(trace, upTo)) {
    const { fill, line } = termColors(palette, term);
    const x = xAt(axis, from);
    const width = Math.max(1, xAt(axis, to) - x);
    pen.fillStyle = fill;
    pen.fillRect(x, 0, width, height);
    pen.strokeStyle = line;
    pen.lineWidth = 1;
    if (width > 3) pen.strokeRect(x + 0.5, 0.5, width - 1, height - 1);
  }
  pen.fillStyle = palette.fault;
  for (const time of faultTimes(trace, upTo)) pen.fillRect(xAt(axis, time) - 0.75, 0, 1.5, height);
}
