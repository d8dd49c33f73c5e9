/** The pool of message glyphs, above the servers. */
import { crossPath, type Glyph, type GlyphPart, type MessageMark, selectionPath } from '../scene';
import { termClass } from './marks';
import type { PaintSettings } from './painter';
import { Writer } from './writer';

const SVG = 'http://www.w3.org/2000/svg';

interface Slot {
  readonly holder: Element;
  readonly glyph: Element;
  readonly cross: Element;
  readonly upright: readonly Upright[];
  /** The id of its glyph: slots are used again for messages that look the same. */
  readonly id: string;
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
  private readonly glyphs: Element;
  private readonly used = new Map<number, Slot>();
  private readonly free = new Map<string, Slot[]>();
  private readonly writer = new Writer();
  private settings: PaintSettings | null = null;
  private stamp = 0;

  constructor(glyphs: Element) {
    this.glyphs = glyphs;
  }

  isIn(glyphs: Element): boolean {
    return this.glyphs === glyphs;
  }

  configure(settings: PaintSettings): void {
    this.settings = settings;
  }

  paint(marks: readonly MessageMark[]): void {
    this.stamp++;
    for (const mark of marks) {
      if (mark.state === 'wake' && mark.cross === null) continue;
      const slot = this.slotFor(mark);
      slot.stamp = this.stamp;
      this.fill(slot, mark);
    }
    for (const [key, slot] of this.used) if (slot.stamp !== this.stamp) this.release(key, slot);
  }

  private slotFor(mark: MessageMark): Slot {
    const { key, glyph } = mark;
    const present = this.used.get(key);
    if (present !== undefined) {
      if (present.id === glyph.id) return present;
      this.release(key, present);
    }
    const slot = this.free.get(glyph.id)?.pop() ?? this.create(glyph);
    this.used.set(key, slot);
    this.writer.attribute(slot.glyph, 'data-message', String(key));
    this.show(slot, true);
    return slot;
  }

  private release(key: number, slot: Slot): void {
    this.used.delete(key);
    this.show(slot, false);
    const list = this.free.get(slot.id);
    if (list === undefined) this.free.set(slot.id, [slot]);
    else if (list.length < 60) list.push(slot);
    else this.discard(slot);
  }

  private show(slot: Slot, shown: boolean): void {
    this.writer.attribute(slot.holder, 'display', shown ? null : 'none');
  }

  private discard(slot: Slot): void {
    slot.holder.remove();
  }

  private create(glyph: Glyph): Slot {
    const holder = child(this.glyphs, 'g', {});
    const group = child(holder, 'g', {});
    child(group, 'circle', { class: 'hit', r: '16' });
    const upright: Upright[] = [];
    for (const part of glyph.parts) {
      const element = createPart(group, part);
      const turns = part.shape === 'text' || (part.shape === 'path' && part.upright);
      if (turns) upright.push({ element, x: part.x, y: part.y });
    }
    child(group, 'path', { class: 'arcs', d: selectionPath(Math.max(19, glyph.length * 0.62)) });
    const cross = child(holder, 'g', { class: 'cross-mark', 'aria-hidden': 'true' });
    child(cross, 'path', { class: 'cross-halo', d: crossPath(7) });
    child(cross, 'path', { class: 'cross', d: crossPath(7) });
    return { holder, glyph: group, cross, upright, id: glyph.id, stamp: 0 };
  }

  private fill(slot: Slot, mark: MessageMark): void {
    const { writer } = this;
    this.fillState(slot, mark);
    writer.attribute(slot.cross, 'display', mark.cross === null ? 'none' : null);
    if (mark.cross !== null) writer.attribute(slot.cross, 'transform', `translate(${mark.cross.x} ${mark.cross.y})`);
    if (mark.state === 'wake') return;
    writer.attribute(slot.glyph, 'transform', `translate(${mark.x} ${mark.y}) rotate(${mark.degrees})`);
    for (const { element, x, y } of slot.upright) {
      writer.attribute(element, 'transform', `translate(${x} ${y}) rotate(${-mark.degrees})`);
    }
  }

  private fillState(slot: Slot, mark: MessageMark): void {
    const { writer } = this;
    const settings = this.settings!;
    const { key, state, glyph } = mark;
    const selected = settings.selection?.type === 'message' && settings.selection.key === key;
    const look = `hue-${glyph.hue} is-${state}`;
    writer.attribute(slot.glyph, 'class', `message ${look}${selected ? ' is-selected' : ''}`);
    writer.attribute(slot.cross, 'class', state === 'doomed' ? 'cross-mark is-ahead' : 'cross-mark');
    writer.attribute(slot.glyph, 'display', state === 'wake' ? 'none' : null);
    // A button for the keyboard while paused, out of its way otherwise.
    const reachable = settings.paused && isReachable(mark);
    writer.attribute(slot.glyph, 'role', reachable ? 'button' : null);
    writer.attribute(slot.glyph, 'tabindex', reachable ? '0' : null);
    writer.attribute(slot.glyph, 'aria-label', reachable ? describe(mark, settings) : null);
  }
}

function isReachable({ state }: MessageMark): boolean {
  return state === 'flying' || state === 'doomed' || state === 'held';
}

function describe({ message, glyph, state }: MessageMark, { texts }: PaintSettings): string {
  const { from, to, terms } = message;
  return texts.describeMessage(glyph.kind, from, to, message.message.term, terms.length, state === 'doomed');
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
      const attributes = { class: `glyph-number ${tint}`, y: part.size * 0.345, 'font-size': part.size };
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
