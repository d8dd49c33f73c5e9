/** The lines after the header: each becomes a part of a step. */
import { EMPTY_LOG, type Entry, entryAt, type Message, type Operation, type Role, type ServerId } from '../raft';
import type { Action, LossReason, Microseconds } from '../sim';
import type { Commands } from './commands';
import type { Logs } from './logs';
import type { Messages } from './messages';
import { type Names, SERVERS_MOST } from './names';
import { isObject, type Json, type Reader } from './reader';
import type { Item, Patch } from './recording';
import type { Remarks } from './remarks';
import type { States } from './states';
import type { OpenStep, Steps } from './steps';
import type { Traffic } from './traffic';

export interface Parts {
  readonly reader: Reader;
  readonly names: Names;
  readonly commands: Commands;
  readonly logs: Logs;
  readonly states: States;
  readonly messages: Messages;
  readonly traffic: Traffic;
  readonly steps: Steps;
  readonly remarks: Remarks;
}

/** A play head goes so far, in days and in microseconds. */
const DAYS = 11;
const TIME_MOST: Microseconds = DAYS * 86_400_000_000;
/** A first event that is so much later than the header is told by the clock of the world: a day, in milliseconds. */
const CLOCK = 86_400_000;

const ROLE_OF: Readonly<Record<string, Role>> = {
  becomeFollower: 'follower',
  becomeCandidate: 'candidate',
  becomePrecandidate: 'precandidate',
  becomeLeader: 'leader',
};

const LOSSES: readonly LossReason[] = ['cut', 'loss', 'dropped', 'crashed'];

const STATUSES = { ok: 'ok', fail: 'fail', info: 'unknown' } as const;

export class Lines {
  /** Which parts of the format occur. */
  readonly seen = { disk: false, applied: false, deadline: false };
  /** The time of the header, in the file's milliseconds. */
  zero = 0;
  private readonly parts: Parts;
  private isFirst = true;
  private latest: Microseconds = 0;
  /** The operations of clients under way. */
  private readonly asked = new Map<string, Operation>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  read(line: Json): void {
    const { reader, names } = this.parts;
    const kind = reader.text(line.kind, 'kind', 64);
    if (kind === 'note' || reader.problem !== null) return;
    const t = this.time(line.t);
    if (line.node === undefined || line.node === null) this.networkLine(kind, line, t);
    else if (kind === 'nodeAdded' && !names.has(line.node)) this.nodeAdded(line, t);
    else this.nodeLine(kind, line, t, names.server(line.node, 'node'));
  }

  /** A time of the file, in microseconds from its beginning. */
  private readonly from = (t: number): Microseconds => Math.round((t - this.zero) * 1000);

  private time(value: unknown): Microseconds {
    const { reader, remarks } = this.parts;
    const t = reader.number(value, 't');
    if (this.isFirst && (t - this.zero > CLOCK || t < this.zero)) this.zero = t;
    this.isFirst = false;
    const time = this.from(t);
    if (time > TIME_MOST) reader.refuse('t', { type: 'days', days: DAYS }, value);
    if (time < this.latest) remarks.note('timeGoesBack', reader.line);
    this.latest = Math.max(this.latest, time);
    return Math.max(0, time);
  }

  private nodeLine(kind: string, line: Json, t: Microseconds, node: ServerId): void {
    const { steps, states, remarks, reader } = this.parts;
    if (reader.problem !== null) return;
    const told = states.of(node);
    if (told.crashed && kind !== 'restart' && kind !== 'crash') remarks.note('actsCrashed', reader.line);
    switch (kind) {
      case 'timeout':
        this.state(steps.begin(t, { kind: 'electionTimeout', server: node, cause: steps.lastOf(node) }), line, node);
        return;
      case 'tick':
        this.state(steps.begin(t, { kind: 'heartbeatTimeout', server: node }), line, node);
        return;
      case 'clientRequest':
        if (line.cmd !== undefined) this.parts.commands.command(line.cmd, 'cmd');
        this.state(steps.begin(t, { kind: 'deliver', server: node }), line, node);
        return;
      case 'recv':
        this.receive(line, t, node);
        return;
      case 'crash':
        told.crashed = true;
        this.begun(steps.begin(t, this.doing(t, node, { type: 'crash', server: node })), { type: 'crash' });
        return;
      case 'restart':
        this.restart(line, t, node);
        return;
      default:
        this.goOn(kind, line, t, node);
    }
  }

