/**
 * Everything that moves with each frame. React has drawn what changes seldom. While the picture plays, the rest is
 * drawn on a canvas, by the drawing thread where there is one; while it stands still, and where there is no canvas,
 * the painter writes attributes of the elements marked `data-live` and of a pool of message elements, and only those
 * whose value changed.
 */
import {
  CROWD_MIN,
  DISK_RATE,
  drawMotion,
  type LiveLook,
  MotionCanvas,
  type MotionPlan,
  type RemotePicture,
} from '../draw';
import { type Box, crowdPath, diskFillPath, type MessageMark, messageMarks, RING, timerPath } from '../scene';
import type { Frame, ServerView } from '../trace';
import { MergedPaths } from './merged-paths';
import { MessageLayer } from './message-layer';
import { StyleBook } from './style-book';
import type { PaintSettings } from './types';
import { Writer } from './writer';

/** How far from the middle of a moving message a press still means it, in pixels. */
const REACH = 22;

/** Who draws what moves: SVG; nobody, until the thread does; a canvas of the page; the thread. */
type Means = 'svg' | 'nobody' | 'canvas' | 'thread';

interface Canvas {
  readonly element: HTMLCanvasElement;
  readonly motion: MotionCanvas;
}

interface LiveServer {
  /** The look of the server, as its class. */
  readonly look: string;
  readonly timer: Element | null;
  readonly disk: Element | null;
  readonly diskFill: Element | null;
  readonly diskSize: number | null;
  readonly commit: Element | null;
}

export class StagePainter {
  /** Told when the thread begins to draw, and when it ends. */
  onThread: (draws: boolean) => void = () => {};
  private servers: LiveServer[] = [];
  private messages: MessageLayer | null = null;
  private trails: MergedPaths | null = null;
  private crowd: MergedPaths | null = null;
  private svg: SVGSVGElement | null = null;
  private looks: StyleBook | null = null;
  private canvas: Canvas | null = null;
  private remote: RemotePicture | null = null;
  private means: Means = 'svg';
  private settings: PaintSettings | null = null;
  private plan: MotionPlan | null = null;
  /** What was drawn last. */
  private marks: readonly MessageMark[] = [];
  private readonly writer = new Writer();
  private transitions = -1;

  /** To be called when React has rendered: finds the live elements anew. */
  adopt(svg: SVGSVGElement, canvas: HTMLCanvasElement | null, settings: PaintSettings): void {
    if (this.svg !== svg) {
      this.svg = svg;
      this.looks = new StyleBook(svg);
      this.canvas = null;
    }
    this.settings = settings;
    if (this.canvas?.element !== canvas) this.canvas = canvasOf(canvas, this.looks);
    this.servers = [...svg.querySelectorAll('[data-server]')].map(liveServer);
    this.plan = this.canvas === null && this.remote === null ? null : planOf(svg, this.servers, settings);
    const find = (name: string) => svg.querySelector(`[data-live="${name}"]`);
    const [trails, crowd, glyphs] = [find('trails'), find('crowd'), find('glyphs')];
    if (trails === null || crowd === null || glyphs === null) return;
    if (this.messages?.isIn(glyphs) !== true) {
      this.messages = new MessageLayer(glyphs);
      this.trails = new MergedPaths(trails);
      this.crowd = new MergedPaths(crowd);
    }
    this.writer.attribute(trails, 'class', settings.reducedMotion ? 'is-still' : null);
    this.messages.configure(settings);
    this.transitions = -1;
    this.chooseMeans();
  }

  /** A canvas that the drawing thread draws from now on; null: there is none any more. */
  connect(remote: RemotePicture | null): void {
    if (this.remote !== null) this.change(this.canvas === null ? 'svg' : 'canvas');
    this.remote = remote;
    if (remote === null) return;
    remote.tellLooks = (names) => this.looks?.tell(names) ?? null;
    if (this.svg !== null && this.settings !== null) this.plan = planOf(this.svg, this.servers, this.settings);
    this.chooseMeans();
  }

  /** To be called when the theme is another. */
  restyle(): void {
    if (this.looks !== null) this.remote?.looks(this.looks.tellAll());
  }

  /** Draws one frame. While the thread draws, frames in which nothing happened can be left out. */
  paint(frame: Frame): void {
    const { settings, means } = this;
    if (settings === null) return;
    const still = settings.reducedMotion && frame.transitions === this.transitions;
    this.transitions = frame.transitions;
    for (let i = 0; i < this.servers.length; i++) {
      const view = frame.servers[i];
      if (view !== undefined) this.paintServer(this.servers[i], view, settings, still);
    }
    if (still) return;
    if (means === 'svg') {
      this.marks = messageMarks(frame, settings.links, settings);
      this.paintMessages(this.marks, settings);
    } else if (means === 'canvas' && this.canvas !== null && this.plan !== null) {
      this.looks?.refresh();
      this.marks = drawMotion(this.canvas.motion, frame, settings.links, this.plan);
    }
  }

  /** As soon as the thread has drawn what moves, it takes over; when all stands still, SVG does. */
  private chooseMeans(): void {
    const { settings, remote, canvas, means } = this;
    if (settings === null) return;
    const moves = !settings.paused && !settings.reducedMotion;
    if (remote === null) {
      this.change(moves && canvas !== null ? 'canvas' : 'svg');
      return;
    }
    remote.motion(moves ? this.plan : null);
    if (!moves) {
      remote.whenSeen(null);
      this.change('svg');
    } else if (means !== 'thread' && !remote.waits) {
      remote.whenSeen(() => this.change('thread'));
      // The canvas goes on until then; what stood still stands still for these two frames.
      if (canvas !== null) this.change('canvas');
      else this.change('nobody');
    }
  }

