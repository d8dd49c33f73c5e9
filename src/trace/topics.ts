/** What a transition is about, in one word: the rule that matters most, or what happened outside of the protocol. */
import type { RuleId, ServerId } from '../raft';
import type { ActionType, Microseconds, Transition } from '../sim';
import { transitionsBetween } from './history';
import { topicOfRecorded } from './topics-recorded';
import type { Trace } from './trace';
import { HOLD, PRIORITY, type Topic } from './weights';

export type { EventTopic, Topic } from './weights';

/** What the transition is about. */
export function topicOf(transition: Transition): Topic {
  const { kind, action, rules, server } = transition;
  if (action !== null) {
    // What is done to another group, or to a server that is not there, changes nothing.
    if (action.type === 'inGroup' || ('server' in action && server === null)) return 'quiet';
    return transition.recorded && action.type === 'restart' ? 'sawRestart' : topicOfAction(action.type, rules);
  }
  if (transition.recorded && transition.client === null) return topicOfRecorded(transition);
  if (kind === 'lose' || kind === 'wait' || kind === 'diskWrite') return kind;
  if (transition.client !== null) return topicOfClient(transition);
  return weightiest(rules) ?? topicWithoutRule(transition);
}

const RANK = new Map(PRIORITY.map((rule, rank) => [rule, rank]));

/** Asked of thousands of transitions several times a second, so each rule is looked up, not searched for. */
function weightiest(rules: readonly RuleId[]): RuleId | undefined {
  let best: RuleId | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const rule of rules) {
    const rank = RANK.get(rule);
    if (rank === undefined || rank >= least) continue;
    best = rule;
    least = rank;
  }
  return best;
}

/** What a server was asked to do is told by the rule that followed, if one did. */
function topicOfAction(type: Exclude<ActionType, 'inGroup'>, rules: readonly RuleId[]): Topic {
  switch (type) {
    case 'restart':
      // Whoever was not down did not come back.
      return rules.includes('restartFromDisk') ? 'restartFromDisk' : 'quiet';
    case 'changeMembers':
    case 'transfer':
    case 'compact':
      return weightiest(rules) ?? type;
    default:
      return type;
  }
}

/** A server did something that only a broken rule allows. */
function topicWithoutRule({ kind, flight, after }: Transition): Topic {
  if (kind !== 'deliver' || flight === null) return 'quiet';
  const { packet } = flight;
  if (packet.type === 'PreVote') return 'dropsPreVote';
  const isRead = packet.type === 'ClientRequest' && packet.command.operation.type === 'read';
  return isRead && after?.role === 'leader' ? 'answersUnchecked' : 'quiet';
}

function topicOfClient({ kind, events, flight }: Transition): Topic {
  const returned = events.find((event) => event.type === 'return');
  if (kind === 'client') {
    if (returned !== undefined) return 'clientGivesUp';
    if (events.some((event) => event.type === 'invoke')) return 'clientAsks';
    return events.some((event) => event.type === 'send') ? 'clientRetries' : 'quiet';
  }
  if (returned !== undefined) return 'clientDone';
  const redirects = flight?.packet.type === 'ClientResponse' && flight.packet.answer.type === 'redirect';
  return redirects ? 'clientRedirected' : 'clientIgnores';
}

/** The transition that a reader would call "what just happened", or null when all of them are trivial. */
export function headline(transitions: readonly Transition[]): Transition | null {
  let best: Transition | null = null;
  let until = Number.NEGATIVE_INFINITY;
  for (const transition of transitions) {
    const hold = HOLD[topicOf(transition)];
    if (hold === undefined || transition.at + hold < until) continue;
    best = transition;
    until = transition.at + hold;
  }
  return best;
}

/** How far back, in virtual time, the headline is looked for: in steps, because it mostly lies near. */
const LOOKBACK: readonly Microseconds[] = [500_000, 4_000_000, 20_000_000];

/** What a server did itself stays its story for so long while others act on it, in virtual time. */
const OWN_HOLD: Microseconds = 300_000;

/**
 * What just happened at an instant; null when nothing of note did in the last twenty virtual seconds.
 *
 * @param server only what concerns this server, as actor or at the other end of the message, and first of all what it
 *   did itself; null: all
 */
export function headlineAt(trace: Trace, time: Microseconds, server: ServerId | null = null): Transition | null {
  for (const length of LOOKBACK) {
    const transitions = transitionsBetween(trace, time - length, time);
    const found = headline(
      server === null ? transitions : transitions.filter((transition) => concerns(transition, server)),
    );
    if (found !== null && server !== null) return ownDeed(trace, found, time, server) ?? found;
    if (found !== null || length >= time) return found;
  }
  return null;
}

/** What the server did itself, shortly before or after others did what concerns it; null when it did nothing of note. */
function ownDeed(trace: Trace, found: Transition, time: Microseconds, server: ServerId): Transition | null {
  if (found.server === server) return found;
  return headline(transitionsBetween(trace, found.at - OWN_HOLD, time).filter((one) => one.server === server));
}

function concerns({ server, flight }: Transition, id: ServerId): boolean {
  if (server === id || flight === null) return server === id;
  const { packet } = flight;
  return (
    (packet.type !== 'ClientRequest' && packet.from === id) || (packet.type !== 'ClientResponse' && packet.to === id)
  );
}
