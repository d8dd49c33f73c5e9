/** The space-time diagram: every message once, with its fate, and pictures of the runs that lecturers show. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chaosRun } from '../lab';
import { SCENARIOS } from '../scenarios';
import {
  axisOf,
  FOLD_WIDTH,
  foldsAt,
  panView,
  quietStretches,
  type SpacetimeScene,
  type SpacetimeWish,
  spacetimeLayout,
  spacetimeScene,
  timeAt,
  viewOf,
  xAt,
  zoomView,
} from '../scene';
import { createRun, defaultConfig, link, MILLISECOND, type Run, SECOND, simulate } from '../sim';
import { Chronicle, createTrace, extend } from '../trace';
import { expectGolden } from './golden';

const [WIDTH, HEIGHT] = [1000, 560];

interface Shown {
  readonly folded?: boolean;
  readonly everything?: boolean;
  readonly from?: number;
  readonly to?: number;
}

function sceneOf(run: Run, until: number, { folded = false, everything = false, from = 0, to = until }: Shown = {}) {
  const trace = createTrace(run);
  extend(trace, until);
  const chronicle = new Chronicle(trace);
  while (chronicle.isBehind) chronicle.read();
  const quiet = folded ? quietStretches(chronicle) : [];
  const clients = Array.from({ length: run.config.clients.count }, (_, i) => i + 1);
  const layout = spacetimeLayout(WIDTH, HEIGHT, run.config.servers, clients);
  const view = viewOf({ from, to }, quiet, layout.right - layout.left);
  const wish: SpacetimeWish = { trace, chronicle, view, layout, quiet, everything };
  return { scene: spacetimeScene(wish), chronicle, quiet };
}

/** What became of each message, as the simulation tells it. */
function fatesOf(run: Run, until: number): Map<number, string> {
  const fates = new Map<number, string>();
  simulate(run, until, ({ events, kind, flight }) => {
    for (const event of events) {
      if (event.type === 'send' || event.type === 'duplicate') fates.set(event.flight.key, 'flying');
      if (event.type === 'lose') fates.set(event.flight.key, event.reason);
    }
    if (flight !== null && kind === 'deliver') fates.set(flight.key, 'arrived');
    if (flight !== null && kind === 'wait') fates.set(flight.key, 'waiting');
  });
  return fates;
}

describe('a run in which everything goes wrong', () => {
  const run = chaosRun(11, 5, 4 * SECOND);
  const until = 4.2 * SECOND;
  const fates = fatesOf(run, until);

  it('shows each message exactly once, with its fate', () => {
    const { scene, chronicle } = sceneOf(run, until, { everything: true });
    const shown = scene.lines.map(({ message, fate }) => [chronicle.messages.key[message], fate] as const);
    expect(new Set(shown.map(([key]) => key)).size).toBe(shown.length);
    const wrong = shown.filter(([key, fate]) => fates.get(key) !== fate);
    expect(wrong).toEqual([]);
    expect(shown.length).toBe(fates.size);
    expect(fates.size).toBeGreaterThan(900);
    for (const fate of ['arrived', 'cut', 'loss', 'crashed']) expect(shown.some((one) => one[1] === fate)).toBe(true);
  });

  it('shows in each window what was under way then, and counts what it leaves out', () => {
    for (const [from, to] of [
      [0, until],
      [1 * SECOND, 1.3 * SECOND],
      [2 * SECOND, 2.02 * SECOND],
    ]) {
      const { scene } = sceneOf(run, until, { from, to });
      const whole = sceneOf(run, until, { from, to, everything: true }).scene;
      expect(scene.lines.length + scene.hiddenBeats + scene.hiddenOthers).toBe(whole.lines.length);
      const { messages } = sceneOf(run, until).chronicle;
      let expected = 0;
      for (let m = 0; m < messages.count; m++) {
        if (messages.start[m] <= whole.axis.to && Math.min(messages.end[m], until) >= from) expected++;
      }
      expect(whole.lines.length).toBe(expected);
    }
  });

  it('leaves out heartbeats first, and never all that tells', () => {
    const { scene } = sceneOf(chaosRun(3, 5, 40 * SECOND), 40 * SECOND);
    expect(scene.lines.length).toBeGreaterThan(100);
    expect(scene.lines.length).toBeLessThan(3500);
    expect(scene.hiddenBeats).toBeGreaterThan(1000);
    expect(scene.lines.some(({ kind }) => kind === 'vote')).toBe(true);
    expect(scene.density.some((count) => count > 0)).toBe(true);
  });
});

