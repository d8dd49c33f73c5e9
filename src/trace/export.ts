/**
 * raft-trace/1: the run as JSON Lines from which an outsider can judge every transition. Each handler is one coarse
 * line with the state after it, then a line for each entry applied, write completed and message sent.
 */
import {
  type Command,
  type Configuration,
  entriesBetween,
  entryAt,
  type Log,
  type Message,
  membersOf,
  type Operation,
  type ServerId,
  type Snapshot,
} from '../raft';
import {
  advance,
  type Cluster,
  type Flight,
  type Host,
  isBetweenServers,
  isCut,
  type Microseconds,
  type Run,
  startCluster,
  type Transition,
  type TransitionEvent,
  votersAtFirst,
} from '../sim';

/** Calls `write` with each line, without a line break, from the header to the last transition up to `until`. */
export function exportTrace(run: Run, until: Microseconds, write: (line: string) => void): void {
  exportInSlices(run, write)(until);
}

/**
 * The same for who must rest in between: writes the header, and returns what writes the lines from where it was left
 * up to a later time.
 */
export function exportInSlices(run: Run, write: (line: string) => void): (until: Microseconds) => void {
  const cluster = startCluster(run);
  const exporter = new Exporter(run, cluster, (line) => write(JSON.stringify(line)));
  return (until) => advance(cluster, run, until, (transition) => exporter.transition(transition));
}

/** Ids as the format has them. */
const nameOf = (id: ServerId): string => `S${id}`;

type Line = Record<string, unknown>;

/** What was last said of a server: the next line says only what changed. */
interface Told {
  log: Log;
  fields: Map<string, string>;
}

class Exporter {
  private readonly cluster: Cluster;
  private readonly write: (line: Line) => void;
  private readonly told: Told[];
  /** Deadlines are told for others to check; where a reader moved timers by hand, they would seem broken. */
  private readonly tellsDeadlines: boolean;
  private groups: string | null = null;
  private cuts: string[] = [];
  /** Copies of each duplicated message under way, and whether one has arrived. */
  private readonly copies = new Map<number, { left: number; arrived: boolean }>();

  constructor(run: Run, cluster: Cluster, write: (line: Line) => void) {
    this.cluster = cluster;
    this.write = write;
    this.tellsDeadlines = !run.actions.some(({ action: { type } }) => type === 'expireTimer' || type === 'setClock');
    this.told = cluster.hosts.map(({ server }) => ({ log: server.log, fields: new Map() }));
    const nodes = cluster.hosts.map(({ id }) => nameOf(id));
    const header: Line = {
      v: 'raft-trace/1',
      kind: 'header',
      t: 0,
      nodes,
      voters: votersAtFirst(run.config).map(nameOf),
      seed: run.seed,
      features: featuresOf(run),
    };
    if (run.config.initial !== null) {
      header.initial = Object.fromEntries(
        cluster.hosts.map((host) => [nameOf(host.id), fullState(host, this.tellsDeadlines)]),
      );
    }
    write(header);
  }

  transition(transition: Transition): void {
    const { kind, server, action } = transition;
    const host = server === null ? null : this.cluster.hosts[server - 1];
    this.clientLines(transition, 'invoke');
    if (action !== null) this.actionLines(transition, host);
    else if (host !== null) this.handlerLines(transition, host);
    else if (kind === 'wait') return;
    for (const event of transition.events) this.eventLine(transition, event, host);
    this.clientLines(transition, 'return');
  }

  private handlerLines(transition: Transition, host: Host): void {
    const { kind, flight } = transition;
    const node = nameOf(host.id);
    switch (kind) {
      case 'electionTimeout':
        this.line(transition, { node, kind: 'timeout', timer: 'election', state: this.news(transition, host) });
        return;
      case 'heartbeatTimeout':
        this.line(transition, { node, kind: 'tick', state: this.news(transition, host) });
        return;
      case 'deliver':
        if (flight?.packet.type === 'ClientRequest') {
          if (transition.before?.role !== 'leader' || flight.packet.command.operation.type === 'read') return;
          const cmd = commandJson(flight.packet.command);
          this.line(transition, { node, kind: 'clientRequest', cmd, state: this.news(transition, host) });
        } else if (flight !== null) {
          this.arrived(flight);
          this.line(transition, { node, kind: 'recv', id: flight.packet.id, state: this.news(transition, host) });
        }
        return;
      default:
        // The rest of what a server does is told by its events.
        return;
    }
  }

