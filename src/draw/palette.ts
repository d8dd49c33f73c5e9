/** The colours of the theme for a canvas, which knows no custom properties. */

const NAMES = {
  ink: '--ink',
  soft: '--ink-2',
  rule: '--rule',
  track: '--track',
  surface: '--surface',
  fault: '--fault',
  vote: '--msg-vote',
  append: '--msg-append',
  snapshot: '--msg-snapshot',
  follower: '--role-follower',
  followerBody: '--role-follower-body',
  onFollower: '--on-follower',
  candidate: '--role-candidate',
  onCandidate: '--on-candidate',
  leader: '--role-leader',
  onLeader: '--on-leader',
  crashed: '--role-crashed',
  onCrashed: '--on-crashed',
  paused: '--role-paused',
  onPaused: '--on-paused',
} as const;

export interface TermColors {
  readonly fill: string;
  readonly line: string;
  readonly ink: string;
}

export type Palette = Readonly<Record<keyof typeof NAMES, string>> & {
  /** How strong heartbeats are, 0 to 1. */
  readonly beatAlpha: number;
  readonly font: string;
  readonly terms: readonly TermColors[];
  /** Term 0 has no hue of its own. */
  readonly noTerm: TermColors;
};

/** Reads the theme that holds at an element; to be read anew when the theme changes. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  const named = Object.fromEntries(Object.entries(NAMES).map(([key, name]) => [key, read(name)]));
  const terms = Array.from({ length: 8 }, (_, i) => ({
    fill: read(`--term-${i + 1}-fill`),
    line: read(`--term-${i + 1}-line`),
    ink: read(`--term-${i + 1}-ink`),
  }));
  return {
    ...(named as Record<keyof typeof NAMES, string>),
    beatAlpha: Number(read('--beat-alpha')) || 0.68,
    font: style.fontFamily,
    terms,
    noTerm: { fill: read('--sunken'), line: read('--edge'), ink: read('--ink-2') },
  };
}

export function termColors(palette: Palette, term: number): TermColors {
  return term < 1 ? palette.noTerm : palette.terms[(term - 1) % palette.terms.length];
}
