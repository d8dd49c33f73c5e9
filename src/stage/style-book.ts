/**
 * How the style sheet would paint a mark, for the canvas: each look is asked once of a hidden element and remembered
 * until the theme changes. So SVG and canvas cannot differ, and the colours stand in one place.
 */
const SVG = 'http://www.w3.org/2000/svg';

export interface MarkStyle {
  /** Null: not filled. */
  readonly fill: string | null;
  readonly fillAlpha: number;
  readonly stroke: string | null;
  readonly strokeAlpha: number;
  readonly width: number;
  readonly dash: readonly number[];
  readonly cap: CanvasLineCap;
  readonly join: CanvasLineJoin;
  /** A CSS font without a size, for `font(size)`. */
  readonly weight: string;
  readonly family: string;
}

export class StyleBook {
  private readonly svg: SVGSVGElement;
  private readonly known = new Map<string, MarkStyle>();
  private theme: string | undefined;

  constructor(svg: SVGSVGElement) {
    this.svg = svg;
  }

  /** Forgets everything when the theme is another than at the last call. */
  refresh(): void {
    const { theme } = document.documentElement.dataset;
    if (theme === this.theme) return;
    this.theme = theme;
    this.known.clear();
  }

  /** The style of a mark with class `inner` inside a group with class `outer`. */
  of(outer: string, inner: string): MarkStyle {
    const name = `${outer}|${inner}`;
    let style = this.known.get(name);
    if (style === undefined) {
      style = this.ask(outer, inner);
      this.known.set(name, style);
    }
    return style;
  }

  private ask(outer: string, inner: string): MarkStyle {
    const group = document.createElementNS(SVG, 'g');
    const mark = document.createElementNS(SVG, 'path');
    group.setAttribute('class', outer);
    mark.setAttribute('class', inner);
    group.append(mark);
    this.svg.append(group);
    const style = read(getComputedStyle(mark));
    group.remove();
    return style;
  }
}

function read(style: CSSStyleDeclaration): MarkStyle {
  const opacity = numberOf(style.opacity, 1);
  return {
    fill: paintOf(style.fill),
    fillAlpha: opacity * numberOf(style.fillOpacity, 1),
    stroke: paintOf(style.stroke),
    strokeAlpha: opacity * numberOf(style.strokeOpacity, 1),
    width: numberOf(style.strokeWidth, 1),
    dash:
      style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map((part) => numberOf(part, 0)),
    cap: (style.strokeLinecap || 'butt') as CanvasLineCap,
    join: (style.strokeLinejoin || 'miter') as CanvasLineJoin,
    weight: style.fontWeight || '400',
    family: style.fontFamily || 'sans-serif',
  };
}

const paintOf = (value: string): string | null => (value === '' || value === 'none' ? null : value);

function numberOf(text: string, otherwise: number): number {
  const value = Number.parseFloat(text);
  return Number.isNaN(value) ? otherwise : value;
}
