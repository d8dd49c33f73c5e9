/** Servers that crash and are repaired, each for itself. */
import { drawBetween } from '../../../base';
import { createRun, type Microseconds, type RecordedAction, startCluster } from '../../../sim';
import type { Settings } from '../settings';
import { type Base, configOf, toSeconds } from '../trial';

/** No stream of the simulation has these numbers, one for each server. */
const FAULT_STREAM = 820;

export const repairs: Base = {
  parameters: [
    'servers',
    'uptime',
    'downtime',
    'length',
    'electionMin',
    'electionMax',
    'heartbeat',
    'latency',
    'jitter',
    'loss',
    'preVote',
    'checkQuorum',
  ],
  prepare(settings) {
    const config = configOf(settings);
    return (seed) => {
      const run = { ...createRun(seed, config), actions: faultsOf(settings, seed) };
      return { run, cluster: startCluster(run), limit: toSeconds(settings.length) };
    };
  },
};

/** Times between faults are spread evenly from nothing to twice their mean, repairs from half to one and a half. */
function faultsOf(settings: Settings, seed: number): RecordedAction[] {
  const [uptime, downtime, end] = [settings.uptime, settings.downtime, settings.length].map(toSeconds);
  const actions: RecordedAction[] = [];
  for (let server = 1; server <= settings.servers; server++) {
    let n = 0;
    const next = (low: Microseconds, high: Microseconds) => drawBetween(seed, FAULT_STREAM + server, n++, low, high);
    for (let at = next(1, 2 * uptime); at < end; at += next(1, 2 * uptime)) {
      actions.push({ at, action: { type: 'crash', server } });
      at += next(Math.ceil(downtime / 2), Math.ceil(1.5 * downtime));
      actions.push({ at, action: { type: 'restart', server } });
    }
  }
  return inOrder(actions.filter(({ at }) => at < end));
}

/** Sorted by time; times made to increase strictly, as a run demands. */
function inOrder(actions: RecordedAction[]): RecordedAction[] {
  let last = -1;
  return actions
    .sort((a, b) => a.at - b.at)
    .map(({ at, action }) => {
      last = Math.max(at, last + 1);
      return { at: last, action };
    });
}
