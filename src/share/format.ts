/**
 * Version 1 of the format of links. FROZEN: links live on in slides, papers and bookmarks. Entries of the tables and
 * fields are only ever appended, never moved, removed or changed; an action whose fields change becomes a new entry.
 * `BASE` is what links leave out; it stays as it is, also when `defaultConfig()` changes.
 */
import type { Operation, Options, ReadMode, RuleSwitch } from '../raft';
import type {
  Action,
  ClientConfig,
  InitialServer,
  LatencyShape,
  LinkQuality,
  OwnAction,
  RunConfig,
  Span,
  Timing,
} from '../sim';
import {
  above,
  type Codec,
  changes,
  choice,
  commonText,
  duration,
  flag,
  list,
  natural,
  nullable,
  numberSet,
  numberText,
  record,
  short,
  signed,
  text,
  union,
} from './codec';
import { LIMITS } from './limits';

export const FORMAT_VERSION = 1;

/** The keys, numbered by their order. The type demands that none is left out. */
const names = <T extends string>(table: Readonly<Record<T, true>>): readonly T[] => Object.keys(table) as T[];

const RULES = names<RuleSwitch>({
  voteTwice: true,
  noElectionRestriction: true,
  commitOldTerm: true,
  noConsistencyCheck: true,
  commitNoMin: true,
  acceptStaleLeader: true,
  quorumHalf: true,
  noPersistVote: true,
  noPersistTerm: true,
  ackBeforeFsync: true,
  sameTermClearsVote: true,
  lengthOnly: true,
  lastTermOnly: true,
  noTruncate: true,
  overTruncate: true,
  countSentAsAcked: true,
  countStaleReplies: true,
  configJump: true,
  configBeforeNoop: true,
  configOverlap: true,
  readLocal: true,
  readNoNoop: true,
  leaseDrift: true,
  noDedup: true,
  noPreVote: true,
  timerOnAnyRpc: true,
  snapshotRules: true,
  preVoteIgnoresLowerTerm: true,
  removeSelfEarly: true,
  noCheckQuorum: true,
});

const SHAPES = names<LatencyShape>({ uniform: true, triangular: true, tail: true });

const READS = names<'log' | ReadMode>({ log: true, readIndex: true, lease: true, stale: true });

const READ_MODES = names<ReadMode>({ readIndex: true, lease: true, stale: true });

const KEYS = ['x', 'y', 'z'];

export const BASE: Omit<RunConfig, 'servers'> = {
  options: {
    noop: true,
    conflictHint: false,
    pipeline: false,
    batchMax: 8,
    off: [],
    preVote: false,
    checkQuorum: false,
    stickyLeader: false,
    snapshotEvery: 0,
    priorities: [],
  },
  timing: { electionMin: 150_000, electionMax: 300_000, heartbeat: 75_000 },
  network: { latency: { min: 10_000, max: 20_000 }, shape: 'uniform', loss: 0, duplication: 0 },
  disk: { min: 500, max: 1500 },
  clients: { count: 1, interval: 0, timeout: 200_000, patience: 3_000_000, reads: 'log' },
  initial: null,
  voters: 0,
  groups: 1,
};

const server = above(1, short(3));

const span: Codec<Span> = {
  write(out, { min, max }) {
    duration.write(out, min);
    duration.write(out, max - min);
  },
  read(from) {
    const min = duration.read(from);
    return { min, max: min + duration.read(from) };
  },
};

const quality = changes<LinkQuality>(BASE.network, {
  latency: span,
  shape: choice(SHAPES, 2),
  loss: natural(16),
  duplication: natural(16),
});

const timing = changes<Timing>(BASE.timing, { electionMin: duration, electionMax: duration, heartbeat: duration });

const steps = list(natural(0), natural(4), LIMITS.initialLog);

/** Terms never go down along a log. */
const terms: Codec<readonly number[]> = {
  write(out, values) {
    steps.write(
      out,
      values.map((term, i) => term - (values[i - 1] ?? 0)),
    );
  },
  read(from) {
    let term = 0;
    return steps.read(from).map((step) => {
      term += step;
      return term;
    });
  },
};

const initialServer = changes<InitialServer>(
  { currentTerm: 0, votedFor: null, log: [] },
  { currentTerm: natural(3), votedFor: nullable(server), log: terms },
);

const options = changes<Options>(BASE.options, {
  noop: flag,
  conflictHint: flag,
  pipeline: flag,
  batchMax: natural(4),
  off: list(choice(RULES, 3), short(2), RULES.length),
  preVote: flag,
  checkQuorum: flag,
  stickyLeader: flag,
  snapshotEvery: natural(4),
  priorities: list(natural(1), short(4), LIMITS.serversMost),
});

export const config = changes<Omit<RunConfig, 'servers'>>(BASE, {
  options,
  timing,
  network: quality,
  disk: span,
  clients: changes<ClientConfig>(BASE.clients, {
    count: natural(2),
    interval: duration,
    timeout: duration,
    patience: duration,
    reads: choice(READS, 2),
  }),
  initial: nullable(list(initialServer, short(4), LIMITS.serversMost)),
  voters: short(3),
  groups: above(1, short(2)),
});

const key = commonText(KEYS, 2, text(LIMITS.text));
const value = numberText(text(LIMITS.text));

const operation = union<Operation>(
  {
    put: record({ key, value }),
    get: record({ key }),
    append: record({ key, value }),
    inc: record({ key }),
    cas: record({ key, expected: nullable(value), value }),
    read: record({ key, mode: choice(READ_MODES, 2) }),
  },
  2,
);

const toServer = record({ server });
const toClient = record({ client: above(1, short(2)) });
const onLink = record({ from: server, to: server });
const onMessage = record({ message: natural(9) });

/** What is done to one of several groups. A table of its own, so that no such action holds another. */
const ownAction = union<OwnAction>(
  {
    expireTimer: toServer,
    clientRequest: record({ client: above(1, short(2)), operation, to: nullable(server) }),
    drop: onMessage,
    duplicate: onMessage,
    deliver: onMessage,
    setClients: record({ interval: duration }),
    crashClient: toClient,
    restartClient: toClient,
    changeMembers: record({ server, voters: numberSet, joint: flag }),
    transfer: record({ server, to: server }),
    compact: toServer,
  },
  3,
);

/** The first seven take the fewest bits. */
export const action = union<Action>(
  {
    crash: toServer,
    restart: toServer,
    clientRequest: record({ client: above(1, short(2)), operation, to: nullable(server) }),
    expireTimer: toServer,
    pause: toServer,
    resume: toServer,
    heal: record({}),
    partition: record({ groups: list(numberSet, short(2), LIMITS.serversMost) }),
    isolate: toServer,
    rejoin: toServer,
    cut: onLink,
    repair: onLink,
    drop: onMessage,
    duplicate: onMessage,
    deliver: onMessage,
    hold: onLink,
    release: onLink,
    setNetwork: record({ quality }),
    setLink: record({ from: server, to: server, quality }),
    setClock: record({ server, rate: natural(20), offset: signed(duration) }),
    setDisk: record({ server, latency: span }),
    setClients: record({ interval: duration }),
    setTiming: record({ timing }),
    setOptions: record({ options }),
    addServer: record({}),
    changeMembers: record({ server, voters: numberSet, joint: flag }),
    transfer: record({ server, to: server }),
    compact: toServer,
    crashClient: toClient,
    restartClient: toClient,
    inGroup: record({ group: above(2, short(2)), action: ownAction }),
  },
  3,
);
