/** Looks into runs: what comes first after a moment, and the state at it. */
import type { Options, RuleId, ServerId } from '../raft';
import { type Action, MILLISECOND, type Microseconds, type Run, record, simulate, type Transition } from '../sim';
import { type Finder, Instant, STILL } from '../stories';
import type { Instance } from './challenge';

/** Milliseconds as virtual time. */
export const ms = (milliseconds: number): Microseconds => Math.round(milliseconds * MILLISECOND);

/** The state of a run at a time. */
export function at(run: Run, time: Microseconds): Instant {
  let last: Transition | null = null;
  const cluster = simulate(run, time, (transition) => {
    last = transition;
  });
  const alone: Instant = new Instant(time, last ?? STILL, cluster, { count: 1, at: () => alone });
  return alone;
}

/** What happens after a time, up to another one. */
export function between(run: Run, after: Microseconds, until: Microseconds): Transition[] {
  const found: Transition[] = [];
  simulate(run, until, (transition) => {
    if (transition.at > after) found.push(transition);
  });
  return found;
}

/** The first transition after a time for which it holds, up to another one; or null. */
export function first(run: Run, after: Microseconds, until: Microseconds, finder: Finder): Transition | null {
  let found: Transition | null = null;
  simulate(run, until, (transition, cluster) => {
    if (transition.at > after && finder(transition, cluster)) found = transition;
    return found === null;
  });
  return found;
}

export const fires =
  (rule: RuleId, server?: ServerId): Finder =>
  ({ rules, server: own }) =>
    rules.includes(rule) && (server === undefined || own === server);

export const wins = (server?: ServerId): Finder => fires('winElection', server);

/** A server stands for election: a new one, or again. */
export const isElection = ({ rules }: Transition): boolean =>
  rules.includes('beginElection') || rules.includes('electAgain');

export const stands =
  (server?: ServerId): Finder =>
  (transition) =>
    isElection(transition) && (server === undefined || transition.server === server);

/** The commit index of a server reaches an index. */
export const commits =
  (index: number, server: ServerId): Finder =>
  ({ server: own, before, after }) =>
    own === server && before !== null && after !== null && before.commitIndex < index && after.commitIndex >= index;

/** How many votes a candidate was given in a term, its own included. */
export function votesFor(candidate: ServerId, term: number, transitions: readonly Transition[]): number {
  const givers = transitions
    .filter(({ rules }) => rules.includes('grantVote'))
    .filter(({ after }) => after?.votedFor === candidate && after.currentTerm === term);
  return 1 + new Set(givers.map(({ server }) => server)).size;
}

/** The run with one more thing done at an instant, and nothing that was recorded for later. */
export function fork(run: Run, time: Microseconds, action: Action): Instance {
  return { run: record(run, time + 1, action), time: time + 1 };
}

/** The run with what is recorded, and one more thing done at a time. */
export function also(run: Run, time: Microseconds, action: Action): Run {
  const actions = [...run.actions, { at: time, action }].sort((a, b) => a.at - b.at);
  return { ...run, actions };
}

/** The same run with other options from its start. */
export function withOptions(run: Run, options: Partial<Options>): Run {
  return { ...run, config: { ...run.config, options: { ...run.config.options, ...options } } };
}

/** S1 to S5, or as many as there are, without some of them. */
export function serversBut(count: number, ...without: readonly ServerId[]): ServerId[] {
  return Array.from({ length: count }, (_, i) => i + 1).filter((id) => !without.includes(id));
}

/** The election timers that run, the first to run out first. */
export function timers(instant: Instant): { readonly id: ServerId; readonly at: Microseconds }[] {
  return instant.cluster.hosts
    .filter(({ status, electionAt }) => status === 'up' && electionAt < Number.POSITIVE_INFINITY)
    .map(({ id, electionAt }) => ({ id, at: electionAt }))
    .sort((a, b) => a.at - b.at);
}
