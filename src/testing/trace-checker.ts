/**
 * An outsider's checker of raft-trace/1: JSON Lines in, violations out. It knows the format and Figure 2, and shares
 * no code with the implementation that it judges. Not judged: membership, snapshots and PreVote.
 */
import { History } from './outsider/history';
import { ClientHistory } from './outsider/linearizable';
import { canonical, int, isObject, type Json, type Rule, strings, type Violation } from './outsider/lines';
import { beginsWith, type Log, root } from './outsider/logs';
import { checkSend, promise } from './outsider/messages';
import { Network } from './outsider/network';
import { type Input, merge, newServer, type Server } from './outsider/state';
import { checkChange, expectedLog, type Surroundings } from './outsider/transition';

export type { Violation } from './outsider/lines';

/** At most `most` violations of a trace, in the order of its lines. */
export function checkTrace(text: string, most = 20): Violation[] {
  const lines = text.split('\n').filter((line) => line !== '');
  const checker = new Checker();
  for (const line of lines) {
    checker.line(line);
    if (checker.violations.length >= most) break;
  }
  checker.end();
  return checker.violations.slice(0, most);
}

const INPUTS = ['timeout', 'tick', 'clientRequest', 'recv'];
const CHANGES = ['becomeFollower', 'becomeCandidate', 'becomeLeader', 'grantVote', 'voteCounted', 'acked', 'nacked'];
const OTHER_CHANGES = ['append', 'advanceCommit', 'persist', 'apply', 'send'];
const NETWORK = ['drop', 'duplicate', 'partition', 'cut', 'uncut', 'heal'];

class Checker implements Surroundings {
  readonly violations: Violation[] = [];
  voters: readonly string[] = [];
  features: Json = {};
  time = 0;
  private number = 0;
  private readonly servers = new Map<string, Server>();
  private readonly root: Log = root();
  private readonly history: History;
  private readonly clients = new ClientHistory();
  private network: Network;

  constructor() {
    this.history = new History(this.report);
    this.network = new Network([], this.report);
  }

  readonly report = (rule: Rule, text: string): void => {
    this.violations.push({ line: this.number, rule, text });
  };

  holders(log: Log): string[] {
    return this.voters.filter((id) => {
      const server = this.servers.get(id);
      return server !== undefined && beginsWith(server.durable.log, log);
    });
  }

  line(text: string): void {
    this.number++;
    const line: unknown = parse(text);
    if (!isObject(line)) {
      this.report('format', 'this is no JSON object');
      return;
    }
    const { t, kind, node } = line;
    if (this.number === 1) {
      this.header(line);
      return;
    }
    if (typeof t !== 'number' || t < this.time) this.report('format', `time ${String(t)} goes back`);
    else this.time = t;
    if (typeof kind !== 'string') {
      this.report('format', 'there is no kind');
      return;
    }
    if (node !== undefined) {
      this.serverLine(line, kind);
      return;
    }
    if (NETWORK.includes(kind)) {
      this.network.line(line);
      return;
    }
    if (kind === 'clientInvoke' || kind === 'clientReturn') {
      this.clientLine(line, kind);
      return;
    }
    if (kind !== 'note') this.report('format', `unknown kind ${kind}`);
  }

  end(): void {
    for (const server of this.servers.values()) this.closeHandler(server);
    this.violations.push(...this.clients.check());
  }

  private header(line: Json): void {
    if (line.v !== 'raft-trace/1' || line.kind !== 'header') this.report('format', 'the first line is no header');
    const nodes = strings(line.nodes);
    this.voters = line.voters === undefined ? nodes : strings(line.voters);
    if (isObject(line.features)) this.features = line.features;
    this.network = new Network(nodes, this.report);
    for (const id of nodes) {
      const server = newServer(id, this.root);
      const initial = isObject(line.initial) ? line.initial[id] : undefined;
      if (isObject(initial)) server.state = merge(server.state, initial, this.root, this.report);
      const { term, votedFor, log } = server.state;
      server.durable = { term, votedFor, log };
      server.applied = server.state.lastApplied;
      promise(server, term, votedFor, this.report);
      this.history.log(log);
      this.servers.set(id, server);
    }
  }

  private clientLine(line: Json, kind: 'clientInvoke' | 'clientReturn'): void {
    const wrong =
      kind === 'clientInvoke' ? this.clients.invoke(this.number, line) : this.clients.return(this.number, line);
    if (wrong !== null) this.report(wrong.rule, wrong.text);
  }

  private serverLine(line: Json, kind: string): void {
    const server = this.servers.get(String(line.node));
    if (server === undefined) {
      this.report('format', `unknown node ${String(line.node)}`);
      return;
    }
    if (kind === 'restart') {
      this.restart(server, line);
      return;
    }
    if (!server.alive) {
      this.report('restart', `${server.id} is crashed and does something`);
      return;
    }
    if (kind === 'crash') {
      server.alive = false;
      server.input = null;
      return;
    }
    if (INPUTS.includes(kind)) this.open(server, line, kind as Input['kind']);
    else if (!CHANGES.includes(kind) && !OTHER_CHANGES.includes(kind)) this.report('format', `unknown kind ${kind}`);
    if (isObject(line.state)) this.change(server, line.state);
    if (kind === 'persist') this.persist(server, line.durable);
    if (kind === 'apply') this.apply(server, line);
    if (kind === 'send') this.send(server, line.msg);
  }

