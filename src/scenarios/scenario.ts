import type { PropertyId } from '../invariants';
import { defaultOptions, type Operation, type Options, type ReadMode, type RuleSwitch, type ServerId } from '../raft';
import {
  type Action,
  defaultConfig,
  type InitialServer,
  MILLISECOND,
  type Microseconds,
  type OwnAction,
  type RecordedAction,
  type Run,
  type RunConfig,
  SECOND,
} from '../sim';

/** A named run: what it teaches, and how long it takes to show it. */
export interface Scenario {
  readonly id: string;
  /** One line on what can be seen, in English; what readers see is in i18n. */
  readonly about: string;
  readonly run: Run;
  readonly until: Microseconds;
  /** Where it shows what a rule is for by breaking it. */
  readonly breaking?: Breaking;
}

/** The rule that a run breaks, and what comes of it. */
export interface Breaking {
  readonly rule: RuleSwitch;
  /** The property that is violated in the end; null: none, but time or an election is lost. */
  readonly property: PropertyId | null;
  /** How many steps it takes, an RPC with its answer being one. */
  readonly steps: number;
  /** The length of the shortest schedule that there is, found by exhaustive search; null: nobody has searched. */
  readonly shortest: number | null;
}

/** A moment in milliseconds and what is done then. */
export type Direction = readonly [at: number, action: Action];

/** Puts stage directions into the order of time. Two at the same millisecond follow each other by a microsecond. */
export function directions(...steps: Direction[]): RecordedAction[] {
  let last = -1;
  return steps
    .slice()
    .sort((a, b) => a[0] - b[0])
    .map(([at, action]) => {
      last = Math.max(Math.round(at * MILLISECOND), last + 1);
      return { at: last, action };
    });
}

// The vocabulary of stage directions.

export const crash = (server: ServerId): Action => ({ type: 'crash', server });
export const restart = (server: ServerId): Action => ({ type: 'restart', server });
export const expireTimer = (server: ServerId) => ({ type: 'expireTimer', server }) as const satisfies Action;
export const isolate = (server: ServerId): Action => ({ type: 'isolate', server });
export const rejoin = (server: ServerId): Action => ({ type: 'rejoin', server });
export const partition = (...groups: ServerId[][]): Action => ({ type: 'partition', groups });
export const heal = (): Action => ({ type: 'heal' });

/** One more computer, on which a server waits to be taken in. */
export const addServer = (): Action => ({ type: 'addServer' });
/** A server is asked for these voters, one server at a time or by joint consensus. */
export const changeMembers = (server: ServerId, voters: readonly ServerId[], joint = false): Action => ({
  type: 'changeMembers',
  server,
  voters,
  joint,
});
export const transfer = (server: ServerId, to: ServerId) =>
  ({ type: 'transfer', server, to }) as const satisfies Action;
export const compact = (server: ServerId): Action => ({ type: 'compact', server });
export const crashClient = (client = 1): Action => ({ type: 'crashClient', client });
export const restartClient = (client = 1): Action => ({ type: 'restartClient', client });
/** One direction of a link. */
export const cut = (from: ServerId, to: ServerId): Action => ({ type: 'cut', from, to });
export const repair = (from: ServerId, to: ServerId): Action => ({ type: 'repair', from, to });

/** The same, done to another of the groups that run on the same servers. */
export const inGroup = (group: number, action: OwnAction): Action => ({ type: 'inGroup', group, action });

/** A link on which every message takes as long, in milliseconds. */
export const delay = (from: ServerId, to: ServerId, milliseconds: number): Action => ({
  type: 'setLink',
  from,
  to,
  quality: {
    ...defaultConfig().network,
    latency: { min: milliseconds * MILLISECOND, max: milliseconds * MILLISECOND },
  },
});

export function ask(operation: Operation, to: ServerId | null = null, client = 1) {
  return { type: 'clientRequest', client, operation, to } as const satisfies Action;
}

export const read = (key: string, mode: ReadMode, to: ServerId | null = null): Action =>
  ask({ type: 'read', key, mode }, to);

export function put(key: string, value: string, to: ServerId | null = null, client = 1) {
  return ask({ type: 'put', key, value }, to, client);
}

export function append(key: string, value: string, to: ServerId | null = null): Action {
  return ask({ type: 'append', key, value }, to);
}

export function get(key: string, to: ServerId | null = null): Action {
  return ask({ type: 'get', key }, to);
}

/** The configuration of a fresh cluster whose clients do only what the stage directions say. */
export function liveConfig(servers = 5, options: Partial<Options> = {}): RunConfig {
  return { ...defaultConfig(servers), options: { ...defaultOptions(), ...options } };
}

/**
 * For the paper's figures: no timer runs out by itself within the scenario, every message takes 10 ms and every write
 * 1 ms, leaders append no entries of their own, and clients wait patiently.
 */
export function figureConfig(
  initial: readonly InitialServer[],
  heartbeat: Microseconds,
  options: Partial<Options> = {},
): RunConfig {
  const base = defaultConfig(initial.length);
  return {
    ...base,
    options: { ...base.options, noop: false, ...options },
    timing: { electionMin: 10 * SECOND, electionMax: 12 * SECOND, heartbeat },
    network: { ...base.network, latency: { min: 10 * MILLISECOND, max: 10 * MILLISECOND } },
    disk: { min: MILLISECOND, max: MILLISECOND },
    clients: { ...base.clients, timeout: 10 * SECOND, patience: 20 * SECOND },
    initial,
  };
}
