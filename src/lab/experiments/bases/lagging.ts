/** A follower comes back that lacks entries and holds as many that nobody else has (Figure 7, f). */
import { createRun, MILLISECOND, type RecordedAction, SECOND, startCluster } from '../../../sim';
import type { Settings } from '../settings';
import { type Base, configOf, toSeconds } from '../trial';

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
    const actions = actionsOf(settings);
    return (seed) => {
      const run = { ...createRun(seed, config), actions };
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

function actionsOf({ servers, snapshot }: Settings): RecordedAction[] {
  const actions: RecordedAction[] = [
    { at: 1, action: { type: 'crash', server: servers } },
    { at: 2, action: { type: 'expireTimer', server: 1 } },
  ];
  if (snapshot === 1) actions.push({ at: COMPACT, action: { type: 'compact', server: 1 } });
  return [...actions, { at: RESTART, action: { type: 'restart', server: servers } }];
}
