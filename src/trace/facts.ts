/** The facts about one transition, of which i18n makes sentences. A number is 0, a list empty, a text '' for nothing. */
import { entryAt, isHeartbeat, majority, type Operation, type Role, type ServerId, type Term, termAt } from '../raft';
import type { Cluster, Host, LossReason, Packet, Transition } from '../sim';
import { commitChange, growth, truncation } from './changes';
import type { Topic } from './topics';

export interface Facts {
  /** The server that acts; of a message on its way, the sender, 0 for a client. */
  readonly server: ServerId;
  /** The server at the other end of the message, 0 for a client. */
  readonly other: ServerId;
  readonly others: readonly ServerId[];
  readonly term: Term;
  readonly oldTerm: Term;
  readonly otherTerm: Term;
  readonly index: number;
  readonly from: number;
  readonly count: number;
  readonly majority: number;
  readonly servers: number;
  readonly members: readonly ServerId[];
  readonly votedFor: ServerId;
  readonly leader: ServerId;
  readonly role: Role;
  readonly lastIndex: number;
  readonly lastTerm: Term;
  readonly ownIndex: number;
  readonly ownTerm: Term;
  readonly client: number;
  readonly command: string;
  readonly message: Packet['type'];
  readonly heartbeat: boolean;
  readonly reason: LossReason;
  readonly groups: readonly (readonly ServerId[])[];
}

type Some = { -readonly [Name in keyof Facts]?: Facts[Name] };

const NOTHING: Facts = {
  server: 0,
  other: 0,
  others: [],
  term: 0,
  oldTerm: 0,
  otherTerm: 0,
  index: 0,
  from: 0,
  count: 0,
  majority: 0,
  servers: 0,
  members: [],
  votedFor: 0,
  leader: 0,
  role: 'follower',
  lastIndex: 0,
  lastTerm: 0,
  ownIndex: 0,
  ownTerm: 0,
  client: 0,
  command: '',
  message: 'AppendEntries',
  heartbeat: false,
  reason: 'loss',
  groups: [],
};

/**
 * The facts of a transition under a topic.
 *
 * @param cluster the cluster right after it; its hosts say who voted and who stores what
 */
export function factsOf(transition: Transition, topic: Topic, cluster: Cluster): Facts {
  const host = transition.server === null ? null : cluster.hosts[transition.server - 1];
  return {
    ...NOTHING,
    servers: cluster.hosts.length,
    ...serverFacts(transition),
    ...packetFacts(transition),
    ...actionFacts(transition, cluster),
    ...clientFacts(transition),
    ...changeFacts(transition, topic),
    ...(host === null ? {} : countFacts(topic, host)),
  };
}

function serverFacts({ server, before, after }: Transition): Some {
  if (server === null || before === null || after === null) return {};
  return {
    server,
    term: after.currentTerm,
    oldTerm: before.currentTerm,
    role: before.role,
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
    return { ...some, client: packet.from, command: describeOperation(packet.command.operation) };
  }
  if (packet.type === 'ClientResponse') return { ...some, client: packet.to, leader: leaderIn(packet) };
  some.otherTerm = packet.term;
  some.heartbeat = isHeartbeat(packet);
  if (packet.type === 'RequestVote') {
    return { ...some, lastIndex: packet.lastLogIndex, lastTerm: packet.lastLogTerm };
  }
  if (packet.type === 'AppendEntriesResponse') return { ...some, index: packet.matchIndex };
  if (packet.type !== 'AppendEntries' || before === null) return some;
  return { ...some, index: packet.prevLogIndex };
}

function leaderIn(packet: Extract<Packet, { type: 'ClientResponse' }>): ServerId {
  return packet.answer.type === 'redirect' ? (packet.answer.leader ?? 0) : packet.from;
}

