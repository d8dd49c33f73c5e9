/**
 * What sentences about one transition are made of. trace/explain gives such facts; the words name no types of the
 * protocol, so that texts depend on nothing. A number is 0, a list empty and a text '' where it says nothing.
 */
export interface Facts {
  /** The server that acts. */
  readonly server: number;
  /** The server at the other end of the message. */
  readonly other: number;
  /** Servers that are sent to. */
  readonly others: readonly number[];
  /** The server's term afterwards, and before. */
  readonly term: number;
  readonly oldTerm: number;
  /** The term of the message, or of the entry that it names. */
  readonly otherTerm: number;
  /** The entry concerned; of several, the last and the first. */
  readonly index: number;
  readonly from: number;
  readonly count: number;
  readonly majority: number;
  /** How many servers there are. */
  readonly servers: number;
  /** Who voted for the server, or stores the entry. */
  readonly members: readonly number[];
  readonly votedFor: number;
  readonly leader: number;
  /** What the server was before. */
  readonly role: 'follower' | 'precandidate' | 'candidate' | 'leader';
  /** The last entry of the candidate's log. */
  readonly lastIndex: number;
  readonly lastTerm: number;
  /** The last entry of the server's own log, or the term of the entry that it holds where it is asked; -1: none. */
  readonly ownIndex: number;
  readonly ownTerm: number;
  readonly client: number;
  /** An operation of a client, as in x←7. */
  readonly command: string;
  readonly message: MessageName;
  /** The message is an AppendEntries without entries. */
  readonly heartbeat: boolean;
  readonly reason: 'cut' | 'loss' | 'dropped' | 'crashed';
  readonly groups: readonly (readonly number[])[];
}

export type MessageName =
  | 'RequestVote'
  | 'RequestVoteResponse'
  | 'AppendEntries'
  | 'AppendEntriesResponse'
  | 'InstallSnapshot'
  | 'InstallSnapshotResponse'
  | 'PreVote'
  | 'PreVoteResponse'
  | 'TimeoutNow'
  | 'ClientRequest'
  | 'ClientResponse';

/** The words about one rule or event. */
export interface Words {
  /** "Why is S3 leader?" */
  readonly question: (facts: Facts) => string;
  /** One sentence or two that answer it, naming the actor. */
  readonly why: (facts: Facts) => string;
  /** A step in a chain of causes. */
  readonly step: (facts: Facts) => string;
}
