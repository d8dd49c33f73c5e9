/**
 * Everything that moves with each frame. React has drawn what changes seldom. While the picture plays, the painter
 * draws the rest on a canvas; while it stands still, and where there is no canvas, it writes attributes of the
 * elements marked `data-live` and of a pool of message elements, and only those whose value changed.
 */
import { crowdPath, type MessageMark, messageMarks, RING, timerPath } from '../scene';
import type { Frame, ServerView } from '../trace';
import { MergedPaths } from './merged-paths';
import { MessageLayer } from './message-layer';
import { MotionCanvas } from './motion-canvas';
import type { PaintSettings } from './types';
import { Writer } from './writer';

/** With more messages than this, and while they move, they are outlines that are painted together. */
const CROWD_MIN = 60;

/** Writes to disk take about a millisecond: below this rate they can be seen without flicker. */
const DISK_RATE = 1 / 40;

/** How far from the middle of a moving message a press still means it, in pixels. */
const REACH = 22;

interface LiveServer {
  /** The look of the server, as its class. */
  readonly look: string;
  readonly timer: Element | null;
  readonly disk: Element | null;
  readonly diskFill: Element | null;
  readonly commit: Element | null;
}

export class StagePainter {
  private servers: LiveServer[] = [];
  private messages: MessageLayer | null = null;
  private trails: MergedPaths | null = null;
  private crowd: MergedPaths | null = null;
  private canvas: MotionCanvas | null = null;
  private settings: PaintSettings | null = null;
  /** Where badges and ballots lie, which stand above the timers. */
  private covers: readonly DOMRectReadOnly[] = [];
  /** What was drawn last. */
  private marks: readonly MessageMark[] = [];
  private readonly writer = new Writer();
  private transitions = -1;

  /** To be called when React has rendered: finds the live elements anew. */
  adopt(svg: SVGSVGElement, canvas: HTMLCanvasElement | null, settings: PaintSettings): void {
    this.settings = settings;
    if (this.canvas?.isOn(canvas) !== true) this.canvas = MotionCanvas.on(canvas, svg);
    this.canvas?.measure();
    this.servers = [...svg.querySelectorAll('[data-server]')].map(liveServer);
    this.covers = this.canvas === null ? [] : boxesOf(svg, '[data-server] .badge, [data-server] .ballot');
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
  }

  /** Draws one frame. */
  paint(frame: Frame): void {
    const { settings } = this;
    if (settings === null) return;
    const still = settings.reducedMotion && frame.transitions === this.transitions;
    this.transitions = frame.transitions;
    const canvas = settings.paused || settings.reducedMotion ? null : this.canvas;
    if (canvas === null) this.canvas?.clear();
    else canvas.begin();
    for (let i = 0; i < this.servers.length; i++) {
      const view = frame.servers[i];
      if (view === undefined) continue;
      this.paintServer(this.servers[i], view, settings);
      if (!still) this.paintTimer(this.servers[i], view, settings, canvas);
    }
    if (canvas !== null) for (const cover of this.covers) canvas.uncover(cover);
    if (still) return;
    this.marks = messageMarks(frame, settings.links, settings);
    if (canvas === null) this.paintMessages(this.marks, settings);
    else this.moveMessages(this.marks, settings, canvas);
  }

  /** The message drawn at a point of the stage, or null. What is on the canvas is no element that could be pressed. */
  messageAt(x: number, y: number): MessageMark | null {
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

  private moveMessages(marks: readonly MessageMark[], { selection }: PaintSettings, canvas: MotionCanvas): void {
    const chosen = selection?.type === 'message' ? selection.key : -1;
    this.trails?.draw();
    this.crowd?.draw();
    this.messages?.paint([]);
    for (const { glyph, state, wake, ahead } of marks) {
      canvas.path(`ahead hue-${glyph.hue}`, ahead);
      canvas.path(`wake hue-${glyph.hue}${state === 'doomed' ? ' is-doomed' : ''}`, wake);
    }
    const crowded = marks.length > CROWD_MIN;
    const outlines = new Map<string, string>();
    for (const mark of marks) {
      const { glyph, state, key, cross } = mark;
      if (!crowded || cross !== null || key === chosen) {
        canvas.message(mark, key === chosen);
      } else if (state !== 'wake') {
        const look = `glyph-${glyph.parts[0].part} hue-${glyph.hue}`;
        outlines.set(look, (outlines.get(look) ?? '') + crowdPath(mark));
      }
    }
    for (const [look, d] of outlines) canvas.path(look, d);
  }

  private paintTimer(live: LiveServer, view: ServerView, settings: PaintSettings, canvas: MotionCanvas | null): void {
    if (live.timer === null) return;
    const { layout } = settings.links;
    const d = timerPath(layout.r * RING, view.timer?.fraction ?? 0);
    this.writer.attribute(live.timer, 'd', canvas === null ? d : '');
    const place = layout.places[view.id - 1];
    canvas?.timer(place.x, place.y, d, live.look, Number(live.timer.getAttribute('stroke-width') ?? 2));
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

  private paintServer(live: LiveServer, view: ServerView, settings: PaintSettings): void {
    if (live.commit !== null) this.writer.text(live.commit, settings.texts.commit(view.commitIndex));
    if (live.disk === null || live.diskFill === null) return;
    const shown = view.writing !== null && (settings.paused || settings.rate <= DISK_RATE);
    this.writer.attribute(live.disk, 'visibility', shown ? 'visible' : 'hidden');
    if (shown) this.writer.attribute(live.diskFill, 'd', diskFill(live.disk, view.writing ?? 0));
  }
}

/** The boxes of marks in the coordinates of the stage, however large the page is drawn. */
function boxesOf(svg: SVGSVGElement, selector: string): DOMRectReadOnly[] {
  const stage = svg.getBoundingClientRect();
  const scale = stage.width / Math.max(1, Number(svg.getAttribute('width') ?? stage.width)) || 1;
  return [...svg.querySelectorAll(selector)].map((mark) => {
    const box = mark.getBoundingClientRect();
    return new DOMRect((box.x - stage.x) / scale, (box.y - stage.y) / scale, box.width / scale, box.height / scale);
  });
}

function liveServer(server: Element): LiveServer {
  const find = (name: string) => server.querySelector(`[data-live="${name}"]`);
  return {
    look: server.getAttribute('class') ?? '',
    timer: find('timer'),
    disk: find('disk'),
    diskFill: find('disk-fill'),
    commit: find('commit'),
  };
}

/** The lower part of a cylinder, as full as the write is done. */
function diskFill(disk: Element, fraction: number): string {
  const w = Number(disk.getAttribute('data-size'));
  const top = (w * (0.7 - 1.4 * fraction)).toFixed(1);
  const [x, y, ry] = [w, w * 0.7, w * 0.42].map((value) => value.toFixed(1));
  return `M-${x} ${top}V${y}A${x} ${ry} 0 0 0 ${x} ${y}V${top}A${x} ${ry} 0 0 1 -${x} ${top}Z`;
}
