/**
 * Many shapes of a look as one path: a frame then writes a handful of attributes, however many shapes there are, and
 * the browser paints a handful of elements. They cannot be pressed one by one.
 */
import { Writer } from './writer';

const SVG = 'http://www.w3.org/2000/svg';

export class MergedPaths {
  private readonly parent: Element;
  private readonly writer = new Writer();
  private readonly paths = new Map<string, Element>();
  private readonly texts = new Map<string, string>();

  constructor(parent: Element) {
    this.parent = parent;
  }

  /** Adds a shape, as a path text, to those of a look, which is a class name. */
  add(look: string, d: string): void {
    this.texts.set(look, (this.texts.get(look) ?? '') + d);
  }

  /** Draws what was added since the last time, and nothing else. */
  draw(): void {
    for (const [look, d] of this.texts) {
      this.writer.attribute(this.pathOf(look), 'd', d);
      this.texts.set(look, '');
    }
  }

  private pathOf(look: string): Element {
    let path = this.paths.get(look);
    if (path === undefined) {
      path = this.parent.ownerDocument.createElementNS(SVG, 'path');
      path.setAttribute('class', look);
      this.parent.append(path);
      this.paths.set(look, path);
    }
    return path;
  }
}
