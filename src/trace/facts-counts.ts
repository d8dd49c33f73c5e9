/** Facts that the cluster right after a transition gives: who voted, who stores what, whom the server sends to. */
import {
  type Configuration,
  confirmedStamp,
  entryAt,
  isOff,
  isUpToDate,
  majority,
  membersOf,
  type Options,
  reachedByQuorum,
  type Server,
  type ServerId,
} from '../raft';
import type { Cluster, Host, Packet, Transition } from '../sim';
import { type Because, describeOperation, type Some } from './facts-shape';
import type { Topic } from './topics';

export function countFacts(transition: Transition, topic: Topic, host: Host, cluster: Cluster): Some {
  const { server } = host;
  const configuration = transition.before?.configuration ?? server.configuration;
  switch (topic) {
    case 'sawLeader':
      return { members: server.votesGranted.toSorted((a, b) => a - b) };
    case 'winElection':
    case 'countVote':
    case 'countPreVote':
    case 'countRefusal':
      return tally(configuration, server, (id) => server.votesGranted.includes(id));
    case 'commitByCounting':
      return {
        ...tally(configuration, server, (id) => server.matchIndex[id] >= server.commitIndex),
        otherTerm: entryAt(server.log, server.commitIndex)?.term ?? 0,
        broken: isOff(server.options, 'countSentAsAcked') ? 'countSentAsAcked' : '',
      };
    case 'holdBackOldTerm': {
      const half = isOff(server.options, 'quorumHalf');
      const index = reachedByQuorum(configuration, server.matchIndex, half);
      return { index, otherTerm: entryAt(server.log, index)?.term ?? 0 };
    }
    case 'sendEntries':
    case 'sendSnapshot':
      return sentFacts(packetsOf(transition, host), topic);
    case 'redirectClient':
    case 'ignoreWhileLed':
      return { leader: server.leader ?? 0 };
    case 'refusePreVote':
      return { leader: server.leader ?? 0, because: groundOfRefusal(transition, server) };
    case 'stepBack':
    case 'jumpBack':
      return { index: triedIndex(transition, server) };
    case 'respondAfterApply':
      return answeredFacts(transition, host);
    case 'serveRead':
    case 'readByLease':
      return readFacts(transition, topic, host, cluster);
    default:
      return dutyFacts(transition, topic, host);
  }
}

/** Handing over, and newcomers that catch up. */
function dutyFacts(transition: Transition, topic: Topic, host: Host): Some {
  const { server } = host;
  switch (topic) {
    case 'beginTransfer':
    case 'sendTimeoutNow':
    case 'holdForTransfer':
    case 'yieldToPriority': {
      const target = targetOf(transition, host);
      const { priorities } = server.options;
      const [priority, ownPriority] = [priorities[target - 1] ?? 0, priorities[server.id - 1] ?? 0];
      return { target, index: server.log.index, priority, ownPriority };
    }
    case 'nextRound':
      return {
        newcomers: server.catchUp?.newcomers ?? [],
        round: server.catchUp?.round ?? 0,
        index: server.catchUp?.target ?? 0,
      };
    case 'refuseSecondChange':
      return {
        because: groundOfSecond(server),
        newcomers: server.catchUp?.newcomers ?? [],
        index: server.configurationIndex,
      };
    default:
      return {};
  }
}

/** Who has said yes, of each half of the configuration, and how many are needed. */
function tally(configuration: Configuration, { options }: Server, has: (id: ServerId) => boolean): Some {
  const next = configuration.next ?? [];
  return {
    members: membersOf(configuration).filter(has),
    count: configuration.voters.filter(has).length,
    majority: needed(configuration.voters, options),
    nextCount: next.filter(has).length,
    nextMajority: next.length === 0 ? 0 : needed(next, options),
  };
}

function needed(voters: readonly ServerId[], options: Options): number {
  return isOff(options, 'quorumHalf') ? Math.ceil(voters.length / 2) : majority({ voters, next: null });
}

