/** All servers of a trace, and what each line does to them. */
import type { Around } from './around';
import { promise } from './canvassing';
import { closeHandler, openHandler } from './handler';
import { History } from './history';
import { apply, crash, persist, restart } from './life';
import { int, isObject, type Json, type Report, strings } from './lines';
import { beginsWith, type Log, root } from './logs';
import { checkSend } from './messages';
import { Network } from './network';
import { forgetTerm, type Input, newServer, type Server } from './server';
import { durablePart, merge } from './state';
import { checkChange } from './transition';

const INPUTS = ['timeout', 'tick', 'clientRequest', 'recv'];
const CHANGES = ['becomeFollower', 'becomeCandidate', 'becomeLeader', 'grantVote', 'voteCounted', 'acked', 'nacked'];
const OTHER_CHANGES = ['append', 'advanceCommit', 'persist', 'apply', 'send', 'snapshot', 'installSnapshot'];
const KINDS = [...INPUTS, ...CHANGES, ...OTHER_CHANGES];

export class Cluster implements Around {
  readonly features: Json;
  readonly timeout: Around['timeout'];
  readonly history: History;
  readonly network: Network;
  readonly report: Report;
  time = 0;
  private readonly servers = new Map<string, Server>();

  constructor(header: Json, report: Report) {
    const nodes = strings(header.nodes);
    this.report = report;
    this.features = isObject(header.features) ? header.features : {};
    this.timeout = timeoutOf(header.electionTimeout);
    this.history = new History(root(header.voters === undefined ? nodes : strings(header.voters)), report);
    this.network = new Network([], report);
    const initial = isObject(header.initial) ? header.initial : {};
    // Whole logs come before those that a snapshot has cut short, whose entries are then known.
    for (const id of nodes.slice().sort((a, b) => baseOf(initial[a]) - baseOf(initial[b]))) this.add(id, initial[id]);
  }

  holds(id: string, log: Log): boolean {
    const server = this.servers.get(id);
    return server !== undefined && beginsWith(server.durable.log, log);
  }

  /** A server that is there from now on; its state is durable. */
  private add(id: string, initial: unknown): void {
    const server = newServer(id, this.history.root);
    if (isObject(initial)) server.state = merge(server.state, initial, this.history, this.report);
    const { state } = server;
    server.durable = durablePart(state);
    server.applied = state.lastApplied;
    promise(server, state.term, state.votedFor, this.report);
    this.history.log(state.log);
    this.history.given(state.log, Math.max(state.commitIndex, state.base.index));
    this.servers.set(id, server);
    this.network.add(id);
  }

  line(line: Json, kind: string): void {
    const id = String(line.node);
    const server = this.servers.get(id);
    if (kind === 'nodeAdded') {
      if (server === undefined) this.add(id, line.state);
      else this.report('format', `${id} appears a second time`);
    } else if (server === undefined) {
      this.report('format', `unknown node ${id}`);
    } else if (kind === 'restart') {
      restart(server, line, this);
    } else if (!server.alive) {
      this.report('restart', `${id} is crashed and does something`);
    } else if (kind === 'crash') {
      crash(server);
    } else {
      this.serverLine(server, line, kind);
    }
  }

  private serverLine(server: Server, line: Json, kind: string): void {
    if (!KINDS.includes(kind)) this.report('format', `unknown kind ${kind}`);
    if (INPUTS.includes(kind)) openHandler(server, line, kind as Input['kind'], this.network, this);
    if (isObject(line.state)) this.change(server, line.state);
    if (kind === 'persist') persist(server, line.durable, this);
    if (kind === 'apply') apply(server, line, this);
    if (kind === 'send') this.send(server, line.msg);
    const moves = kind === 'snapshot' || kind === 'installSnapshot';
    if (moves && int(line, 'index') !== server.state.base.index) {
      this.report('snapshot', `${server.id}: ${kind} at ${int(line, 'index')} leaves ${server.state.base.index}`);
    }
  }

  private change(server: Server, news: Json): void {
    const before = server.state;
    const { history } = this;
    server.state = merge(before, news, history, this.report);
    const { state, id, memory } = server;
    if (state.term !== before.term) forgetTerm(memory);
    history.log(state.log);
    checkChange(server, before, this);
    if (state.term !== before.term) memory.preGranted.clear();
    server.applied = Math.max(server.applied, state.base.index);
    const led = before.role === 'leader' && before.term === state.term;
    if (state.role === 'leader' && !led) {
      memory.elected = this.time;
      memory.round = this.time;
      history.elected(id, state.term, before.log);
    }
    if (this.features.autoPersist === true) persist(server, undefined, this);
    if (state.commitIndex <= before.commitIndex) return;
    if (led || state.role === 'leader') history.commit(state.log, state.commitIndex, state.term);
    else history.agree(state.log, state.commitIndex);
  }

  private send(server: Server, message: unknown): void {
    if (!isObject(message)) {
      this.report('format', 'there is no msg');
      return;
    }
    this.network.send(server.id, message, server.memory.round);
    if (server.input === null) this.report('send', `${server.id} sends outside of a handler`);
    checkSend(server, message, this);
  }

  end(): void {
    for (const server of this.servers.values()) closeHandler(server, this);
  }
}

const baseOf = (state: unknown): number => (isObject(state) && isObject(state.base) ? int(state.base, 'index') : 0);

function timeoutOf(value: unknown): Around['timeout'] {
  if (!isObject(value) || typeof value.min !== 'number' || typeof value.max !== 'number') return null;
  return { min: value.min, max: value.max };
}