  private open(server: Server, line: Json, kind: Input['kind']): void {
    this.closeHandler(server);
    const { state, id } = server;
    const message = kind === 'recv' ? this.network.receive(id, line) : null;
    const cmd = kind === 'clientRequest' ? canonical(line.cmd ?? null) : null;
    server.input = { kind, message, cmd, before: state, answered: false };
    if (message !== null) this.hear(server, message);
    if (kind === 'timeout' && state.deadline !== null && this.time < state.deadline) {
      this.report('timer', `${id}: its election timer fires before the deadline`);
    }
    if (kind === 'timeout' && state.role === 'leader') this.report('timer', `${id} leads and has an election timer`);
    if (kind !== 'timeout' && kind !== 'recv' && state.role !== 'leader')
      this.report('role', `${id} does not lead: ${kind}`);
  }

  /** Notes what was delivered: votes and acknowledgements of the server's own term. */
  private hear(server: Server, message: Json): void {
    if (int(message, 'term') !== server.state.term) return;
    const from = String(message.from);
    if (message.type === 'RequestVoteResponse' && message.voteGranted === true) server.granted.add(from);
    if (message.type === 'AppendEntriesResponse' && message.success === true) {
      server.acknowledged.set(from, Math.max(int(message, 'matchIndex'), server.acknowledged.get(from) ?? 0));
    }
  }

  private change(server: Server, news: Json): void {
    const before = server.state;
    server.state = merge(before, news, this.root, this.report);
    const { state, id } = server;
    if (state.term !== before.term) {
      server.granted = new Set();
      server.acknowledged = new Map();
    }
    this.history.log(state.log);
    checkChange(server, before, this);
    if (state.role === 'leader' && (before.role !== 'leader' || before.term !== state.term)) {
      this.history.elected(id, state.term, before.log);
    }
    if (state.commitIndex <= before.commitIndex) return;
    if (state.role === 'leader') this.history.commit(state.log, state.commitIndex, state.term);
    else this.history.agree(state.log, state.commitIndex);
  }

  private persist(server: Server, durable: unknown): void {
    const { term, votedFor, log } = server.state;
    server.durable = { term, votedFor, log };
    if (durable !== undefined) this.report('format', 'partial persist lines are not judged');
    promise(server, term, votedFor, this.report);
  }

  private apply(server: Server, line: Json): void {
    const index = int(line, 'index');
    const entry = `${int(line, 'term')} ${canonical(line.cmd ?? null)}`;
    const { id, state } = server;
    if (index !== server.applied + 1) this.report('apply', `${id} applies ${index} after ${server.applied}`);
    if (index > state.commitIndex) this.report('apply', `${id} applies ${index}, which it does not hold for committed`);
    let log: Log | null = state.log;
    while (log !== null && log.index > index) log = log.parent;
    if (log === null || `${log.term} ${log.cmd}` !== entry)
      this.report('apply', `${id} applies what its log does not hold`);
    server.applied = index;
    this.history.apply(index, entry, canonical(line.result ?? null));
  }

  private send(server: Server, message: unknown): void {
    if (!isObject(message)) {
      this.report('format', 'there is no msg');
      return;
    }
    this.network.send(server.id, message);
    if (server.input === null) this.report('send', `${server.id} sends outside of a handler`);
    checkSend(server, message, this.features, this.report);
  }

  /** What must be so when a handler is over and the next input comes. */
  private closeHandler(server: Server): void {
    const { input, state, id } = server;
    if (input === null || !server.alive) return;
    if (state.lastApplied !== server.applied) this.report('apply', `${id}: lastApplied is not what was applied`);
    if (input.message === null) return;
    const term = int(input.message, 'term');
    if (state.term < term) this.report('term', `${id} does not adopt term ${term}`);
    if (input.message.type !== 'AppendEntries' || term !== state.term || state.role === 'leader') return;
    if (state.log !== expectedLog(input.before.log, input)) this.report('log', `${id} does not store what was sent`);
  }

  /** What is back is what was on disk, and nothing else. */
  private restart(server: Server, line: Json): void {
    const { id, durable, alive } = server;
    if (alive) this.report('restart', `${id} restarts and was not down`);
    if (!isObject(line.state)) {
      this.report('format', 'restart needs the full state');
      return;
    }
    const blank = newServer(id, this.root).state;
    const state = merge(blank, line.state, this.root, this.report);
    const wrong = (what: string) => this.report('restart', `${id} comes back with another ${what} than was on disk`);
    if (state.term !== durable.term) wrong('currentTerm');
    if (state.votedFor !== durable.votedFor) wrong('votedFor');
    if (state.log !== durable.log) wrong('log');
    const volatile = [state.votes.length, state.commitIndex, state.lastApplied, ...Object.keys(state.match)];
    if (state.role !== 'follower' || volatile.some((value) => value !== 0)) {
      this.report('restart', `${id} comes back with volatile state`);
    }
    server.alive = true;
    server.state = state;
    server.applied = 0;
    server.granted = new Set();
    server.acknowledged = new Map();
    server.input = { kind: 'restart', message: null, cmd: null, before: state, answered: false };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