  private readonly doing = (_: Microseconds, server: ServerId | null, action: Action) =>
    ({ kind: 'action', server, action }) as const;

  private begun(step: OpenStep, item: Item): void {
    step.items.push(item);
  }

  private state(step: OpenStep, line: Json, node: ServerId, kind = ''): void {
    const patch = this.patchOf(line, node, kind);
    if (Object.keys(patch).length > 0) step.items.push({ type: 'state', patch });
  }

  private patchOf(line: Json, node: ServerId, kind: string): Patch {
    const patch = this.parts.states.patch(node, line.state, 'state', this.from);
    if (kind in ROLE_OF) patch.role ??= ROLE_OF[kind];
    if (patch.electionAt !== undefined) this.seen.deadline = true;
    if (patch.lastApplied !== undefined) this.seen.applied = true;
    return patch;
  }

  private receive(line: Json, t: Microseconds, node: ServerId): void {
    const { reader, steps, traffic, remarks, names } = this.parts;
    const message = this.received(line);
    if (message === null || reader.problem !== null) return;
    if (message.to !== node) reader.refuse('node', { type: 'own', node: names.nodes[message.to - 1] }, line.node);
    const at = steps.timeOf(t);
    const known = traffic.isKnown(message.id);
    const flight = traffic.receive(message.id, at);
    if (flight === null) remarks.note(known ? 'receivedTwice' : 'receivedUnsent', reader.line);
    const here = flight ?? traffic.sudden(message, at);
    const step = steps.begin(t, { kind: 'deliver', server: node, cause: here.cause, flight: here });
    this.state(step, line, node);
  }

  /** The message that a line says was received; null: the line names one that nobody sent, and does not show it. */
  private received(line: Json): Message | null {
    const { messages, traffic, reader, remarks, steps } = this.parts;
    const id = line.id ?? (typeof line.msg === 'object' ? (line.msg as Json | null)?.id : undefined);
    const sent = traffic.message(messages.id(id, 'id'));
    if (sent !== null) return sent;
    if (line.msg !== undefined) return messages.message(line.msg, 'msg');
    const node = this.parts.names.server(line.node, 'node');
    remarks.note('receivedUnsent', reader.line);
    const step = steps.begin(this.latest, { kind: 'deliver', server: node });
    this.state(step, line, node);
    return null;
  }

  private restart(line: Json, t: Microseconds, node: ServerId): void {
    const { states, steps } = this.parts;
    states.of(node).crashed = false;
    const step = steps.begin(t, this.doing(t, node, { type: 'restart', server: node }));
    this.begun(step, { type: 'restart', patch: this.patchOf(line, node, '') });
  }

  private nodeAdded(line: Json, t: Microseconds): void {
    const { names, steps, reader } = this.parts;
    const name = reader.text(line.node, 'node', 64);
    if (names.nodes.length >= SERVERS_MOST) {
      reader.refuse('node', { type: 'names', low: 1, high: SERVERS_MOST }, name);
      return;
    }
    const node = names.add(name);
    const step = steps.begin(t, this.doing(t, null, { type: 'addServer' }));
    this.begun(step, { type: 'added', patch: this.patchOf(line, node, '') });
  }

