/** The slim strip that shows the whole run: who led by term, gaps without a leader, and what was broken. */
import { type Axis, faultTimes, scaleEnd, termTape, timeAt, xAt } from '../scene';
import { penOf, resize, type View } from './TimelinePainter';
import { termColors } from './TimelinePalette';

export class TapePainter {
  private view: View | null = null;
  private canvas: HTMLCanvasElement | null = null;
  private axis: Axis | null = null;
  private painted = '';

  show(view: View, canvas: HTMLCanvasElement): void {
    this.view = view;
    this.canvas = canvas;
    this.painted = '';
    this.axis = tapeAxis(view, 0);
  }

  xOf(time: number): number {
    return this.axis === null ? 0 : xAt(this.axis, Math.min(time, this.axis.to));
  }

  timeAt(x: number): number {
    return this.axis === null ? 0 : Math.max(0, timeAt(this.axis, x));
  }

  /** Brings the strip up to an instant; paints only when that can be seen. */
  paint(upTo: number): void {
    const { view, canvas } = this;
    if (view === null || canvas === null) return;
    const axis = tapeAxis(view, upTo);
    this.axis = axis;
    // A run that fits the window needs no map.
    const hidden = axis.to <= view.axis.to - view.axis.from;
    canvas.parentElement?.toggleAttribute('hidden', hidden);
    const state = `${hidden} ${axis.to} ${Math.round(xAt(axis, upTo) / 3)} ${view.trace.marks.length}`;
    if (hidden || state === this.painted) return;
    this.painted = state;
    resize(canvas, view.layout.width, view.layout.tapeHeight, view.ratio);
    const pen = penOf(canvas);
    if (pen === null) return;
    pen.save();
    pen.scale(view.ratio, view.ratio);
    inkTape(pen, view, axis, upTo);
    pen.restore();
  }
}

function tapeAxis({ axis, layout }: View, upTo: number): Axis {
  return { from: 0, to: scaleEnd(upTo, axis.to - axis.from), left: layout.left, right: layout.right };
}

function inkTape(pen: CanvasRenderingContext2D, { palette, layout, trace }: View, axis: Axis, upTo: number): void {
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
