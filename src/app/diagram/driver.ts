/** What happens to the space-time diagram outside of React: looking about, painting, choosing. */
import { inkSpacetime } from '../../draw';
import {
  axisOf,
  laneCount,
  type PlacedMark,
  type Point,
  panView,
  quietStretches,
  type SpacetimeScene,
  type SpanView,
  spacetimeLayout,
  spacetimeScene,
  type TimeWindow,
  timeAt,
  viewOf,
  xAt,
  zoomView,
} from '../../scene';
import type { AppStore, DiagramControl } from '../../store';
import { type Chronicle, firstAtLeast, type Trace } from '../../trace';
import { type DiagramState, NO_LIGHT, NOTHING_SHOWN, penOf, type Screen } from './driver-state';
import { clientsOf, type Hit, hitAt, NOTHING } from './hit';
import { Reader } from './reader';
import { type Cone, coneOf, type Light, litOf, messagesOf, pointOf } from './selection';

/** How long the view must rest before what is written beside it follows, in real milliseconds. */
const REST = 90;
const PLAYING_REST = 300;
/** While it plays, the picture follows at most so often, in real milliseconds. */
const REPAINT = 36;
/** The play head walks so far through the plot before the view moves on, and is here after that. */
const FAR = 0.9;
const NEAR = 0.35;

export class DiagramDriver {
  private readonly store: AppStore;
  private readonly reader: Reader;
  private readonly listeners = new Set<() => void>();
  private readonly onMarks = new Set<() => void>();
  private canvas: HTMLCanvasElement | null = null;
  private head: HTMLElement | null = null;
  private screen: Screen | null = null;
  private view: SpanView | null = null;
  private quiet: readonly TimeWindow[] = [];
  private quietState = '';
  private scene: SpacetimeScene | null = null;
  private cone: Cone | null = null;
  private coneCount = -1;
  private hovered = -1;
  private followed: Trace;
  private time: number;
  /** In real milliseconds. */
  private paintedAt = 0;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private placed: readonly PlacedMark[] = [];
  private clients: readonly number[] = [];
  private isCovered = true;
  private state: DiagramState = NOTHING_SHOWN;

  constructor(store: AppStore) {
    this.store = store;
    this.time = store.time();
    this.followed = store.getState().session.trace;
    this.reader = new Reader(this.followed, () => this.refresh());
  }

