/** From a cluster and what has just happened to what can be seen. */
import {
  baseIndex,
  hasLease,
  isHeartbeat,
  isMember,
  type Message,
  majority,
  type PreVoteResponse,
  type RequestVoteResponse,
  type Term,
  verdictOf,
} from '../raft';
import {
  type Cluster,
  contentsOf,
  type Flight,
  type Host,
  isBetweenServers,
  localClock,
  type Microseconds,
  type Packet,
  type Transition,
  votersAtFirst,
} from '../sim';
import { commitChange, growth, truncation } from './changes';
import {
  DELIVERY_TIME,
  ECHO_TIME,
  type Echo,
  type Frame,
  type LeaderDuties,
  type Membership,
  type MessageView,
  type ServerView,
  type TimerView,
  type VoteState,
} from './frame';
import { clusterAt, transitionsBetween } from './history';
import type { Trace } from './trace';

const NEVER = Number.POSITIVE_INFINITY;
const NO_TERMS: readonly Term[] = [];

/** All that can be seen at a time: a pure function of the trace's run and the time. */
export function frameAt(trace: Trace, time: Microseconds): Frame {
  const cluster = clusterAt(trace, time);
  return {
    time,
    transitions: cluster.transitions,
    servers: cluster.hosts.map((host) => viewServer(cluster, host, time)),
    messages: viewMessages(cluster, time),
    echoes: echoesOf(transitionsBetween(trace, time - ECHO_TIME, time), time),
    network: { ...cluster.network, sent: cluster.network.sent.slice() },
    clients: cluster.clients.map((client) => ({ ...client })),
    timing: cluster.timing,
    options: cluster.options,
    firstVoters: votersAtFirst(trace.run.config),
  };
}

function viewServer(cluster: Cluster, host: Host, time: Microseconds): ServerView {
  const { server, status } = host;
  const leads = server.role === 'leader';
  return {
    id: host.id,
    status,
    role: server.role,
    term: server.currentTerm,
    votedFor: server.votedFor,
    leader: server.leader,
    commitIndex: server.commitIndex,
    lastApplied: server.lastApplied,
    log: server.log,
    durable: host.durable,
    timer: viewTimer(host, time),
    votes: server.role === 'candidate' || server.role === 'precandidate' ? viewVotes(cluster, host) : null,
    majority: majority(server.configuration),
    configuration: server.configuration,
    configurationIndex: server.configurationIndex,
    membership: membershipOf(cluster, host),
    base: baseIndex(server),
    duties: leads ? viewDuties(host, time) : null,
    nextIndex: leads ? server.nextIndex.slice() : null,
    matchIndex: leads ? server.matchIndex.slice() : null,
    isolated: cluster.network.isolated[host.id - 1],
    writing: host.writeDoneAt === NEVER ? null : portion(host.writeStartedAt, host.writeDoneAt, time),
    waiting: host.inbox.length,
    outgoing: host.outbox.length,
    clockRate: host.clockRate,
    clockOffset: host.clockOffset,
    values: contentsOf(host.store),
  };
}

function viewDuties(host: Host, time: Microseconds): LeaderDuties {
  const { transfer, catchUp, reads } = host.server;
  return {
    transferTo: transfer?.to ?? null,
    catchUp,
    readsWaiting: reads.length,
    hasLease: hasLease(host.server, localClock(host, time)),
  };
}

/** Its own log says whether it votes; whether it is on the way to that, a leader says. */
function membershipOf({ hosts }: Cluster, { id, server }: Host): Membership {
  if (isMember(server.configuration, id)) return 'voter';
  const isTaken = hosts.some(
    ({ server: other }) => other.role === 'leader' && (other.catchUp?.newcomers.includes(id) ?? false),
  );
  return isTaken ? 'learner' : 'spare';
}

function viewTimer(host: Host, time: Microseconds): TimerView | null {
  if (host.status === 'crashed') return null;
  const leads = host.server.role === 'leader';
  const at = leads ? host.heartbeatAt : host.electionAt;
  if (at === NEVER) return null;
  const setAt = leads ? host.heartbeatSetAt : host.electionSetAt;
  const total = Math.max(1, at - setAt);
  const remaining = Math.max(0, at - time);
  return {
    kind: leads ? 'heartbeat' : 'election',
    remaining,
    total,
    fraction: Math.min(1, remaining / total),
    age: time - setAt,
  };
}