  private change(means: Means): void {
    const before = this.means;
    if (means === before) return;
    this.means = means;
    if (before === 'canvas') this.canvas?.motion.clear();
    if (means === 'canvas' || means === 'thread') this.clearMotion();
    if ((before === 'thread') !== (means === 'thread')) this.onThread(means === 'thread');
  }

  /** Takes what moves out of the SVG. */
  private clearMotion(): void {
    this.trails?.draw();
    this.crowd?.draw();
    this.messages?.paint([]);
    for (const { timer, disk } of this.servers) {
      if (timer !== null) this.writer.attribute(timer, 'd', '');
      if (disk !== null) this.writer.attribute(disk, 'visibility', 'hidden');
    }
  }

  /**
   * The message drawn at a point of the stage, or null. What is on a canvas is no element that could be pressed.
   *
   * @param now the frame of now, for what the thread draws
   */
  messageAt(x: number, y: number, now: Frame): MessageMark | null {
    const { settings } = this;
    if (this.means === 'thread' && settings !== null) this.marks = messageMarks(now, settings.links, settings);
    let best: MessageMark | null = null;
    let reach = REACH;
    for (const mark of this.marks) {
      if (mark.state === 'wake' || mark.state === 'lost') continue;
      const distance = Math.hypot(mark.x - x, mark.y - y);
      if (!(distance <= reach)) continue;
      best = mark;
      reach = distance;
    }
    return best;
  }

  private paintMessages(marks: readonly MessageMark[], { paused, selection }: PaintSettings): void {
    const crowded = marks.length > CROWD_MIN && !paused;
    const chosen = selection?.type === 'message' ? selection.key : -1;
    const single: MessageMark[] = [];
    for (const mark of marks) {
      const { glyph, state, wake, ahead, key, cross } = mark;
      if (ahead !== '') this.trails?.add(`ahead hue-${glyph.hue}`, ahead);
      if (wake !== '') this.trails?.add(`wake hue-${glyph.hue}${state === 'doomed' ? ' is-doomed' : ''}`, wake);
      if (!crowded || cross !== null || key === chosen) single.push(mark);
      else if (state !== 'wake') this.crowd?.add(`glyph-${glyph.parts[0].part} hue-${glyph.hue}`, crowdPath(mark));
    }
    this.trails?.draw();
    this.crowd?.draw();
    this.messages?.paint(single);
  }

  private paintServer(live: LiveServer, view: ServerView, settings: PaintSettings, still: boolean): void {
    if (live.commit !== null) this.writer.text(live.commit, settings.texts.commit(view.commitIndex));
    if (this.means !== 'svg') return;
    if (live.timer !== null && !still) {
      this.writer.attribute(live.timer, 'd', timerPath(settings.links.layout.r * RING, view.timer?.fraction ?? 0));
    }
    if (live.disk === null || live.diskFill === null || live.diskSize === null) return;
    const shown = view.writing !== null && (settings.paused || settings.rate <= DISK_RATE);
    this.writer.attribute(live.disk, 'visibility', shown ? 'visible' : 'hidden');
    if (shown) this.writer.attribute(live.diskFill, 'd', diskFillPath(live.diskSize, view.writing ?? 0));
  }
}

/** Null where there is no canvas to draw on; the SVG is then all there is. */
function canvasOf(element: HTMLCanvasElement | null, looks: StyleBook | null): Canvas | null {
  const pen = typeof Path2D === 'undefined' ? null : (element?.getContext('2d') ?? null);
  if (element === null || pen === null || looks === null) return null;
  return { element, motion: new MotionCanvas(pen, looks) };
}

/** What the canvas shows beside the frame, read off the SVG. */
function planOf(svg: SVGSVGElement, servers: readonly LiveServer[], settings: PaintSettings): MotionPlan {
  const { links, rate, selection } = settings;
  const { width, height } = links.layout.size;
  const scale = typeof devicePixelRatio === 'number' ? devicePixelRatio : 1;
  return {
    layout: links.layout,
    walls: links.walls,
    rate,
    selected: selection?.type === 'message' ? selection.key : -1,
    servers: servers.map(lookOf),
    covers: boxesOf(svg, '[data-server] .badge, [data-server] .ballot'),
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    scale,
  };
}

function lookOf({ look, timer, diskSize }: LiveServer): LiveLook {
  const dash =
    timer
      ?.getAttribute('stroke-dasharray')
      ?.split(/[\s,]+/)
      .map(Number) ?? [];
  return {
    look,
    timer: timer === null ? null : { width: Number(timer.getAttribute('stroke-width') ?? 2), dash },
    disk: diskSize,
  };
}

/** The boxes of marks in the coordinates of the stage, however large the page is drawn. */
function boxesOf(svg: SVGSVGElement, selector: string): Box[] {
  const stage = svg.getBoundingClientRect();
  const scale = stage.width / Math.max(1, Number(svg.getAttribute('width') ?? stage.width)) || 1;
  return [...svg.querySelectorAll(selector)].map((mark) => {
    const box = mark.getBoundingClientRect();
    return {
      x: (box.x - stage.x) / scale,
      y: (box.y - stage.y) / scale,
      width: box.width / scale,
      height: box.height / scale,
    };
  });
}

function liveServer(server: Element): LiveServer {
  const find = (name: string) => server.querySelector(`[data-live="${name}"]`);
  const disk = find('disk');
  return {
    look: server.getAttribute('class') ?? '',
    timer: find('timer'),
    disk,
    diskSize: disk === null ? null : Number(disk.getAttribute('data-size')),
    diskFill: find('disk-fill'),
    commit: find('commit'),
  };
}
