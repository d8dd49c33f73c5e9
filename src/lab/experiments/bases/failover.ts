/**
 * A leader crashes just after it has sent heartbeats to all (§9.3): the timers of the others start together. Leading
 * the cluster there takes a fifth of a millisecond, in which nothing depends on the seed; so all trials share it.
 */
import { drawBetween } from '../../../base';
import {
  advance,
  advanceTill,
  cloneCluster,
  createRun,
  type Microseconds,
  type RecordedAction,
  type Run,
  SECOND,
  startCluster,
} from '../../../sim';
import type { Settings } from '../settings';
import { type Base, configOf, heartbeatOf, networkOf, spanOf, toTime } from '../trial';

/** No stream of the simulation has this number. */
const CRASH_STREAM = 81;

/** One way of a message until the leader leads. */
const SWIFT = 50;
const QUIET_LINK = { shape: 'uniform', loss: 0, duplication: 0 } as const;
const STAND: Microseconds = 1000;
/** Requests for votes were answered, answers are under way. */
const VOTED = STAND + SWIFT + 20;
/** The last moment before the answers arrive. */
const PREPARED = STAND + 2 * SWIFT - 1;
/** The heartbeats are under way. */
const SENT = PREPARED + 30;

/** Nobody waits longer for a leader; with equal timeouts there may never be one. */
export const FAILOVER_LIMIT: Microseconds = 100 * SECOND;

export const failover: Base = {
  parameters: [
    'servers',
    'electionMin',
    'electionMax',
    'heartbeat',
    'latency',
    'jitter',
    'loss',
    'diskMin',
    'diskMax',
    'skew',
    'unequal',
    'preVote',
  ],
  prepare(settings) {
    const before = runBefore(settings);
    const start = startCluster(before);
    advance(start, before, PREPARED);
    return (seed) => {
      const run = { ...before, seed, actions: [...before.actions, crash(settings, seed, electedAt(start, before))] };
      const cluster = cloneCluster(start);
      return { run, cluster, limit: FAILOVER_LIMIT };
    };
  },
};

/** The run up to the crash. */
function runBefore(settings: Settings): Run {
  const { servers } = settings;
  const config = configOf(settings);
  const others = Array.from({ length: servers - 1 }, (_, i) => i + 1);
  const swift = { ...QUIET_LINK, latency: { min: SWIFT, max: SWIFT } };
  // The heartbeats leave together and arrive a little apart.
  const last = { ...QUIET_LINK, latency: { min: SWIFT, max: SWIFT + toTime(settings.skew) } };
  const disk = spanOf(settings.diskMin, settings.diskMax);
  const lengths = lengthsOf(settings);
  const actions: RecordedAction[] = [
    { at: STAND, action: { type: 'expireTimer', server: servers } },
    ...others.map((to, i) => ({
      at: VOTED + i,
      action: { type: 'setLink', from: servers, to, quality: last } as const,
    })),
    ...others.map((server, i) => ({ at: VOTED + 10 + i, action: { type: 'setDisk', server, latency: disk } as const })),
    // A follower whose log is too short would ask for entries; then the logs would no longer differ.
    ...others
      .filter((id) => lengths[id - 1] < lengths[servers - 1])
      .map((from, i) => ({ at: SENT + i, action: { type: 'cut', from, to: servers } as const })),
    { at: SENT + 10, action: { type: 'setNetwork', quality: networkOf(settings) } },
    { at: SENT + 11, action: { type: 'setOptions', options: { ...config.options, noop: false } } },
  ];
  const initial = lengths.map((length) => ({ currentTerm: 1, votedFor: null, log: new Array<number>(length).fill(1) }));
  // With PreVote the first election would take another round.
  const options = { ...config.options, noop: false, preVote: false, checkQuorum: false };
  return { ...createRun(0, { ...config, options, network: swift, disk: { min: 0, max: 0 }, initial }), actions };
}

/**
 * The lengths of the logs. Where they differ, each server has one entry less than the one before, and the leader as
 * many as the longest of those that vote for it; so after the crash those cannot win: two of four.
 */
function lengthsOf({ servers, unequal }: Settings): number[] {
  const lengths = Array.from({ length: servers - 1 }, (_, i) => (unequal === 1 ? servers - 1 - i : 1));
  return [...lengths, unequal === 1 ? Math.floor(servers / 2) : 1];
}

/** When the leader has the votes and sends its heartbeats. */
function electedAt(start: ReturnType<typeof startCluster>, run: Run): Microseconds {
  const cluster = cloneCluster(start);
  advanceTill(cluster, run, SENT, ({ hosts }) => hosts[hosts.length - 1].server.role === 'leader');
  return cluster.time;
}

/** A random point of the heartbeat interval. */
function crash(settings: Settings, seed: number, elected: Microseconds): RecordedAction {
  const at = elected + drawBetween(seed, CRASH_STREAM, 0, 1, heartbeatOf(settings));
  return { at: Math.max(at, SENT + 12), action: { type: 'crash', server: settings.servers } };
}
