/** What led to a transition: the chain of its causes, and where a topic has more of a story than that, the story. */
import type { ServerId } from '../raft';
import { type Cluster, localClock, type Transition } from '../sim';
import { answeredTo, withAnswers, withCommit, withCopies, withLastAnswers, withSnapshot } from './chains-decisions';
import { withHandover, withPreVotes, withVotes } from './chains-elections';
import { beforeTimeout } from './chains-timers';
import type { Facts } from './facts';
import type { Some } from './facts-shape';
import { type Cause, causeOf, chainOf, earlier, HANDOVER, lastFiring, since } from './past';
import type { Topic } from './topics';
import type { Trace } from './trace';

/** What led to a transition, in order of time; where it began with a timer, also why that ran out. */
export function leadingTo(trace: Trace, transition: Transition, topic: Topic, facts: Facts): readonly Cause[] {
  const story = storyOf(trace, transition, topic, facts);
  const first = story[0]?.transition ?? transition;
  return first.kind === 'electionTimeout' ? [...beforeTimeout(trace, first), ...story] : story;
}

function storyOf(trace: Trace, transition: Transition, topic: Topic, facts: Facts): readonly Cause[] {
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
    case 'nextRound':
    case 'giveUpCatchUp':
      return since(trace, transition, ['catchUp']) ?? chain.map(causeOf);
    case 'beginJoint':
    case 'changeMember':
      // Where nobody is new, nobody has caught up.
      if (!transition.rules.includes('caughtUp')) return chain.map(causeOf);
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
        if (answeredTo(other, server) === null || packet === undefined || !('stamp' in packet)) continue;
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
