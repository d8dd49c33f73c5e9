/** A server on each of five continents. */
import { createRun, MILLISECOND, type RecordedAction, startCluster } from '../../../sim';
import type { Settings } from '../settings';
import { type Base, configOf, spanOf, toSeconds } from '../trial';

/** Where the servers S1 to S5 are: Amazon's us-east-1, sa-east-1, eu-west-1, ap-northeast-1 and ap-southeast-2. */
export const REGIONS = ['virginia', 'saoPaulo', 'ireland', 'tokyo', 'sydney'] as const;

/**
 * Mean round trips between them in milliseconds, as measured in 2017 and published in the table "Latency Between AWS
 * Global Regions" at acomputerscientistlearnsaws.blogspot.com/2017/04/aws-regions.html (the row's own place first).
 */
const ROUND_TRIPS = [
  [0, 119.5, 80.55, 145.3, 230],
  [119.5, 0, 191.3, 256.8, 322.5],
  [80.55, 191.3, 0, 212.4, 309.6],
  [145.3, 256.8, 212.4, 0, 103.9],
  [230, 322.5, 309.6, 103.9, 0],
] as const;

/** Within a region. */
const LOCAL_TRIP = 1;

/** How much longer than the mean a message may take, as a part of it. */
const JITTER = 0.05;

const WRITE_EVERY = 800 * MILLISECOND;

/** The round trip between two regions, named by their places from 1. In milliseconds. */
export function roundTrip(one: number, other: number): number {
  return one === other ? LOCAL_TRIP : ROUND_TRIPS[one - 1][other - 1];
}

export const continents: Base = {
  parameters: ['leader', 'client', 'electionMin', 'electionMax', 'heartbeat', 'diskMin', 'diskMax', 'loss', 'length'],
  prepare(settings) {
    const config = configOf({ ...settings, servers: REGIONS.length });
    // Clients travel on what all links have; each pair of servers has its own.
    const network = qualityOf(settings, roundTrip(settings.client, settings.leader));
    const clients = { ...config.clients, count: 1, interval: WRITE_EVERY, timeout: toSeconds(5) };
    const actions = actionsOf(settings);
    return (seed) => {
      const run = { ...createRun(seed, { ...config, network, clients }), actions };
      return { run, cluster: startCluster(run), limit: toSeconds(settings.length) };
    };
  },
};

function actionsOf(settings: Settings): RecordedAction[] {
  const actions: RecordedAction[] = [];
  for (let from = 1; from <= REGIONS.length; from++) {
    for (let to = 1; to <= REGIONS.length; to++) {
      if (from === to) continue;
      const quality = qualityOf(settings, roundTrip(from, to));
      actions.push({ at: actions.length + 1, action: { type: 'setLink', from, to, quality } });
    }
  }
  return [...actions, { at: actions.length + 1, action: { type: 'expireTimer', server: settings.leader } }];
}

function qualityOf({ loss }: Settings, trip: number) {
  const quality = { shape: 'uniform', loss: Math.round(loss * 10_000), duplication: 0 } as const;
  return { ...quality, latency: spanOf(trip / 2, (trip / 2) * (1 + JITTER)) };
}
