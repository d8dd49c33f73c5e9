/** A drawing without its style sheet: for files, and for pages that are not ours. */

/** What a picture needs of its style where no style sheet is, as it is where nothing is said. */
const INITIAL: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-opacity': '1',
  'paint-order': 'normal',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
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
  for (const child of source.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE && isAway(child as Element)) continue;
    copy.append(child.nodeType === Node.ELEMENT_NODE ? styledCopy(child as Element, own) : child.cloneNode());
  }
  return copy;
}

/** It is on the page, but not to be seen. */
function isAway(element: Element): boolean {
  const { display, visibility, opacity } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden' || opacity === '0';
}