  private actionLines(transition: Transition, host: Host | null): void {
    const { action } = transition;
    if (action === null) return;
    if (host !== null && transition.before?.status !== transition.after?.status) {
      if (action.type === 'crash') {
        this.line(transition, { node: nameOf(host.id), kind: 'crash' });
        this.told[host.id - 1] = { log: host.server.log, fields: new Map() };
        return;
      }
      if (action.type === 'restart') {
        const state = fullState(host, this.tellsDeadlines);
        this.told[host.id - 1] = { log: host.server.log, fields: fieldsOf(state) };
        this.line(transition, { node: nameOf(host.id), kind: 'restart', state });
        return;
      }
    }
    this.line(transition, { kind: 'note', action });
    this.networkLines(transition);
  }

  /** The network as it is now, in the words of the format: who is in which group, and which directions are cut. */
  private networkLines(transition: Transition): void {
    const { network, hosts } = this.cluster;
    const groups = effectiveGroups(this.cluster);
    const partition = groups.length > 1 ? JSON.stringify(groups) : null;
    const cuts = hosts.flatMap(({ id: from }) =>
      hosts
        .filter(({ id: to }) => to !== from && isCut(network, from, to) && isOneWayOnly(groups, from, to))
        .map(({ id: to }) => `${from} ${to}`),
    );
    if (partition === this.groups && cuts.join() === this.cuts.join()) return;
    for (const cut of this.cuts) this.line(transition, { kind: 'uncut', ...linkOf(cut), oneWay: true });
    if (this.groups !== null) this.line(transition, { kind: 'heal' });
    if (partition !== null) {
      this.line(transition, { kind: 'partition', groups: groups.map((group) => group.map(nameOf)) });
    }
    for (const cut of cuts) this.line(transition, { kind: 'cut', ...linkOf(cut), oneWay: true });
    this.groups = partition;
    this.cuts = cuts;
  }

  private eventLine(transition: Transition, event: TransitionEvent, host: Host | null): void {
    switch (event.type) {
      case 'apply': {
        if (host === null) return;
        const { index, term, command } = event.entry;
        const apply = { index, term, cmd: commandJson(command), result: event.value };
        const fields = this.told[host.id - 1].fields;
        fields.set('lastApplied', String(index));
        this.line(transition, { node: nameOf(host.id), kind: 'apply', ...apply, state: { lastApplied: index } });
        return;
      }
      case 'takeSnapshot':
      case 'restore':
        if (host !== null) this.snapshotLine(transition, host, event);
        return;
      case 'persist':
        if (host !== null) this.line(transition, { node: nameOf(host.id), kind: 'persist' });
        return;
      case 'send': {
        const { packet } = event.flight;
        if (!isBetweenServers(packet)) return;
        this.line(transition, { node: nameOf(packet.from), kind: 'send', msg: messageJson(packet) });
        return;
      }
      case 'duplicate': {
        const { id } = event.flight.packet;
        const known = this.copies.get(id) ?? { left: 1, arrived: false };
        this.copies.set(id, { ...known, left: known.left + 1 });
        this.line(transition, { kind: 'duplicate', id });
        return;
      }
      case 'lose':
        if (isBetweenServers(event.flight.packet)) this.lossLine(transition, event.flight, event.reason);
        return;
      default:
        return;
    }
  }

  /** The base moved: what the log holds is told anew, from there on. */
  private snapshotLine(
    transition: Transition,
    host: Host,
    { type, snapshot }: { type: string; snapshot: Snapshot },
  ): void {
    const told = this.told[host.id - 1];
    const { log } = host.server;
    const state: Line = logJson(log, snapshot);
    if (type === 'restore') {
      Object.assign(state, { commitIndex: snapshot.last.index, lastApplied: snapshot.last.index });
      for (const field of ['commitIndex', 'lastApplied']) told.fields.set(field, String(snapshot.last.index));
    }
    told.log = log;
    const kind = type === 'restore' ? 'installSnapshot' : 'snapshot';
    this.line(transition, { node: nameOf(host.id), kind, index: snapshot.last.index, state });
  }

