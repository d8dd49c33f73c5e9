/** Why something happened, as facts: what it is about, where the paper says so, and the steps that led to it. */
import { RULES, type RuleId } from '../raft';
import { type Cluster, cloneCluster, type Microseconds, type Sequence, type Transition } from '../sim';
import { growth } from './changes';
import { type Facts, factsOf } from './facts';
import { causes, clusterAt, transitionOf, transitionsBetween } from './history';
import { type Topic, topicOf } from './topics';
import type { Trace } from './trace';

export interface Explanation {
  readonly seq: Sequence;
  readonly at: Microseconds;
  readonly topic: Topic;
  readonly facts: Facts;
  /** Where the paper says so, as in raft/rules; null for what no rule says. */
  readonly section: string | null;
  /** All rules that fired, in order. */
  readonly rules: readonly RuleId[];
  /** What led to it, in order of time; the last one is the transition itself. */
  readonly steps: readonly Step[];
}

/** A step in a chain of causes; one transition may be two. */
export interface Step {
  readonly seq: Sequence;
  readonly at: Microseconds;
  readonly topic: Topic;
  readonly facts: Facts;
}

/** How far back the copies of an entry are looked for. */
const LOOKBACK: Microseconds = 2_000_000;
const STEPS_MAX = 8;

export function explain(trace: Trace, transition: Transition): Explanation {
  const topic = topicOf(transition);
  // The cluster is valid only until the next call, and the steps below make calls.
  const cluster = cloneCluster(clusterAt(trace, transition.at));
  const facts = factsOf(transition, topic, cluster);
  const led = leadingTo(trace, transition, topic, facts).filter((cause) => cause.transition.seq !== transition.seq);
  const steps = [...led, { transition, topic }].flatMap((cause) => stepsOf(cause, cluster)).slice(-STEPS_MAX);
  return {
    seq: transition.seq,
    at: transition.at,
    topic,
    facts,
    section: topic in RULES ? RULES[topic as RuleId].section : null,
    rules: transition.rules,
    steps,
  };
}

/** A transition that led to another, and what of it matters there. */
interface Cause {
  readonly transition: Transition;
  readonly topic: Topic;
}

const causeOf = (transition: Transition): Cause => ({ transition, topic: topicOf(transition) });

/** What led to a transition, in order of time. */
function leadingTo(trace: Trace, transition: Transition, topic: Topic, facts: Facts): readonly Cause[] {
  const chain = chainOf(trace, transition);
  if (topic === 'winElection') return withVotes(trace, transition, chain, facts);
  if (topic === 'commitByCounting') return withCopies(trace, transition, chain, facts);
  return chain.map(causeOf);
}

/** The chain of causes back to a timer or to something from outside, without what only passes it on. */
function chainOf(trace: Trace, transition: Transition): readonly Transition[] {
  const chain: Transition[] = [];
  for (const cause of causes(trace, transition.seq)) {
    if (cause.kind !== 'diskWrite' && cause.kind !== 'wait') chain.unshift(cause);
    if (cause.kind === 'electionTimeout' || cause.kind === 'heartbeatTimeout') break;
  }
  return chain;
}

/** An election: its beginning and every vote that counted. */
function withVotes(
  trace: Trace,
  { at, server, after }: Transition,
  chain: readonly Transition[],
  { members }: Facts,
): readonly Cause[] {
  const start = chain[0];
  if (start?.kind !== 'electionTimeout' || at - start.at > LOOKBACK) return chain.map(causeOf);
  const votes = transitionsBetween(trace, start.at, at).filter(
    (other) =>
      other.rules.includes('grantVote') &&
      other.flight?.packet.from === server &&
      other.after?.currentTerm === after?.currentTerm &&
      members.includes(other.server ?? 0),
  );
  return [causeOf(start), ...votes.map((vote): Cause => ({ transition: vote, topic: 'grantVote' }))];
}

/** A commit: how the entry came into the leader's log, and every copy that counted. */
function withCopies(
  trace: Trace,
  { at }: Transition,
  chain: readonly Transition[],
  { members, index, term }: Facts,
): readonly Cause[] {
  const copies = transitionsBetween(trace, at - LOOKBACK, at).filter((other) => {
    if (other.after?.currentTerm !== term || !members.includes(other.server ?? 0)) return false;
    const grown = growth(other);
    return grown !== null && grown.from <= index && index <= grown.to;
  });
  const [first] = copies;
  if (first === undefined) return chain.map(causeOf);
  const asked = first.rules.includes('acceptCommand') ? transitionOf(trace, first.cause) : null;
  const isOutside = asked?.kind === 'client' || asked?.kind === 'action';
  return [...(asked !== null && isOutside ? [causeOf(asked)] : []), ...copies.map(copyOf)];
}

/** How the entry came into a log, whatever else happened in the same step. */
function copyOf(transition: Transition): Cause {
  const how = (['acceptCommand', 'appendNoop', 'appendEntries'] as const).find((id) => transition.rules.includes(id));
  return how === undefined ? causeOf(transition) : { transition, topic: how };
}

/** A transition as steps: a timer that runs out and what follows from it are told apart. */
function stepsOf({ transition, topic }: Cause, cluster: Cluster): Step[] {
  const { seq, at, kind } = transition;
  const step = (about: Topic): Step => ({ seq, at, topic: about, facts: factsOf(transition, about, cluster) });
  return kind === 'electionTimeout' ? [step('electionTimer'), step(topic)] : [step(topic)];
}
