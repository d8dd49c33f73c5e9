/** Words for tests of the simulated world: runs in which little happens by itself, and what came of them. */

import type { MessageType, Options } from '../raft';
import { findScenario } from '../scenarios';
import {
  type Action,
  type Cluster,
  createRun,
  defaultConfig,
  type Flight,
  isBetweenServers,
  type Microseconds,
  type Run,
  type RunConfig,
  simulate,
  type Transition,
  type TransitionEvent,
} from '../sim';

/** Milliseconds of virtual time. */
export const ms = (count: number): Microseconds => count * 1000;

/** What is done, each with its time in ms. */
export type ActionsAt = readonly (readonly [at: number, action: Action])[];

export interface RunWords extends Partial<Omit<RunConfig, 'options' | 'clients' | 'network'>> {
  readonly seed?: number;
  readonly options?: Partial<Options>;
  readonly clients?: Partial<RunConfig['clients']>;
  readonly network?: Partial<RunConfig['network']>;
  readonly actions?: ActionsAt;
}

/** The default cluster with what is told here. */
export function runOf({ seed = 1, actions = [], servers = 5, ...words }: RunWords = {}): Run {
  const base = defaultConfig(servers);
  const config: RunConfig = {
    ...base,
    ...words,
    options: { ...base.options, ...words.options },
    clients: { ...base.clients, ...words.clients },
    network: { ...base.network, ...words.network },
  };
  return { ...createRun(seed, config), actions: actions.map(([at, action]) => ({ at: Math.round(ms(at)), action })) };
}

/**
 * A cluster in which nobody stands for election by itself for a long time, every message takes 10 ms, and disks take
 * no time: S1 stands when an action at 1 ms expires its timer, and leads from 21 ms on. Heartbeats every 50 ms.
 */
export function calmRun({ actions = [], network = {}, options = {}, ...words }: RunWords = {}): Run {
  return runOf({
    timing: { electionMin: ms(100_000), electionMax: ms(200_000), heartbeat: ms(50) },
    network: { latency: { min: ms(10), max: ms(10) }, ...network },
    disk: { min: 0, max: 0 },
    options: { noop: false, ...options },
    actions: [...actions, [1, { type: 'expireTimer', server: 1 } as const] as const].sort(([a], [b]) => a - b),
    ...words,
  });
}

export interface Played {
  readonly cluster: Cluster;
  readonly transitions: readonly Transition[];
  readonly events: readonly (TransitionEvent & { readonly at: Microseconds })[];
}

/** Simulates and keeps every transition. `until` in ms. */
export function play(run: Run, until: number): Played {
  const transitions: Transition[] = [];
  const cluster = simulate(run, ms(until), (transition) => transitions.push(transition));
  return { cluster, transitions, events: transitions.flatMap(({ at, events }) => events.map((e) => ({ at, ...e }))) };
}

/** The flights between servers of one kind of message that were sent, in order. */
export function flightsOf({ events }: Played, type: MessageType, from?: number, to?: number): Flight[] {
  return events.flatMap((event) => (event.type === 'send' && isOn(event.flight, type, from, to) ? [event.flight] : []));
}

/** The transitions in which a kind of message was handled by a server. */
export function deliveries({ transitions }: Played, type: MessageType, from?: number, to?: number): Transition[] {
  return transitions.filter(
    ({ kind, flight }) => kind === 'deliver' && flight !== null && isOn(flight, type, from, to),
  );
}

export function losses({ events }: Played, type: MessageType, from?: number, to?: number) {
  return events.flatMap((event) => (event.type === 'lose' && isOn(event.flight, type, from, to) ? [event] : []));
}

function isOn({ packet }: Flight, type: MessageType, from = 0, to = 0): boolean {
  if (!isBetweenServers(packet) || packet.type !== type) return false;
  return (from === 0 || packet.from === from) && (to === 0 || packet.to === to);
}

/** The roles as letters, in ring order: `LFFCX`; X is crashed, lower case is paused. */
export function rolesOf({ hosts }: Cluster): string {
  return hosts
    .map(({ status, server }) => {
      if (status === 'crashed') return 'X';
      const letter = server.role[0];
      return status === 'paused' ? letter : letter.toUpperCase();
    })
    .join('');
}

/** Anything of the world as text, entries without what precedes them: two texts are equal where two values are. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (key, each: unknown) => {
    if (key === 'previous' || key === 'jump') return undefined;
    if (each instanceof Map) return [...each];
    return each === Number.POSITIVE_INFINITY ? 'never' : each;
  });
}

/** The run of a scenario. */
export function runOfScenario(id: string): Run {
  const scenario = findScenario(id);
  if (scenario === null) throw new Error(`There is no scenario ${id}.`);
  return scenario.run;
}
