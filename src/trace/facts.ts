/** The facts about one transition, of which i18n makes sentences. A number is 0, a list empty, a text '' for nothing. */
import { isHeartbeat, type ServerId } from '../raft';
import type { Cluster, Packet, Run, Transition } from '../sim';
import { changeFacts } from './facts-changes';
import { countFacts } from './facts-counts';
import { optionChanges } from './facts-options';
import { type Because, describeOperation, type Facts, NOTHING, type Some, votersOf } from './facts-shape';
import type { Topic } from './topics';

export { describeOperation, type Facts } from './facts-shape';

/**
 * The facts of a transition under a topic.
 *
 * @param cluster the cluster right after it; its hosts say who voted and who stores what
 * @param run says which options an action changed; null: not known
 */
export function factsOf(transition: Transition, topic: Topic, cluster: Cluster, run: Run | null = null): Facts {
  const host = transition.server === null ? null : cluster.hosts[transition.server - 1];
  return {
    ...NOTHING,
    servers: cluster.hosts.length,
    ...serverFacts(transition),
    ...packetFacts(transition),
    ...actionFacts(transition, cluster, run),
    ...clientFacts(transition),
    ...changeFacts(transition, topic, cluster.options),
    ...(host === null ? {} : countFacts(transition, topic, host, cluster)),
  };
}

function serverFacts({ server, before, after }: Transition): Some {
  if (server === null || before === null || after === null) return {};
  return {
    server,
    term: after.currentTerm,
    oldTerm: before.currentTerm,
    role: before.role,
    newRole: after.role,
    ...votersOf(before.configuration),
    oldVoters: before.configuration.voters,
    base: after.snapshot?.last.index ?? 0,
    votedFor: after.votedFor ?? 0,
    ownIndex: before.log.index,
    ownTerm: before.log.term,
  };
}

function packetFacts({ kind, flight, events, before }: Transition): Some {
  if (flight === null) return {};
  const { packet } = flight;
  const some: Some = { message: packet.type };
  const [from, to] = [
    packet.type === 'ClientRequest' ? 0 : packet.from,
    packet.type === 'ClientResponse' ? 0 : packet.to,
  ];
  if (kind === 'lose' || kind === 'wait') Object.assign(some, { server: from, other: to });
  else some.other = from;
  const lost = events.find((event) => event.type === 'lose');
  if (lost !== undefined) some.reason = lost.reason;
  if (packet.type === 'ClientRequest') {
    const { operation } = packet.command;
    const key = operation.type === 'read' ? operation.key : '';
    return { ...some, client: packet.from, command: describeOperation(operation), key };
  }
  if (packet.type === 'ClientResponse') return { ...some, client: packet.to, leader: leaderIn(packet) };
  some.otherTerm = packet.term;
  some.heartbeat = isHeartbeat(packet);
  if (packet.type === 'PreVote' || packet.type === 'PreVoteResponse') some.nextTerm = packet.nextTerm;
  if (packet.type === 'RequestVote' || packet.type === 'PreVote') {
    return { ...some, lastIndex: packet.lastLogIndex, lastTerm: packet.lastLogTerm };
  }
  if (packet.type === 'InstallSnapshot') return { ...some, index: packet.lastIncludedIndex };
  if (packet.type === 'AppendEntriesResponse' || packet.type === 'InstallSnapshotResponse')
    return { ...some, index: packet.matchIndex };
  if (packet.type !== 'AppendEntries' || before === null) return some;
  return { ...some, index: packet.prevLogIndex };
}

function leaderIn(packet: Extract<Packet, { type: 'ClientResponse' }>): ServerId {
  return packet.answer.type === 'redirect' ? (packet.answer.leader ?? 0) : packet.from;
}

function actionFacts({ action, before, events }: Transition, cluster: Cluster, run: Run | null): Some {
  if (action === null) return {};
  switch (action.type) {
    case 'clientRequest':
      return { client: action.client, command: describeOperation(action.operation), other: action.to ?? 0 };
    case 'crashClient':
      return { client: action.client };
    case 'restartClient':
      return { client: action.client, count: events.filter(({ type }) => type === 'send').length };
    case 'partition': {
      const named = action.groups.filter((group) => group.length > 0);
      const rest = cluster.hosts.map(({ id }) => id).filter((id) => !named.some((group) => group.includes(id)));
      return { groups: rest.length > 0 ? [...named, rest] : named };
    }
    case 'setOptions':
      return run === null ? {} : { changes: optionChanges(run, action) };
    case 'addServer':
      return { server: cluster.hosts.length };
    case 'changeMembers':
    case 'transfer':
    case 'compact':
      return { target: action.type === 'transfer' ? action.to : 0, because: groundOf(before) };
    default:
      return 'from' in action ? { server: action.from, other: action.to } : {};
  }
}

/** Why nothing came of what a server was asked, if nothing did. */
function groundOf(before: Transition['before']): Because {
  if (before?.status !== 'up') return 'down';
  return before.role === 'leader' ? 'idle' : 'notLeader';
}

function clientFacts({ client, events, kind }: Transition): Some {
  if (client === null) return {};
  const some: Some = { client };
  for (const event of events) {
    if (event.type === 'invoke' || event.type === 'return') some.command = describeOperation(event.operation);
    if (event.type !== 'send' || event.flight.packet.type !== 'ClientRequest') continue;
    some.command = describeOperation(event.flight.packet.command.operation);
    if (kind === 'client') some.other = event.flight.packet.to;
  }
  return some;
}
