/**
 * Version 1 of the format of links. FROZEN: links live on in slides, papers and bookmarks. Entries of the tables and
 * fields are only ever appended, never moved, removed or changed; an action whose fields change becomes a new entry.
 * `BASE` is what links leave out; it stays as it is, also when `defaultConfig()` changes.
 */
import type { Operation, Options, RuleSwitch } from '../raft';
import type { Action, ClientConfig, InitialServer, LatencyShape, LinkQuality, RunConfig, Span, Timing } from '../sim';
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
});

const SHAPES = names<LatencyShape>({ uniform: true, triangular: true, tail: true });

const KEYS = ['x', 'y', 'z'];

export const BASE: Omit<RunConfig, 'servers'> = {
  options: { noop: true, conflictHint: false, pipeline: false, batchMax: 8, off: [] },
  timing: { electionMin: 150_000, electionMax: 300_000, heartbeat: 75_000 },
  network: { latency: { min: 10_000, max: 20_000 }, shape: 'uniform', loss: 0, duplication: 0 },
  disk: { min: 500, max: 1500 },
  clients: { count: 1, interval: 0, timeout: 200_000, patience: 3_000_000 },
  initial: null,
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

export const config = changes<Omit<RunConfig, 'servers'>>(BASE, {
  options: changes<Options>(BASE.options, {
    noop: flag,
    conflictHint: flag,
    pipeline: flag,
    batchMax: natural(4),
    off: list(choice(RULES, 3), short(2), RULES.length),
  }),
  timing,
  network: quality,
  disk: span,
  clients: changes<ClientConfig>(BASE.clients, {
    count: natural(2),
    interval: duration,
    timeout: duration,
    patience: duration,
  }),
  initial: nullable(list(initialServer, short(4), LIMITS.serversMost)),
});

const key = commonText(KEYS, 2, text(LIMITS.text));
const value = numberText(text(LIMITS.text));

const operation = union<Operation>(
  { put: record({ key, value }), get: record({ key }), append: record({ key, value }) },
  2,
);

const toServer = record({ server });
const onLink = record({ from: server, to: server });
const onMessage = record({ message: natural(9) });

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
  },
  3,
);
