/** What goes into a server and what comes out of it. Nothing else connects it with the world. */
import type { ClientCommand } from './command';
import type { ServerId } from './configuration';
import type { Entry } from './log';
import type { Message } from './message';
import type { RuleId } from './rules';
import type { Snapshot } from './server';

export type Input =
  /** The election timer ran out. */
  | { readonly type: 'electionTimeout' }
  /** The heartbeat interval has passed. */
  | { readonly type: 'heartbeatTimeout' }
  | { readonly type: 'receive'; readonly message: Message }
  /** A client asks for an operation. */
  | { readonly type: 'clientRequest'; readonly command: ClientCommand }
  | ConfigurationRequest
  /** Somebody asks the leader to hand over (D§3.10). */
  | { readonly type: 'transferLeadership'; readonly to: ServerId }
  /** Somebody asks for a snapshot of what is applied (§7). */
  | { readonly type: 'compact' };

/** Somebody asks the leader for other members (§6, D§4). */
export interface ConfigurationRequest {
  readonly type: 'changeConfiguration';
  /** Who shall vote. */
  readonly voters: readonly ServerId[];
  /** By joint consensus (§6), which takes any change; otherwise one server is added or removed (D§4.1). */
  readonly joint: boolean;
}

/** `election` waits for a time drawn anew from [min, max); `heartbeat` waits for the fixed interval. */
export type Timer = 'election' | 'heartbeat';

export type Reply =
  /** The entry has been applied: answer its client with the state machine's result. */
  | { readonly type: 'applied'; readonly entry: Entry }
  /** Answer the read from what the state machine holds now. */
  | { readonly type: 'read'; readonly command: ClientCommand }
  /** This server does not lead; `leader` does, or null if this server does not know. */
  | { readonly type: 'redirect'; readonly command: ClientCommand; readonly leader: ServerId | null };

/** A step calls these in order. Whoever runs the server carries them out in that order. */
export interface Effects {
  /** What Persistent lists goes to disk, as it is when the step next sends or ends, before what follows. */
  persist(): void;
  send(message: Message): void;
  /** Starts the timer anew, also when it was running. */
  setTimer(timer: Timer): void;
  clearTimer(timer: Timer): void;
  /** Hands one entry to the state machine, in the order of the log. */
  apply(entry: Entry): void;
  /** Puts the state machine's image, as it is now, into the snapshot. */
  takeSnapshot(snapshot: Snapshot): void;
  /** Puts the snapshot's image into the state machine. */
  restore(snapshot: Snapshot): void;
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
  | { readonly type: 'takeSnapshot'; readonly snapshot: Snapshot }
  | { readonly type: 'restore'; readonly snapshot: Snapshot }
  | { readonly type: 'respond'; readonly reply: Reply };
