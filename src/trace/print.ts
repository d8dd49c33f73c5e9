/**
 * A run as a dialogue: a line for what happened at a server, with the rules that fired; below it, indented, what
 * changed and what was sent. Heartbeats that change nothing are left out. Golden files are made of this.
 */
import {
  baseIndex,
  type Command,
  type Configuration,
  type Entry,
  entriesBetween,
  isHeartbeat,
  type Message,
  type Operation,
  type ServerId,
} from '../raft';
import {
  type Action,
  advance,
  type Flight,
  isBetweenServers,
  type Microseconds,
  type Packet,
  type Run,
  type Summary,
  startCluster,
  type Transition,
  type TransitionEvent,
} from '../sim';
import { commitChange, growth, truncation } from './changes';

const INDENT = '            ';

/** The dialogue of a run up to a time, one fact a line. */
export function printRun(run: Run, until: Microseconds): string {
  const cluster = startCluster(run);
  const lines = cluster.hosts
    .filter(({ server }) => server.log.index > 0)
    .map(({ id, server }) => `S${id} starts with terms ${terms(entriesBetween(server.log, 1, server.log.index))}`);
  advance(cluster, run, until, (transition) => {
    if (isWorthALine(transition)) lines.push(...printTransition(transition));
  });
  for (const { id, status, server } of cluster.hosts) {
    const base = baseIndex(server);
    const kept = terms(entriesBetween(server.log, base + 1, server.log.index));
    const log = base === 0 ? kept : `snapshot ${base} then ${kept}`;
    lines.push(
      `S${id} ends ${status}, ${server.role}, term ${server.currentTerm}, commit ${server.commitIndex}, log ${log}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** One transition as lines. */
export function printTransition(transition: Transition): string[] {
  const time = (transition.at / 1000).toFixed(3).padStart(9);
  const rules = transition.rules.length > 0 ? `  [${transition.rules.join(' ')}]` : '';
  const facts = [...changes(transition), ...transition.events.flatMap(printEvent)];
  return [`${time}  ${headline(transition)}${rules}`, ...facts.map((fact) => INDENT + fact)];
}

/** Heartbeats, their answers and waiting say nothing that is not known. */
function isWorthALine(transition: Transition): boolean {
  const { kind, flight, events } = transition;
  if (kind === 'wait') return false;
  if (changes(transition).length > 0) return true;
  if (events.some((event) => printEvent(event).length > 0)) return true;
  if (kind === 'heartbeatTimeout' || kind === 'diskWrite') return false;
  if (flight === null || !isBetweenServers(flight.packet)) return true;
  const { packet } = flight;
  return !(isHeartbeat(packet) || (packet.type === 'AppendEntriesResponse' && packet.success));
}

function headline({ kind, server, client, flight, action }: Transition): string {
  const who = server === null ? (client === null ? '--' : `C${client}`) : `S${server}`;
  switch (kind) {
    case 'action':
      return `!! ${describeAction(action as Action)}`;
    case 'deliver':
      return `${who} hears ${describePacket((flight as Flight).packet)}`;
    case 'lose':
      return `-- lost: ${describePacket((flight as Flight).packet)} to ${receiver((flight as Flight).packet)}`;
    case 'electionTimeout':
      return `${who} election timer runs out`;
    case 'heartbeatTimeout':
      return `${who} heartbeat is due`;
    case 'diskWrite':
      return `${who} write to disk is done`;
    case 'client':
      return `${who} acts`;
    case 'wait':
      return `${who} waits`;
  }
}

function changes(transition: Transition): string[] {
  const { before, after } = transition;
  if (before === null || after === null) return [];
  const facts: string[] = [];
  if (before.currentTerm !== after.currentTerm) facts.push(`term ${before.currentTerm} -> ${after.currentTerm}`);
  if (before.role !== after.role) facts.push(`${before.role} -> ${after.role}`);
  if (before.votedFor !== after.votedFor) facts.push(`votedFor ${voted(before)} -> ${voted(after)}`);
  const lost = truncation(transition);
  if (lost !== null) facts.push(`deletes ${entries(lost.lost)}`);
  const gained = growth(transition);
  if (before.configuration !== after.configuration) {
    facts.push(`members ${describeConfiguration(after.configuration)}`);
  }
  if (gained !== null) facts.push(`appends ${entries(entriesBetween(after.log, gained.from, gained.to))}`);
  const committed = commitChange(transition);
  if (committed !== null) facts.push(`commit ${committed.from} -> ${committed.to}`);
  return facts;
}

function printEvent(event: TransitionEvent): string[] {
  switch (event.type) {
    case 'send':
      return isQuiet(event.flight.packet)
        ? []
        : [`-> ${receiver(event.flight.packet)} ${describePacket(event.flight.packet)}`];
    case 'duplicate':
      return [`=> ${receiver(event.flight.packet)} again ${describePacket(event.flight.packet)}`];
    case 'apply':
      return [`applies ${entries([event.entry])}`];
    case 'takeSnapshot':
      return [`snapshot up to ${event.snapshot.last.index}`];
    case 'restore':
      return [`restores the snapshot up to ${event.snapshot.last.index}`];
    case 'invoke':
      return [`C${event.client} begins #${event.serial} ${describeOperation(event.operation)}`];
    case 'return':
      return [`C${event.client} ends #${event.serial} ${event.status}${event.value === null ? '' : ` ${event.value}`}`];
    default:
      return [];
  }
}

/** Heartbeats and the answers to them. */
function isQuiet(packet: Packet): boolean {
  if (!isBetweenServers(packet)) return false;
  return isHeartbeat(packet) || (packet.type === 'AppendEntriesResponse' && packet.success);
}

function describePacket(packet: Packet): string {
  if (packet.type === 'ClientRequest') return `C${packet.from} asks ${describeCommand(packet.command)}`;
  if (packet.type === 'ClientResponse') {
    const { answer } = packet;
    const text = answer.type === 'done' ? `done at ${answer.index}` : `redirect to ${nameOrNobody(answer.leader)}`;
    return `S${packet.from} answers #${packet.serial} ${text}`;
  }
  return `S${packet.from} ${describeMessage(packet)}`;
}

function describeMessage(message: Message): string {
  const head = `${message.type} term ${message.term}`;
  switch (message.type) {
    case 'RequestVote':
      return `${head}, last ${message.lastLogIndex}/${message.lastLogTerm}`;
    case 'PreVote':
      return `${head}, for ${message.nextTerm}, last ${message.lastLogIndex}/${message.lastLogTerm}`;
    case 'RequestVoteResponse':
    case 'PreVoteResponse':
      return `${head}, ${message.voteGranted ? 'granted' : 'refused'}`;
    case 'TimeoutNow':
      return head;
    case 'InstallSnapshot':
      return `${head}, up to ${message.lastIncludedIndex}/${message.lastIncludedTerm}`;
    case 'InstallSnapshotResponse':
      return `${head}, match ${message.matchIndex}`;
    case 'AppendEntries': {
      const { prevLogIndex, prevLogTerm, entries: carried, leaderCommit } = message;
      const what = carried.length === 0 ? 'heartbeat' : entries(carried);
      return `${head}, prev ${prevLogIndex}/${prevLogTerm}, ${what}, commit ${leaderCommit}`;
    }
    case 'AppendEntriesResponse': {
      const { success, matchIndex, prevLogIndex, conflict } = message;
      if (success) return `${head}, match ${matchIndex}`;
      const hint = conflict === null ? '' : `, conflict ${conflict.index}/${conflict.term}`;
      return `${head}, refused at ${prevLogIndex}${hint}`;
    }
  }
}

function describeAction(action: Action): string {
  const { type, ...fields } = action;
  return `${type} ${JSON.stringify(fields)}`;
}

function describeCommand(command: Command): string {
  if (command.type === 'configuration') return `members ${describeConfiguration(command.configuration)}`;
  if (command.type === 'opaque') return command.text;
  return command.type === 'noop' ? 'no-op' : describeOperation(command.operation);
}

function describeConfiguration({ voters, next }: Configuration): string {
  return next === null ? voters.join(' ') : `${voters.join(' ')} and ${next.join(' ')}`;
}

function describeOperation(operation: Operation): string {
  const { type, key } = operation;
  switch (type) {
    case 'get':
    case 'inc':
      return `${type} ${key}`;
    case 'read':
      return `read ${key} (${operation.mode})`;
    case 'cas':
      return `cas ${key} ${operation.expected ?? 'nothing'} ${operation.value}`;
    default:
      return `${type} ${key} ${operation.value}`;
  }
}

const entries = (list: readonly Entry[]): string =>
  list.map(({ index, term, command }) => `${index}/${term} ${describeCommand(command)}`).join('; ');

const terms = (list: readonly Entry[]): string => `[${list.map(({ term }) => term).join(' ')}]`;

const voted = ({ votedFor }: Summary): string => nameOrNobody(votedFor);

const nameOrNobody = (id: ServerId | null): string => (id === null ? 'nobody' : `S${id}`);

const receiver = (packet: Packet): string => (packet.type === 'ClientResponse' ? `C${packet.to}` : `S${packet.to}`);
