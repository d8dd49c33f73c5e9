/** Contrast and colour-blind distances of the tokens, computed from the style sheet itself. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Rgb = readonly [number, number, number];
type Tokens = ReadonlyMap<string, Rgb>;

const THEMES = ['light', 'dark', 'projector'] as const;
const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours that a theme sets. */
function tokensOf(theme: string): Tokens {
  const body = sheet.slice(sheet.indexOf(`[data-theme="${theme}"] {`)).split('\n}')[0];
  const found = [...body.matchAll(/--([\w-]+): #([0-9a-f]{6});/g)];
  return new Map(found.map(([, name, hex]) => [name, rgbOf(hex)]));
}

const rgbOf = (hex: string): Rgb =>
  [0, 2, 4].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255) as unknown as Rgb;
const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const gamma = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

/** Relative luminance, as WCAG 2.2 defines it. */
const luminance = (rgb: Rgb) => {
  const [r, g, b] = rgb.map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

function contrast(one: Rgb, other: Rgb): number {
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, severity 1, in linear light. */
const VISIONS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seenBy(rgb: Rgb, vision: string): Rgb {
  const light = rgb.map(linear);
  const seen = VISIONS[vision].map((row) => row.reduce((sum, part, i) => sum + part * light[i], 0));
  return seen.map((value) => gamma(Math.min(1, Math.max(0, value)))) as unknown as Rgb;
}

function lab(rgb: Rgb): Rgb {
  const [r, g, b] = rgb.map(linear);
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const rad = (degrees: number) => (degrees * Math.PI) / 180;
const hue = (a: number, b: number) => (a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360);

/** CIEDE2000 of two colours in CIELAB. */
function deltaE([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const [c1, c2] = [Math.hypot((1 + g) * a1, b1), Math.hypot((1 + g) * a2, b2)];
  const [h1, h2] = [hue((1 + g) * a1, b1), hue((1 + g) * a2, b2)];
  const grey = c1 * c2 === 0;
  const turn = grey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(rad(turn / 2));
  const l = (l1 + l2) / 2;
  const c = (c1 + c2) / 2;
  const far = Math.abs(h1 - h2) > 180;
  const h = grey ? h1 + h2 : (h1 + h2 + (far ? (h1 + h2 < 360 ? 360 : -360) : 0)) / 2;
  const t =
    1 -
    0.17 * Math.cos(rad(h - 30)) +
    0.24 * Math.cos(rad(2 * h)) +
    0.32 * Math.cos(rad(3 * h + 6)) -
    0.2 * Math.cos(rad(4 * h - 63));
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t];
  const turned = -Math.sin(rad(60 * Math.exp(-(((h - 275) / 25) ** 2)))) * 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  const [x, y, z] = [(l2 - l1) / sl, (c2 - c1) / sc, dH / sh];
  return Math.sqrt(x * x + y * y + z * z + turned * y * z);
}

const distance = (one: Rgb, other: Rgb, vision: string) => deltaE(lab(seenBy(one, vision)), lab(seenBy(other, vision)));

const GROUNDS = ['page', 'surface', 'sunken', 'raised'];
const ROLES = ['follower', 'candidate', 'leader', 'crashed', 'paused'];
const TERMS = [1, 2, 3, 4, 5, 6, 7, 8];
const SERIES = [1, 2, 3, 4, 5, 6].map((n) => `series-${n}`);
type Pair = readonly [one: string, other: string];
const across = (ones: readonly string[], others: readonly string[]): Pair[] =>
  ones.flatMap((one) => others.map((other): Pair => [one, other]));

/** What is read, on what it is written. */
const TEXTS: readonly Pair[] = [
  ...across(['ink', 'ink-2', 'ink-3'], GROUNDS),
  ['ink', 'fault-tint'],
  ['on-primary', 'primary'],
  ...['candidate', 'leader', 'crashed', 'paused'].map((role): Pair => [`on-${role}`, `role-${role}`]),
  ...across(
    ['ink', 'ink-2'],
    ['follower', 'candidate', 'crashed', 'paused'].map((role) => `role-${role}-body`),
  ),
  ['on-leader', 'role-leader-body'],
  ['on-follower', 'role-follower-body'],
  ...['vote', 'append', 'snapshot'].map((kind): Pair => [`on-${kind}`, `msg-${kind}`]),
  ['on-fault', 'fault'],
  ...TERMS.map((term): Pair => [`term-${term}-ink`, `term-${term}-fill`]),
];

/** What must be seen, on what it is drawn. */
const MARKS: readonly Pair[] = [
  ...across(
    ['edge', 'focus', 'timer', 'fault', 'commit', 'msg-vote', 'msg-append', 'msg-snapshot'],
    ['page', 'surface'],
  ),
  ...across([...ROLES.map((role) => `role-${role}`), ...SERIES], ['page', 'surface']),
  ...TERMS.flatMap((term) => across([`term-${term}-line`], ['surface', `term-${term}-fill`])),
];

function below(tokens: Tokens, pairs: readonly Pair[], least: number): string[] {
  const at = (name: string) => tokens.get(name) ?? fail(name);
  return pairs
    .map(([one, other]) => ({ one, other, found: contrast(at(one), at(other)) }))
    .filter(({ found }) => found < least)
    .map(({ one, other, found }) => `${one} on ${other}: ${found.toFixed(2)}`);
}

function fail(name: string): never {
  throw new Error(`there is no colour ${name}`);
}

describe.each(THEMES)('in the %s theme', (theme) => {
  const tokens = tokensOf(theme);

  test('text has a contrast of 4.5 at least, and what is drawn one of 3', () => {
    expect(below(tokens, TEXTS, 4.5)).toEqual([]);
    expect(below(tokens, MARKS, 3)).toEqual([]);
  });

  test.each(Object.keys(VISIONS))('roles differ by ΔE00 of 11 at least (%s vision)', (vision) => {
    const close = ROLES.flatMap((one, i) =>
      ROLES.slice(i + 1).map((other) => {
        const [a, b] = [one, other].map((role) => tokens.get(`role-${role}`) ?? fail(role));
        return { pair: `${one}, ${other}`, far: distance(a, b, vision) };
      }),
    ).filter(({ far }) => far < 11);
    expect(close).toEqual([]);
  });
});

test('the measures are those of the standards', () => {
  expect(contrast(rgbOf('000000'), rgbOf('ffffff'))).toBeCloseTo(21, 6);
  expect(contrast(rgbOf('777777'), rgbOf('ffffff'))).toBeCloseTo(4.48, 2);
  // From the test data of Sharma, Wu and Dalal 2005.
  expect(deltaE([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(deltaE([50, 2.5, 0], [58, 24, 15])).toBeCloseTo(19.4535, 4);
  expect(deltaE([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
  expect(deltaE([6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286])).toBeCloseTo(0.6377, 4);
});

test('a pair that is too close is noticed', () => {
  expect(below(tokensOf('light'), [['rule', 'surface']], 3)).toHaveLength(1);
  expect(distance(rgbOf('4a8a3c'), rgbOf('a0662a'), 'usual')).toBeGreaterThan(
    2 * distance(rgbOf('4a8a3c'), rgbOf('a0662a'), 'deutan'),
  );
});
