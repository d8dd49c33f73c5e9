/** What goes into a server and what comes out of it. Nothing else connects it with the world. */
import type { ClientCommand } from './command';
import type { Entry } from './log';
import type { Message } from './message';
import type { RuleId } from './rules';
import type { ServerId } from './server';

export type Input =
  /** The election timer ran out. */
  | { readonly type: 'electionTimeout' }
  /** The heartbeat interval has passed. */
  | { readonly type: 'heartbeatTimeout' }
  | { readonly type: 'receive'; readonly message: Message }
  | { readonly type: 'clientRequest'; readonly command: ClientCommand };

/** `election` waits for a time drawn anew from [min, max); `heartbeat` waits for the fixed interval. */
export type Timer = 'election' | 'heartbeat';

export type Reply =
  /** The entry has been applied: answer its client with the state machine's result. */
  | { readonly type: 'applied'; readonly entry: Entry }
  /** This server does not lead; `leader` does, or null if this server does not know. */
  | { readonly type: 'redirect'; readonly command: ClientCommand; readonly leader: ServerId | null };

/** A step calls these in order. Whoever runs the server carries them out in that order. */
export interface Effects {
  /** currentTerm, votedFor and log, as they are when the step next sends or ends, go to disk before what follows. */
  persist(): void;
  send(message: Message): void;
  /** Starts the timer anew, also when it was running. */
  setTimer(timer: Timer): void;
  clearTimer(timer: Timer): void;
  /** Hands one entry to the state machine, in the order of the log. */
  apply(entry: Entry): void;
  respond(reply: Reply): void;
  /** Reports that a rule fired. */
  rule(id: RuleId): void;
}

/** The same effects as data, in order. */
export type Effect =
  | { readonly type: 'persist' }
  | { readonly type: 'send'; readonly message: Message }
  | { readonly type: 'setTimer'; readonly timer: Timer }
  | { readonly type: 'clearTimer'; readonly timer: Timer }
  | { readonly type: 'apply'; readonly entry: Entry }
  | { readonly type: 'respond'; readonly reply: Reply };
