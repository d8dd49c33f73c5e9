/** The messages of a window of time, read once as they happen: what is drawn, and what can be pointed at. */
import {
  commitMark,
  countTransitions,
  createLineBook,
  LINES_MAX,
  type LineBook,
  type MessageLine,
  marksWithin,
  messagesBetween,
  nearestLine,
  readLines,
  type TimeMark,
} from '../scene';
import type { View } from './timeline-view';

/** Messages sent up to this long before the window can end in it: microseconds. */
const LOOKBACK = 100_000;
/** At this many pixels per millisecond answers to heartbeats have room; else they are left out. */
const BEAT_ANSWERS_FROM = 1.9;

export class TimelineLines {
  /** Too much happens in the window to draw it message by message. */
  dense = false;
  private view: View | null = null;
  private book: LineBook = createLineBook();
  private readUpTo = 0;
  /** Messages that ended in the window. */
  private ended: MessageLine[] = [];
  private commits: TimeMark[] = [];

  /** Looks at another window. Nothing is known of it before `read`. */
  show(view: View): void {
    this.view = view;
    this.forget();
    this.readUpTo = Math.max(0, view.axis.from - LOOKBACK);
    this.dense = isCrowded(view);
  }

  /** Reads on up to an instant, in microseconds; calls `done` with each message that ends and is to be seen. */
  read(upTo: number, done: (line: MessageLine) => void = () => {}): void {
    const { view } = this;
    if (view === null || this.dense) return;
    const { trace, axis } = view;
    const end = Math.min(upTo, axis.to);
    if (countTransitions(trace, { from: axis.from, to: end }) > 1.5 * LINES_MAX) {
      this.dense = true;
      this.forget();
      return;
    }
    if (end <= this.readUpTo) return;
    for (const transition of messagesBetween(trace, this.readUpTo, end)) {
      readLines(this.book, transition, (line) => {
        this.ended.push(line);
        if (this.shows(line)) done(line);
      });
      const commit = commitMark(transition);
      if (commit !== null && commit.at >= axis.from) this.commits.push(commit);
    }
    this.readUpTo = end;
  }

  /** The messages under way that are to be seen. */
  flying(): MessageLine[] {
    return this.dense ? [] : [...this.book.flying.values()].filter((line) => this.shows(line));
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
    const lines = [...this.ended.filter((line) => this.shows(line)), ...this.flying()];
    return nearestLine(lines, axis, layout.lanes, point);
  }

  private shows(line: MessageLine): boolean {
    const { view } = this;
    if (view === null || view.layout.lanes.length === 0) return false;
    if (line.kind !== 'beat' || !line.response || line.positive === false) return true;
    const { axis } = view;
    return ((axis.right - axis.left) * 1000) / (axis.to - axis.from) >= BEAT_ANSWERS_FROM;
  }

  private forget(): void {
    this.book = createLineBook();
    this.ended = [];
    this.commits = [];
  }
}

/** Whether the window will hold too much, if what happens goes on as it did of late. */
function isCrowded({ trace, axis }: View): boolean {
  const span = axis.to - axis.from;
  const to = Math.min(axis.to, Math.max(axis.from, trace.horizon));
  const from = Math.max(0, to - span);
  return countTransitions(trace, { from, to }) * span > LINES_MAX * Math.max(to - from, span / 20);
}
