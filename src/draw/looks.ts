/** How marks look on a canvas, which knows no style sheet. */
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

export interface Looks {
  /** The style of a mark with class `inner` inside a group with class `outer`; null while it is not known. */
  of(outer: string, inner: string): MarkStyle | null;
}

/** Looks by name, as they are told from one thread to another. */
export type NamedLooks = readonly (readonly [name: string, style: MarkStyle])[];

export const lookName = (outer: string, inner: string): string => `${outer}|${inner}`;

/** Looks that the page has to be asked for: what is not known yet is left out and noted. */
export class ToldLooks implements Looks {
  private readonly known = new Map<string, MarkStyle>();
  private wanted = new Set<string>();

  of(outer: string, inner: string): MarkStyle | null {
    const name = lookName(outer, inner);
    const style = this.known.get(name);
    if (style === undefined) this.wanted.add(name);
    return style ?? null;
  }

  tell(looks: NamedLooks): void {
    for (const [name, style] of looks) this.known.set(name, style);
  }

  /** What was missing since the last call. */
  missing(): string[] {
    const names = [...this.wanted];
    this.wanted.clear();
    return names;
  }
}

/** The class that sets --term-fill, --term-line and --term-ink. Term 0 has no hue; beyond 8 the hues begin again. */
export function termClass(term: number): string {
  return term < 1 ? 'term-0' : `term-${((term - 1) % 8) + 1}`;
}
