/** Looking back from a transition: its chain of causes, and when something last happened. */
import type { RuleId, ServerId } from '../raft';
import type { Microseconds, Transition } from '../sim';
import { causes, transitionsBetween } from './history';
import { type Topic, topicOf } from './topics';
import type { Trace } from './trace';

/** A transition that led to another, and what of it matters there. */
export interface Cause {
  readonly transition: Transition;
  readonly topic: Topic;
}

/** How far back the copies of an entry, votes and answers are looked for. */
const LOOKBACK: Microseconds = 2_000_000;
/** How far back the beginning of something that takes its time is looked for. */
const FAR: Microseconds = 20_000_000;

export const causeOf = (transition: Transition): Cause => ({ transition, topic: topicOf(transition) });

/** The chain of causes back to a timer or to something from outside, without what only passes it on. */
export function chainOf(trace: Trace, transition: Transition): readonly Transition[] {
  const chain: Transition[] = [];
  for (const cause of causes(trace, transition.seq)) {
    if (cause.kind !== 'diskWrite' && cause.kind !== 'wait') chain.unshift(cause);
    if (cause.kind === 'electionTimeout' || cause.kind === 'heartbeatTimeout') break;
  }
  return chain;
}

/** The transitions up to and including one, as far back as is told. */
export function earlier(trace: Trace, { at }: Transition, lookback = LOOKBACK): readonly Transition[] {
  return transitionsBetween(trace, at - lookback, at);
}

/** The last time that one of the rules fired at a server, up to and including a transition. */
export function lastFiring(
  trace: Trace,
  transition: Transition,
  server: ServerId | null,
  rules: readonly RuleId[],
): Transition | undefined {
  const fired = (other: Transition) =>
    other.server === server && rules.some((rule) => other.rules.includes(rule)) && other.seq <= transition.seq;
  return earlier(trace, transition).findLast(fired) ?? earlier(trace, transition, FAR).findLast(fired);
}

export const HANDOVER: readonly RuleId[] = ['yieldToPriority', 'beginTransfer'];

/** What the same server began by one of the rules; null when that cannot be found. */
export function since(trace: Trace, transition: Transition, rules: readonly RuleId[]): readonly Cause[] | null {
  const began = lastFiring(trace, transition, transition.server, rules);
  if (began === undefined) return null;
  const topic = rules.find((rule) => began.rules.includes(rule));
  return [{ transition: began, topic: topic ?? topicOf(began) }];
}
