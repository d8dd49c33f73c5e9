/**
 * Everything that moves with each frame. React has drawn what changes seldom; the painter writes attributes of the
 * elements marked `data-live` and of a pool of message elements, and only those whose value changed.
 */
import { crowdPath, type MessageMark, messageMarks, RING, timerPath } from '../scene';
import type { Frame, ServerView } from '../trace';
import { MergedPaths } from './merged-paths';
import { MessageLayer } from './message-layer';
import type { PaintSettings } from './types';
import { Writer } from './writer';

/** With more messages than this, and while they move, they are outlines that are painted together. */
const CROWD_MIN = 60;

/** Writes to disk take about a millisecond: below this rate they can be seen without flicker. */
const DISK_RATE = 1 / 40;

interface LiveServer {
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
  private settings: PaintSettings | null = null;
  private readonly writer = new Writer();
  private transitions = -1;

  /** To be called when React has rendered: finds the live elements anew. */
  adopt(svg: SVGSVGElement, settings: PaintSettings): void {
    this.settings = settings;
    this.servers = [...svg.querySelectorAll('[data-server]')].map(liveServer);
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
    for (let i = 0; i < this.servers.length; i++) {
      const view = frame.servers[i];
      if (view !== undefined) this.paintServer(this.servers[i], view, settings, still);
    }
    if (still) return;
    this.paintMessages(messageMarks(frame, settings.links, settings), settings);
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
    const { layout } = settings.links;
    if (live.commit !== null) this.writer.text(live.commit, settings.texts.commit(view.commitIndex));
    if (live.timer !== null && !still) {
      this.writer.attribute(live.timer, 'd', timerPath(layout.r * RING, view.timer?.fraction ?? 0));
    }
    if (live.disk === null || live.diskFill === null) return;
    const shown = view.writing !== null && (settings.paused || settings.rate <= DISK_RATE);
    this.writer.attribute(live.disk, 'visibility', shown ? 'visible' : 'hidden');
    if (shown) this.writer.attribute(live.diskFill, 'd', diskFill(live.disk, view.writing ?? 0));
  }
}

function liveServer(server: Element): LiveServer {
  const find = (name: string) => server.querySelector(`[data-live="${name}"]`);
  return {
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