  /** What belongs to the handler that the server's last input has opened. */
  private goOn(kind: string, line: Json, t: Microseconds, node: ServerId): void {
    const { steps } = this.parts;
    const step =
      steps.open(t, (open) => open.server === node && !(changesRole(kind, line) && hasRole(open))) ??
      steps.begin(t, { kind: 'diskWrite', server: node, cause: steps.lastOf(node) });
    switch (kind) {
      case 'persist':
        this.seen.disk = true;
        this.begun(step, { type: 'persist', durable: this.durable(line, node) });
        return;
      case 'send':
        this.send(step, line, node);
        return;
      case 'apply':
        this.apply(step, line, node);
        return;
      case 'snapshot':
      case 'installSnapshot':
        this.begun(step, {
          type: 'snapshot',
          patch: this.patchOf(line, node, ''),
          restores: kind === 'installSnapshot',
        });
        return;
      default:
        this.state(step, line, node, kind);
    }
  }

  /** What is on the disk from here on; null: all that should be. */
  private durable(line: Json, node: ServerId): Patch | null {
    const { reader, names, states } = this.parts;
    if (line.durable === undefined || line.durable === null) return null;
    const { currentTerm, votedFor, logUpTo } = reader.object(line.durable, 'durable');
    const patch: Patch = {};
    if (currentTerm !== undefined) patch.currentTerm = reader.integer(currentTerm, 'durable.currentTerm');
    if (votedFor !== undefined) patch.votedFor = votedFor === null ? null : names.server(votedFor, 'durable.votedFor');
    if (logUpTo === undefined) return patch;
    const { log, snapshot } = states.of(node);
    const upTo = reader.integer(logUpTo, 'durable.logUpTo');
    return { ...patch, log: upTo === 0 ? EMPTY_LOG : (entryAt(log, upTo) ?? log), snapshot };
  }

  private send(step: OpenStep, line: Json, node: ServerId): void {
    const { reader, messages, traffic, steps, names } = this.parts;
    const id = typeof line.msg === 'object' ? (line.msg as Json | null)?.id : undefined;
    const isKnown = id !== undefined && id !== null && traffic.isKnown(messages.id(id, 'msg.id'));
    if (isKnown) reader.refuse('msg.id', { type: 'newId' }, id);
    const message = messages.message(line.msg, 'msg');
    if (message.from !== node)
      reader.refuse('msg.from', { type: 'own', node: names.nodes[node - 1] }, (line.msg as Json)?.from);
    if (reader.problem !== null) return;
    this.begun(step, { type: 'send', flight: traffic.send(message, step.at, steps.sequence) });
    this.state(step, line, node);
  }

  private apply(step: OpenStep, line: Json, node: ServerId): void {
    const { reader, commands } = this.parts;
    this.seen.applied = true;
    const index = reader.integer(line.index, 'index', 1);
    const value = line.result === undefined ? null : commands.value(scalar(line.result), 'result');
    const entry = this.applied(line, index, node);
    this.begun(step, { type: 'apply', entry, value });
    this.state(step, line, node);
  }

  /** The entry of the server's log, or where the line tells another one, that one. */
  private applied(line: Json, index: number, node: ServerId): Entry {
    const { reader, commands, states } = this.parts;
    const held = entryAt(states.of(node).log, index);
    const term = line.term === undefined ? (held?.term ?? 0) : reader.integer(line.term, 'term');
    const command = commands.command(line.cmd, 'cmd');
    const same = held !== null && held.term === term && (line.cmd === undefined || held.command === command);
    return same ? held : { index, term, command, previous: null, jump: null };
  }

  private networkLine(kind: string, line: Json, t: Microseconds): void {
    switch (kind) {
      case 'drop':
      case 'duplicate':
        this.copyLine(kind, line, t);
        return;
      case 'partition': {
        const { reader, names } = this.parts;
        const groups = reader.list(line.groups, 'groups').map((group, i) => names.servers(group, `groups[${i}]`));
        this.network(t, { type: 'partition', groups }, { type: 'partition', groups });
        return;
      }
      case 'cut':
      case 'uncut':
        this.linkLine(kind === 'cut', line, t);
        return;
      case 'heal':
        this.network(t, { type: 'heal' }, { type: 'heal' });
        return;
      case 'clientInvoke':
      case 'clientReturn':
        this.clientLine(kind, line, t);
        return;
      default:
        this.parts.remarks.note('kindUnknown', this.parts.reader.line);
    }
  }

