/** A cluster to begin with. */
import { clamp } from '../base';
import {
  type ClientConfig,
  createRun,
  defaultConfig,
  MILLISECOND,
  type Microseconds,
  type Run,
  type RunConfig,
  simulate,
} from '../sim';

export const SERVERS = { min: 3, max: 9, usual: 5 } as const;

/** About how often the client writes: often enough to have something to watch, seldom enough to follow it. */
const CALM_INTERVAL = 350 * MILLISECOND;

/** At the usual speed of 1/20 this is five seconds after the start. */
const LEADER_BY: Microseconds = 250 * MILLISECOND;
const SEEDS_TRIED = 64;

/** What a fresh cluster has otherwise than usual. */
export type ClusterSetup = Partial<Pick<RunConfig, 'voters' | 'options' | 'groups'>> & {
  readonly clients?: Partial<ClientConfig>;
};

/** A fresh run of this many servers, 3 to 9, under a calm client load. */
export function freshRun(servers: number, seed: number, { clients, ...setup }: ClusterSetup = {}): Run {
  const config = defaultConfig(clamp(Math.round(servers), SERVERS.min, SERVERS.max));
  return createRun(seed >>> 0, {
    ...config,
    ...setup,
    clients: { ...config.clients, interval: CALM_INTERVAL, ...clients },
  });
}

/** A fresh run whose first election comes soon and succeeds; if no seed tried does that, the last one. */
export function pleasantRun(servers: number, randomSeed: () => number, setup: ClusterSetup = {}): Run {
  let run = freshRun(servers, randomSeed(), setup);
  for (let tries = 1; tries < SEEDS_TRIED && !isPleasant(run); tries++) run = freshRun(servers, randomSeed(), setup);
  return run;
}

/** Whether the first candidate wins the first term, alone, within five seconds of watching. */
export function isPleasant(run: Run): boolean {
  const servers = simulate(run, LEADER_BY).hosts.map(({ server }) => server);
  const stood = servers.filter(({ id, votedFor, currentTerm }) => votedFor === id || currentTerm > 1);
  return stood.length === 1 && stood[0].role === 'leader';
}
