/** Where the parts of the timeline lie. All lengths are CSS pixels. */
import { clamp } from '../base';

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  /** The plot's edges: the window's start and end. */
  readonly left: number;
  readonly right: number;
  /** The middle of each server's lane, S1 first; empty when only the scrubber is shown. */
  readonly lanes: readonly number[];
  /** Between two lanes. */
  readonly pitch: number;
  /** Heights of badge and chip on a lane. */
  readonly badge: number;
  readonly chip: number;
  /** The middle of the row of markers; null when there is none. */
  readonly marks: number | null;
  readonly scrubber: number;
  /** The middle of the labels of the ticks. */
  readonly ticks: number;
  /** The top of the strip that shows the whole run, and its height. */
  readonly tape: number;
  readonly tapeHeight: number;
}

const PITCH_MAX = 44;

/** @param compact for phones: scrubber, ticks and strip without lanes */
export function timelineLayout(width: number, height: number, servers: number, compact: boolean): TimelineLayout {
  // With little height for the lanes all gaps shrink alike; the strip's place is kept even when it is not shown.
  const ease = clamp((height - 150 - 14 * Math.max(0, servers - 5)) / 106, 0, 1);
  const between = (small: number, large: number) => Math.round(small + (large - small) * ease);
  const tapeHeight = between(8, 10);
  const tape = height - tapeHeight - between(4, 8);
  const ticks = tape - between(9, 13);
  const scrubber = ticks - between(16, 21);
  const marks = scrubber - between(17, 25);
  const top = between(11, 20);
  const room = marks - between(16, 26) - top;
  const pitch = Math.min(PITCH_MAX, room / Math.max(1, servers - 1));
  const first = top + (room - pitch * (servers - 1)) / 2;
  return {
    width,
    height,
    left: compact ? 20 : 64,
    right: Math.max(compact ? 40 : 84, width - (compact ? 20 : 24)),
    lanes: compact ? [] : Array.from({ length: servers }, (_, i) => Math.round((first + i * pitch) * 2) / 2),
    pitch,
    badge: clamp(pitch - 2, 15, 19),
    chip: clamp(pitch - 3, 14, 17),
    marks: compact ? null : marks,
    scrubber,
    ticks,
    tape,
    tapeHeight,
  };
}