/** What the server sent, or will send when its disk is ready. */
function packetsOf({ events }: Transition, { outbox }: Host): readonly Packet[] {
  return [...events.flatMap((event) => (event.type === 'send' ? [event.flight.packet] : [])), ...outbox];
}

function sentFacts(packets: readonly Packet[], topic: Topic): Some {
  const others = new Set<ServerId>();
  let from = Number.POSITIVE_INFINITY;
  let index = 0;
  for (const packet of packets) {
    if (topic === 'sendSnapshot' && packet.type === 'InstallSnapshot') {
      others.add(packet.to);
      index = packet.lastIncludedIndex;
    } else if (topic === 'sendEntries' && packet.type === 'AppendEntries' && packet.entries.length > 0) {
      others.add(packet.to);
      from = Math.min(from, packet.prevLogIndex + 1);
      index = Math.max(index, packet.prevLogIndex + packet.entries.length);
    }
  }
  if (others.size === 0) return {};
  return { others: [...others].sort((a, b) => a - b), index, from: Number.isFinite(from) ? from : 0 };
}

/** Where the leader tries next with the server that refused. */
function triedIndex({ events, flight }: Transition, { nextIndex }: Server): number {
  const sent = events.find((event) => event.type === 'send')?.flight.packet;
  if (sent?.type === 'AppendEntries') return sent.prevLogIndex + 1;
  return nextIndex[flight?.packet.from ?? 0] ?? 0;
}

/** Why a pre-vote was refused: a leader that is heard says most, then the log, then the term. */
function groundOfRefusal({ flight }: Transition, server: Server): Because {
  const packet = flight?.packet;
  if (packet?.type !== 'PreVote') return '';
  const { clock, leaderHeardAt, electionMin, role } = server;
  const isHeld =
    clock - leaderHeardAt < electionMin || (role === 'leader' && clock - confirmedStamp(server) < electionMin);
  if (isHeld) return 'leader';
  return isUpToDate(packet.lastLogTerm, packet.lastLogIndex, server.log) ? 'term' : 'log';
}

function groundOfSecond({ catchUp, configuration }: Server): Because {
  if (catchUp !== null) return 'catchUp';
  return configuration.next === null ? 'pending' : 'joint';
}

/** The client that was answered, which is not always that of the first entry applied. */
function answeredFacts(transition: Transition, host: Host): Some {
  for (const packet of packetsOf(transition, host)) {
    if (packet.type !== 'ClientResponse' || packet.answer.type !== 'done') continue;
    return { index: packet.answer.index, client: packet.to };
  }
  return {};
}

/** The read that was answered, and who has confirmed the leader since it came. */
function readFacts(transition: Transition, topic: Topic, host: Host, { clients }: Cluster): Some {
  const { server } = host;
  const configuration = transition.before?.configuration ?? server.configuration;
  const confirmed = reachedByQuorum(configuration, server.ackedStamp);
  const counted = tally(configuration, server, (id) => server.ackedStamp[id] >= confirmed);
  const isCareless = topic === 'readByLease' && isOff(server.options, 'leaseDrift');
  const some: Some = { ...counted, broken: isCareless ? 'leaseDrift' : '' };
  for (const packet of packetsOf(transition, host)) {
    if (packet.type !== 'ClientResponse') continue;
    const asked = clients[packet.to - 1]?.pending.find(({ serial }) => serial === packet.serial);
    some.client = packet.to;
    if (asked?.operation.type !== 'read') continue;
    return { ...some, command: describeOperation(asked.operation), key: asked.operation.key };
  }
  return some;
}

function targetOf(transition: Transition, host: Host): ServerId {
  const { action } = transition;
  if (action?.type === 'transfer') return action.to;
  const told = packetsOf(transition, host).find(({ type }) => type === 'TimeoutNow');
  return told?.to ?? host.server.transfer?.to ?? 0;
}
