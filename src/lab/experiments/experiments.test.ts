import { describe, expect, it } from 'vitest';
import { decodeRun, encodeRun } from '../../share';
import { advance, digestCluster, simulate } from '../../sim';
import { complete } from '..';
import {
  baseOf,
  checkExperiment,
  doTrials,
  EXPERIMENTS,
  type Experiment,
  findExperiment,
  isNotable,
  linesOf,
  openParameters,
  paperLine,
  quantile,
  resultsOf,
  runTrial,
  settingsWith,
  sharesOf,
  summarise,
  toCsv,
  toJson,
  trialRun,
  wilson,
} from '.';

const FIGURE_16 = findExperiment('figure-16') as Experiment;

function outcomesOf(experiment: Experiment) {
  return linesOf(experiment).map(({ index, trials }) =>
    complete(doTrials, { experiment, line: index, from: 0, count: trials }),
  );
}

describe('every experiment', () => {
  it.each(EXPERIMENTS.map((one) => [one.id, one] as const))('%s can be done, and its runs can be shared', (_, one) => {
    expect(checkExperiment(one)).toEqual({ ok: true, value: one });
    for (const line of linesOf(one)) {
      const run = trialRun(one, line, 0);
      const read = decodeRun(encodeRun(run));
      expect(read.ok && read.value).toEqual(run);
    }
    expect(openParameters(one)).not.toContain(one.sweep?.parameter);
  });

  it('is refused when it says something that cannot be', () => {
    const bad = (change: Partial<Experiment>) => checkExperiment({ ...FIGURE_16, ...change });
    expect(bad({ trials: 0 })).toMatchObject({ ok: false, error: 'trials must be a whole number from 1 to 10000' });
    expect(bad({ seed: -1 }).ok).toBe(false);
    expect(bad({ settings: { servers: 10 } })).toMatchObject({ ok: false, error: 'servers must be from 3 to 9' });
    expect(bad({ settings: { servers: 4.5 } }).ok).toBe(false);
    expect(bad({ settings: { diskMin: 8, diskMax: 7 } }).ok).toBe(false);
    expect(bad({ sweep: { parameter: 'loss', values: [61] } }).ok).toBe(false);
    expect(bad({ sweep: { parameter: 'loss', values: [] } }).ok).toBe(false);
    expect(bad({ variants: [] }).ok).toBe(false);
  });
});

describe('a trial of a crashed leader', () => {
  const settings = [
    { latency: 0.05, diskMin: 1, diskMax: 7, skew: 1, unequal: 1 },
    { servers: 9, latency: 3, jitter: 5, loss: 10, unequal: 1, preVote: 1 },
    { servers: 3, electionMin: 5, electionMax: 6, skew: 1 },
    { servers: 4, unequal: 1 },
  ];

  it('begins with a prepared cluster, which is exactly what its run comes to', () => {
    for (const some of settings) {
      const make = baseOf('failover').prepare(settingsWith(some));
      for (let seed = 0; seed < 8; seed++) {
        const { run, cluster } = make(seed);
        advance(cluster, run, 400_000);
        expect(digestCluster(cluster)).toBe(digestCluster(simulate(run, 400_000)));
      }
    }
  });

  it('lets two of four servers win, those with the longest logs', () => {
    const [line] = linesOf(FIGURE_16).filter(({ variant }) => variant.id === '150-300');
    const winners = new Set<number>();
    for (let trial = 0; trial < 60; trial++) {
      const { hosts } = simulate(trialRun(FIGURE_16, line, trial), 2_000_000);
      for (const { status, server } of hosts) if (status === 'up' && server.role === 'leader') winners.add(server.id);
    }
    expect([...winners].sort()).toEqual([1, 2]);
  });
});

