/** The marks of the stage that move, on a canvas. Each is painted as the style sheet would paint its SVG. */
import { type Box, crossPath, diskPath, diskTopPath, type GlyphPart, type MessageMark, selectionPath } from '../scene';
import { type Looks, type MarkStyle, termClass } from './looks';
import type { Pen } from './sheet';

const CROSS = crossPath(7);

export class MotionCanvas {
  private readonly context: Pen;
  private readonly looks: Looks;
  private readonly paths = new Map<string, Path2D>();
  private empty = true;

  constructor(context: Pen, looks: Looks) {
    this.context = context;
    this.looks = looks;
  }

  /** Begins a frame on an empty canvas; `scale`: its pixels per pixel of the stage. */
  begin(scale: number): void {
    this.clear();
    this.empty = false;
    this.context.setTransform(scale, 0, 0, scale, 0, 0);
  }

  clear(): void {
    if (this.empty) return;
    const { context } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    this.empty = true;
  }

  /** A path text in the coordinates of the stage, painted like an SVG path with this class. */
  path(look: string, d: string): void {
    // These texts are new with each frame: remembering them would only fill the memory.
    if (d !== '') this.draw(new Path2D(d), this.looks.of('', look));
  }

  /** What is left of a server's timer. */
  timer(x: number, y: number, d: string, look: string, width: number, dash: readonly number[]): void {
    const { context } = this;
    const style = this.looks.of(look, 'timer-left');
    if (style === null) return;
    context.save();
    context.translate(x, y);
    this.draw(new Path2D(d), { ...style, width, dash });
    context.restore();
  }

  /** A platter, `w` pixels to each side, with its write as far as it is done. */
  disk(x: number, y: number, w: number, fill: string): void {
    const { context } = this;
    context.save();
    context.translate(x, y);
    this.draw(this.circle(w * 1.7), this.looks.of('', 'badge-halo'));
    this.draw(this.known(diskPath(w)), this.looks.of('', 'disk-body'));
    this.draw(new Path2D(fill), this.looks.of('', 'disk-fill'));
    this.draw(this.known(diskTopPath(w)), this.looks.of('', 'disk-body'));
    context.restore();
  }

  /** Takes away what was drawn within a box: the mark under it, in the SVG, stands above. */
  uncover({ x, y, width, height }: Box): void {
    const { context } = this;
    context.globalCompositeOperation = 'destination-out';
    context.beginPath();
    context.roundRect(x, y, width, height, Math.min(width, height) / 2);
    context.fill();
    context.globalCompositeOperation = 'source-over';
  }

  message(mark: MessageMark, selected: boolean): void {
    const { context } = this;
    const { glyph, state, degrees, cross } = mark;
    if (state !== 'wake') {
      const group = `message hue-${glyph.hue} is-${state}${selected ? ' is-selected' : ''}`;
      const turn = (degrees * Math.PI) / 180;
      context.save();
      context.translate(mark.x, mark.y);
      if (selected)
        this.draw(this.known(selectionPath(Math.max(19, glyph.length * 0.62))), this.looks.of(group, 'arcs'));
      context.rotate(turn);
      for (const part of glyph.parts) this.part(part, group, turn);
      context.restore();
    }
    if (cross !== null) this.cross(cross.x, cross.y, state === 'doomed');
  }

  private cross(x: number, y: number, isAhead: boolean): void {
    const group = isAhead ? 'is-ahead' : '';
    const { context } = this;
    context.save();
    context.translate(x, y);
    for (const inner of ['cross-halo', 'cross']) this.draw(this.known(CROSS), this.looks.of(group, inner));
    context.restore();
  }

  private part(part: GlyphPart, group: string, turn: number): void {
    const { context } = this;
    context.save();
    context.translate(part.x, part.y);
    const style = this.looks.of(group, classOf(part));
    switch (part.shape) {
      case 'path':
        if (part.upright) context.rotate(-turn);
        this.draw(this.known(part.d), style);
        break;
      case 'circle':
        this.draw(this.circle(part.radius), style);
        break;
      case 'cell':
        this.draw(this.cell(part.size), style);
        break;
      case 'text':
        context.rotate(-turn);
        this.text(part.text, part.size, style);
        break;
    }
    context.restore();
  }

  private draw(path: Path2D, style: MarkStyle | null): void {
    if (style === null) return;
    const { context } = this;
    if (style.fill !== null && style.fillAlpha > 0) {
      context.globalAlpha = style.fillAlpha;
      context.fillStyle = style.fill;
      context.fill(path);
    }
    if (style.stroke !== null && style.width > 0) {
      context.globalAlpha = style.strokeAlpha;
      context.strokeStyle = style.stroke;
      context.lineWidth = style.width;
      context.lineCap = style.cap;
      context.lineJoin = style.join;
      context.setLineDash(style.dash as number[]);
      context.stroke(path);
    }
    context.globalAlpha = 1;
  }

  private text(text: string, size: number, style: MarkStyle | null): void {
    if (style === null) return;
    const { context } = this;
    context.globalAlpha = style.fillAlpha;
    context.fillStyle = style.fill ?? 'transparent';
    context.font = `${style.weight} ${size}px ${style.family}`;
    context.textAlign = 'center';
    context.fillText(text, 0, size * 0.345);
    context.globalAlpha = 1;
  }

  /** Shapes of glyphs are few and come again with each frame. */
  private known(d: string): Path2D {
    return this.remember(d, () => new Path2D(d));
  }

  private circle(radius: number): Path2D {
    return this.remember(`circle ${radius}`, () => {
      const path = new Path2D();
      path.arc(0, 0, radius, 0, 2 * Math.PI);
      return path;
    });
  }

  private cell(size: number): Path2D {
    return this.remember(`cell ${size}`, () => {
      const path = new Path2D();
      path.roundRect(-size / 2, -size / 2, size, size, 2.5);
      return path;
    });
  }

  private remember(name: string, make: () => Path2D): Path2D {
    let path = this.paths.get(name);
    if (path === undefined) {
      path = make();
      this.paths.set(name, path);
    }
    return path;
  }
}

function classOf(part: GlyphPart): string {
  switch (part.shape) {
    case 'path':
    case 'circle':
      return `glyph-${part.part}`;
    case 'cell':
      return `glyph-cell ${termClass(part.term)}`;
    case 'text':
      return `glyph-number ${part.term === null ? 'is-count' : termClass(part.term)}`;
  }
}
