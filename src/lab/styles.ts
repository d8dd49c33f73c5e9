/** The ways in which the guided search goes about it. None suits every rule, so it takes turns. */
import { defaultOptions, type RuleSwitch } from '../raft';
import { createRun, defaultConfig, MILLISECOND, type Run, SECOND } from '../sim';
import type { Style } from './style';

const PLAIN: Style = {
  kinds: ['expire', 'write', 'isolate'],
  servers: 3,
  voters: 3,
  options: { noop: false },
  hurry: false,
  termMost: 4,
  logMost: 3,
  anyMembers: false,
  isolatedMost: 2,
  latency: 20,
  depth: 16,
};

const CRASH: Style = { ...PLAIN, kinds: ['expire', 'write', 'isolate', 'crash'] };
/** Messages overtake each other. */
const REORDER: Style = { ...PLAIN, latency: 60, hurry: true };
const FOUR: Style = { ...CRASH, servers: 4, voters: 4 };
const HOLD: Style = { ...PLAIN, kinds: ['expire', 'write', 'isolate', 'hold'] };
const DISK: Style = { ...CRASH, kinds: ['expire', 'write', 'isolate', 'crash', 'disk'], hurry: true };
const READ: Style = { ...PLAIN, kinds: ['expire', 'write', 'isolate', 'read'] };
const LEASE: Style = {
  ...PLAIN,
  kinds: ['expire', 'write', 'transfer', 'lease', 'hold'],
  options: { noop: false, stickyLeader: true },
};
const CLIENT: Style = { ...PLAIN, kinds: ['expire', 'increment', 'isolate', 'client'] };
const SPARE: Style = {
  ...PLAIN,
  kinds: ['expire', 'write', 'isolate', 'member'],
  servers: 4,
  voters: 3,
  options: { noop: false, batchMax: 1 },
  isolatedMost: 1,
};
const LEAVE: Style = { ...SPARE, servers: 4, voters: 4 };
const SWAP: Style = { ...SPARE, servers: 3, voters: 3 };
const JUMP: Style = { ...SPARE, anyMembers: true };
const COMPACT: Style = { ...PLAIN, kinds: ['expire', 'write', 'isolate', 'compact'] };

const GENERAL = [PLAIN, CRASH, REORDER];
const ALL = [...GENERAL, HOLD, FOUR, DISK, READ, SWAP, SPARE, LEAVE, CLIENT, LEASE, COMPACT, JUMP];

/** Most faults show in small worlds already, and small worlds are soon seen through: log and term that are allowed. */
const SIZES = [
  { logMost: 1, termMost: 4 },
  { logMost: 2, termMost: 3 },
  { logMost: 2, termMost: 4 },
  { logMost: 3, termMost: 4 },
];

/** What a rule is about, where the general ways would come to it late. */
const SUITED: Partial<Record<RuleSwitch, readonly Style[]>> = {
  quorumHalf: [FOUR],
  commitOldTerm: [PLAIN],
  commitNoMin: [SWAP],
  overTruncate: [REORDER],
  ackBeforeFsync: [DISK],
  countStaleReplies: [HOLD],
  noPersistVote: [CRASH],
  noPersistTerm: [CRASH],
  configJump: [JUMP],
  configBeforeNoop: [LEAVE],
  configOverlap: [SPARE],
  readLocal: [READ],
  readNoNoop: [READ],
  leaseDrift: [LEASE],
  noDedup: [CLIENT],
  snapshotRules: [COMPACT],
};

/** The style of a round: two of three rounds suit the rules that are off, the third tries everything in turn. */
export function styleOf(off: readonly RuleSwitch[], round: number): Style {
  const suited = off.flatMap((rule) => SUITED[rule] ?? []);
  const third = Math.floor(round / 3);
  if (round % 3 === 2) return sized(ALL, third);
  return sized(suited.length > 0 ? suited : GENERAL, 2 * third + (round % 3));
}

function sized(styles: readonly Style[], turn: number): Style {
  return { ...styles[turn % styles.length], ...SIZES[Math.floor(turn / styles.length) % SIZES.length] };
}

/** A run in which nothing happens by itself: no timer runs out, no client does anything. */
export function quietRun(seed: number, { servers, voters, options, latency }: Style, off: readonly RuleSwitch[]): Run {
  const base = defaultConfig(servers);
  return createRun(seed, {
    ...base,
    voters: voters === servers ? 0 : voters,
    options: { ...defaultOptions(), ...options, off },
    timing: { electionMin: 20 * SECOND, electionMax: 21 * SECOND, heartbeat: 20 * SECOND },
    network: { ...base.network, latency: { min: 10 * MILLISECOND, max: latency * MILLISECOND } },
    clients: { ...base.clients, timeout: 20 * SECOND, patience: 60 * SECOND },
  });
}