  /** A message is dropped when its last copy is, and none has arrived. */
  private lossLine(transition: Transition, { packet }: Flight, reason: string): void {
    const known = this.copies.get(packet.id);
    if (known !== undefined) {
      known.left--;
      if (known.left > 0 || known.arrived) return;
    }
    this.line(transition, { kind: 'drop', id: packet.id, reason });
  }

  private arrived({ packet }: Flight): void {
    const known = this.copies.get(packet.id);
    if (known === undefined) return;
    known.left--;
    known.arrived = true;
  }

  private clientLines(transition: Transition, type: 'invoke' | 'return'): void {
    for (const event of transition.events) {
      if (event.type !== type) continue;
      const { client, serial: op, operation } = event;
      // A stale read promises nothing that a stranger could hold it to.
      if (operation.type === 'read' && operation.mode === 'stale') continue;
      const common = { client: `C${client}`, op };
      if (event.type === 'invoke') {
        this.line(transition, { kind: 'clientInvoke', ...common, ...operationJson(operation) });
      } else if (event.status === 'unknown') {
        this.line(transition, { kind: 'clientReturn', ...common, status: 'info' });
      } else {
        const value = operation.type === 'put' || operation.type === 'append' ? {} : { value: event.value };
        this.line(transition, { kind: 'clientReturn', ...common, status: event.status, ...value });
      }
    }
  }

  private line(transition: Transition, line: Line): void {
    this.write({ t: transition.at / 1000, ...line });
  }

  /** The state after the transition, as far as it differs from what was told; entries are applied line by line. */
  private news(transition: Transition, host: Host): Line {
    const told = this.told[host.id - 1];
    const state: Line = {};
    const { lastApplied } = transition.before ?? host.server;
    for (const [key, value] of Object.entries({ ...scalarState(host, this.tellsDeadlines), lastApplied })) {
      const text = JSON.stringify(value);
      if (told.fields.get(key) === text) continue;
      // A timer that an action forces, or that a clock bends, was not started anew by its server.
      told.fields.set(key, text);
      state[key] = value;
    }
    if (told.log !== host.server.log) {
      // What a snapshot does to the log is told with the snapshot.
      if (transition.before?.snapshot === host.server.snapshot) {
        state.logDelta = logDelta(told.log, host.server.log);
        told.log = host.server.log;
      }
    }
    return state;
  }
}

function scalarState({ server, electionAt }: Host, tellsDeadline: boolean): Line {
  const leads = server.role === 'leader';
  const others = membersOf(server.configuration).filter((id) => id !== server.id);
  const indexes = (of: readonly number[]) => Object.fromEntries(others.map((id) => [nameOf(id), of[id]]));
  return {
    currentTerm: server.currentTerm,
    votedFor: server.votedFor === null ? null : nameOf(server.votedFor),
    role: server.role,
    commitIndex: server.commitIndex,
    lastApplied: server.lastApplied,
    votesGranted: server.role === 'follower' ? [] : server.votesGranted.map(nameOf),
    nextIndex: leads ? indexes(server.nextIndex) : {},
    matchIndex: leads ? indexes(server.matchIndex) : {},
    ...(tellsDeadline && electionAt < Number.POSITIVE_INFINITY ? { electionDeadline: electionAt / 1000 } : {}),
  };
}

function fullState(host: Host, tellsDeadline: boolean): Line {
  return { ...scalarState(host, tellsDeadline), ...logJson(host.server.log, host.server.snapshot) };
}

/** The entries that a log holds after its snapshot. */
function logJson(log: Log, snapshot: Snapshot | null): Line {
  const base = snapshot?.last.index ?? 0;
  const entries = entriesBetween(log, base + 1, log.index);
  return {
    log: entries.map(({ term }) => term),
    cmds: entries.map(({ command }) => commandJson(command)),
    base:
      snapshot === null
        ? { index: 0, term: 0 }
        : { index: base, term: snapshot.last.term, cfg: configurationJson(snapshot.configuration.configuration) },
  };
}

