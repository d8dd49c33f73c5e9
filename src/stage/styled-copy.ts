/** A drawing without its style sheet: for files, and for pages that are not ours. */

/** What a picture needs of its style where no style sheet is, as it is where nothing is said. */
const INITIAL: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-opacity': '1',
  'paint-order': 'normal',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
};

/** What is for the page only. */
const PAGE = /^(class|style|tabindex|role|aria-.*|data-.*)$/i;

/**
 * A copy with its style in attributes, as far as it differs from what its parent hands down.
 *
 * @param inherited the style in which the copy will stand
 */
export function styledCopy(source: Element, inherited: Readonly<Record<string, string>> = INITIAL): Element {
  const copy = source.cloneNode(false) as Element;
  const style = getComputedStyle(source);
  for (const { name } of [...copy.attributes]) if (PAGE.test(name)) copy.removeAttribute(name);
  const own: Record<string, string> = {};
  for (const name of Object.keys(INITIAL)) {
    own[name] = style.getPropertyValue(name);
    if (own[name] !== '' && own[name] !== inherited[name]) copy.setAttribute(name, own[name]);
    else copy.removeAttribute(name);
  }
  // It is not handed down.
  const opacity = style.getPropertyValue('opacity');
  if (opacity !== '1' && opacity !== '') copy.setAttribute('opacity', opacity);
  // Style sheets may turn things and say how large a circle is.
  const { transform } = style;
  const isTurned = transform !== undefined && transform !== '' && transform !== 'none';
  if (isTurned && !source.hasAttribute('transform')) copy.setAttribute('transform', transform);
  const radius = style.getPropertyValue('r');
  if (source.tagName === 'circle' && radius !== '') copy.setAttribute('r', radius);
  if (source.tagName === 'text' && source.childElementCount === 0) keepWidth(source as SVGTextElement, copy);
  for (const child of source.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE && isAway(child as Element)) continue;
    copy.append(child.nodeType === Node.ELEMENT_NODE ? styledCopy(child as Element, own) : child.cloneNode());
  }
  return copy;
}

/** Other fonts than the page's are wider or narrower; the text keeps its width, so that it fits where it stands. */
function keepWidth(text: SVGTextElement, copy: Element): void {
  const width = text.getComputedTextLength?.() ?? 0;
  if (width < 1) return;
  copy.setAttribute('textLength', width.toFixed(1));
  copy.setAttribute('lengthAdjust', 'spacingAndGlyphs');
}

/** It is on the page, but not to be seen. */
function isAway(element: Element): boolean {
  const { display, visibility, opacity } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden' || opacity === '0';
}
