/** Why something happened, as facts: what it is about, where the paper says so, and the steps that led to it. */
import { RULES, type RuleId } from '../raft';
import { type Cluster, cloneCluster, type Microseconds, type Sequence, type Transition } from '../sim';
import { leadingTo, remembered } from './chains';
import { type Facts, factsOf } from './facts';
import { clusterAt } from './history';
import type { Cause } from './past';
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

const STEPS_MAX = 10;

/** Topics whose words count what the cluster held at their own time. */
const COUNTED: ReadonlySet<Topic> = new Set(['winElection', 'commitByCounting', 'sendEntries', 'sendSnapshot']);

export function explain(trace: Trace, transition: Transition): Explanation {
  const topic = topicOf(transition);
  // The cluster is valid only until the next call, and the steps below make calls.
  const cluster = cloneCluster(clusterAt(trace, transition.at));
  const seen = factsOf(transition, topic, cluster, trace.run);
  const facts = { ...seen, ...remembered(trace, transition, topic, cluster) };
  const led = leadingTo(trace, transition, topic, facts).filter(
    (cause) => cause.transition.seq !== transition.seq || cause.topic !== topic,
  );
  const before = led.flatMap((cause) => stepsOf(cause, trace, cluster));
  const last: Step = { seq: transition.seq, at: transition.at, topic, facts };
  const isTimer = transition.kind === 'electionTimeout';
  const steps = [...before, ...(isTimer ? [{ ...last, topic: 'electionTimer' as const }] : []), last];
  return {
    seq: transition.seq,
    at: transition.at,
    topic,
    facts,
    section: topic in RULES ? RULES[topic as RuleId].section : null,
    rules: transition.rules,
    steps: steps.slice(-STEPS_MAX),
  };
}

/** A transition by itself, as a step would tell it. */
export function stepOf(trace: Trace, transition: Transition): Step {
  const topic = topicOf(transition);
  const cluster = COUNTED.has(topic) ? clusterAt(trace, transition.at) : trace.head;
  return { seq: transition.seq, at: transition.at, topic, facts: factsOf(transition, topic, cluster, trace.run) };
}

/** A transition as steps: a timer that runs out and what follows from it are told apart. */
function stepsOf({ transition, topic }: Cause, trace: Trace, cluster: Cluster): Step[] {
  const { seq, at, kind } = transition;
  const then = COUNTED.has(topic) ? clusterAt(trace, at) : cluster;
  const step = (about: Topic): Step => ({
    seq,
    at,
    topic: about,
    facts: factsOf(transition, about, then, trace.run),
  });
  return kind === 'electionTimeout' && topic !== 'electionTimer' ? [step('electionTimer'), step(topic)] : [step(topic)];
}
