/** What a frame shows, as far as raft-trace/1 tells it: an exported run must look like this again when it is opened. */
import { entriesBetween, type Log, type Persistent } from '../raft';
import { isCut } from '../sim';
import { clusterAt, frameAt, type MessageView, type ServerView, type Trace, transitionsBetween } from '../trace';

/** Messages that are handled when they arrive, each by its id and that time: nothing is told of waiting or of being lost. */
export function arrivalsIn(trace: Trace, until: number): ReadonlySet<string> {
  const arrivals = new Set<string>();
  for (const { kind, at, flight } of transitionsBetween(trace, 0, until)) {
    if (kind === 'deliver' && flight?.arrivesAt === at) arrivals.add(`${flight.packet.id} ${at}`);
  }
  return arrivals;
}

/** @param arrivals the messages that are looked at */
export function lookAt(trace: Trace, time: number, arrivals: ReadonlySet<string>) {
  const frame = frameAt(trace, time);
  const isTold = ({ message, phase, arrivesAt }: MessageView) =>
    phase === 'flying' && arrivals.has(`${message.id} ${arrivesAt}`);
  return {
    time,
    servers: frame.servers.map(serverLook),
    // Which of two equal copies is which nobody can say.
    messages: frame.messages
      .filter(isTold)
      .map(messageLook)
      .sort((a, b) => a.id - b.id || a.progress - b.progress),
    cuts: cutsOf(trace, time),
    firstVoters: frame.firstVoters,
  };
}

function serverLook(view: ServerView) {
  const { id, status, role, term, votedFor, commitIndex, lastApplied, log, durable, timer, base } = view;
  const isUp = status !== 'crashed';
  const members = view.configuration.voters.concat(view.configuration.next ?? []);
  const indexes = (of: readonly number[] | null) =>
    of === null ? null : members.filter((one) => one !== id).map((one) => of[one] ?? 0);
  return {
    id,
    isUp,
    role,
    term,
    votedFor,
    // Whom it follows is told by what it receives; who steps down by itself says nothing of it.
    leader: role === 'leader' ? view.leader : null,
    commitIndex,
    lastApplied,
    log: logLook(log, base),
    durable: durableLook(durable),
    timer: isUp && timer?.kind === 'election' ? timer.remaining : null,
    granted: role === 'candidate' ? view.votes?.map((vote) => vote === 'granted') : null,
    majority: view.majority,
    configuration: view.configuration,
    configurationIndex: base === 0 ? view.configurationIndex : 0,
    base,
    nextIndex: indexes(view.nextIndex),
    matchIndex: indexes(view.matchIndex),
    values: [...view.values].sort(),
  };
}

function logLook(log: Log, base: number): string {
  return entriesBetween(log, base + 1, log.index)
    .map(({ index, term, command }) => `${index} ${term} ${JSON.stringify(command, withoutOldest)}`)
    .join('\n');
}

/** Which answers a client has is not told. */
const withoutOldest = (key: string, value: unknown) => (key === 'oldest' ? undefined : value);

const durableLook = ({ currentTerm, votedFor, log, snapshot }: Readonly<Persistent>) =>
  [currentTerm, votedFor, log.index, log.term, snapshot?.last.index ?? 0].join(' ');

function messageLook({ message, from, to, progress, terms, positive, heartbeat }: MessageView) {
  const { id, type, term } = message;
  return { id, type, term, from, to, progress, terms, positive, heartbeat };
}

function cutsOf(trace: Trace, time: number): string {
  const { network, hosts } = clusterAt(trace, time);
  const pairs = hosts.flatMap(({ id: from }) => hosts.map(({ id: to }) => [from, to] as const));
  return pairs.filter(([from, to]) => from !== to && isCut(network, from, to)).join(' ');
}
