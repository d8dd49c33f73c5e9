/** The messages of Figure 2 and of §7, and those of the dissertation. Fields carry the paper's names. */
import type { ServerId } from './configuration';
import type { Entry, Index, Term } from './log';
import type { Snapshot } from './server';

interface Envelope {
  /** Unique within a run; stamped by whoever carries the message. */
  id: number;
  readonly from: ServerId;
  readonly to: ServerId;
  /** The sender's currentTerm. Every message carries it (§5.1). */
  readonly term: Term;
}

interface Answer {
  /** The id of the request that this answers. */
  readonly re: number;
}

interface Stamped {
  /** When the leader sent the request, by its own reckoning (see Server.stamp); the answer repeats it. */
  readonly stamp: number;
}

interface Canvass {
  readonly lastLogIndex: Index;
  readonly lastLogTerm: Term;
}

export interface RequestVote extends Envelope, Canvass {
  readonly type: 'RequestVote';
  /** The leader itself asked for this election (D§3.10): voters do not hold to it. */
  readonly transfer: boolean;
}

export interface RequestVoteResponse extends Envelope, Answer {
  readonly type: 'RequestVoteResponse';
  readonly voteGranted: boolean;
}

/** "Would you vote for me in the next term?" (D§9.6). Nobody's state changes by being asked. */
export interface PreVote extends Envelope, Canvass {
  readonly type: 'PreVote';
  /** The term in which the sender would stand. */
  readonly nextTerm: Term;
}

export interface PreVoteResponse extends Envelope, Answer {
  readonly type: 'PreVoteResponse';
  readonly voteGranted: boolean;
  /** Echo of the request. */
  readonly nextTerm: Term;
}

export interface AppendEntries extends Envelope, Stamped {
  readonly type: 'AppendEntries';
  readonly prevLogIndex: Index;
  readonly prevLogTerm: Term;
  /** Entries from prevLogIndex + 1 on, without a gap; none in a heartbeat. */
  readonly entries: readonly Entry[];
  readonly leaderCommit: Index;
}

export interface AppendEntriesResponse extends Envelope, Answer, Stamped {
  readonly type: 'AppendEntriesResponse';
  readonly success: boolean;
  /** What the request vouched for: prevLogIndex plus the number of its entries. 0 when refused. */
  readonly matchIndex: Index;
  /** Echo of the request, so that a late refusal can be told from a fresh one. */
  readonly prevLogIndex: Index;
  /** Where the leader should look next (end of §5.3), or null: the leader then goes back one by one. */
  readonly conflict: Conflict | null;
}

/** The hint that lets nextIndex pass a whole conflicting term at once (end of §5.3). */
export interface Conflict {
  /** Term of the entry at prevLogIndex; 0 when the follower's log ends before prevLogIndex. */
  readonly term: Term;
  /** First index that the follower stores for that term, or the end of its log plus 1. */
  readonly index: Index;
}

/** A snapshot for a server that lacks entries which the leader has dropped (§7, Figure 13); sent in one piece. */
export interface InstallSnapshot extends Envelope, Stamped {
  readonly type: 'InstallSnapshot';
  readonly lastIncludedIndex: Index;
  readonly lastIncludedTerm: Term;
  readonly snapshot: Snapshot;
}

export interface InstallSnapshotResponse extends Envelope, Answer, Stamped {
  readonly type: 'InstallSnapshotResponse';
  /** Up to here the receiver has what the leader has. */
  readonly matchIndex: Index;
}

/** "Stand for election now": the leader hands over (D§3.10). */
export interface TimeoutNow extends Envelope {
  readonly type: 'TimeoutNow';
}

export type Message =
  | RequestVote
  | RequestVoteResponse
  | AppendEntries
  | AppendEntriesResponse
  | InstallSnapshot
  | InstallSnapshotResponse
  | PreVote
  | PreVoteResponse
  | TimeoutNow;

export type MessageType = Message['type'];

/** All kinds of messages, requests before their responses. */
export const MESSAGE_TYPES = [
  'RequestVote',
  'RequestVoteResponse',
  'AppendEntries',
  'AppendEntriesResponse',
  'InstallSnapshot',
  'InstallSnapshotResponse',
  'PreVote',
  'PreVoteResponse',
  'TimeoutNow',
] as const satisfies readonly MessageType[];

/** A heartbeat is an AppendEntries without entries (§5.2). */
export function isHeartbeat(message: Message): boolean {
  return message.type === 'AppendEntries' && message.entries.length === 0;
}

/** What a response says: granted, success or installed; null for a request. */
export function verdictOf(message: Message): boolean | null {
  switch (message.type) {
    case 'RequestVoteResponse':
    case 'PreVoteResponse':
      return message.voteGranted;
    case 'AppendEntriesResponse':
      return message.success;
    case 'InstallSnapshotResponse':
      return true;
    default:
      return null;
  }
}
