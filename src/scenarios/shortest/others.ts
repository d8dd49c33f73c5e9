/** Ways to break the rules of snapshots, leases and sessions, for which no shortest schedule is known. */
import type { PropertyId } from '../../invariants';
import type { RuleSwitch } from '../../raft';
import { createRun, MILLISECOND, type RunConfig } from '../../sim';
import {
  ask,
  compact,
  crash,
  type Direction,
  directions,
  expireTimer,
  partition,
  put,
  read,
  type Scenario,
} from '../scenario';
import { quietConfig } from './shortest';

function way(
  rule: RuleSwitch,
  property: PropertyId,
  about: string,
  config: RunConfig,
  until: number,
  ...steps: readonly Direction[]
): Scenario {
  const actions = directions(...steps);
  return {
    id: `break-${rule}`,
    about,
    run: { ...createRun(1, config), actions },
    until: until * MILLISECOND,
    breaking: { rule, property, steps: actions.length, shortest: null },
  };
}

const snapshotRules = way(
  'snapshotRules',
  'logMatching',
  'S3 has two entries that were never committed, and is sent a snapshot in place of the first: it keeps the second.',
  quietConfig('snapshotRules', { servers: 5 }),
  850,
  [100, expireTimer(4)],
  [200, partition([1, 2, 5], [3, 4])],
  [220, put('x', '1', 4)],
  [320, put('x', '2', 4)],
  [420, expireTimer(1)],
  [540, put('x', '3', 1)],
  [640, compact(1)],
  [720, partition([1, 2, 3, 5], [4])],
  [750, expireTimer(1)],
);

/** S1's clock loses 9 of 100: its lease of 1.3 seconds lasts 1.43. */
const slow = quietConfig('leaseDrift', { options: { noop: true, stickyLeader: true } });
const leaseDrift = way(
  'leaseDrift',
  'linearizability',
  'S1’s clock is slow: it answers by its lease when S2 leads already and has written a newer value.',
  {
    ...slow,
    timing: { ...slow.timing, electionMin: 1300 * MILLISECOND },
    network: { ...slow.network, latency: { min: 10 * MILLISECOND, max: 10 * MILLISECOND } },
  },
  1700,
  [20, { type: 'setClock', server: 1, rate: 910_000, offset: 0 }],
  [100, expireTimer(1)],
  [200, put('x', '1', 1)],
  [260, partition([1], [2, 3])],
  [1512, expireTimer(2)],
  [1536, put('x', '2', 2)],
  [1600, read('x', 'lease', 1)],
);

const retrying = quietConfig('noDedup', { options: { noop: true } });
const noDedup = way(
  'noDedup',
  'linearizability',
  'The leader crashes before it answers; the client asks again, and one is added twice.',
  { ...retrying, clients: { ...retrying.clients, timeout: 300 * MILLISECOND } },
  700,
  [100, expireTimer(1)],
  [220, ask({ type: 'inc', key: 'x' })],
  [278, crash(1)],
  [360, expireTimer(2)],
);

export const others: readonly Scenario[] = [snapshotRules, leaseDrift, noDedup];
