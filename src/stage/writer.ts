/** Writes attributes, and only those whose value changed: what is not touched costs no style and no paint. */
export class Writer {
  private readonly known = new WeakMap<Element, Map<string, string>>();

  /** Sets an attribute; null removes it. */
  attribute(element: Element, name: string, value: string | null): void {
    if (!this.isNew(element, name, value ?? '\u0000')) return;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }

  text(element: Element, value: string): void {
    if (this.isNew(element, '#text', value)) element.textContent = value;
  }

  private isNew(element: Element, name: string, value: string): boolean {
    let values = this.known.get(element);
    if (values === undefined) {
      values = new Map();
      this.known.set(element, values);
    }
    if (values.get(name) === value) return false;
    values.set(name, value);
    return true;
  }
}
