const NARROW = /[\s.,:;'’|!ijlrtfI()[\]]/;
const WIDE = /[mwMW@%←→]/;
const IDEOGRAPH = /[\u2e80-\u9fff\uff00-\uffef]/;
const CAPITAL = /[A-Z]/;

/**
 * About how many pixels a text takes at `fontSize` pixels in the interface's font. Measuring it in the page would
 * cost a layout, and geometry knows no page; this is right to within a tenth, mostly on the safe side.
 */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const char of text) ems += charWidth(char);
  return ems * fontSize;
}

function charWidth(char: string): number {
  if (IDEOGRAPH.test(char)) return 1;
  if (NARROW.test(char)) return 0.3;
  if (WIDE.test(char)) return 0.84;
  return CAPITAL.test(char) ? 0.6 : 0.52;
}
