/**
 * raft-trace/1: the run as JSON Lines from which an outsider can judge every transition. Each handler is one coarse
 * line with the state after it, then a line for each entry applied, write completed and message sent.
 */
import type { Log, RuleId, ServerId, Snapshot } from '../raft';
import {
  type Action,
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
import { featuresOf, movesTimers, timeoutOf } from './export-header';
import { messageJson } from './export-messages';
import { effectiveGroups, isOneWayOnly, linkOf } from './export-network';
import {
  commandJson,
  configurationJson,
  fieldsOf,
  fullState,
  type Line,
  logDelta,
  logJson,
  nameOf,
  operationJson,
  scalarState,
} from './export-state';

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

/** The rules of which one fires when a leader begins a change of members. */
const BEGINNINGS: readonly RuleId[] = ['catchUp', 'beginJoint', 'changeMember'];

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
  /** Who won by its own vote, which is not on its disk yet: it leads from when it is. */
  private readonly alone = new Set<ServerId>();
  /** Copies of each duplicated message under way, and whether one has arrived. */
  private readonly copies = new Map<number, { left: number; arrived: boolean }>();

  constructor(run: Run, cluster: Cluster, write: (line: Line) => void) {
    this.cluster = cluster;
    this.write = write;
    this.tellsDeadlines = !movesTimers(run);
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
      ...timeoutOf(run),
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
        this.alone.delete(host.id);
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
    if (host === null) this.newHostLines(transition);
    else if (action.type === 'changeMembers') this.membersLine(transition, host, action);
    this.networkLines(transition);
  }

  /** Computers that were not there before. */
  private newHostLines(transition: Transition): void {
    for (const host of this.cluster.hosts.slice(this.told.length)) {
      const state = fullState(host, this.tellsDeadlines);
      this.told.push({ log: host.server.log, fields: fieldsOf(state) });
      this.line(transition, { node: nameOf(host.id), kind: 'nodeAdded', state });
    }
  }

  /** What a leader is asked for is a command like any other, if it does something about it. */
  private membersLine(
    transition: Transition,
    host: Host,
    { voters, joint }: Extract<Action, { type: 'changeMembers' }>,
  ): void {
    if (transition.before?.role !== 'leader' || !transition.rules.some((rule) => BEGINNINGS.includes(rule))) return;
    const old = transition.before.configuration.voters;
    const cmd = { cfg: configurationJson({ voters: joint ? old : voters, next: joint ? voters : null }) };
    this.line(transition, { node: nameOf(host.id), kind: 'clientRequest', cmd, state: this.news(transition, host) });
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
        if (host !== null) this.persistLines(transition, host);
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

  /** A server that is a majority by itself counts its own vote when that is on disk, and so begins to lead. */
  private persistLines(transition: Transition, host: Host): void {
    const node = nameOf(host.id);
    this.line(transition, { node, kind: 'persist' });
    if (!this.alone.delete(host.id)) return;
    this.line(transition, { node, kind: 'becomeLeader', state: this.news(transition, host, true) });
    this.line(transition, { node, kind: 'persist' });
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
  private news(transition: Transition, host: Host, elected = false): Line {
    const told = this.told[host.id - 1];
    const state: Line = {};
    const restored = transition.events.some(({ type }) => type === 'restore');
    const before = transition.before ?? host.server;
    // Entries are applied line by line, and what a snapshot brings is told with the snapshot.
    const later = { lastApplied: before.lastApplied, ...(restored ? { commitIndex: before.commitIndex } : {}) };
    const alone = !elected && this.isAlone(transition, host);
    const leading = alone ? { role: 'candidate', nextIndex: {}, matchIndex: {} } : {};
    for (const [key, value] of Object.entries({ ...scalarState(host, this.tellsDeadlines), ...later, ...leading })) {
      const text = JSON.stringify(value);
      if (told.fields.get(key) === text) continue;
      told.fields.set(key, text);
      state[key] = value;
    }
    if (told.log !== host.server.log && !restored && !alone) {
      state.logDelta = logDelta(told.log, host.server.log);
      told.log = host.server.log;
    }
    return state;
  }

  /** Whether the server stood and won in one step, and its vote is on its way to the disk. */
  private isAlone({ before, rules }: Transition, { id, server }: Host): boolean {
    const stood = rules.includes('beginElection') || rules.includes('electAgain');
    if (stood && server.role === 'leader' && before?.role !== 'leader') this.alone.add(id);
    return this.alone.has(id);
  }
}
