/** What facts there are. A number is 0, a list empty, a text '' where it says nothing. */
import type { Configuration, Operation, Role, RuleSwitch, ServerId, Term } from '../raft';
import type { LossReason, Packet } from '../sim';
import type { OptionChange } from './facts-options';

export interface Facts {
  /** The server that acts; of a message on its way, the sender, 0 for a client. */
  readonly server: ServerId;
  /** The server at the other end of the message, 0 for a client. */
  readonly other: ServerId;
  readonly others: readonly ServerId[];
  readonly term: Term;
  readonly oldTerm: Term;
  readonly otherTerm: Term;
  readonly nextTerm: Term;
  readonly index: number;
  readonly from: number;
  readonly count: number;
  readonly majority: number;
  readonly servers: number;
  readonly members: readonly ServerId[];
  readonly voters: readonly ServerId[];
  readonly nextVoters: readonly ServerId[];
  readonly nextCount: number;
  readonly nextMajority: number;
  readonly oldVoters: readonly ServerId[];
  readonly newcomers: readonly ServerId[];
  readonly round: number;
  readonly target: ServerId;
  readonly priority: number;
  readonly ownPriority: number;
  readonly base: number;
  readonly votedFor: ServerId;
  readonly leader: ServerId;
  readonly role: Role;
  readonly newRole: Role;
  readonly lastIndex: number;
  readonly lastTerm: Term;
  readonly ownIndex: number;
  readonly ownTerm: Term;
  readonly client: number;
  readonly command: string;
  readonly key: string;
  readonly message: Packet['type'];
  readonly heartbeat: boolean;
  readonly reason: LossReason;
  readonly because: Because;
  readonly broken: Broken;
  readonly changes: readonly OptionChange[];
  readonly groups: readonly (readonly ServerId[])[];
}

/** Which of several grounds a rule had. */
export type Because =
  | ''
  /** Of an election: the timer, pre-votes of a majority, or the leader that hands over. */
  | 'timer'
  | 'preVotes'
  /** Of a refused pre-vote: a leader is heard, the log is stale, the term is over. */
  | 'leader'
  | 'log'
  | 'term'
  /** Of a server that does not stand: it may not, or it is no voter. */
  | 'priority'
  | 'member'
  /** Of a refused change: newcomers catch up, the joint configuration stands, its entry is not committed. */
  | 'catchUp'
  | 'joint'
  | 'pending'
  /** Of a request that nothing comes of: the server is down, does not lead, or has nothing to do. */
  | 'down'
  | 'notLeader'
  | 'idle';

/** Which rule that this run breaks made a difference: then the usual reason would not be true. */
export type Broken = '' | RuleSwitch;

export type Some = { -readonly [Name in keyof Facts]?: Facts[Name] };

export const NOTHING: Facts = {
  server: 0,
  other: 0,
  others: [],
  term: 0,
  oldTerm: 0,
  otherTerm: 0,
  nextTerm: 0,
  index: 0,
  from: 0,
  count: 0,
  majority: 0,
  servers: 0,
  members: [],
  voters: [],
  nextVoters: [],
  nextCount: 0,
  nextMajority: 0,
  oldVoters: [],
  newcomers: [],
  round: 0,
  target: 0,
  priority: 0,
  ownPriority: 0,
  base: 0,
  votedFor: 0,
  leader: 0,
  role: 'follower',
  newRole: 'follower',
  lastIndex: 0,
  lastTerm: 0,
  ownIndex: 0,
  ownTerm: 0,
  client: 0,
  command: '',
  key: '',
  message: 'AppendEntries',
  heartbeat: false,
  reason: 'loss',
  because: '',
  broken: '',
  changes: [],
  groups: [],
};

/** The configuration by which a server counts. */
export function votersOf({ voters, next }: Configuration): Some {
  return { voters, nextVoters: next ?? [], servers: voters.length };
}

/** An operation as a reader would write it. */
export function describeOperation(operation: Operation): string {
  switch (operation.type) {
    case 'put':
      return `${operation.key}←${operation.value}`;
    case 'append':
      return `${operation.key}+${operation.value}`;
    case 'get':
    case 'read':
      return `${operation.key}?`;
    case 'inc':
      return `${operation.key}++`;
    case 'cas':
      return `${operation.key}:${operation.expected ?? '∅'}→${operation.value}`;
  }
}
