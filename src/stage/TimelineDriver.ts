/**
 * What happens to the timeline outside of React: the play head moves each frame, the rest is painted now and then.
 * Once the drawing thread shows the whole picture, only what can be pointed at is kept up to date here.
 */
import {
  pageSurface,
  type RemotePicture,
  type Surface,
  TapePainter,
  TapeScale,
  TimelineLines,
  TimelinePainter,
  type TimelinePlan,
  type View,
} from '../draw';
import { type PlacedMark, placeMarks, xAt } from '../scene';
import type { Frame } from '../trace';

/** The elements that are written to directly, and what draws on the canvases. */
export interface Parts {
  picture: HTMLCanvasElement | null;
  tape: HTMLCanvasElement | null;
  /** Covers what comes after the play head but has been seen. */
  seen: HTMLElement | null;
  /** Covers what is not known yet. */
  blank: HTMLElement | null;
  head: HTMLElement | null;
  tapeWindow: HTMLElement | null;
  tapeHead: HTMLElement | null;
}

/** How far the play head goes at once while it plays, in pixels. */
const STEP = 3;

type Refs = { readonly [P in keyof Parts]: (element: Parts[P]) => void };

export class TimelineDriver {
  private view: View | null = null;
  private readonly lines = new TimelineLines();
  private readonly painter = new TimelinePainter(this.lines);
  private readonly scale = new TapeScale();
  private readonly tape = new TapePainter(this.scale);
  private remote: RemotePicture | null = null;
  /** The thread's picture is the one that is seen. */
  private isSeen = false;
  /** Where the page shows its own pictures. */
  private readonly surfaces = new WeakMap<HTMLCanvasElement, Surface>();
  private readonly places = new Map<HTMLElement, number>();
  private readonly listeners = new Set<() => void>();
  private placed: readonly PlacedMark[] = [];

  private readonly parts: Parts = {
    picture: null,
    tape: null,
    seen: null,
    blank: null,
    head: null,
    tapeWindow: null,
    tapeHead: null,
  };
  /** To be given to React as the elements' refs; the same functions each time. */
  readonly refs: Refs = {
    picture: (element) => this.set('picture', element),
    tape: (element) => this.set('tape', element),
    seen: (element) => this.set('seen', element),
    blank: (element) => this.set('blank', element),
    head: (element) => this.set('head', element),
    tapeWindow: (element) => this.set('tapeWindow', element),
    tapeHead: (element) => this.set('tapeHead', element),
  };

  /** Looks at something else; `settle` then paints it. */
  show(view: View): void {
    this.view = view;
    this.remote?.timeline(planOf(view));
    if (this.isSeen) {
      this.lines.show(view);
      this.scale.show(view);
    } else {
      this.painter.show(view);
      this.tape.show(view);
    }
  }

  /** A canvas that the drawing thread draws from now on, or null. Calls back when that is what is to be seen. */
  connect(remote: RemotePicture | null, onSeen: () => void): void {
    this.remote = remote;
    this.isSeen = false;
    if (remote === null) {
      if (this.view !== null) this.show(this.view);
      return;
    }
    if (this.view !== null) remote.timeline(planOf(this.view));
    remote.whenSeen(() => {
      this.isSeen = true;
      onSeen();
    });
  }

  /**
   * To be called each frame: moves covers and play head, and paints nothing.
   *
   * @param exact false while it plays: the play head then goes by small steps, because every move costs the browser
   *   a new picture of the page, and no eye follows less
   */
  move({ time }: Pick<Frame, 'time'>, exact: boolean): void {
    if (this.view === null) return;
    const { axis, trace } = this.view;
    const { seen, blank, head, tapeHead } = this.parts;
    const known = Math.max(time, trace.horizon);
    const x = bounded(xAt(axis, time), axis.left, axis.right);
    // At the end of what is known the blank alone covers all, and this one need not move.
    const grain = exact ? 0.25 : STEP;
    this.shift(head, x, grain);
    head?.toggleAttribute('data-away', time < axis.from || time > axis.to);
    if (this.isSeen) return;
    this.shift(seen, known > time ? x - axis.left : axis.right - axis.left, grain);
    this.shift(blank, bounded(xAt(axis, known), axis.left, axis.right) - axis.left, grain);
    this.shift(tapeHead, this.scale.xOf(time), grain);
  }

  /** To be called when something happened: paints it, and tells the markers if they are others now. */
  settle({ time }: Frame): void {
    if (this.view === null) return;
    const { axis, layout, trace } = this.view;
    const known = Math.max(time, trace.horizon);
    if (this.isSeen) {
      this.lines.read(known);
      this.scale.reach(known);
    } else {
      this.paint(known);
    }
    this.parts.tape?.parentElement?.toggleAttribute('hidden', this.scale.hidden);
    this.tellMarks(layout.marks === null ? [] : placeMarks(this.lines.marks(known), axis));
  }

  private paint(known: number): void {
    const { picture, tape, tapeWindow } = this.parts;
    if (this.view === null) return;
    if (picture !== null) this.painter.paint(known, this.surfaceOf(picture));
    const strip = this.tape.paint(known);
    if (tape !== null && strip !== null) {
      this.surfaceOf(tape)({ width: strip.width, height: strip.height }, (pen) => pen.drawImage(strip, 0, 0));
    }
    if (tapeWindow === null) return;
    const { from, width } = this.scale.window();
    this.shift(tapeWindow, from, 0.25);
    tapeWindow.style.width = `${width}px`;
  }

  private surfaceOf(canvas: HTMLCanvasElement): Surface {
    const surface = this.surfaces.get(canvas) ?? pageSurface(canvas);
    this.surfaces.set(canvas, surface);
    return surface;
  }

  /** The markers as React's external store: the same array until one of them changes. */
  readonly markers = {
    current: (): readonly PlacedMark[] => this.placed,
    subscribe: (listener: () => void) => {
      this.listeners.add(listener);
      return () => this.listeners.delete(listener);
    },
  };

  /** The message line under a point, or null. */
  lineAt(point: { x: number; y: number }) {
    return this.lines.lineAt(point);
  }

  tapeTimeAt(x: number): number {
    return this.scale.timeAt(x);
  }

  /** Markers that did not change stay the same objects, so that only others are drawn anew. */
  private tellMarks(placed: readonly PlacedMark[]): void {
    const known = new Map(this.placed.map((one) => [`${one.mark.kind} ${one.mark.at}`, one]));
    const next = placed.map((one) => {
      const before = known.get(`${one.mark.kind} ${one.mark.at}`);
      return before !== undefined && before.x === one.x && before.others === one.others ? before : one;
    });
    if (next.length === this.placed.length && next.every((one, i) => one === this.placed[i])) return;
    this.placed = next;
    for (const listener of this.listeners) listener();
  }

  /** What did not move by a grain is not written. */
  private shift(element: HTMLElement | null, x: number, grain: number): void {
    const place = Math.round(x / grain) * grain;
    if (element === null || this.places.get(element) === place) return;
    this.places.set(element, place);
    element.style.transform = `translateX(${place}px)`;
  }

  private set<P extends keyof Parts>(part: P, element: Parts[P]): void {
    this.parts[part] = element;
    this.places.clear();
  }
}

function bounded(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}

function planOf({ axis, layout, palette, ratio }: View): TimelinePlan {
  return { axis, layout, palette, ratio };
}
