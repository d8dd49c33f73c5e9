/** Words for moments: each makes a finder that reads like what a lecturer would say. */
import type { Index, MessageType, RuleId, ServerId } from '../raft';
import { type ActionType, MILLISECOND, type Microseconds } from '../sim';
import type { Diagram } from './diagram';
import type { Cue, Facts, Finder } from './story';

/** The very start of the run; only for the first cue of an act. */
export const start: Finder = () => false;

/** Something is done from outside: a crash, a cut, a write. */
export const done =
  (type: ActionType, server?: ServerId): Finder =>
  ({ action }) =>
    action?.type === type && (server === undefined || ('server' in action && action.server === server));

/** A rule fires, at a server. */
export const fires =
  (rule: RuleId, server?: ServerId): Finder =>
  ({ rules, server: own }) =>
    rules.includes(rule) && (server === undefined || own === server);

/** A server stands for election. */
export const stands =
  (server?: ServerId): Finder =>
  ({ rules, server: own }) =>
    (rules.includes('beginElection') || rules.includes('electAgain')) && (server === undefined || own === server);

/** A server wins its election. */
export const wins = (server?: ServerId): Finder => fires('winElection', server);

/** A server sends a message of a type. */
export const sends =
  (type: MessageType | 'ClientRequest' | 'ClientResponse', from?: number, to?: number): Finder =>
  ({ events }) =>
    events.some(
      (event) =>
        event.type === 'send' &&
        event.flight.packet.type === type &&
        (from === undefined || event.flight.packet.from === from) &&
        (to === undefined || event.flight.packet.to === to),
    );

/** A message of a type is handled by a server. */
export const hears =
  (type: MessageType | 'ClientRequest' | 'ClientResponse', to?: number, from?: number): Finder =>
  ({ kind, flight }) =>
    kind === 'deliver' &&
    flight?.packet.type === type &&
    (to === undefined || flight.packet.to === to) &&
    (from === undefined || flight.packet.from === from);

/** The log of a server grows to an index, or past it. */
export const stores =
  (index: Index, server?: ServerId): Finder =>
  ({ server: own, before, after }) =>
    before !== null &&
    after !== null &&
    before.log.index < index &&
    after.log.index >= index &&
    (server === undefined || own === server);

/** The commit index of a server reaches an index. */
export const commits =
  (index: Index, server?: ServerId): Finder =>
  ({ server: own, before, after }) =>
    before !== null &&
    after !== null &&
    before.commitIndex < index &&
    after.commitIndex >= index &&
    (server === undefined || own === server);

/** A client's operation ends. */
export const returns =
  (status: 'ok' | 'unknown' = 'ok'): Finder =>
  ({ events }) =>
    events.some((event) => event.type === 'return' && event.status === status);

/** The first transition for which this is so of the cluster: "when all of them store entry 2". */
export const once =
  (condition: (cluster: Parameters<Finder>[1]) => boolean): Finder =>
  (_, cluster) =>
    condition(cluster);

export const both =
  (...finders: readonly Finder[]): Finder =>
  (transition, cluster) =>
    finders.every((finder) => finder(transition, cluster));

/** A pause in milliseconds; earlier, when negative. */
export const ms = (milliseconds: number): Microseconds => Math.round(milliseconds * MILLISECOND);

export type CueFields = Omit<Cue, 'id' | 'when' | 'section'>;

export function cue(id: string, when: Finder, section: string, fields: CueFields): Cue {
  return { id, when, section, ...fields };
}

interface DrawnFields {
  readonly part?: string;
  readonly facts?: (diagram: Diagram) => Facts;
  /** All that the caption claims of the drawing beyond its placeholders. */
  readonly holds: (diagram: Diagram) => boolean;
}

/** A cue that shows a drawing of another protocol. */
export function drawn(id: string, diagram: Diagram, section: string, { part, facts, holds }: DrawnFields): Cue {
  return cue(id, start, section, {
    ...(part === undefined ? {} : { part }),
    ...(facts === undefined ? {} : { facts: () => facts(diagram) }),
    holds: () => holds(diagram),
    figure: { type: 'diagram', diagram, holds },
  });
}
