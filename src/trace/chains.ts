/** What led to a transition: the chain of its causes, and where a topic has more of a story than that, the story. */
import type { RuleId, ServerId } from '../raft';
import { type ActionType, type Cluster, localClock, type Microseconds, type Transition } from '../sim';
import { growth } from './changes';
import type { Facts } from './facts';
import type { Some } from './facts-shape';
import { causes, transitionOf, transitionsBetween } from './history';
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

const causeOf = (transition: Transition): Cause => ({ transition, topic: topicOf(transition) });

/** What led to a transition, in order of time. */
export function leadingTo(trace: Trace, transition: Transition, topic: Topic, facts: Facts): readonly Cause[] {
  const chain = chainOf(trace, transition);
  switch (topic) {
    case 'winElection':
      return withVotes(trace, transition, chain, facts);
    case 'beginElection':
      return facts.because === 'preVotes' ? withPreVotes(trace, transition, chain) : chain.map(causeOf);
    case 'electAtOnce':
      return withHandover(trace, transition, chain);
    case 'sendTimeoutNow':
    case 'abandonTransfer':
      return since(trace, transition, HANDOVER) ?? chain.map(causeOf);
    case 'commitByCounting':
      return withCopies(trace, transition, chain, facts, facts.index);
    case 'leaveJoint':
    case 'leaveCluster':
      return withCommit(trace, transition, chain);
    case 'beginJoint':
    case 'changeMember':
    case 'nextRound':
    case 'giveUpCatchUp':
      return since(trace, transition, ['catchUp']) ?? chain.map(causeOf);
    case 'serveRead':
      return withAnswers(trace, transition, chain, facts);
    case 'quorumLost':
      return withLastAnswers(trace, transition, facts);
    case 'installSnapshot':
      return withSnapshot(trace, chain);
    default:
      return chain.map(causeOf);
  }
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

/** The transitions up to and including one, as far back as is told. */
function earlier(trace: Trace, { at }: Transition, lookback = LOOKBACK): readonly Transition[] {
  return transitionsBetween(trace, at - lookback, at);
}

/** The last time that one of the rules fired at a server, up to and including a transition. */
function lastFiring(
  trace: Trace,
  transition: Transition,
  server: ServerId | null,
  rules: readonly RuleId[],
): Transition | undefined {
  const fired = (other: Transition) =>
    other.server === server && rules.some((rule) => other.rules.includes(rule)) && other.seq <= transition.seq;
  return earlier(trace, transition).findLast(fired) ?? earlier(trace, transition, FAR).findLast(fired);
}

const HANDOVER: readonly RuleId[] = ['yieldToPriority', 'beginTransfer'];

/** What the same server began by one of the rules; null when that cannot be found. */
function since(trace: Trace, transition: Transition, rules: readonly RuleId[]): readonly Cause[] | null {
  const began = lastFiring(trace, transition, transition.server, rules);
  if (began === undefined) return null;
  const topic = rules.find((rule) => began.rules.includes(rule));
  return [{ transition: began, topic: topic ?? topicOf(began) }];
}

// Elections.

/** An election: its beginning and every vote that counted. */
function withVotes(
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

/** The question whether it could win, and every pre-vote for it. */
function withPreVotes(trace: Trace, start: Transition, chain: readonly Transition[]): readonly Cause[] {
  const asked = lastFiring(trace, start, start.server, ['askPreVote']);
  if (asked === undefined) return chain.map(causeOf);
  const granted = transitionsBetween(trace, asked.at, start.at).filter(
    ({ rules, flight }) => rules.includes('grantPreVote') && flight?.packet.from === start.server,
  );
  const said = granted.map((transition): Cause => ({ transition, topic: 'grantPreVote' }));
  return [{ transition: asked, topic: 'askPreVote' }, ...said];
}

/** The leader that hands over: when it began to, and when the other had all entries. */
function withHandover(trace: Trace, start: Transition, chain: readonly Transition[]): readonly Cause[] {
  const leader = start.flight?.packet.from ?? 0;
  const told = lastFiring(trace, start, leader, ['sendTimeoutNow']);
  if (told === undefined) return chain.map(causeOf);
  const began = since(trace, told, HANDOVER) ?? [];
  return [...began, { transition: told, topic: 'sendTimeoutNow' }];
}

// Commits.

/** A commit: how the entry came into the leader's log, and every copy that counted. */
function withCopies(
  trace: Trace,
  transition: Transition,
  chain: readonly Transition[],
  { members, term }: Facts,
  index: number,
): readonly Cause[] {
  const copies = earlier(trace, transition).filter((other) => {
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

const COPIES = ['beginJoint', 'changeMember', 'leaveJoint', 'acceptCommand', 'appendNoop', 'appendEntries'] as const;

/** How the entry came into a log, whatever else happened in the same step. */
function copyOf(transition: Transition): Cause {
  const how = COPIES.find((id) => transition.rules.includes(id));
  return how === undefined ? causeOf(transition) : { transition, topic: how };
}

/** What follows from the commit of a configuration: its copies, and that commit, which is the same transition. */
function withCommit(trace: Trace, transition: Transition, chain: readonly Transition[]): readonly Cause[] {
  const { before, after, server } = transition;
  if (before === null || after === null || after.commitIndex === before.commitIndex) return chain.map(causeOf);
  const members = [...before.configuration.voters, ...(before.configuration.next ?? [])];
  const leader = before.currentTerm;
  const begun = lastFiring(trace, transition, server, ['beginJoint', 'changeMember', 'leaveJoint']);
  const isOther = begun !== undefined && begun.seq !== transition.seq;
  const began = isOther ? begun : lastBefore(trace, transition, server);
  const index = began === undefined ? after.commitIndex : (growth(began)?.to ?? after.commitIndex);
  const copies = earlier(trace, transition).filter((other) => {
    if (other.seq >= transition.seq || other.after?.currentTerm !== leader) return false;
    const grown = growth(other);
    return members.includes(other.server ?? 0) && grown !== null && grown.from <= index && index <= grown.to;
  });
  return [...copies.map(copyOf), { transition, topic: 'commitByCounting' }];
}

/** What the leader appended of a change before this very transition, in which it appends the next configuration. */
function lastBefore(trace: Trace, transition: Transition, server: ServerId | null): Transition | undefined {
  return earlier(trace, transition).findLast(
    (other) => other.seq < transition.seq && other.server === server && other.rules.includes('beginJoint'),
  );
}

// Reads, quorums, snapshots.

/** A read: when it came, and who has heard from the leader since. */
function withAnswers(
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

/** The last answer of each voter that is not heard any more, and what happened to the network since. */
function withLastAnswers(
  trace: Trace,
  transition: Transition,
  { voters, nextVoters, members }: Facts,
): readonly Cause[] {
  const silent = new Set([...voters, ...nextVoters].filter((id) => !members.includes(id)));
  const past = earlier(trace, transition);
  const found: Cause[] = [];
  for (const other of past.toReversed()) {
    if (other.action !== null && DISTURBANCES.includes(other.action.type)) found.push(causeOf(other));
    const from = answeredTo(other, transition.server);
    if (from !== null && silent.delete(from)) found.push({ transition: other, topic: 'lastAnswer' });
  }
  return found.reverse();
}

/** Who answered a leader by the message that was delivered, or null. */
function answeredTo({ kind, server, flight }: Transition, leader: ServerId | null): ServerId | null {
  const packet = flight?.packet;
  const isAnswer = packet?.type === 'AppendEntriesResponse' || packet?.type === 'InstallSnapshotResponse';
  return kind === 'deliver' && server === leader && isAnswer ? packet.from : null;
}

/** A snapshot that is taken over: when the leader took it, and when it was sent. */
function withSnapshot(trace: Trace, chain: readonly Transition[]): readonly Cause[] {
  const sent = chain.find(({ rules }) => rules.includes('sendSnapshot'));
  if (sent === undefined) return chain.map(causeOf);
  const taken = lastFiring(trace, sent, sent.server, ['takeSnapshot']);
  const before: Cause[] = taken === undefined ? [] : [{ transition: taken, topic: 'takeSnapshot' }];
  return [...before, { transition: sent, topic: 'sendSnapshot' }];
}

/** Facts that only the past knows, because the server has forgotten them in this very transition. */
export function remembered(trace: Trace, transition: Transition, topic: Topic, cluster: Cluster): Some {
  const { server, at } = transition;
  switch (topic) {
    case 'quorumLost': {
      const host = cluster.hosts[(server ?? 0) - 1];
      const limit = localClock(host, at) - cluster.timing.electionMin;
      const members = new Set<ServerId>([host.id]);
      for (const other of earlier(trace, transition)) {
        const packet = other.flight?.packet;
        const isAnswer = packet?.type === 'AppendEntriesResponse' || packet?.type === 'InstallSnapshotResponse';
        if (other.kind !== 'deliver' || other.server !== server || !isAnswer) continue;
        if (packet.term === transition.before?.currentTerm && packet.stamp > limit) members.add(packet.from);
      }
      return { members: [...members].sort((a, b) => a - b) };
    }
    case 'abandonTransfer': {
      const action = lastFiring(trace, transition, server, ['beginTransfer']);
      return action === undefined ? {} : { target: handedTo(action) };
    }
    case 'giveUpCatchUp': {
      const began = lastFiring(trace, transition, server, ['catchUp']);
      const members = began?.before?.configuration.voters ?? [];
      if (began?.action?.type !== 'changeMembers') return {};
      return { newcomers: began.action.voters.filter((id) => !members.includes(id)) };
    }
    default:
      return {};
  }
}

function handedTo({ action, events }: Transition): ServerId {
  if (action?.type === 'transfer') return action.to;
  for (const event of events) {
    if (event.type === 'send' && event.flight.packet.type === 'TimeoutNow') return event.flight.packet.to;
  }
  return 0;
}
