/** The four messages of Figure 2. Fields carry the paper's names. */
import type { Entry, Index, Term } from './log';
import type { ServerId } from './server';

interface Envelope {
  /** Unique within a run; stamped by whoever carries the message. */
  id: number;
  readonly from: ServerId;
  readonly to: ServerId;
  /** The sender's currentTerm. Every message carries it (§5.1). */
  readonly term: Term;
}

export interface RequestVote extends Envelope {
  readonly type: 'RequestVote';
  readonly lastLogIndex: Index;
  readonly lastLogTerm: Term;
}

export interface RequestVoteResponse extends Envelope {
  readonly type: 'RequestVoteResponse';
  readonly voteGranted: boolean;
  /** The id of the request that this answers. */
  readonly re: number;
}

export interface AppendEntries extends Envelope {
  readonly type: 'AppendEntries';
  readonly prevLogIndex: Index;
  readonly prevLogTerm: Term;
  /** Entries from prevLogIndex + 1 on, without a gap; none in a heartbeat. */
  readonly entries: readonly Entry[];
  readonly leaderCommit: Index;
}

export interface AppendEntriesResponse extends Envelope {
  readonly type: 'AppendEntriesResponse';
  readonly success: boolean;
  /** What the request vouched for: prevLogIndex plus the number of its entries. 0 when refused. */
  readonly matchIndex: Index;
  /** Echo of the request, so that a late refusal can be told from a fresh one. */
  readonly prevLogIndex: Index;
  /** Where the leader should look next (end of §5.3), or null: the leader then goes back one by one. */
  readonly conflict: Conflict | null;
  readonly re: number;
}

/** The hint that lets nextIndex pass a whole conflicting term at once (end of §5.3). */
export interface Conflict {
  /** Term of the entry at prevLogIndex; 0 when the follower's log ends before prevLogIndex. */
  readonly term: Term;
  /** First index that the follower stores for that term, or the end of its log plus 1. */
  readonly index: Index;
}

export type Message = RequestVote | RequestVoteResponse | AppendEntries | AppendEntriesResponse;

export type MessageType = Message['type'];

/** A heartbeat is an AppendEntries without entries (§5.2). */
export function isHeartbeat(message: Message): boolean {
  return message.type === 'AppendEntries' && message.entries.length === 0;
}
