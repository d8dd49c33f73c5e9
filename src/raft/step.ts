/** The whole protocol as one function: a server and an input go in, a server and effects come out. */
import { exhaustive } from '../base';
import type { ClientCommand } from './command';
import { handleInstallSnapshot, takeSnapshot } from './compaction';
import type { Effect, Effects, Input } from './effects';
import { handleRequestVote, handleRequestVoteResponse, isDisturbance } from './election';
import { handleAppendEntries } from './follower';
import { handleConfigurationRequest } from './membership';
import { type Message, type PreVote, verdictOf } from './message';
import { isOff } from './options';
import { handleElectionTimeout, handlePreVote, handlePreVoteResponse } from './prevote';
import { handleRead } from './reads';
import { handleAppendEntriesResponse, handleCommand, handleInstallSnapshotResponse, heartbeat } from './replication';
import { adoptTerm } from './roles';
import type { RuleId } from './rules';
import { clone, type Server } from './server';
import { handleTimeoutNow, handleTransferRequest } from './transfer';

export interface Step {
  /** The server after the input; the one before is unchanged. */
  readonly server: Server;
  /** What the server wants done, in order. */
  readonly effects: readonly Effect[];
  /** The rules that fired, in order. */
  readonly rules: readonly RuleId[];
}

/** One input, handled. Never throws, whatever message arrives. */
export function step(server: Server, input: Input): Step {
  const next = clone(server);
  const collector = new Collector();
  handle(next, input, collector);
  collector.end();
  return { server: next, effects: collector.effects, rules: collector.rules };
}

/** The same step in place: changes `server` and calls `out`. What simulators use, because nothing is copied. */
export function handle(server: Server, input: Input, out: Effects): void {
  switch (input.type) {
    case 'electionTimeout':
      handleElectionTimeout(server, out);
      return;
    case 'heartbeatTimeout':
      heartbeat(server, out);
      return;
    case 'receive':
      receive(server, input.message, out);
      return;
    case 'clientRequest':
      handleClientRequest(server, input.command, out);
      return;
    case 'changeConfiguration':
      handleConfigurationRequest(server, input, out);
      return;
    case 'transferLeadership':
      handleTransferRequest(server, input.to, out);
      return;
    case 'compact':
      takeSnapshot(server, out);
      return;
    default:
      exhaustive(input);
  }
}

/** A client asks: writes and some reads go through the log, the other reads do not (§8). */
export function handleClientRequest(server: Server, command: ClientCommand, out: Effects): void {
  if (command.operation.type === 'read') handleRead(server, command, out);
  else handleCommand(server, command, out);
}

/** A message: its term first (Figure 2, All Servers), then what it says. */
export function receive(server: Server, message: Message, out: Effects): void {
  if (message.type === 'PreVote') {
    handlePreVote(server, message, out);
    return;
  }
  if (message.type === 'RequestVote' && isDisturbance(server, message)) {
    out.rule('ignoreWhileLed');
    return;
  }
  if (isOff(server.options, 'timerOnAnyRpc') && server.role !== 'leader') out.setTimer('election');
  if (message.term > server.currentTerm) adoptTerm(server, message.term, out);
  if (isOlderResponse(server, message)) out.rule('ignoreOlderResponse');
  else handleMessage(server, message, out);
}

/** Answers to what was asked in an earlier term mean nothing now (§5.1). A pre-vote says itself what it answers. */
function isOlderResponse(server: Server, message: Message): boolean {
  if (message.term >= server.currentTerm || message.type === 'PreVoteResponse') return false;
  return verdictOf(message) !== null && !isOff(server.options, 'countStaleReplies');
}

function handleMessage(server: Server, message: Exclude<Message, PreVote>, out: Effects): void {
  switch (message.type) {
    case 'RequestVote':
      handleRequestVote(server, message, out);
      return;
    case 'AppendEntries':
      handleAppendEntries(server, message, out);
      return;
    case 'RequestVoteResponse':
      handleRequestVoteResponse(server, message, out);
      return;
    case 'AppendEntriesResponse':
      handleAppendEntriesResponse(server, message, out);
      return;
    case 'InstallSnapshot':
      handleInstallSnapshot(server, message, out);
      return;
    case 'InstallSnapshotResponse':
      handleInstallSnapshotResponse(server, message, out);
      return;
    case 'PreVoteResponse':
      handlePreVoteResponse(server, message, out);
      return;
    case 'TimeoutNow':
      handleTimeoutNow(server, message, out);
      return;
    default:
      exhaustive(message);
  }
}

/** Collects effects as data. Several changes before one message need one write. */
class Collector implements Effects {
  readonly effects: Effect[] = [];
  readonly rules: RuleId[] = [];
  private dirty = false;

  persist(): void {
    this.dirty = true;
  }

  send(message: Message): void {
    this.end();
    this.effects.push({ type: 'send', message });
  }

  setTimer(timer: 'election' | 'heartbeat'): void {
    this.effects.push({ type: 'setTimer', timer });
  }

  clearTimer(timer: 'election' | 'heartbeat'): void {
    this.effects.push({ type: 'clearTimer', timer });
  }

  apply(entry: Extract<Effect, { type: 'apply' }>['entry']): void {
    this.effects.push({ type: 'apply', entry });
  }

  takeSnapshot(snapshot: Extract<Effect, { type: 'takeSnapshot' }>['snapshot']): void {
    this.effects.push({ type: 'takeSnapshot', snapshot });
  }

  restore(snapshot: Extract<Effect, { type: 'restore' }>['snapshot']): void {
    this.effects.push({ type: 'restore', snapshot });
  }

  respond(reply: Extract<Effect, { type: 'respond' }>['reply']): void {
    this.end();
    this.effects.push({ type: 'respond', reply });
  }

  rule(id: RuleId): void {
    this.rules.push(id);
  }

  end(): void {
    if (!this.dirty) return;
    this.dirty = false;
    this.rules.push('persistBeforeSend');
    this.effects.push({ type: 'persist' });
  }
}
