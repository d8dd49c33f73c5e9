/**
 * The wakes behind messages and the dots ahead of them, below the servers. All of a kind are one path: a frame
 * writes a handful of attributes, however many messages fly.
 */
import type { MessageMark } from '../scene';
import { Writer } from './writer';

const SVG = 'http://www.w3.org/2000/svg';

export class TrailLayer {
  private readonly parent: Element;
  private readonly writer = new Writer();
  private readonly paths = new Map<string, Element>();
  private readonly texts = new Map<string, string>();

  constructor(parent: Element) {
    this.parent = parent;
  }

  isIn(parent: Element): boolean {
    return this.parent === parent;
  }

  /** `still`: nothing moves, and ways are drawn as lines with direction ticks. */
  configure(still: boolean): void {
    this.writer.attribute(this.parent, 'class', still ? 'is-still' : null);
  }

  paint(marks: readonly MessageMark[]): void {
    for (const kind of this.texts.keys()) this.texts.set(kind, '');
    for (const { glyph, state, wake, ahead } of marks) {
      if (ahead !== '') this.add(`ahead hue-${glyph.hue}`, ahead);
      if (wake !== '') this.add(`wake hue-${glyph.hue}${state === 'doomed' ? ' is-doomed' : ''}`, wake);
    }
    for (const [kind, d] of this.texts) this.writer.attribute(this.pathOf(kind), 'd', d);
  }

  private add(kind: string, d: string): void {
    this.texts.set(kind, (this.texts.get(kind) ?? '') + d);
  }

  private pathOf(kind: string): Element {
    let path = this.paths.get(kind);
    if (path === undefined) {
      path = this.parent.ownerDocument.createElementNS(SVG, 'path');
      path.setAttribute('class', kind);
      this.parent.append(path);
      this.paths.set(kind, path);
    }
    return path;
  }
}
