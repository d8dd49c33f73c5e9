/**
 * Everything that moves with each frame. React has drawn what changes seldom; the painter writes attributes of the
 * elements marked `data-live` and of a pool of message elements, and only those whose value changed.
 */
import { messageMarks, RING, type SceneOptions, type StageLinks, timerPath } from '../scene';
import type { Frame, ServerView } from '../trace';
import { MessageLayer } from './message-layer';
import { TrailLayer } from './trail-layer';
import type { StageTarget, StageTexts } from './types';
import { Writer } from './writer';

export interface PaintSettings extends SceneOptions {
  readonly links: StageLinks;
  readonly texts: StageTexts;
  readonly selection: StageTarget | null;
  /** Messages can be reached by keyboard while nothing moves. */
  readonly paused: boolean;
}

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
  private trails: TrailLayer | null = null;
  private settings: PaintSettings | null = null;
  private readonly writer = new Writer();
  private transitions = -1;

  /** To be called when React has rendered: finds the live elements anew. */
  adopt(svg: SVGSVGElement, settings: PaintSettings): void {
    this.settings = settings;
    this.servers = [...svg.querySelectorAll('[data-server]')].map(liveServer);
    const trails = svg.querySelector('[data-live="trails"]');
    const glyphs = svg.querySelector('[data-live="glyphs"]');
    if (trails === null || glyphs === null) return;
    if (this.messages === null || !this.messages.isIn(glyphs)) this.messages = new MessageLayer(glyphs);
    if (this.trails === null || !this.trails.isIn(trails)) this.trails = new TrailLayer(trails);
    this.messages.configure(settings);
    this.trails.configure(settings.reducedMotion);
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
    const marks = messageMarks(frame, settings.links, settings);
    this.trails?.paint(marks);
    this.messages?.paint(marks);
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