function actionFacts({ action }: Transition, { hosts }: Cluster): Some {
  if (action === null) return {};
  if (action.type === 'clientRequest') {
    return { client: action.client, command: describeOperation(action.operation), other: action.to ?? 0 };
  }
  if (action.type === 'partition') {
    const named = action.groups.filter((group) => group.length > 0);
    const rest = hosts.map(({ id }) => id).filter((id) => !named.some((group) => group.includes(id)));
    return { groups: rest.length > 0 ? [...named, rest] : named };
  }
  return 'from' in action ? { server: action.from, other: action.to } : {};
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

/** What changed in the server, as far as the topic is about it. */
function changeFacts(transition: Transition, topic: Topic): Some {
  const { before, after, events, flight } = transition;
  if (before === null || after === null) return {};
  switch (topic) {
    case 'acceptCommand':
    case 'appendNoop':
    case 'appendEntries': {
      const grown = growth(transition);
      return grown === null ? {} : { from: grown.from, index: grown.to, count: grown.to - grown.from + 1 };
    }
    case 'truncateConflict': {
      const lost = truncation(transition);
      return lost === null ? {} : { from: lost.kept + 1, count: lost.lost.length };
    }
    case 'commitByCounting':
    case 'commitEarlier':
    case 'followCommit': {
      const committed = commitChange(transition);
      return committed === null ? {} : { from: committed.from + 1, index: committed.to };
    }
    case 'applyCommitted':
      return { from: before.lastApplied + 1, index: after.lastApplied };
    case 'initLeader':
      return { index: before.log.index + 1 };
    case 'restartFromDisk':
      return { ownIndex: after.log.index, ownTerm: after.log.term };
    case 'failConsistencyCheck': {
      if (flight?.packet.type !== 'AppendEntries') return {};
      const { prevLogIndex, prevLogTerm } = flight.packet;
      return { index: prevLogIndex, otherTerm: prevLogTerm, ownTerm: termAt(before.log, prevLogIndex) };
    }
    case 'stepBack':
    case 'jumpBack': {
      const sent = events.find((event) => event.type === 'send')?.flight.packet;
      return sent?.type === 'AppendEntries' ? { index: sent.prevLogIndex + 1 } : {};
    }
    case 'respondAfterApply': {
      const applied = events.find((event) => event.type === 'apply');
      return applied === undefined ? {} : { index: applied.entry.index, client: clientOf(applied.entry.command) };
    }
    default:
      return {};
  }
}

/** Who voted, who stores what, whom the server sends to. */
function countFacts(topic: Topic, { server }: Host): Some {
  const { voters } = server.configuration;
  const most = majority(server.configuration);
  switch (topic) {
    case 'winElection':
    case 'countVote':
    case 'countRefusal': {
      const members = [...server.votesGranted].sort((a, b) => a - b);
      return { members, count: members.length, majority: most };
    }
    case 'commitByCounting': {
      const members = voters.filter((id) => server.matchIndex[id] >= server.commitIndex);
      return { members, count: members.length, majority: most };
    }
    case 'holdBackOldTerm': {
      const stored = voters.map((id) => server.matchIndex[id] ?? 0).sort((a, b) => b - a);
      const index = stored[most - 1] ?? 0;
      return { index, otherTerm: entryAt(server.log, index)?.term ?? 0 };
    }
    case 'sendEntries': {
      const others = voters.filter((id) => id !== server.id && server.sentIndex[id] > 0);
      const from = Math.min(...others.map((id) => server.nextIndex[id]), server.log.index);
      return { others, from, index: server.log.index };
    }
    case 'redirectClient':
      return { leader: server.leader ?? 0 };
    default:
      return {};
  }
}

const clientOf = (command: { readonly type: string; readonly client?: number }): number => command.client ?? 0;

/** An operation as a reader would write it. */
export function describeOperation(operation: Operation): string {
  switch (operation.type) {
    case 'put':
      return `${operation.key}←${operation.value}`;
    case 'append':
      return `${operation.key}+${operation.value}`;
    case 'get':
    case 'read':
      return `${operation.key}?`;
    case 'inc':
      return `${operation.key}++`;
    case 'cas':
      return `${operation.key}:${operation.expected ?? '∅'}→${operation.value}`;
  }
}