function fieldsOf(state: Line): Map<string, string> {
  return new Map(Object.entries(state).map(([key, value]) => [key, JSON.stringify(value)]));
}

/** Truncate to from - 1, then append. */
function logDelta(before: Log, after: Log): Line {
  let kept = Math.min(before.index, after.index);
  while (kept > 0 && entryAt(before, kept) !== entryAt(after, kept)) kept--;
  const entries = entriesBetween(after, kept + 1, after.index);
  return {
    from: kept + 1,
    terms: entries.map(({ term }) => term),
    cmds: entries.map(({ command }) => commandJson(command)),
  };
}

function commandJson(command: Command): Line {
  if (command.type === 'noop') return { noop: true };
  if (command.type === 'configuration') return { cfg: configurationJson(command.configuration) };
  return { client: `C${command.client}`, op: command.serial, ...operationJson(command.operation) };
}

function configurationJson({ voters, next }: Configuration): unknown {
  return next === null ? voters.map(nameOf) : { old: voters.map(nameOf), new: next.map(nameOf) };
}

/** The operation in the words of the format; reads beside the log are gets to those who only see the answers. */
function operationJson(operation: Operation): Line {
  switch (operation.type) {
    case 'read':
      return { f: 'get', key: operation.key };
    case 'cas':
      return { f: 'cas', key: operation.key, value: operation.expected, value2: operation.value };
    default: {
      const { type: f, ...fields } = operation;
      return { f, ...fields };
    }
  }
}

function featuresOf({ config }: Run): Line {
  const { preVote, stickyLeader } = config.options;
  // A leader has no election timer; it starts one when it steps down.
  return { timerResetOnStepDown: true, ...(preVote ? { preVote } : {}), ...(stickyLeader ? { stickyLeader } : {}) };
}

function messageJson(message: Message): Line {
  const { id, type, from, to, term } = message;
  const common = { id, type, from: nameOf(from), to: nameOf(to), term };
  switch (message.type) {
    case 'RequestVote':
      return {
        ...common,
        lastLogIndex: message.lastLogIndex,
        lastLogTerm: message.lastLogTerm,
        ...(message.transfer ? { transfer: true } : {}),
      };
    case 'PreVote':
      return {
        ...common,
        nextTerm: message.nextTerm,
        lastLogIndex: message.lastLogIndex,
        lastLogTerm: message.lastLogTerm,
      };
    case 'PreVoteResponse':
      return { ...common, granted: message.voteGranted, re: message.re };
    case 'TimeoutNow':
      return common;
    case 'InstallSnapshot':
      return {
        ...common,
        lastIncludedIndex: message.lastIncludedIndex,
        lastIncludedTerm: message.lastIncludedTerm,
      };
    case 'InstallSnapshotResponse':
      return { ...common, matchIndex: message.matchIndex, re: message.re };
    case 'RequestVoteResponse':
      return { ...common, voteGranted: message.voteGranted, re: message.re };
    case 'AppendEntries': {
      const { prevLogIndex, prevLogTerm, entries, leaderCommit } = message;
      const pairs = entries.map((entry) => [entry.term, commandJson(entry.command)]);
      return { ...common, prevLogIndex, prevLogTerm, entries: pairs, leaderCommit };
    }
    case 'AppendEntriesResponse': {
      const { success, matchIndex, re } = message;
      return { ...common, success, ...(success ? { matchIndex } : {}), re };
    }
  }
}

/** Partitions and isolation together: the groups whose members are not cut from one another by them. */
function effectiveGroups({ hosts, network }: Cluster): ServerId[][] {
  const groups = new Map<string, ServerId[]>();
  for (const { id } of hosts) {
    const key = network.isolated[id - 1] ? `alone ${id}` : `group ${network.groups[id - 1]}`;
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return [...groups.values()];
}

/** Whether a cut between the servers comes from a one-way cut, not from the groups. */
function isOneWayOnly(groups: readonly (readonly ServerId[])[], from: ServerId, to: ServerId): boolean {
  return groups.some((group) => group.includes(from) && group.includes(to));
}

function linkOf(cut: string): Line {
  const [from, to] = cut.split(' ');
  return { from: `S${from}`, to: `S${to}` };
}
