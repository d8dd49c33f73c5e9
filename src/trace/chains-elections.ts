/** How leaders come about: pre-votes, votes, handing over. */
import type { Transition } from '../sim';
import type { Facts } from './facts';
import { transitionsBetween } from './history';
import { type Cause, causeOf, chainOf, earlier, HANDOVER, lastFiring, since } from './past';
import type { Trace } from './trace';

/** An election: its beginning and every vote that counted. */
export function withVotes(
  trace: Trace,
  transition: Transition,
  chain: readonly Transition[],
  { members }: Facts,
): readonly Cause[] {
  const { at, server, after } = transition;
  const start = earlier(trace, transition).findLast(
    (other) =>
      other.server === server &&
      other.after?.currentTerm === after?.currentTerm &&
      (other.rules.includes('beginElection') || other.rules.includes('electAgain')),
  );
  if (start === undefined) return chain.map(causeOf);
  const votes = transitionsBetween(trace, start.at, at).filter(
    (other) =>
      other.rules.includes('grantVote') &&
      other.flight?.packet.from === server &&
      other.after?.currentTerm === after?.currentTerm &&
      members.includes(other.server ?? 0),
  );
  const beginning = start.seq === transition.seq ? [] : beginningOf(trace, start);
  return [...beginning, ...votes.map((vote): Cause => ({ transition: vote, topic: 'grantVote' }))];
}

/** What made a server stand, and that it did. */
function beginningOf(trace: Trace, start: Transition): readonly Cause[] {
  const chain = chainOf(trace, start);
  if (start.rules.includes('electAtOnce')) {
    return [...withHandover(trace, start, chain), { transition: start, topic: 'electAtOnce' }];
  }
  const asked = start.kind === 'electionTimeout' ? [] : withPreVotes(trace, start, chain);
  return [...asked, causeOf(start)];
}

/** The question whether it could win, and every pre-vote that counted. */
export function withPreVotes(trace: Trace, start: Transition, chain: readonly Transition[]): readonly Cause[] {
  const asked = lastFiring(trace, start, start.server, ['askPreVote']);
  if (asked === undefined) return chain.map(causeOf);
  const meanwhile = transitionsBetween(trace, asked.at - 1, start.at);
  const counted = meanwhile
    .filter(({ server, rules }) => server === start.server && rules.includes('countPreVote'))
    .map(({ flight }) => flight?.packet.from);
  const granted = meanwhile.filter(
    ({ server, rules, flight }) =>
      rules.includes('grantPreVote') && flight?.packet.from === start.server && counted.includes(server ?? 0),
  );
  const said = granted.map((transition): Cause => ({ transition, topic: 'grantPreVote' }));
  return [{ transition: asked, topic: 'askPreVote' }, ...said];
}

/** The leader that hands over: when it began to, and when the other had all entries. */
export function withHandover(trace: Trace, start: Transition, chain: readonly Transition[]): readonly Cause[] {
  const leader = start.flight?.packet.from ?? 0;
  const told = lastFiring(trace, start, leader, ['sendTimeoutNow']);
  if (told === undefined) return chain.map(causeOf);
  const began = since(trace, told, HANDOVER) ?? [];
  return [...began, { transition: told, topic: 'sendTimeoutNow' }];
}