  /** To be shown from now on; returns how to end that. */
  start(): () => void {
    const { store } = this;
    this.reader.read();
    const endings = [
      store.subscribeTransition(() => this.catchUp()),
      store.subscribeTime((time) => this.moveHead(time)),
      store.subscribe(({ session }, before) => {
        if (session.trace !== before.session.trace) this.catchUp();
      }),
    ];
    return () => {
      for (const end of endings) end();
      this.reader.end();
      clearTimeout(this.rest);
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): DiagramState => this.state;

  /** The moments with their places, as the row of markers wants them. */
  readonly markers = {
    current: (): readonly PlacedMark[] => this.placed,
    subscribe: (listener: () => void) => {
      this.onMarks.add(listener);
      return () => this.onMarks.delete(listener);
    },
  };

  readonly refs = {
    canvas: (element: HTMLCanvasElement | null) => {
      this.canvas = element;
    },
    head: (element: HTMLElement | null) => {
      this.head = element;
      this.placeHead();
    },
  };

  get chronicle(): Chronicle {
    return this.reader.chronicle;
  }

  show(screen: Screen): void {
    const isFirst = this.view === null;
    this.screen = screen;
    if (isFirst) this.view = this.firstView();
    this.refresh();
    if (isFirst) this.reveal();
  }

  /** How the keys of the registry reach it. */
  control(): DiagramControl {
    const driver = this;
    return {
      zoom: (direction) => this.zoomAtHead(direction > 0 ? 0.5 : 2),
      whole: () => this.whole(),
      fold: () => this.fold(),
      light: (side) => this.light(side),
      get canLight() {
        return driver.state.chosen !== null;
      },
    };
  }

  // Looking about.

  pan(pixels: number): void {
    this.look((view, quiet, width) => panView(view, quiet, width, pixels, this.trace.horizon));
  }

  /** @param x pixels from the left edge of the picture */
  zoom(factor: number, x: number): void {
    const left = this.scene?.axis.left ?? 0;
    this.look((view, quiet, width) => zoomView(view, quiet, width, factor, x - left));
  }

  zoomAtHead(factor: number): void {
    if (this.scene === null) return;
    const { axis } = this.scene;
    const x = xAt(axis, this.time);
    this.zoom(factor, x >= axis.left && x <= axis.right ? x : (axis.left + axis.right) / 2);
  }

  whole(): void {
    this.look((_, quiet, width) => viewOf({ from: 0, to: Math.max(20_000, this.trace.horizon) }, quiet, width));
  }

  /** The play head in the middle. */
  here(): void {
    this.moveTo(0.5);
  }

  fold(): void {
    const { scene } = this;
    const isWhole = scene !== null && scene.axis.from < 1000 && scene.axis.to >= this.trace.horizon;
    this.state = { ...this.state, isFolded: !this.state.isFolded };
    if (isWhole) this.whole();
    else this.refresh();
    this.reveal();
    this.settle();
  }

  private moveTo(part: number): void {
    if (this.scene === null) return;
    const { axis } = this.scene;
    this.pan(xAt(axis, this.time) - (axis.left + part * (axis.right - axis.left)));
  }

  private look(change: (view: SpanView, quiet: readonly TimeWindow[], width: number) => SpanView): void {
    if (this.view === null || this.scene === null) return;
    const { left, right } = this.scene.axis;
    this.view = change(this.view, this.folded(), right - left);
    this.paint();
  }

  /** A second around the play head, or all where there is less. */
  private firstView(): SpanView {
    const span = Math.min(1_200_000, Math.max(260_000, this.trace.horizon * 1.06));
    return { from: Math.max(0, Math.min(this.store.time() - span * 0.8, this.trace.horizon * 1.06 - span)), span };
  }

  // Choosing.

  /** The event at a row is chosen; -1: nothing is. `key`: the message that is meant. */
  choose(row: number, key: number | null = null): void {
    const chosen = row < 0 ? null : { seq: this.chronicle.seqOf(row), key };
    const light = chosen === null ? NO_LIGHT : this.state.light;
    this.state = { ...this.state, chosen, light };
    this.coneCount = -1;
    this.paint();
    this.settle();
  }

  light(side: keyof Light): void {
    if (this.state.chosen === null) return;
    this.state = { ...this.state, light: { ...this.state.light, [side]: !this.state.light[side] } };
    this.coneCount = -1;
    this.paint();
    this.settle();
  }

  get row(): number {
    return this.state.chosen === null ? -1 : this.chronicle.rowOf(this.state.chosen.seq);
  }

  /** What lies at a point. */
  at(point: Point): Hit {
    return this.scene === null ? NOTHING : hitAt(this.chronicle, this.scene, point);
  }

  /** A press: goes there, and chooses what is there. */
  press(point: Point): void {
    if (this.scene === null) return;
    const { message, row } = this.at(point);
    const { events, messages } = this.chronicle;
    if (row >= 0) {
      this.choose(row);
      this.goTo(events.at[row]);
    } else if (message >= 0) {
      const { ending, origin, key } = messages;
      this.choose(ending[message] >= 0 ? ending[message] : origin[message], key[message]);
      this.goTo(timeAt(this.scene.axis, point.x));
    } else {
      this.choose(-1);
      this.goTo(timeAt(this.scene.axis, point.x));
    }
  }

  /** To an instant, paused. */
  goTo(time: number): void {
    this.store.pause();
    this.store.seek(Math.max(0, Math.min(time, this.trace.horizon)));
  }

  scrub(x: number): void {
    if (this.scene === null) return;
    const { axis } = this.scene;
    this.goTo(timeAt(axis, Math.min(axis.right, Math.max(axis.left, x))));
  }

  /** Draws a message strongly; -1: none. */
  hover(message: number): void {
    if (message === this.hovered) return;
    this.hovered = message;
    this.paint();
  }

  // Following the run.

  private get trace() {
    return this.store.getState().session.trace;
  }

  private catchUp(): void {
    const before = this.state.chosen;
    const { trace } = this;
    if (trace !== this.followed) {
      this.followed = trace;
      const isKept = this.reader.follow(trace);
      // What was chosen may not have happened in the run as it is now.
      if (before !== null && (!isKept || this.row < 0)) {
        this.state = { ...this.state, chosen: null, light: NO_LIGHT };
      }
      this.coneCount = -1;
      this.quietState = '';
    }
    this.reader.read();
    this.refresh();
  }

  private moveHead(time: number): void {
    const { scene } = this;
    const isJump = Math.abs(time - this.time) > (this.view?.span ?? 0) * 0.1 || time < this.time;
    const wasInside = scene === null || (this.time >= scene.axis.from && this.time <= scene.axis.to);
    this.time = time;
    if (isJump || !this.store.getState().playback.playing) this.reveal();
    else if (wasInside && scene !== null && this.part() > FAR) this.moveTo(NEAR);
    if (this.isLate()) this.catchUp();
    this.placeHead();
  }

  /** The play head has left behind what is painted, in pixels and in real time. */
  private isLate(): boolean {
    if (this.scene === null) return false;
    const { axis, known } = this.scene;
    return xAt(axis, this.time) - xAt(axis, known) >= 4 && performance.now() - this.paintedAt >= REPAINT;
  }

  /** Where the play head is in the plot, from 0 to 1 where it is within. */
  private part(): number {
    if (this.scene === null) return 0;
    const { axis } = this.scene;
    return (xAt(axis, this.time) - axis.left) / (axis.right - axis.left);
  }

  private reveal(): void {
    const part = this.part();
    if (part < -0.001) this.moveTo(0.25);
    else if (part > 1.001) this.moveTo(0.75);
  }

  private placeHead(): void {
    if (this.scene === null || this.head === null) return;
    const { axis } = this.scene;
    const x = xAt(axis, this.time);
    this.head.style.transform = `translateX(${Math.round(x * 4) / 4}px)`;
    this.head.toggleAttribute('data-away', x < axis.left - 1 || x > axis.right + 1);
  }

  // Painting.

  private folded(): readonly TimeWindow[] {
    return this.state.isFolded ? this.quiet : [];
  }

  /** What was read or shown is another: finds out all anew. */
  private refresh(): void {
    const { events, until } = this.chronicle;
    const { playing } = this.store.getState().playback;
    const state = `${events.count} ${until} ${playing}`;
    if (this.quietState !== state) {
      this.quietState = state;
      this.quiet = quietStretches(this.chronicle, !playing);
      this.clients = clientsOf(this.chronicle);
    }
    this.paint();
  }

  private paint(): void {
    const { screen, view, canvas } = this;
    if (screen === null || view === null || canvas === null || screen.width === 0 || screen.height === 0) return;
    const { trace } = this;
    const layout = spacetimeLayout(screen.width, screen.height, laneCount(trace.run), this.clients);
    const quiet = this.folded();
    this.isCovered = this.reader.cover(axisOf(view, quiet, layout.left, layout.right));
    const { chronicle } = this;
    const scene = spacetimeScene({ trace, chronicle, view, layout, quiet });
    this.scene = scene;
    this.paintedAt = performance.now();
    const { row } = this;
    this.findCone(row);
    const strong = messagesOf(chronicle, row, this.state.chosen?.key ?? null);
    if (this.hovered >= 0) strong.add(this.hovered);
    const pen = penOf(canvas, screen);
    if (pen === null) return;
    inkSpacetime(pen, scene, {
      palette: screen.palette,
      ratio: screen.ratio,
      foldText: screen.foldText,
      tickText: screen.tickText,
      chosen: pointOf(chronicle, scene, row),
      strong,
      lit: this.cone === null ? null : litOf(chronicle, scene, this.cone),
    });
    this.placeHead();
    this.tellMarks(scene.marks);
    this.settleSoon();
  }

  /** When the view rests, what is beside it follows; while it plays, which is never at rest, now and then. */
  private settleSoon(): void {
    const { playing } = this.store.getState().playback;
    if (playing && this.rest !== undefined) return;
    clearTimeout(this.rest);
    this.rest = setTimeout(
      () => {
        this.rest = undefined;
        this.settle();
      },
      playing ? PLAYING_REST : REST,
    );
  }

  private findCone(row: number): void {
    const { count } = this.chronicle.events;
    if (this.coneCount === count) return;
    this.coneCount = count;
    this.cone = coneOf(this.chronicle, row, this.state.light);
  }

  private tellMarks(marks: readonly PlacedMark[]): void {
    this.placed = marks;
    for (const listener of this.onMarks) listener();
  }

  /** What is written beside the picture follows it. */
  private settle(): void {
    const { scene, cone, chronicle } = this;
    if (scene === null) return;
    const { at, count } = chronicle.events;
    const rows = [firstAtLeast(at, count, scene.axis.from), firstAtLeast(at, count, scene.axis.to + 1)] as const;
    this.state = {
      ...this.state,
      past: cone?.past?.size ?? null,
      future: cone?.future?.size ?? null,
      folds: this.quiet.length,
      hiddenBeats: scene.hiddenBeats,
      hiddenOthers: scene.hiddenOthers,
      isReading: this.reader.isReading,
      known: count,
      isCovered: this.isCovered,
      isPart: chronicle.since > 0 || chronicle.until < this.trace.horizon,
      rows,
      showsBeats: scene.hiddenBeats === 0 && scene.folds.length === 0,
      scene,
    };
    for (const listener of this.listeners) listener();
  }
}
