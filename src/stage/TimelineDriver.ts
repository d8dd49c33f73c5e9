/** What happens to the timeline outside of React: the play head moves each frame, the rest is painted now and then. */
import { type PlacedMark, placeMarks, xAt } from '../scene';
import type { Frame } from '../trace';
import { TimelinePainter, type View } from './TimelinePainter';
import { TapePainter } from './TimelineTapePainter';

/** The elements that are written to directly, and what draws on the canvases. */
export interface Parts {
  past: HTMLCanvasElement | null;
  live: HTMLCanvasElement | null;
  tape: HTMLCanvasElement | null;
  /** Covers what comes after the play head but has been seen. */
  seen: HTMLElement | null;
  /** Covers what is not known yet. */
  blank: HTMLElement | null;
  elapsed: HTMLElement | null;
  head: HTMLElement | null;
  tapeWindow: HTMLElement | null;
  tapeHead: HTMLElement | null;
}

type Refs = { readonly [P in keyof Parts]: (element: Parts[P]) => void };

export class TimelineDriver {
  private view: View | null = null;
  private readonly painter = new TimelinePainter();
  private readonly tape = new TapePainter();

  private readonly parts: Parts = {
    past: null,
    live: null,
    tape: null,
    seen: null,
    blank: null,
    elapsed: null,
    head: null,
    tapeWindow: null,
    tapeHead: null,
  };
  /** To be given to React as the elements' refs; the same functions each time. */
  readonly refs: Refs = {
    past: (element) => this.set('past', element),
    live: (element) => this.set('live', element),
    tape: (element) => this.set('tape', element),
    seen: (element) => this.set('seen', element),
    blank: (element) => this.set('blank', element),
    elapsed: (element) => this.set('elapsed', element),
    head: (element) => this.set('head', element),
    tapeWindow: (element) => this.set('tapeWindow', element),
    tapeHead: (element) => this.set('tapeHead', element),
  };

  /** Looks at something else; `settle` then paints it. */
  show(view: View): void {
    this.view = view;
    const { past, live, tape } = this.parts;
    if (past !== null && live !== null) this.painter.show(view, past, live);
    if (tape !== null) this.tape.show(view, tape);
  }

  /** To be called each frame: moves three covers and the play head, and paints nothing. */
  move({ time }: Frame): void {
    if (this.view === null) return;
    const { axis, trace } = this.view;
    const { seen, blank, elapsed, head, tapeHead } = this.parts;
    const known = Math.max(time, trace.horizon);
    const x = bounded(xAt(axis, time), axis.left, axis.right);
    shift(seen, x - axis.left);
    shift(blank, bounded(xAt(axis, known), axis.left, axis.right) - axis.left);
    shift(elapsed, x - axis.right);
    shift(head, x);
    shift(tapeHead, this.tape.xOf(time));
    if (head !== null) head.style.opacity = time < axis.from || time > axis.to ? '0' : '1';
  }

  /** To be called when something happened: paints it and returns the markers. */
  settle({ time }: Frame): readonly PlacedMark[] {
    if (this.view === null) return [];
    const { axis, layout, trace } = this.view;
    const known = Math.max(time, trace.horizon);
    this.painter.paint(known);
    this.tape.paint(known);
    const { tapeWindow } = this.parts;
    if (tapeWindow !== null) {
      const from = this.tape.xOf(axis.from);
      shift(tapeWindow, from);
      tapeWindow.style.width = `${Math.max(4, this.tape.xOf(axis.to) - from)}px`;
    }
    return layout.marks === null ? [] : placeMarks(this.painter.marks(known), axis);
  }

  /** The message line under a point, or null. */
  lineAt(point: { x: number; y: number }) {
    return this.painter.lineAt(point);
  }

  tapeTimeAt(x: number): number {
    return this.tape.timeAt(x);
  }

  private set<P extends keyof Parts>(part: P, element: Parts[P]): void {
    this.parts[part] = element;
  }
}

function shift(element: HTMLElement | null, x: number): void {
  if (element !== null) element.style.transform = `translateX(${Math.round(x * 100) / 100}px)`;
}

function bounded(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}
