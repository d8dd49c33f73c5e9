/** Small runs in which the rules beyond Figure 2 fire, for the words about them. */
import type { Options, RuleSwitch, ServerId } from '../raft';
import { type Action, defaultConfig, type Run } from '../sim';
import { type ActionsAt, ms, runOf } from './world';

export interface WordRun {
  readonly name: string;
  readonly run: Run;
  /** How far it is of interest, in ms. */
  readonly until: number;
}

const expire = (server: ServerId): Action => ({ type: 'expireTimer', server });
const transfer = (server: ServerId, to: ServerId): Action => ({ type: 'transfer', server, to });
const members = (server: ServerId, voters: readonly ServerId[], joint = false): Action => ({
  type: 'changeMembers',
  server,
  voters,
  joint,
});
const put = (value: string, to: ServerId | null = null): Action => ({
  type: 'clientRequest',
  client: 1,
  operation: { type: 'put', key: 'x', value },
  to,
});
const read = (mode: 'readIndex' | 'lease' | 'stale', to: ServerId): Action => ({
  type: 'clientRequest',
  client: 1,
  operation: { type: 'read', key: 'x', mode },
  to,
});
const slow = (from: ServerId, to: ServerId, latency: number): Action => ({
  type: 'setLink',
  from,
  to,
  quality: { ...defaultConfig().network, latency: { min: ms(latency), max: ms(latency) } },
});

/** S1 stands at 20 ms and leads soon after. */
const led = (...actions: ActionsAt): ActionsAt => [[20, expire(1)], ...actions];

const calm: readonly WordRun[] = [
  {
    name: 'pre-votes',
    run: runOf({
      options: { preVote: true, stickyLeader: true, checkQuorum: true },
      actions: led(
        [150, { type: 'isolate', server: 5 }],
        [700, { type: 'rejoin', server: 5 }],
        [701, expire(5)],
        [900, { type: 'partition', groups: [[1, 2]] }],
      ),
    }),
    until: 1500,
  },
  {
    name: 'sticky',
    run: runOf({
      servers: 4,
      options: { stickyLeader: true },
      actions: led([150, members(1, [1, 2, 3])], [300, read('lease', 1)]),
    }),
    until: 700,
  },
  {
    name: 'handing over',
    run: runOf({ actions: led([190, put('1', 1)], [215, transfer(1, 3)], [216, put('2', 1)]) }),
    until: 500,
  },
  {
    name: 'handing over in vain',
    run: runOf({ actions: led([150, { type: 'isolate', server: 3 }], [160, put('1')], [200, transfer(1, 3)]) }),
    until: 600,
  },
  {
    name: 'priorities',
    run: runOf({ options: { priorities: [1, 1, 2, 1, 0] }, actions: led([40, expire(5)]) }),
    until: 600,
  },
  {
    name: 'priority 0',
    run: runOf({
      options: { priorities: [1, 1, 1, 1, 1] },
      actions: [
        [10, setOptions({ priorities: [1, 1, 1, 1, 0] })],
        [20, expire(5)],
      ],
    }),
    until: 60,
  },
];

const changes: readonly WordRun[] = [
  {
    name: 'one server at a time',
    run: runOf({
      voters: 3,
      actions: led(
        [62, members(1, [1, 2, 3, 4])],
        [120, put('1')],
        [200, members(1, [1, 2, 3, 4])],
        [201, members(1, [1, 2, 3, 5])],
        [500, members(1, [2, 3, 4])],
      ),
    }),
    until: 1000,
  },
  {
    name: 'joint',
    run: runOf({
      voters: 3,
      actions: led([120, put('1')], [200, members(1, [3, 4, 5], true)]),
    }),
    until: 900,
  },
  {
    name: 'election while joint',
    run: runOf({
      voters: 3,
      options: { preVote: true },
      actions: led(
        [120, put('1')],
        [160, members(1, [1, 2, 4, 5], true)],
        [192, { type: 'cut', from: 4, to: 1 }],
        [192.001, { type: 'cut', from: 5, to: 1 }],
        [260, { type: 'crash', server: 1 }],
        [261, { type: 'heal' }],
      ),
    }),
    until: 1200,
  },
  {
    name: 'slow newcomer',
    run: runOf({
      servers: 4,
      voters: 3,
      clients: { interval: ms(100) },
      actions: led([100, slow(1, 4, 160)], [101, slow(4, 1, 80)], [200, members(1, [1, 2, 3, 4])]),
    }),
    until: 2450,
  },
  {
    name: 'rolled back',
    run: runOf({
      actions: led(
        [150, { type: 'isolate', server: 1 }],
        [160, members(1, [1, 2, 3, 4])],
        [200, expire(2)],
        [300, put('2', 2)],
        [450, { type: 'rejoin', server: 1 }],
      ),
    }),
    until: 700,
  },
];

const writes = (from: number, every: number, count: number): ActionsAt =>
  Array.from({ length: count }, (_, i) => [from + every * i, put(String(i + 1))] as const);

const storage: readonly WordRun[] = [
  {
    name: 'snapshots',
    run: runOf({
      servers: 3,
      network: { duplication: 1_000_000 },
      options: { snapshotEvery: 3 },
      actions: led([90, { type: 'crash', server: 3 }], ...writes(120, 60, 5), [500, { type: 'restart', server: 3 }]),
    }),
    until: 800,
  },
  {
    name: 'kept after a snapshot',
    run: runOf({
      servers: 3,
      actions: led(
        [100, { type: 'cut', from: 3, to: 1 }],
        ...writes(120, 40, 4),
        [300, { type: 'compact', server: 1 }],
        [301, { type: 'crash', server: 3 }],
        [305, put('9')],
        [320, { type: 'restart', server: 3 }],
        [480, { type: 'heal' }],
      ),
    }),
    until: 700,
  },
  {
    name: 'reads',
    run: runOf({
      servers: 3,
      actions: led(
        [120, put('1')],
        [200, read('readIndex', 1)],
        [300, read('stale', 2)],
        [400, transfer(1, 2)],
        [438, read('readIndex', 2)],
      ),
    }),
    until: 700,
  },
];

function setOptions(options: Partial<Options>): Action {
  return { type: 'setOptions', options: { ...defaultConfig().options, ...options } };
}
const off = (...rules: RuleSwitch[]): Partial<Options> => ({ off: rules });

/** Rules that are broken, clients that crash, servers that are asked in vain. */
const others: readonly WordRun[] = [
  {
    name: 'broken',
    run: runOf({
      voters: 3,
      actions: led(
        [100, setOptions({ ...off('readLocal', 'configJump', 'removeSelfEarly'), preVote: true, snapshotEvery: 20 })],
        [200, members(2, [1, 2])],
        [210, transfer(2, 3)],
        [220, { type: 'compact', server: 5 }],
        [260, read('readIndex', 1)],
        [300, members(1, [2, 4, 5])],
        [400, setOptions({ ...off('readLocal'), priorities: [1, 2] })],
        [420, { type: 'crashClient', client: 1 }],
        [440, { type: 'restartClient', client: 1 }],
      ),
    }),
    until: 700,
  },
  {
    name: 'forgotten client',
    run: runOf({
      servers: 3,
      actions: led(
        [120, put('1', 1)],
        [125, { type: 'crashClient', client: 1 }],
        [300, { type: 'restartClient', client: 1 }],
      ),
    }),
    until: 500,
  },
];

/** The runs of a cluster of five and fewer, none of which adds a computer. */
export const WORD_RUNS: readonly WordRun[] = [...calm, ...changes, ...storage, ...others];
