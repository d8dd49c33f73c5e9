/** What lies over the timeline's picture and moves: covers of what has not come yet, the play head, the strip. */
import { clamp } from '../base';
import { xAt } from '../scene';
import type { Pen, Sheet } from './sheet';
import type { TapeScale } from './tape-painter';
import type { TimelinePlan } from './timeline-view';

/** Of the scrubber's track, in CSS pixels. */
const TRACK = 5;
/** How strongly what comes after the play head but has been seen is covered. */
const VEIL = 0.68;

/** Covers, track and play head. `known`: up to where the run has been simulated; both in microseconds. */
export function inkProgress(pen: Pen, plan: TimelinePlan, time: number, known: number): void {
  const { axis, layout, palette, ratio } = plan;
  const place = (at: number) => clamp(xAt(axis, at), axis.left, axis.right);
  const [now, end] = [place(time), place(Math.max(time, known))];
  const [top, bottom] = [layout.scrubber - TRACK / 2, layout.scrubber + 3];
  pen.save();
  pen.scale(ratio, ratio);
  pen.fillStyle = palette.surface;
  pen.globalAlpha = VEIL;
  if (end > now) pen.fillRect(now, 0, end - now, bottom);
  pen.globalAlpha = 1;
  pen.fillRect(end, 0, axis.right - end, bottom);
  pen.fillStyle = palette.rule;
  for (const y of layout.lanes) pen.fillRect(end, y, axis.right - end, 1);
  pen.fillStyle = palette.track;
  pen.fillRect(now, top, axis.right - now, TRACK);
  pen.fillStyle = palette.ink;
  pen.beginPath();
  pen.roundRect(axis.left, top, now - axis.left, TRACK, [3, 0, 0, 3]);
  pen.fill();
  if (time >= axis.from && time <= axis.to) inkHead(pen, plan, now);
  pen.restore();
}

function inkHead(pen: Pen, { layout, palette }: TimelinePlan, x: number): void {
  pen.fillStyle = palette.ink;
  pen.fillRect(x - 0.75, 2, 1.5, layout.scrubber);
  pen.fillStyle = palette.surface;
  pen.strokeStyle = palette.ink;
  pen.lineWidth = 2.25;
  pen.beginPath();
  pen.arc(x, layout.scrubber, 7.875, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
}

/** The strip of the whole run, with the window and the play head on it. */
export function inkStrip(pen: Pen, plan: TimelinePlan, picture: Sheet, scale: TapeScale, time: number): void {
  const { layout, palette, ratio } = plan;
  pen.drawImage(picture, 0, Math.round(layout.tape * ratio));
  pen.save();
  pen.scale(ratio, ratio);
  const { from, width } = scale.window();
  const [top, height] = [layout.tape - 3, layout.tapeHeight + 6];
  pen.strokeStyle = palette.ink;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.roundRect(from + 0.75, top + 0.75, width - 1.5, height - 1.5, 2.25);
  pen.stroke();
  pen.fillStyle = palette.ink;
  pen.fillRect(scale.xOf(time) - 1, top, 2, height);
  pen.restore();
}
