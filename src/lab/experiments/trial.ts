/** What an experiment is made of: base runs, which settings and a seed turn into a trial, and measures of it. */

import { defaultOptions } from '../../raft';
import type { Cluster } from '../../sim';
import {
  defaultConfig,
  type LinkQuality,
  MILLISECOND,
  type Microseconds,
  type Run,
  type RunConfig,
  SECOND,
} from '../../sim';
import type { ParameterId, Settings } from './settings';

/** One run to be measured. */
export interface Trial {
  readonly run: Run;
  /** A cluster of that run, at its start or later; measuring moves it on. */
  readonly cluster: Cluster;
  /** How far the run is simulated at most. */
  readonly limit: Microseconds;
}

export interface Base {
  /** What makes a difference to it. */
  readonly parameters: readonly ParameterId[];
  /** Does the work that all trials with these settings share. Returns what makes the trial of a seed. */
  readonly prepare: (settings: Settings) => (seed: number) => Trial;
}

/** What was measured in one trial. */
export interface Reading {
  /** Null: what was waited for did not happen within the time that the run was watched. */
  readonly value: number | null;
  /** The instant at which there is most to see. */
  readonly at: Microseconds;
}

export const toTime = (milliseconds: number): Microseconds => Math.round(milliseconds * MILLISECOND);
export const toSeconds = (seconds: number): Microseconds => Math.round(seconds * SECOND);

export const spanOf = (min: number, max: number) => ({ min: toTime(min), max: toTime(Math.max(min, max)) });

/** The network that all links have. */
export function networkOf({ latency, jitter, loss }: Settings): LinkQuality {
  return {
    latency: spanOf(latency, latency + jitter),
    shape: 'uniform',
    loss: Math.round(loss * 10_000),
    duplication: 0,
  };
}

/** Half of the shortest election timeout, unless the settings say how long. */
export function heartbeatOf({ heartbeat, electionMin }: Settings): Microseconds {
  return Math.max(1000, toTime(heartbeat === 0 ? electionMin / 2 : heartbeat));
}

/** A configuration as the settings say; without clients. */
export function configOf(settings: Settings): RunConfig {
  const base = defaultConfig(settings.servers);
  const { electionMin, electionMax, diskMin, diskMax } = settings;
  return {
    ...base,
    options: {
      ...defaultOptions(),
      preVote: settings.preVote === 1,
      checkQuorum: settings.checkQuorum === 1,
      conflictHint: settings.conflictHint === 1,
      pipeline: settings.pipeline === 1,
      batchMax: settings.batch,
    },
    timing: { electionMin: toTime(electionMin), electionMax: toTime(electionMax), heartbeat: heartbeatOf(settings) },
    network: networkOf(settings),
    disk: spanOf(diskMin, diskMax),
    clients: { ...base.clients, count: 0 },
  };
}
