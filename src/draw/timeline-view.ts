import type { Axis, TimelineLayout } from '../scene';
import type { Trace } from '../trace';
import type { Palette } from './palette';
import type { Pen } from './sheet';

/** What of a run is being looked at, and how. A new one means a new picture. */
export interface TimelinePlan {
  readonly axis: Axis;
  readonly layout: TimelineLayout;
  readonly palette: Palette;
  /** Device pixels per CSS pixel, the page's own scale included. */
  readonly ratio: number;
}

export interface View extends TimelinePlan {
  readonly trace: Trace;
}

/** Saves the pen, and keeps what it draws within the window. */
export function clip(pen: Pen, { axis, layout, ratio }: TimelinePlan): void {
  pen.save();
  pen.scale(ratio, ratio);
  pen.beginPath();
  pen.rect(axis.left, 0, axis.right - axis.left, layout.height);
  pen.clip();
}
