/** The pictures that the drawing thread keeps. Each is drawn from the trace and an instant, and from nothing else. */
import { type StageLinks, stageLinks, xAt } from '../scene';
import { frameAt, type Trace } from '../trace';
import type { Looks } from './looks';
import type { Instant } from './messages';
import { drawMotion, type MotionPlan } from './motion';
import { MotionCanvas } from './motion-canvas';
import { type Surface, sheetSurface } from './sheet';
import { TapePainter, TapeScale } from './tape-painter';
import { TimelineLines } from './timeline-lines';
import { inkProgress, inkStrip } from './timeline-over';
import { TimelinePainter } from './timeline-painter';
import type { TimelinePlan } from './timeline-view';

export interface Picture {
  draw(trace: Trace, at: Instant): void;
}

/** What moves on the stage. */
export class MotionPicture implements Picture {
  private readonly canvas: OffscreenCanvas;
  private readonly motion: MotionCanvas | null;
  private plan: MotionPlan | null = null;
  private links: StageLinks | null = null;

  constructor(canvas: OffscreenCanvas, looks: Looks) {
    this.canvas = canvas;
    const pen = canvas.getContext('2d');
    this.motion = pen === null ? null : new MotionCanvas(pen, looks);
  }

  show(plan: MotionPlan | null): void {
    const { canvas } = this;
    this.plan = plan;
    if (plan === null) return;
    this.links = stageLinks(plan.layout, plan.walls);
    if (canvas.width !== plan.width) canvas.width = plan.width;
    if (canvas.height !== plan.height) canvas.height = plan.height;
  }

  draw(trace: Trace, { time }: Instant): void {
    const { motion, plan, links } = this;
    if (motion !== null && plan !== null && links !== null) drawMotion(motion, frameAt(trace, time), links, plan);
  }
}

/** The timeline with all that moves over it. */
export class TimelinePicture implements Picture {
  private readonly surface: Surface;
  private readonly painter = new TimelinePainter(new TimelineLines());
  private readonly scale = new TapeScale();
  private readonly tape = new TapePainter(this.scale);
  private plan: TimelinePlan | null = null;
  private trace: Trace | null = null;
  private drawn = '';

  constructor(canvas: OffscreenCanvas) {
    this.surface = sheetSurface(canvas);
  }

  show(plan: TimelinePlan): void {
    this.plan = plan;
    this.trace = null;
  }

  /** Draws where the play head or what is known went on by a pixel; nothing less can be seen. */
  draw(trace: Trace, { time, known }: Instant): void {
    const { plan } = this;
    if (plan === null) return;
    if (trace !== this.trace) {
      this.trace = trace;
      this.painter.show({ ...plan, trace });
      this.tape.show({ ...plan, trace });
      this.drawn = '';
    }
    const place = (at: number) => Math.round(xAt(plan.axis, at) * plan.ratio);
    const state = `${place(time)} ${place(known)} ${trace.marks.length}`;
    if (state === this.drawn) return;
    this.drawn = state;
    const strip = this.tape.paint(known);
    this.painter.paint(known, this.surface, (pen) => {
      inkProgress(pen, plan, time, known);
      if (strip !== null) inkStrip(pen, plan, strip, this.scale, time);
    });
  }
}
