/** The whole protocol as one function: a server and an input go in, a server and effects come out. */
import { exhaustive } from '../base';
import type { Effect, Effects, Input } from './effects';
import { adoptTerm, handleRequestVote, handleRequestVoteResponse, standForElection } from './election';
import { handleAppendEntries } from './follower';
import type { Message } from './message';
import { handleAppendEntriesResponse, handleClientRequest, heartbeat } from './replication';
import type { RuleId } from './rules';
import { clone, type Server } from './server';

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
      standForElection(server, out);
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
    default:
      exhaustive(input);
  }
}

/** A message: its term first (Figure 2, All Servers), then what it says. */
export function receive(server: Server, message: Message, out: Effects): void {
  if (message.term > server.currentTerm) adoptTerm(server, message.term, out);
  switch (message.type) {
    case 'RequestVote':
      handleRequestVote(server, message, out);
      return;
    case 'AppendEntries':
      handleAppendEntries(server, message, out);
      return;
    case 'RequestVoteResponse':
      if (message.term < server.currentTerm) out.rule('ignoreOlderResponse');
      else handleRequestVoteResponse(server, message, out);
      return;
    case 'AppendEntriesResponse':
      if (message.term < server.currentTerm) out.rule('ignoreOlderResponse');
      else handleAppendEntriesResponse(server, message, out);
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
