/** The pool of message glyphs, above the servers. Elements are used again for messages that look the same. */
import { termClass } from '../draw';
import { crossPath, type Glyph, type GlyphPart, type MessageMark, selectionPath } from '../scene';
import type { PaintSettings } from './types';
import { Writer } from './writer';

const SVG = 'http://www.w3.org/2000/svg';

/** As many unused elements of a look are kept. */
const SPARE_MAX = 60;

interface Slot {
  readonly glyph: Element;
  /** What takes the pointer, and the focus while the message can be reached. */
  readonly hit: Element;
  readonly upright: readonly Upright[];
  /** The id of its glyph. */
  readonly id: string;
  readonly length: number;
  /** Made when first needed: most messages are neither lost nor selected. */
  cross: Element | null;
  arcs: Element | null;
  /** The paint in which the slot was last used. */
  stamp: number;
}

/** A part that keeps standing around its own point. */
interface Upright {
  readonly element: Element;
  readonly x: number;
  readonly y: number;
}

export class MessageLayer {
  private readonly parent: Element;
  private readonly glyphs: Element;
  private readonly crosses: Element;
  private readonly used = new Map<number, Slot>();
  private readonly free = new Map<string, Slot[]>();
  private readonly writer = new Writer();
  private settings: PaintSettings | null = null;
  private stamp = 0;

  constructor(parent: Element) {
    this.parent = parent;
    this.glyphs = child(parent, 'g', {});
    this.crosses = child(parent, 'g', { class: 'crosses' });
  }

  isIn(parent: Element): boolean {
    return this.parent === parent;
  }

  configure(settings: PaintSettings): void {
    this.settings = settings;
  }

  paint(marks: readonly MessageMark[]): void {
    const { settings } = this;
    if (settings === null) return;
    this.stamp++;
    for (const mark of marks) {
      if (mark.state === 'wake' && mark.cross === null) continue;
      const slot = this.slotFor(mark);
      slot.stamp = this.stamp;
      this.fill(slot, mark, settings);
    }
    for (const [key, slot] of this.used) if (slot.stamp !== this.stamp) this.release(key, slot);
  }

  private slotFor({ key, glyph }: MessageMark): Slot {
    const present = this.used.get(key);
    if (present !== undefined) {
      if (present.id === glyph.id) return present;
      this.release(key, present);
    }
    const slot = this.free.get(glyph.id)?.pop() ?? this.create(glyph);
    this.used.set(key, slot);
    this.writer.attribute(slot.glyph, 'data-message', String(key));
    return slot;
  }

  private release(key: number, slot: Slot): void {
    this.used.delete(key);
    this.writer.attribute(slot.glyph, 'display', 'none');
    if (slot.cross !== null) this.writer.attribute(slot.cross, 'display', 'none');
    const spare = this.free.get(slot.id) ?? [];
    this.free.set(slot.id, spare);
    if (spare.length < SPARE_MAX) {
      spare.push(slot);
      return;
    }
    slot.glyph.remove();
    slot.cross?.remove();
  }

  private create({ id, length, parts }: Glyph): Slot {
    const glyph = child(this.glyphs, 'g', {});
    const upright: Upright[] = [];
    for (const part of parts) {
      const element = createPart(glyph, part);
      const turns = part.shape === 'text' || (part.shape === 'path' && part.upright);
      if (turns) upright.push({ element, x: part.x, y: part.y });
    }
    const hit = child(glyph, 'circle', { class: 'hit', r: 16 });
    return { glyph, hit, upright, id, length, cross: null, arcs: null, stamp: 0 };
  }

  private fill(slot: Slot, mark: MessageMark, settings: PaintSettings): void {
    const { writer } = this;
    this.fillCross(slot, mark);
    writer.attribute(slot.glyph, 'display', mark.state === 'wake' ? 'none' : null);
    if (mark.state === 'wake') return;
    this.fillState(slot, mark, settings);
    writer.attribute(slot.glyph, 'transform', `translate(${mark.x} ${mark.y}) rotate(${mark.degrees})`);
    for (const { element, x, y } of slot.upright) {
      writer.attribute(element, 'transform', `translate(${x} ${y}) rotate(${-mark.degrees})`);
    }
  }

  private fillCross(slot: Slot, { cross, state }: MessageMark): void {
    const { writer } = this;
    if (cross === null) {
      if (slot.cross !== null) writer.attribute(slot.cross, 'display', 'none');
      return;
    }
    slot.cross ??= createCross(this.crosses);
    writer.attribute(slot.cross, 'display', null);
    writer.attribute(slot.cross, 'class', state === 'doomed' ? 'is-ahead' : null);
    writer.attribute(slot.cross, 'transform', `translate(${cross.x} ${cross.y})`);
  }

  private fillState(slot: Slot, mark: MessageMark, settings: PaintSettings): void {
    const { writer } = this;
    const { key, state, glyph } = mark;
    const { selection, paused } = settings;
    const selected = selection?.type === 'message' && selection.key === key;
    // A button for the keyboard while paused, out of its way otherwise.
    const reachable = paused && isReachable(mark);
    if (slot.arcs === null && (selected || reachable)) {
      const d = selectionPath(Math.max(19, slot.length * 0.62));
      slot.arcs = child(slot.glyph, 'path', { class: 'arcs', d });
    }
    writer.attribute(slot.glyph, 'class', `message hue-${glyph.hue} is-${state}${selected ? ' is-selected' : ''}`);
    writer.attribute(slot.hit, 'role', reachable ? 'button' : null);
    writer.attribute(slot.hit, 'tabindex', reachable ? '0' : null);
    writer.attribute(slot.hit, 'aria-label', reachable ? describe(mark, settings) : null);
  }
}

function isReachable({ state }: MessageMark): boolean {
  return state === 'flying' || state === 'doomed' || state === 'held';
}

function describe({ message, glyph, state }: MessageMark, { texts }: PaintSettings): string {
  const { from, to, terms } = message;
  return texts.describeMessage(glyph.kind, from, to, message.message.term, terms.length, state === 'doomed');
}

function createCross(parent: Element): Element {
  const cross = child(parent, 'g', {});
  child(cross, 'path', { class: 'cross-halo', d: crossPath(7) });
  child(cross, 'path', { class: 'cross', d: crossPath(7) });
  return cross;
}

function createPart(parent: Element, part: GlyphPart): Element {
  const { x, y } = part;
  switch (part.shape) {
    case 'path':
      return child(parent, 'path', { class: `glyph-${part.part}`, d: part.d, transform: `translate(${x} ${y})` });
    case 'circle':
      return child(parent, 'circle', { class: `glyph-${part.part}`, cx: x, cy: y, r: part.radius });
    case 'cell': {
      const [left, top] = [x - part.size / 2, y - part.size / 2];
      const box = { x: left, y: top, width: part.size, height: part.size, rx: 2.5 };
      return child(parent, 'rect', { class: `glyph-cell ${termClass(part.term)}`, ...box });
    }
    case 'text': {
      const tint = part.term === null ? 'is-count' : termClass(part.term);
      const attributes = {
        class: `glyph-number ${tint}`,
        'aria-hidden': 'true',
        y: part.size * 0.345,
        'font-size': part.size,
      };
      const text = child(parent, 'text', { ...attributes, transform: `translate(${x} ${y})` });
      text.textContent = part.text;
      return text;
    }
  }
}

function child(parent: Element, name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const element = parent.ownerDocument.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  parent.append(element);
  return element;
}