/** What became of each server's vote in the candidate's election, answers on their way included. */
function viewVotes(cluster: Cluster, host: Host): VoteState[] {
  const { server } = host;
  const votes = cluster.hosts.map(({ id }): VoteState => {
    if (server.votesGranted.includes(id)) return 'granted';
    return server.votesRefused.includes(id) ? 'refused' : 'unknown';
  });
  const note = (packet: Packet): void => {
    if (!answersElection(packet, host)) return;
    if (votes[packet.from - 1] === 'unknown') votes[packet.from - 1] = packet.voteGranted ? 'granting' : 'refusing';
  };
  for (const { packet } of cluster.flights) note(packet);
  for (const { packet } of cluster.held) note(packet);
  for (const { packet } of host.inbox) note(packet);
  for (const { outbox } of cluster.hosts) for (const packet of outbox) note(packet);
  return votes;
}

/** An answer to the candidacy, or to the question that precedes it, as it stands now. */
function answersElection(packet: Packet, { id, server }: Host): packet is RequestVoteResponse | PreVoteResponse {
  if (packet.to !== id) return false;
  if (server.role === 'precandidate') {
    return packet.type === 'PreVoteResponse' && packet.nextTerm === server.currentTerm + 1;
  }
  return packet.type === 'RequestVoteResponse' && packet.term === server.currentTerm;
}

function viewMessages(cluster: Cluster, time: Microseconds): MessageView[] {
  const views: MessageView[] = [];
  for (const flight of cluster.flights) pushView(views, flight, 'flying', time);
  for (const flight of cluster.held) pushView(views, flight, 'held', time);
  for (const host of cluster.hosts) for (const flight of host.inbox) pushView(views, flight, 'waiting', time);
  return views.sort((a, b) => a.key - b.key);
}

function pushView(views: MessageView[], flight: Flight, phase: MessageView['phase'], time: Microseconds): void {
  if (isBetweenServers(flight.packet)) views.push(viewMessage(flight, flight.packet, phase, time));
}

function viewMessage(flight: Flight, message: Message, phase: MessageView['phase'], time: Microseconds): MessageView {
  const { key, sentAt, arrivesAt, due, doom } = flight;
  const cut = doom === 'cut';
  return {
    key,
    message,
    from: message.from,
    to: message.to,
    progress: phase === 'flying' ? portion(sentAt, arrivesAt, time) : 1,
    phase,
    doom: cut ? 'cut' : null,
    end: cut ? portion(sentAt, arrivesAt, due) : 1,
    sentAt,
    arrivesAt,
    heartbeat: isHeartbeat(message),
    terms: message.type === 'AppendEntries' ? message.entries.map(({ term }) => term) : NO_TERMS,
    positive: verdictOf(message),
  };
}

function echoesOf(transitions: readonly Transition[], time: Microseconds): Echo[] {
  const echoes: Echo[] = [];
  for (const transition of transitions) addEchoes(echoes, transition, time - transition.at);
  return echoes;
}

function addEchoes(echoes: Echo[], transition: Transition, age: Microseconds): void {
  const { seq, server, before, after, flight } = transition;
  for (const event of transition.events) {
    if (event.type !== 'lose' || !isBetweenServers(event.flight.packet)) continue;
    const message = viewMessage(event.flight, event.flight.packet, 'flying', transition.at);
    echoes.push({ type: 'lost', age, seq, message, reason: event.reason });
  }
  if (transition.kind === 'deliver' && age <= DELIVERY_TIME && flight !== null && isBetweenServers(flight.packet)) {
    echoes.push({ type: 'delivered', age, seq, message: viewMessage(flight, flight.packet, 'flying', transition.at) });
  }
  if (server === null || before === null || after === null) return;
  if (before.status !== after.status) {
    echoes.push({ type: 'status', age, seq, server, from: before.status, to: after.status });
  }
  if (before.role !== after.role) echoes.push({ type: 'role', age, seq, server, from: before.role, to: after.role });
  const lost = truncation(transition);
  if (lost !== null) echoes.push({ type: 'truncate', age, seq, server, entries: lost.lost });
  const gained = growth(transition);
  if (gained !== null) echoes.push({ type: 'append', age, seq, server, ...gained });
  const committed = commitChange(transition);
  if (committed !== null) echoes.push({ type: 'commit', age, seq, server, ...committed });
}

/** How far `time` has come from `from` to `to`, 0 to 1. */
function portion(from: Microseconds, to: Microseconds, time: Microseconds): number {
  if (time >= to) return 1;
  return time <= from ? 0 : (time - from) / (to - from);
}
