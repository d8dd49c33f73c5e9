/** Why an election timer ran out: what it was waiting for, and why that did not come. */
import type { ServerId } from '../raft';
import type { Transition } from '../sim';
import { transitionOf, transitionsBetween } from './history';
import { type Cause, causeOf } from './past';
import type { Trace } from './trace';

/** How many elections that came to nothing are looked back through. */
const ELECTIONS = 4;

/**
 * When the server last heard from its leader, and what kept the leader from being heard since; where it stood for
 * election in between, or voted for another, that too. Empty where the timer was set by nothing of the kind.
 */
export function beforeTimeout(trace: Trace, timeout: Transition, depth = ELECTIONS): readonly Cause[] {
  const { server } = timeout;
  const reset = transitionOf(trace, timeout.cause);
  if (server === null || reset === null) return [];
  if (reset.kind === 'electionTimeout') {
    const before = depth > 0 ? beforeTimeout(trace, reset, depth - 1) : [];
    // Of several elections in vain the first one says enough.
    const isToldAlready = before.at(-1)?.topic === 'electionTimer';
    return isToldAlready ? before : [...before, { transition: reset, topic: 'electionTimer' }];
  }
  if (reset.rules.includes('resetTimerByVote')) return [{ transition: reset, topic: 'grantVote' }];
  if (!reset.rules.includes('resetTimerByLeader')) return [];
  const leader = reset.flight?.packet.from ?? 0;
  const since = transitionsBetween(trace, reset.at, timeout.at);
  const kept =
    since.findLast((other) => isLostTo(other, leader, server)) ?? since.findLast((other) => fell(other, leader));
  return [{ transition: reset, topic: 'lastHeard' }, ...(kept === undefined ? [] : [causeOf(kept)])];
}

/** What the leader sent to the server was lost. */
function isLostTo({ kind, flight }: Transition, leader: ServerId, server: ServerId): boolean {
  if (kind !== 'lose' || flight === null) return false;
  const { packet } = flight;
  const renews = packet.type === 'AppendEntries' || packet.type === 'InstallSnapshot';
  return renews && packet.from === leader && packet.to === server;
}

/** The leader stopped: it crashed, was paused, or is not the leader any more. */
function fell({ server, action, before, after }: Transition, leader: ServerId): boolean {
  if (server !== leader) return false;
  return (
    action?.type === 'crash' || action?.type === 'pause' || (before?.role === 'leader' && after?.role !== 'leader')
  );
}
