/**
 * How the style sheet would paint a mark, for the canvas: each look is asked once of a hidden element and remembered
 * until the theme changes. So SVG and canvas cannot differ, and the colours stand in one place.
 */
import { type Looks, lookName, type MarkStyle, type NamedLooks } from '../draw';

const SVG = 'http://www.w3.org/2000/svg';

export class StyleBook implements Looks {
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
    const name = lookName(outer, inner);
    const style = this.known.get(name);
    if (style !== undefined) return style;
    this.ask([name]);
    return this.known.get(name) as MarkStyle;
  }

  /** These looks, for one who draws elsewhere. */
  tell(names: readonly string[]): NamedLooks {
    this.refresh();
    this.ask(names.filter((name) => !this.known.has(name)));
    return names.map((name) => [name, this.known.get(name) as MarkStyle]);
  }

  /** All looks that were ever asked for, as they are now. */
  tellAll(): NamedLooks {
    const names = [...this.known.keys()];
    this.known.clear();
    return this.tell(names);
  }

  /** All at once: the browser then finds the styles of the page once. */
  private ask(names: readonly string[]): void {
    if (names.length === 0) return;
    const root = document.createElementNS(SVG, 'g');
    const marks = names.map((name) => {
      const [outer, inner] = name.split('|');
      const group = document.createElementNS(SVG, 'g');
      const mark = document.createElementNS(SVG, 'path');
      group.setAttribute('class', outer);
      mark.setAttribute('class', inner);
      group.append(mark);
      root.append(group);
      return mark;
    });
    this.svg.append(root);
    marks.forEach((mark, i) => {
      this.known.set(names[i], read(getComputedStyle(mark)));
    });
    root.remove();
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