  private network(t: Microseconds, action: Action, item: Item): void {
    const { steps } = this.parts;
    const isNetwork = ({ items, action: done }: OpenStep) =>
      done !== null && items.every(({ type }) => type === 'partition' || type === 'link' || type === 'heal');
    const open = steps.open(t, isNetwork);
    const step = open ?? steps.begin(t, this.doing(t, null, action));
    step.action = action;
    step.items.push(item);
  }

  private linkLine(cut: boolean, line: Json, t: Microseconds): void {
    const { reader, names } = this.parts;
    const [from, to] = [names.server(line.from, 'from'), names.server(line.to, 'to')];
    const oneWay = line.oneWay === undefined ? false : reader.boolean(line.oneWay, 'oneWay');
    if (reader.problem !== null) return;
    for (const [a, b] of oneWay
      ? [[from, to]]
      : [
          [from, to],
          [to, from],
        ]) {
      this.network(t, { type: cut ? 'cut' : 'repair', from: a, to: b }, { type: 'link', from: a, to: b, cut });
    }
  }

  private copyLine(kind: 'drop' | 'duplicate', line: Json, t: Microseconds): void {
    const { reader, messages, traffic, steps, remarks } = this.parts;
    const id = messages.id(line.id, 'id');
    if (reader.problem !== null) return;
    const reason = LOSSES.find((one) => one === line.reason) ?? 'loss';
    const open = steps.open(t, () => true);
    const at = open?.at ?? steps.timeOf(t);
    const flight = kind === 'drop' ? traffic.drop(id, at, reason) : traffic.duplicate(id);
    if (flight === null) {
      remarks.note('receivedUnsent', reader.line);
      return;
    }
    const cause = flight.cause;
    const action: Action | null = kind === 'drop' ? null : { type: 'duplicate', message: flight.key };
    const step =
      open ??
      steps.begin(t, {
        kind: kind === 'drop' ? 'lose' : 'action',
        cause,
        flight: action === null ? flight : null,
        action,
      });
    step.items.push(kind === 'drop' ? { type: 'lose', flight, reason } : { type: 'duplicate', flight });
  }

  private clientLine(kind: 'clientInvoke' | 'clientReturn', line: Json, t: Microseconds): void {
    const { reader, names, commands, steps } = this.parts;
    const client = names.client(line.client, 'client');
    const serial = reader.integer(line.op, 'op');
    if (reader.problem !== null) return;
    const name = `${client} ${serial}`;
    const isOwn = (step: OpenStep) => step.kind === 'client' && step.client === client;
    const step = () => steps.open(t, isOwn) ?? steps.begin(t, { kind: 'client', client });
    if (kind === 'clientInvoke') {
      const operation = commands.operation(line, '');
      this.asked.set(name, operation);
      step().items.push({ type: 'invoke', client, serial, operation });
      return;
    }
    const status = STATUSES[reader.oneOf(line.status, 'status', ['ok', 'fail', 'info'])];
    const operation = this.asked.get(name);
    if (operation === undefined) return;
    const value = line.value === undefined ? answerOf(operation) : commands.value(line.value, 'value');
    // Without the value that it left, an answer proves no more than that there was one.
    const isTold =
      line.value !== undefined || operation.type === 'put' || (operation.type === 'cas' && status === 'ok');
    step().items.push({ type: 'return', client, serial, operation, status: isTold ? status : 'unknown', value });
  }
}

/** What a write that was done leaves behind, as far as the operation itself says it. */
const answerOf = (operation: Operation): string | null =>
  operation.type === 'put' || operation.type === 'cas' ? operation.value : null;

/** A server is one thing after the other, also when the clock does not move on. */
function changesRole(kind: string, { state }: Json): boolean {
  return kind in ROLE_OF || (isObject(state) && state.role !== undefined);
}

const hasRole = ({ items }: OpenStep): boolean =>
  items.some((item) => item.type === 'state' && item.patch.role !== undefined);

/** Results may be anything; what is no plain value is shown as JSON. */
const scalar = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
