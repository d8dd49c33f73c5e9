/** A drawing without its style sheet: for files, and for pages that are not ours. */

/** What a picture needs of its style where no style sheet is. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];

/** A copy with its style in attributes. */
export function styledCopy(source: Element): Element {
  const copy = source.cloneNode(false) as Element;
  const style = getComputedStyle(source);
  for (const name of ['class', 'tabindex', 'role']) copy.removeAttribute(name);
  copy.removeAttribute('style');
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value !== '') copy.setAttribute(name, value);
  }
  for (const child of source.childNodes) {
    copy.append(child.nodeType === Node.ELEMENT_NODE ? styledCopy(child as Element) : child.cloneNode());
  }
  return copy;
}
