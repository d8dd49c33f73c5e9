/** The experiments that come with the lab. */
import type { Experiment, Variant } from './experiment';
import type { SomeSettings } from './settings';

/** A range of the election timeout as Figure 16 names it. */
export function rangeVariant(min: number, max: number, panels: readonly number[], trials?: number): Variant {
  const settings = { electionMin: min, electionMax: max };
  return { id: `${min}-${max}`, settings, panels, ...(trials === undefined ? {} : { trials }) };
}

/** Both panels of Figure 16; 150–300 is in both. Disk, skew and logs are what reproduces the published curves. */
const FIGURE_16: Experiment = {
  id: 'figure-16',
  base: 'failover',
  settings: { servers: 5, latency: 0.05, diskMin: 1, diskMax: 7, skew: 1, unequal: 1 },
  variants: [
    rangeVariant(150, 150, [0], 100),
    rangeVariant(150, 151, [0]),
    rangeVariant(150, 155, [0]),
    rangeVariant(150, 175, [0]),
    rangeVariant(150, 200, [0]),
    rangeVariant(12, 24, [1]),
    rangeVariant(25, 50, [1]),
    rangeVariant(50, 100, [1]),
    rangeVariant(100, 200, [1]),
    rangeVariant(150, 300, [0, 1]),
  ],
  sweep: null,
  trials: 1000,
  measure: 'leaderless',
  seed: 1,
};

const variants = (all: Readonly<Record<string, SomeSettings>>): Variant[] =>
  Object.entries(all).map(([id, settings]) => ({ id, settings }));

const ONE = variants({ all: {} });

export const EXPERIMENTS: readonly Experiment[] = [
  FIGURE_16,
  {
    id: 'split-votes',
    base: 'failover',
    settings: { latency: 5, diskMin: 0, diskMax: 0, electionMin: 150 },
    variants: variants({ servers3: { servers: 3 }, servers5: { servers: 5 }, servers9: { servers: 9 } }),
    sweep: { parameter: 'electionMax', values: [151, 155, 160, 170, 185, 200, 225, 250, 300, 400] },
    trials: 300,
    measure: 'lostTerms',
    seed: 1,
  },
  {
    id: 'availability',
    base: 'repairs',
    settings: { uptime: 20, downtime: 5, length: 120 },
    variants: ONE,
    sweep: { parameter: 'servers', values: [3, 4, 5, 6, 7, 8, 9] },
    trials: 40,
    measure: 'available',
    seed: 1,
  },
  {
    id: 'throughput',
    base: 'writes',
    settings: { latency: 1, jitter: 0.5, length: 3, writers: 9, slowFollowers: 3 },
    variants: variants({
      single: { batch: 1 },
      batch: { batch: 8 },
      pipeline: { batch: 1, pipeline: 1 },
      both: { batch: 8, pipeline: 1 },
    }),
    sweep: { parameter: 'slow', values: [0, 5, 20, 50] },
    trials: 10,
    measure: 'operationRate',
    seed: 1,
  },
  {
    id: 'write-latency',
    base: 'writes',
    settings: { latency: 1, jitter: 0.5, length: 3, writers: 9, batch: 8, pipeline: 1 },
    variants: variants({
      slow1: { slowFollowers: 1 },
      slow2: { slowFollowers: 2 },
      slow3: { slowFollowers: 3 },
    }),
    sweep: { parameter: 'slow', values: [0, 5, 10, 20, 40] },
    trials: 10,
    measure: 'writeLatency',
    seed: 1,
  },
  {
    id: 'churn-loss',
    base: 'quiet',
    settings: { latency: 10, jitter: 10, heartbeat: 50, length: 60 },
    variants: variants({
      plain: {},
      preVote: { preVote: 1 },
      checkQuorum: { checkQuorum: 1 },
      both: { preVote: 1, checkQuorum: 1 },
    }),
    sweep: { parameter: 'loss', values: [0, 5, 10, 15, 20, 25, 30, 40] },
    trials: 30,
    measure: 'leaderChanges',
    seed: 1,
  },
  {
    id: 'churn-latency',
    base: 'quiet',
    settings: { jitter: 20, heartbeat: 50, length: 60 },
    variants: variants({
      plain: {},
      preVote: { preVote: 1 },
      checkQuorum: { checkQuorum: 1 },
      both: { preVote: 1, checkQuorum: 1 },
    }),
    sweep: { parameter: 'latency', values: [5, 20, 40, 60, 80, 100, 120] },
    trials: 20,
    measure: 'leaderChanges',
    seed: 1,
  },
  {
    id: 'recovery',
    base: 'lagging',
    settings: { latency: 5, jitter: 5 },
    variants: variants({
      plain: {},
      hint: { conflictHint: 1 },
      snapshot: { snapshot: 1 },
    }),
    sweep: { parameter: 'lag', values: [1, 10, 30, 100, 300, 900] },
    trials: 20,
    measure: 'recovery',
    seed: 1,
  },
  {
    id: 'read-rate',
    base: 'reads',
    settings: { latency: 2, jitter: 1, length: 4 },
    variants: variants({ log: { reads: 0 }, readIndex: { reads: 1 }, lease: { reads: 2 }, stale: { reads: 3 } }),
    sweep: { parameter: 'latency', values: [0.5, 1, 2, 5, 10] },
    trials: 10,
    measure: 'readRate',
    seed: 1,
  },
  {
    id: 'staleness',
    base: 'reads',
    settings: { latency: 2, jitter: 1, length: 4 },
    variants: variants({ log: { reads: 0 }, readIndex: { reads: 1 }, lease: { reads: 2 }, stale: { reads: 3 } }),
    sweep: { parameter: 'loss', values: [0, 5, 10, 20, 30] },
    trials: 10,
    measure: 'staleness',
    seed: 1,
  },
  {
    id: 'continents',
    base: 'continents',
    settings: { electionMin: 1500, electionMax: 3000, heartbeat: 500, length: 40 },
    variants: [1, 2, 3, 4, 5].map((leader) => ({ id: `leader${leader}`, settings: { leader } })),
    sweep: { parameter: 'client', values: [1, 2, 3, 4, 5] },
    trials: 10,
    measure: 'writeLatency',
    seed: 1,
  },
];

export const EXPERIMENT_IDS = EXPERIMENTS.map(({ id }) => id);

export function findExperiment(id: string): Experiment | null {
  return EXPERIMENTS.find((one) => one.id === id) ?? null;
}
