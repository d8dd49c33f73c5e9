import type { FlagName, RuleName } from './en/option-names';

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
  /** The term for which a pre-vote is asked. */
  readonly nextTerm: number;
  /** The entry concerned; of several, the last and the first. */
  readonly index: number;
  readonly from: number;
  readonly count: number;
  readonly majority: number;
  /** How many servers vote: those of `voters`. */
  readonly servers: number;
  /** Who voted for the server, stores the entry, or has answered. */
  readonly members: readonly number[];
  /** The configuration by which the server counts, or which a change brings; of a joint one, its old half. */
  readonly voters: readonly number[];
  /** The new half of a joint configuration; empty when there is none. `count` and `majority` are of the old half. */
  readonly nextVoters: readonly number[];
  readonly nextCount: number;
  readonly nextMajority: number;
  /** The voters before a change. */
  readonly oldVoters: readonly number[];
  /** Servers that catch up before they vote, and in which round. */
  readonly newcomers: readonly number[];
  readonly round: number;
  /** To whom a leader hands over. */
  readonly target: number;
  /** How much the target, and the server itself, is wanted as leader. */
  readonly priority: number;
  readonly ownPriority: number;
  /** The last entry that a snapshot of the server stands for. */
  readonly base: number;
  readonly votedFor: number;
  readonly leader: number;
  /** What the server was before. */
  readonly role: RoleName;
  /** What it is afterwards. */
  readonly newRole: RoleName;
  /** The last entry of the candidate's log. */
  readonly lastIndex: number;
  readonly lastTerm: number;
  /** The last entry of the server's own log, or the term of the entry that it holds where it is asked; -1: none. */
  readonly ownIndex: number;
  readonly ownTerm: number;
  readonly client: number;
  /** An operation of a client, as in x←7. */
  readonly command: string;
  /** What a read beside the log asks for. */
  readonly key: string;
  readonly message: MessageName;
  /** The message is an AppendEntries without entries. */
  readonly heartbeat: boolean;
  readonly reason: 'cut' | 'loss' | 'dropped' | 'crashed';
  /** Which of several grounds a rule had; see trace/facts-shape. */
  readonly because:
    | ''
    | 'timer'
    | 'preVotes'
    | 'leader'
    | 'log'
    | 'term'
    | 'priority'
    | 'member'
    | 'catchUp'
    | 'joint'
    | 'pending'
    | 'down'
    | 'notLeader'
    | 'idle';
  /** The broken rule that made a difference, so that the usual reason would not be true. */
  readonly broken: '' | RuleName;
  readonly changes: readonly OptionChange[];
  readonly groups: readonly (readonly number[])[];
}

export type RoleName = 'follower' | 'precandidate' | 'candidate' | 'leader';

/** A rule that is obeyed again or broken from now on, or an option with another value. */
export type OptionChange =
  | { readonly type: 'rule'; readonly rule: RuleName; readonly on: boolean }
  | { readonly type: 'flag'; readonly flag: FlagName; readonly on: boolean }
  | { readonly type: 'number'; readonly option: 'batchMax' | 'snapshotEvery'; readonly value: number }
  | { readonly type: 'priorities'; readonly values: readonly number[] };

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
