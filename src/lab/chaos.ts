/** Generated trouble: crashes, restarts, pauses, partitions, one-way cuts, loss, duplication and reordering. */
import { drawBetween } from '../base';
import { defaultOptions, type Options, type ServerId } from '../raft';
import {
  type Action,
  createRun,
  defaultConfig,
  type LinkQuality,
  MILLISECOND,
  type Microseconds,
  type RecordedAction,
  type Run,
} from '../sim';

/** No stream of the simulation has this number or the next one. */
const STREAM = 77;

/** A network on which messages overtake one another, now and then far. */
const RESTLESS: LinkQuality = {
  latency: { min: 2 * MILLISECOND, max: 14 * MILLISECOND },
  shape: 'tail',
  loss: 10_000,
  duplication: 10_000,
};

const ROUGH: LinkQuality = { ...RESTLESS, loss: 150_000, duplication: 100_000 };

/**
 * A run under client load in which something goes wrong about every half second; the same for the same seed.
 *
 * @param forced whether timers are made to run out early, too: it finds more, but a stranger who checks a trace
 *   against the deadlines in it sees timers that run out without reason
 */
export function chaosRun(
  seed: number,
  servers: number,
  length: Microseconds,
  options: Options = defaultOptions(),
  forced = false,
): Run {
  const base = defaultConfig(servers);
  const clients = { ...base.clients, count: 2, interval: 80 * MILLISECOND };
  const run = createRun(seed, { ...base, options, network: RESTLESS, clients });
  return { ...run, actions: chaosActions(seed, servers, length, forced) };
}

/** The run of the same servers and clients to which nothing happens. */
export function calmRun(seed: number, servers: number, options: Options = defaultOptions()): Run {
  const base = defaultConfig(servers);
  return createRun(seed, { ...base, options, clients: { ...base.clients, count: 2, interval: 80 * MILLISECOND } });
}

/**
 * A run in which all of Raft takes part: members come and go, one by one and by joint consensus, snapshots are taken,
 * leaders hand over, clients crash and read in every way; besides all that goes wrong in `chaosRun`. Which extensions
 * are on is drawn from the seed. Timers are never forced, because a lease believes in clocks.
 */
export function wideChaosRun(
  seed: number,
  servers: number,
  length: Microseconds,
  options: Options = defaultOptions(),
): Run {
  const pick = picker(seed, 1);
  const coin = (): boolean => pick(0, 1) === 1;
  const narrow = chaosRun(seed, servers, length, {
    ...options,
    preVote: coin(),
    checkQuorum: coin(),
    stickyLeader: coin(),
    conflictHint: coin(),
    pipeline: coin(),
    snapshotEvery: [0, 5, 20, 100][pick(0, 3)],
    priorities: pick(0, 3) === 0 ? Array.from({ length: servers }, () => pick(0, 3)) : [],
  });
  const { config } = narrow;
  const reads = (['log', 'readIndex', 'lease', 'stale'] as const)[pick(0, 3)];
  const voters = servers > 3 && coin() ? servers - 1 : 0;
  const clients = { ...config.clients, reads };
  const actions = inOrder([...narrow.actions, ...wideActions(pick, servers, length)]);
  return { ...narrow, config: { ...config, voters, clients }, actions };
}

/** What people ask of a cluster. Every server is asked, because only the leader does something about it. */
function wideActions(pick: Pick, servers: number, length: Microseconds): RecordedAction[] {
  const all = Array.from({ length: servers }, (_, i) => i + 1);
  const actions: RecordedAction[] = [];
  let at = pick(300, 1500) * MILLISECOND;
  while (at < length) {
    for (const [i, action] of wideRequest(pick, all).entries()) actions.push({ at: at + i, action });
    at += pick(50, 1500) * MILLISECOND;
  }
  return actions.filter((action) => action.at < length);
}

function wideRequest(pick: Pick, all: readonly ServerId[]): Action[] {
  const one = all[pick(0, all.length - 1)];
  switch (pick(0, 6)) {
    case 0:
    case 1: {
      // One comes or goes, as far as that is one step from what the leader has.
      const voters = all.filter((id) => id !== one);
      const wanted = pick(0, 1) === 1 ? all : voters;
      return all.map((server) => ({ type: 'changeMembers', server, voters: wanted, joint: false }));
    }
    case 2: {
      const voters = all.filter(() => pick(0, 2) > 0);
      const wanted = voters.length > 0 ? voters : all;
      return all.map((server) => ({ type: 'changeMembers', server, voters: wanted, joint: true }));
    }
    case 3:
      return all.map((server) => ({ type: 'transfer', server, to: one }));
    case 4:
      return [{ type: 'compact', server: one }];
    case 5:
      return [{ type: 'crashClient', client: pick(1, 2) }];
    default:
      return [1, 2].map((client) => ({ type: 'restartClient', client }));
  }
}

/** Draws whole numbers from `low` to `high`, both included. */
type Pick = (low: number, high: number) => number;

function picker(seed: number, stream: number): Pick {
  let draws = 0;
  return (low, high) => drawBetween(seed, STREAM + stream, draws++, low, high);
}

function chaosActions(seed: number, servers: number, length: Microseconds, forced: boolean): RecordedAction[] {
  const pick = picker(seed, 0);
  const actions: RecordedAction[] = [];
  let at = pick(200, 1200) * MILLISECOND;
  while (at < length) {
    const [fault, repair] = chooseFault(pick, servers, forced);
    actions.push({ at, action: fault });
    if (repair !== null) actions.push({ at: at + pick(60, 2500) * MILLISECOND, action: repair });
    at += pick(50, 1000) * MILLISECOND;
  }
  return inOrder(actions.filter((action) => action.at < length));
}

/** What goes wrong, and what ends it. */
function chooseFault(pick: Pick, servers: number, forced: boolean): [Action, Action | null] {
  const server = pick(1, servers);
  const other = ((server + pick(0, servers - 2)) % servers) + 1;
  switch (pick(0, forced ? 9 : 8)) {
    case 0:
    case 1:
    case 2:
      return [
        { type: 'crash', server },
        { type: 'restart', server },
      ];
    case 3:
      return [
        { type: 'pause', server },
        { type: 'resume', server },
      ];
    case 4:
      return [{ type: 'partition', groups: split(pick, servers) }, { type: 'heal' }];
    case 5:
      return [
        { type: 'isolate', server },
        { type: 'rejoin', server },
      ];
    case 6:
      return [
        { type: 'cut', from: server, to: other },
        { type: 'repair', from: server, to: other },
      ];
    case 7:
      return [
        { type: 'setNetwork', quality: ROUGH },
        { type: 'setNetwork', quality: RESTLESS },
      ];
    case 8:
      return [
        { type: 'hold', from: server, to: other },
        { type: 'release', from: server, to: other },
      ];
    default:
      return [{ type: 'expireTimer', server }, null];
  }
}

function split(pick: Pick, servers: number): ServerId[][] {
  const groups: ServerId[][] = [[], []];
  for (let server = 1; server <= servers; server++) groups[pick(0, 1)].push(server);
  return groups.filter((group) => group.length > 0);
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