describe('Figure 16', () => {
  const some = outcomesOf({ ...FIGURE_16, trials: 300, variants: FIGURE_16.variants.slice(1) });
  const summaries = resultsOf({ ...FIGURE_16, variants: FIGURE_16.variants.slice(1) }, some);
  const differing = ['150-151'];

  it.each(summaries.map(({ line, summary }) => [line.variant.id, summary] as const))(
    'has the median of the paper for %s, or a difference that is explained',
    (range, { median }) => {
      const paper = paperLine(range);
      expect(isNotable(median, paper?.median ?? 0)).toBe(differing.includes(range));
    },
  );

  it('never ends with equal timeouts, because simulated clocks do not drift apart', () => {
    const [line] = linesOf(FIGURE_16);
    for (let trial = 0; trial < 3; trial++) expect(runTrial(FIGURE_16, line, trial).value).toBeNull();
  });

  it('is the same for the same seed, whatever the trial is done with', () => {
    const line = linesOf(FIGURE_16)[3];
    const all = complete(doTrials, { experiment: FIGURE_16, line: 3, from: 0, count: 20 });
    expect(all.map(({ trial }) => runTrial(FIGURE_16, line, trial))).toEqual(all);
    expect(complete(doTrials, { experiment: FIGURE_16, line: 3, from: 12, count: 8 })).toEqual(all.slice(12));
    // These very numbers come out in every engine.
    expect(all.slice(0, 4).map(({ value }) => value)).toMatchInlineSnapshot(`
      [
        169.527,
        143.496,
        136.306,
        114.031,
      ]
    `);
  });
});

describe('the shares of an experiment', () => {
  it('are all trials once, of all lines by turns, without those that are done', () => {
    const one = { ...FIGURE_16, trials: 120 };
    const count = (line: number, done: number[] = []) =>
      sharesOf(one, done)
        .filter((share) => share.line === line)
        .reduce((sum, share) => sum + share.count, 0);
    expect([count(0), count(1), count(9)]).toEqual([100, 120, 120]);
    expect(count(1, [0, 70])).toBe(50);
    expect(
      sharesOf(one)
        .slice(0, 10)
        .map(({ line }) => line),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
  });
});

describe('what trials come to', () => {
  it('has quantiles in which those that never ended are the largest', () => {
    const summary = summarise([4, 1, null, 3, 2]);
    expect(summary).toMatchObject({ count: 5, never: 1, median: 3, max: Number.POSITIVE_INFINITY, mean: 2.5 });
    expect(summarise([])).toMatchObject({ count: 0, never: 0 });
    expect([0, 0.5, 0.75, 1].map((p) => quantile([1, 2, 3, 4], p))).toEqual([1, 2, 3, 4]);
  });

  it('has the interval of Wilson for shares', () => {
    const { share, shareLow, shareHigh } = wilson(5, 10);
    expect(share).toBe(0.5);
    expect(shareLow).toBeCloseTo(0.2366, 3);
    expect(shareHigh).toBeCloseTo(0.7634, 3);
    expect(summarise([0, 0, 3, 1]).share).toBe(0.5);
  });

  it('is written with parameters and seeds', () => {
    const one = { ...FIGURE_16, trials: 2, seed: 7, variants: FIGURE_16.variants.slice(3, 4) };
    const outcomes = outcomesOf(one);
    const text = toCsv(one, outcomes);
    expect(text).toContain('# trials=2 seeds=7..8');
    expect(text).toContain('skew=1');
    expect(text).toContain('# line 150-175 electionMin=150 electionMax=175\n');
    expect(text.trimEnd().split('\n').at(-1)).toBe(`150-175,1,8,${outcomes[0][1].value},${outcomes[0][1].at}`);
    const never = toCsv(one, [[{ trial: 0, value: null, at: 5 }]]);
    expect(never.trimEnd().split('\n').at(-1)).toBe('150-175,0,7,,5');
    expect(toJson(one, outcomes).lines[0].trials).toEqual(
      outcomes[0].map(({ value, at }, i) => ({ seed: 7 + i, value, at })),
    );
    expect(JSON.stringify(toJson(one, outcomes))).not.toContain('Infinity');
  });
});
