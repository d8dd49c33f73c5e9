/** Words for tests of the protocol: logs, servers, messages and steps in one line each. */
import {
  type AppendEntries,
  type AppendEntriesResponse,
  append,
  boot,
  type ClientCommand,
  defaultOptions,
  type Effect,
  EMPTY_LOG,
  type Entry,
  entriesBetween,
  type Index,
  type Input,
  type Log,
  type Message,
  type MessageType,
  type Options,
  type RequestVote,
  type RequestVoteResponse,
  type Server,
  type ServerId,
  type Step,
  step,
  type Term,
  termAt,
} from '../raft';

const known = new Map<string, Log>([['', EMPTY_LOG]]);

/** The log with these terms from index 1 on. Equal logs are one object, as they are in a cluster. */
export function logOf(terms: readonly Term[]): Log {
  const name = terms.join(',');
  let log = known.get(name);
  if (log === undefined) {
    const index = terms.length;
    log = append(logOf(terms.slice(0, -1)), terms[index - 1], commandOf(index, `${terms[index - 1]}.${index}`));
    known.set(name, log);
  }
  return log;
}

export function termsOf(log: Log): Term[] {
  return entriesBetween(log, 1, log.index).map(({ term }) => term);
}

/** The command with this serial of client 1: put x = value. */
export function commandOf(serial: number, value = String(serial)): ClientCommand {
  return { type: 'client', client: 1, serial, oldest: serial, operation: { type: 'put', key: 'x', value } };
}

type PerServer = Readonly<Record<ServerId, Index>>;

export interface ServerWords
  extends Partial<Omit<Server, 'id' | 'log' | 'options' | 'configuration' | 'initial' | PerServerField>> {
  readonly term?: Term;
  readonly log?: readonly Term[];
  readonly options?: Partial<Options>;
  /** How many servers there are, 5 unless told; all of them vote, unless `voters` says otherwise. */
  readonly of?: number;
  readonly voters?: readonly ServerId[];
  /** The voters of Cnew, while joint. */
  readonly next?: readonly ServerId[];
  /** Where a leader stands with some of the others; with the rest as after its election. */
  readonly nextIndex?: PerServer;
  readonly matchIndex?: PerServer;
  readonly sentIndex?: PerServer;
  readonly ackedStamp?: PerServer;
  readonly heardAt?: PerServer;
}

type PerServerField = 'nextIndex' | 'matchIndex' | 'sentIndex' | 'ackedStamp' | 'heardAt';

/**
 * A server of the protocol as the paper's figures have it: five servers, no options. A leader has voted for itself and
 * is as it was after its election, where nothing else is told; what is committed has been applied.
 */
export function server(id: ServerId, words: ServerWords = {}): Server {
  const { term, log = [], options, of = 5, voters, next = null, ...rest } = words;
  const { nextIndex, matchIndex, sentIndex, ackedStamp, heardAt, ...fields } = rest;
  const ids = Array.from({ length: of }, (_, i) => i + 1);
  const made = boot(id, { voters: voters ?? ids, next }, { ...defaultOptions(), noop: false, ...options });
  made.log = logOf(log);
  made.currentTerm = term ?? made.log.term;
  if (fields.role === 'candidate' || fields.role === 'leader') {
    made.votedFor = id;
    made.votesGranted = [id];
  }
  if (fields.role === 'leader') {
    const slots = (initial: Index, told: PerServer = {}) =>
      Array.from({ length: of + 1 }, (_, other) => told[other] ?? initial);
    made.leader = id;
    made.nextIndex = slots(made.log.index + 1, nextIndex);
    made.matchIndex = slots(0, { [id]: made.log.index, ...matchIndex });
    made.sentIndex = slots(0, sentIndex);
    made.ackedStamp = slots(-1, { [id]: Number.MAX_SAFE_INTEGER, ...ackedStamp });
    made.heardAt = slots(fields.clock ?? 0, { [id]: Number.MAX_SAFE_INTEGER, ...heardAt });
  }
  return Object.assign(made, { lastApplied: fields.commitIndex ?? 0 }, fields);
}

interface Addressed {
  readonly from?: ServerId;
  readonly to?: ServerId;
  readonly term: Term;
  readonly id?: number;
}

