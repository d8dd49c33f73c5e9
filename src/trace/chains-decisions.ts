/** How decisions come about: commits, configurations, reads; and how a leader finds that it can make none. */
import { entriesBetween, membersOf, type ServerId } from '../raft';
import type { ActionType, Microseconds, Transition } from '../sim';
import { growth } from './changes';
import type { Facts } from './facts';
import { transitionOf, transitionsBetween } from './history';
import { type Cause, causeOf, earlier, lastFiring } from './past';
import type { Trace } from './trace';

/** A commit: how the entry came into the leader's log, and every copy that counted. */
export function withCopies(
  trace: Trace,
  transition: Transition,
  chain: readonly Transition[],
  { members, term }: Facts,
  index: number,
): readonly Cause[] {
  const copies = copiesOf(trace, transition, term, members, index);
  const [first] = copies;
  if (first === undefined) return chain.map(causeOf);
  const asked = first.rules.includes('acceptCommand') ? transitionOf(trace, first.cause) : null;
  const isOutside = asked?.kind === 'client' || asked?.kind === 'action';
  return [...(asked !== null && isOutside ? [causeOf(asked)] : []), ...copies.map(copyOf)];
}

/** When the entry came into the logs of members, and of the leader, who need not be one, in its term. */
function copiesOf(
  trace: Trace,
  transition: Transition,
  term: number,
  members: readonly ServerId[],
  index: number,
): readonly Transition[] {
  return earlier(trace, transition).filter((other) => {
    const isCounted = members.includes(other.server ?? 0) || other.server === transition.server;
    if (other.after?.currentTerm !== term || !isCounted) return false;
    const grown = growth(other);
    return grown !== null && grown.from <= index && index <= grown.to;
  });
}

const COPIES = ['beginJoint', 'changeMember', 'leaveJoint', 'acceptCommand', 'appendNoop', 'appendEntries'] as const;

/** How the entry came into a log, whatever else happened in the same step. */
function copyOf(transition: Transition): Cause {
  const how = COPIES.find((id) => transition.rules.includes(id));
  return how === undefined ? causeOf(transition) : { transition, topic: how };
}

/** What follows from the commit of a configuration: its copies, and that commit, which is the same transition. */
export function withCommit(trace: Trace, transition: Transition, chain: readonly Transition[]): readonly Cause[] {
  const { before, after } = transition;
  if (before === null || after === null) return chain.map(causeOf);
  const committed = entriesBetween(before.log, before.commitIndex + 1, after.commitIndex);
  const entry = committed.findLast(({ command }) => command.type === 'configuration');
  // A leader may also leave before the commit, where that rule is broken.
  if (entry === undefined) return chain.map(causeOf);
  const members = membersOf(before.configuration);
  const copies = copiesOf(trace, transition, entry.term, members, entry.index);
  return [...copies.map(copyOf), { transition, topic: 'commitByCounting' }];
}

/** A read: when it came, and who has heard from the leader since. */
export function withAnswers(
  trace: Trace,
  transition: Transition,
  chain: readonly Transition[],
  { client, members }: Facts,
): readonly Cause[] {
  const began = earlier(trace, transition).findLast(
    ({ server, rules, flight }) =>
      server === transition.server &&
      rules.includes('beginRead') &&
      flight?.packet.type === 'ClientRequest' &&
      flight.packet.from === client,
  );
  if (began === undefined) return chain.map(causeOf);
  const heard = new Map<ServerId, Transition>();
  for (const other of transitionsBetween(trace, began.at, transition.at)) {
    const { server, flight, kind } = other;
    if (kind !== 'deliver' || server === null || !members.includes(server) || heard.has(server)) continue;
    const packet = flight?.packet;
    if (packet?.type !== 'AppendEntries' || packet.from !== transition.server) continue;
    // What was sent before the read came proves nothing.
    if (flight !== null && flight.cause >= began.seq) heard.set(server, other);
  }
  return [{ transition: began, topic: 'beginRead' }, ...[...heard.values()].map(causeOf)];
}

/** What may keep answers from arriving. */
const DISTURBANCES: readonly ActionType[] = ['crash', 'pause', 'partition', 'isolate', 'cut', 'hold'];

/** An answer under way may arrive so long after a disturbance. */
const BEFORE: Microseconds = 100_000;

/** The last answer of each voter that is not heard any more, and what happened to the network since. */
export function withLastAnswers(
  trace: Trace,
  transition: Transition,
  { voters, nextVoters, members }: Facts,
): readonly Cause[] {
  const silent = new Set([...voters, ...nextVoters].filter((id) => !members.includes(id)));
  const past = earlier(trace, transition);
  const answers: Cause[] = [];
  for (const other of past.toReversed()) {
    const from = answeredTo(other, transition.server);
    if (from !== null && silent.delete(from)) answers.unshift({ transition: other, topic: 'lastAnswer' });
  }
  const heardUntil = answers[0]?.transition.at ?? 0;
  const disturbed = past.filter(
    ({ action, at }) => action !== null && at > heardUntil - BEFORE && DISTURBANCES.includes(action.type),
  );
  return [...answers, ...disturbed.map(causeOf)].sort((a, b) => a.transition.seq - b.transition.seq);
}

/** Who answered a leader by the message that was delivered, or null. */
export function answeredTo({ kind, server, flight }: Transition, leader: ServerId | null): ServerId | null {
  const packet = flight?.packet;
  const isAnswer = packet?.type === 'AppendEntriesResponse' || packet?.type === 'InstallSnapshotResponse';
  return kind === 'deliver' && server === leader && isAnswer ? packet.from : null;
}

/** A snapshot that is taken over: when the leader took it, and when it was sent. */
export function withSnapshot(trace: Trace, chain: readonly Transition[]): readonly Cause[] {
  const sent = chain.find(({ rules }) => rules.includes('sendSnapshot'));
  if (sent === undefined) return chain.map(causeOf);
  const taken = lastFiring(trace, sent, sent.server, ['takeSnapshot']);
  const before: Cause[] = taken === undefined ? [] : [{ transition: taken, topic: 'takeSnapshot' }];
  return [...before, { transition: sent, topic: 'sendSnapshot' }];
}
