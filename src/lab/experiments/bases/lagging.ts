/** A follower comes back that lacks entries and holds as many that nobody else has (Figure 7, f). */
import { drawBetween } from '../../../base';
import { createRun, MILLISECOND, type RecordedAction, SECOND, startCluster } from '../../../sim';
import type { Settings } from '../settings';
import { type Base, configOf, heartbeatOf, toSeconds } from '../trial';

/** No stream of the simulation has this number. */
const RESTART_STREAM = 84;

/** What all logs have in common. */
const SHARED = 10;

const COMPACT = 500 * MILLISECOND;
const RESTART = SECOND;

export const lagging: Base = {
  parameters: [
    'servers',
    'lag',
    'conflictHint',
    'snapshot',
    'batch',
    'pipeline',
    'latency',
    'jitter',
    'loss',
    'diskMin',
    'diskMax',
    'electionMin',
    'electionMax',
    'heartbeat',
  ],
  prepare(settings) {
    const config = { ...configOf(settings), initial: logsOf(settings) };
    return (seed) => {
      const run = { ...createRun(seed, config), actions: actionsOf(settings, seed) };
      return { run, cluster: startCluster(run), limit: toSeconds(60) };
    };
  },
};

function logsOf({ servers, lag }: Settings) {
  const logOf = (term: number) => [...new Array<number>(SHARED).fill(1), ...new Array<number>(lag).fill(term)];
  return Array.from({ length: servers }, (_, i) => {
    const term = i === servers - 1 ? 2 : 3;
    return { currentTerm: term, votedFor: null, log: logOf(term) };
  });
}

function actionsOf(settings: Settings, seed: number): RecordedAction[] {
  const { servers, snapshot } = settings;
  const actions: RecordedAction[] = [
    { at: 1, action: { type: 'crash', server: servers } },
    { at: 2, action: { type: 'expireTimer', server: 1 } },
  ];
  if (snapshot === 1) actions.push({ at: COMPACT, action: { type: 'compact', server: 1 } });
  // At a random point of the heartbeat interval, because the next heartbeat finds it.
  const restart = RESTART + drawBetween(seed, RESTART_STREAM, 0, 1, heartbeatOf(settings));
  return [...actions, { at: restart, action: { type: 'restart', server: servers } }];
}