/** Messages go from S1 to S2 unless told otherwise. */
export const message = {
  /** `log`: the candidate's. */
  requestVote: ({ log = [], ...rest }: Addressed & { readonly log?: readonly Term[] }): RequestVote => ({
    type: 'RequestVote',
    id: 1,
    from: 1,
    to: 2,
    lastLogIndex: log.length,
    lastLogTerm: log.at(-1) ?? 0,
    transfer: false,
    ...rest,
  }),

  requestVoteResponse: (words: Addressed & { readonly voteGranted: boolean }): RequestVoteResponse => ({
    type: 'RequestVoteResponse',
    id: 1,
    from: 2,
    to: 1,
    re: 1,
    ...words,
  }),

  /** `log`: the leader's; it sends `count` entries after index `prev`, by default all of them. */
  appendEntries: ({
    log = [],
    prev = 0,
    count = log.length - prev,
    leaderCommit = 0,
    ...rest
  }: Addressed & {
    readonly log?: readonly Term[];
    readonly prev?: Index;
    readonly count?: number;
    readonly leaderCommit?: Index;
  }): AppendEntries => ({
    type: 'AppendEntries',
    id: 1,
    from: 1,
    to: 2,
    prevLogIndex: prev,
    prevLogTerm: termAt(logOf(log), prev),
    entries: entriesBetween(logOf(log), prev + 1, prev + count),
    leaderCommit,
    stamp: 1,
    ...rest,
  }),

  /** A heartbeat of a leader with this log, to a server that has all of it. */
  heartbeat: (words: Addressed & { readonly log?: readonly Term[]; readonly leaderCommit?: Index }): AppendEntries =>
    message.appendEntries({ prev: words.log?.length ?? 0, ...words }),

  /** The answer of a server that now has the leader's entries up to `matchIndex`. */
  accepted: (words: Addressed & { readonly matchIndex: Index; readonly prev?: Index }): AppendEntriesResponse =>
    response({ success: true, ...words }),

  /** The answer of a server that has no entry like the leader's at `prev`. */
  rejected: (
    words: Addressed & { readonly prev: Index; readonly conflict?: AppendEntriesResponse['conflict'] },
  ): AppendEntriesResponse => response({ success: false, matchIndex: 0, ...words }),
};

function response({
  prev = 0,
  ...rest
}: Addressed &
  Pick<AppendEntriesResponse, 'success' | 'matchIndex'> &
  Partial<AppendEntriesResponse> & { readonly prev?: Index }): AppendEntriesResponse {
  return {
    type: 'AppendEntriesResponse',
    id: 1,
    from: 2,
    to: 1,
    re: 1,
    stamp: 1,
    prevLogIndex: prev,
    conflict: null,
    ...rest,
  };
}

// What may happen to a server.

export const receive = (to: Server, received: Message): Step => step(to, { type: 'receive', message: received });
export const timeOut = (of: Server): Step => step(of, { type: 'electionTimeout' });
export const beat = (of: Server): Step => step(of, { type: 'heartbeatTimeout' });
export const ask = (of: Server, command: ClientCommand = commandOf(1)): Step =>
  step(of, { type: 'clientRequest', command });

/** One input after the other; the last step. */
export function stepAll(start: Server, inputs: readonly Input[]): Server {
  return inputs.reduce((current, input) => step(current, input).server, start);
}

// What came of it.

type MessageOf<Type extends MessageType> = Extract<Message, { type: Type }>;

/** The messages of one type that the step sent, in order. */
export function sent<Type extends MessageType>({ effects }: Step, type: Type): MessageOf<Type>[] {
  return allSent(effects).filter((one): one is MessageOf<Type> => one.type === type);
}

/** The only message that the step sent; fails when there are several or none. */
export function onlySent<Type extends MessageType>(taken: Step, type: Type): MessageOf<Type> {
  const messages = allSent(taken.effects);
  if (messages.length !== 1 || messages[0].type !== type) {
    throw new Error(`Expected one ${type}, found ${JSON.stringify(messages.map((one) => one.type))}`);
  }
  return messages[0] as MessageOf<Type>;
}

export function allSent(effects: readonly Effect[]): Message[] {
  return effects.flatMap((effect) => (effect.type === 'send' ? [effect.message] : []));
}

/** The effects as words, in order: `persist`, `send RequestVote`, `set election`, `clear heartbeat`, `apply 3`. */
export function effectsOf({ effects }: Step): string[] {
  return effects.map((effect) => {
    switch (effect.type) {
      case 'send':
        return `send ${effect.message.type}`;
      case 'setTimer':
        return `set ${effect.timer}`;
      case 'clearTimer':
        return `clear ${effect.timer}`;
      case 'apply':
        return `apply ${effect.entry.index}`;
      case 'respond':
        return `respond ${effect.reply.type}`;
      default:
        return effect.type;
    }
  });
}

export const restartsElectionTimer = (taken: Step): boolean => effectsOf(taken).includes('set election');

export function appliedBy({ effects }: Step): Entry[] {
  return effects.flatMap((effect) => (effect.type === 'apply' ? [effect.entry] : []));
}

export function repliesOf({ effects }: Step) {
  return effects.flatMap((effect) => (effect.type === 'respond' ? [effect.reply] : []));
}