describe('folded stretches', () => {
  const config = defaultConfig(5);
  const run: Run = {
    ...createRun(5, config),
    actions: [
      { at: 3 * SECOND, action: { type: 'crash', server: 1 } },
      { at: 9 * SECOND, action: { type: 'restart', server: 1 } },
    ],
  };

  it('hold nothing but heartbeats', () => {
    const { quiet, chronicle, scene } = sceneOf(run, 10 * SECOND, { folded: true });
    expect(quiet.length).toBeGreaterThan(1);
    const { at, telling, count } = chronicle.events;
    const within = (time: number) => quiet.some(({ from, to }) => time > from && time < to);
    for (let row = 0; row < count; row++) expect(telling[row] === 1 && within(at[row])).toBe(false);
    expect(scene.folds.length).toBeGreaterThan(1);
    const shown = sceneOf(run, 10 * SECOND, { everything: true }).scene.lines.filter(({ kind }) => kind !== 'beat');
    const folded = sceneOf(run, 10 * SECOND, { everything: true, folded: true }).scene.lines;
    expect(folded.filter(({ kind }) => kind !== 'beat').length).toBe(shown.length);
    expect(scene.axis.to - scene.axis.from).toBeGreaterThan(8 * SECOND);
  });

  it('keep the order of time, and every place leads back to its time', () => {
    const stretch = fc.tuple(fc.integer({ min: 1, max: 900_000 }), fc.integer({ min: 1, max: 3_000_000 }));
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 20 }),
        fc.nat(5_000_000),
        fc.integer({ min: 2000, max: 30_000_000 }),
        fc.array(fc.nat(20_000_000), { minLength: 2, maxLength: 20 }),
        (stretches, from, span, times) => {
          let end = 0;
          const quiet = stretches.map(([gap, length]) => {
            const from = end + gap;
            end = from + length;
            return { from, to: end };
          });
          const axis = axisOf({ from, span }, quiet, 50, 950);
          expect(xAt(axis, from)).toBeCloseTo(50, 3);
          const sorted = times.toSorted((a, b) => a - b);
          for (let i = 1; i < sorted.length; i++) {
            expect(xAt(axis, sorted[i])).toBeGreaterThanOrEqual(xAt(axis, sorted[i - 1]) - 1e-6);
          }
          for (const time of times) expect(Math.abs(timeAt(axis, xAt(axis, time)) - time)).toBeLessThanOrEqual(2);
          for (const fold of foldsAt(quiet, span / 900)) {
            expect(xAt(axis, fold.to) - xAt(axis, fold.from)).toBeCloseTo(FOLD_WIDTH, 3);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('stay where they are under the pointer, when zoomed, and come back when moved to and fro', () => {
    const view = { from: 4_000_000, span: 2_000_000 };
    const quiet = [
      { from: 1_000_000, to: 3_000_000 },
      { from: 5_000_000, to: 5_800_000 },
    ];
    const moved = panView(panView(view, quiet, 900, 120, 1e8), quiet, 900, -120, 1e8);
    expect(moved.from).toBeCloseTo(view.from, 0);
    const zoomed = zoomView(view, quiet, 900, 0.5, 300);
    const before = axisOf(view, quiet, 0, 900);
    const after = axisOf(zoomed, quiet, 0, 900);
    expect(timeAt(after, 300)).toBeCloseTo(timeAt(before, 300), -1);
    expect(panView(view, [], 900, -1e9, 1e8).from).toBe(0);
  });
});

const ONE_WAY: Run = {
  ...createRun(5, defaultConfig(5)),
  actions: [
    { at: 1.1 * SECOND, action: { type: 'cut', from: 2, to: 5 } },
    { at: 1.2 * SECOND, action: { type: 'hold', from: 5, to: 2 } },
    { at: 1.3 * SECOND, action: { type: 'cut', from: 5, to: 2 } },
    { at: 1.3 * SECOND + 1, action: { type: 'cut', from: 5, to: 2 } },
    { at: 1.4 * SECOND, action: { type: 'release', from: 5, to: 2 } },
    { at: 1.5 * SECOND, action: { type: 'repair', from: 2, to: 5 } },
    { at: 1.6 * SECOND, action: { type: 'heal' } },
    { at: 1.7 * SECOND, action: { type: 'hold', from: 2, to: 3 } },
    { at: 1.8 * SECOND, action: { type: 'hold', from: 2, to: 5 } },
  ],
};

describe('links that are barred one way', () => {
  const gates = (from: number, to: number) =>
    sceneOf(ONE_WAY, 2 * SECOND, { from, to }).scene.gates.map(({ lane, side, text }) => `${lane} ${side} ${text}`);

  it('are named at both ends, on the side of the other', () => {
    expect(gates(1.12 * SECOND, 1.15 * SECOND)).toEqual(['2 below →S5 ×', '5 above S2→ ×']);
    expect(gates(1.45 * SECOND, 1.48 * SECOND)).toEqual(['2 below ↔S5 ×', '5 above ↔S2 ×']);
    expect(gates(1.32 * SECOND, 1.38 * SECOND)).toEqual(['2 below ↔S5 ×  S5→ ‖', '5 above ↔S2 ×  →S2 ‖']);
    expect(gates(1.9 * SECOND, 2 * SECOND)).toEqual(['2 below →S3,S5 ‖', '3 above S2→ ‖', '5 above S2→ ‖']);
  });

  it('are marked exactly as long as the simulation bars them', () => {
    const run = chaosRun(11, 5, 20 * SECOND);
    const { scene } = sceneOf(run, 20 * SECOND);
    const wrong: string[] = [];
    let seen = 0;
    simulate(run, 20 * SECOND, ({ at, action }, { network }) => {
      if (action === null) return;
      for (let from = 1; from <= 5; from++) {
        for (let to = 1; to <= 5; to++) {
          for (const type of ['cut', 'hold'] as const) {
            const isBarred = (type === 'cut' ? network.cuts : network.holds)[link(from, to)];
            const isShown = scene.barred.some(
              (one) => one.type === type && one.from === from && one.to === to && one.since <= at && one.until > at,
            );
            if (isBarred) seen++;
            if (isBarred !== isShown) wrong.push(`${type} ${from} ${to} at ${at}`);
          }
        }
      }
    });
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(10);
  });
});

describe('golden pictures', () => {
  for (const id of ['figure-8', 'two-leaders', 'split-vote']) {
    it(id, () => {
      const scenario = SCENARIOS.find((one) => one.id === id);
      if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
      const { scene } = sceneOf(scenario.run, scenario.until);
      expectGolden(`spacetime/${id}`, print(scene));
    });
  }

  it('of links that are cut and held one way', () => {
    expectGolden('spacetime/one-way', print(sceneOf(ONE_WAY, 2 * SECOND, { from: SECOND }).scene));
  });

  it('of a folded run', () => {
    const run = createRun(5, defaultConfig(3));
    expectGolden('spacetime/folded', print(sceneOf(run, 3 * SECOND, { folded: true }).scene));
  });
});

const n = (value: number) => String(Math.round(value * 10) / 10);

/** A picture as text: what is drawn where, in pixels. */
function print({
  axis,
  layout,
  lanes,
  rails,
  lines,
  dots,
  marks,
  ticks,
  folds,
  gates,
  ...rest
}: SpacetimeScene): string {
  const laneName = (lane: number) =>
    lane <= layout.servers ? `S${lane}` : `C${layout.clients[lane - 1 - layout.servers]}`;
  const at = (time: number) => n(xAt(axis, time));
  return [
    `plot ${n(layout.left)} to ${n(layout.right)}, known to ${at(rest.known)}, not drawn: ${rest.hiddenBeats} beats, ${rest.hiddenOthers} others`,
    `ticks ${ticks.unit}: ${ticks.ticks.map(({ text, x }) => `${text} at ${n(x)}`).join(', ')}`,
    ...lanes.flatMap(({ y, runs, labels }, i) => [
      `lane ${laneName(i + 1)} at ${n(y)}: ${runs.map(({ authority, x1, x2 }) => `${authority} ${n(x1)}–${n(x2)}`).join(', ')}`,
      `  labels: ${labels.map(({ badge, term, x }) => `${[badge, term].filter((one) => one !== null).join(' ')} at ${n(x)}`).join(', ')}`,
    ]),
    ...rails.map(
      ({ after, from, to }) => `cut below S${after}: ${at(from)}–${to === Number.POSITIVE_INFINITY ? '' : at(to)}`,
    ),
    ...gates.map(
      ({ lane, side, from, to, text }) =>
        `${side} S${lane}: ${text}, ${at(from)}–${to === Number.POSITIVE_INFINITY ? '' : at(to)}`,
    ),
    ...folds.map(({ x, from, to }) => `fold at ${n(x)}: ${n((to - from) / MILLISECOND)} ms`),
    `moments: ${marks.map(({ mark, x, others }) => `${mark.kind} at ${n(x)}${others > 0 ? ` +${others}` : ''}`).join(', ')}`,
    `events: ${dots.map(({ lane, x }) => `${laneName(lane)} ${n(x)}`).join(', ')}`,
    ...lines.map((line) => {
      const kind = [
        line.kind,
        line.response ? (line.positive ? 'yes' : 'no') : '',
        line.entries > 0 ? line.entries : '',
      ];
      const reach = line.reach < 1 ? ` reach ${n(line.reach)}` : '';
      const [from, to] = [`${laneName(line.from)} ${at(line.start)}`, `${laneName(line.to)} ${at(line.end)}`];
      return `${kind.filter((part) => part !== '').join(' ')} ${from} → ${to}${reach} ${line.fate}`;
    }),
  ].join('\n');
}
