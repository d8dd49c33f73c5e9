/** What a rule costs that is not about safety: the same runs with it and without it, and the figures that differ. */
import { breakingOf, type LivenessRule } from '../scenarios';
import { advance, advanceTill, type Cluster, type Microseconds, type Run, SECOND, startCluster } from '../sim';

/** What is measured in a run, from its last action on. */
export const MEASURES = ['terms', 'leaderless', 'answer'] as const;

/**
 * - terms: by how much the term grows
 * - leaderless: how long no server leads, in microseconds
 * - answer: how long the client waits, in microseconds
 */
export type Measure = (typeof MEASURES)[number];

/** The median of all runs; null: it was not over after a minute. */
export type Median = number | null;

export interface Figure {
  readonly measure: Measure;
  readonly withRule: Median;
  readonly without: Median;
}

export interface Comparison {
  readonly rule: LivenessRule;
  /** How many runs were made with the rule, and as many without it. */
  readonly runs: number;
  readonly figures: readonly Figure[];
}

/** What is measured for each rule, and in how many runs: medians of times need more of them than terms do. */
export const COMPARISONS: Record<LivenessRule, { readonly measures: readonly Measure[]; readonly runs: number }> = {
  noPreVote: { measures: ['terms', 'leaderless'], runs: 50 },
  preVoteIgnoresLowerTerm: { measures: ['leaderless'], runs: 20 },
  timerOnAnyRpc: { measures: ['leaderless'], runs: 200 },
  noCheckQuorum: { measures: ['answer'], runs: 20 },
  removeSelfEarly: { measures: ['leaderless'], runs: 20 },
};

/** So long is waited for a leader or an answer. */
const PATIENCE = 60 * SECOND;

/** Who leads for so long is there to stay. */
const SETTLED = SECOND;

export interface Comparing {
  readonly rule: LivenessRule;
  /** How many seeds, from 1; without it as many as the rule needs. */
  readonly runs?: number;
}

/** How many of the seeds are done. */
export interface Compared {
  readonly done: number;
  readonly of: number;
}

/** The run of the rule's scenario with each of the seeds, with the rule and without. */
export function* compare({ rule, runs = COMPARISONS[rule].runs }: Comparing): Generator<Compared, Comparison, void> {
  const { run } = breakingOf(rule);
  const outcomes = COMPARISONS[rule].measures.map((measure) => ({
    measure,
    withRule: [] as Median[],
    without: [] as Median[],
  }));
  for (let seed = 1; seed <= runs; seed++) {
    const off = { ...run, seed };
    const on = { ...off, config: { ...run.config, options: { ...run.config.options, off: [] } } };
    for (const outcome of outcomes) {
      outcome.withRule.push(METERS[outcome.measure](on));
      outcome.without.push(METERS[outcome.measure](off));
    }
    yield { done: seed, of: runs };
  }
  const figures = outcomes.map(({ measure, withRule, without }) => ({
    measure,
    withRule: median(withRule),
    without: median(without),
  }));
  return { rule, runs, figures };
}

const METERS: Record<Measure, (run: Run) => Median> = {
  terms: (run) => settle(run).terms,
  leaderless: (run) => settle(run).leaderless,
  answer(run) {
    const cluster = upToLastAction(run);
    const asked = cluster.time;
    const [client] = cluster.clients;
    const isAnswered = advanceTill(cluster, run, asked + PATIENCE, () => client.pending.length === 0);
    return isAnswered ? cluster.time - asked : null;
  },
};

/** Goes on until some server has led without a break, or patience ends. */
function settle(run: Run): { readonly terms: Median; readonly leaderless: Median } {
  const cluster = upToLastAction(run);
  const before = highestTerm(cluster);
  let leaderless = 0;
  let since = cluster.time;
  let isLed = hasLeader(cluster);
  const isSettled = advanceTill(cluster, run, cluster.time + PATIENCE, () => {
    if (isLed && cluster.time - since >= SETTLED) return true;
    if (isLed === hasLeader(cluster)) return false;
    if (!isLed) leaderless += cluster.time - since;
    since = cluster.time;
    isLed = !isLed;
    return false;
  });
  return isSettled ? { terms: highestTerm(cluster) - before, leaderless } : { terms: null, leaderless: null };
}

function upToLastAction(run: Run): Cluster {
  const cluster = startCluster(run);
  advance(cluster, run, lastAction(run));
  return cluster;
}

const lastAction = ({ actions }: Run): Microseconds => actions[actions.length - 1].at;

function hasLeader({ hosts }: Cluster): boolean {
  return hosts.some(({ status, server }) => status === 'up' && server.role === 'leader');
}

/** The highest term that somebody leads. */
function highestTerm({ hosts }: Cluster): number {
  return Math.max(0, ...hosts.map(({ server }) => (server.role === 'leader' ? server.currentTerm : 0)));
}

/** The middle one; who waits in vain waits longest. */
function median(values: readonly Median[]): Median {
  const sorted = values.map((value) => value ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
  const middle = sorted[(sorted.length - 1) >> 1];
  return middle === Number.POSITIVE_INFINITY ? null : middle;
}
