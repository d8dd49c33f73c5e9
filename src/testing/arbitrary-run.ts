/** Arbitrary runs: everything that a run from outside may hold, also what makes no sense. */
import fc from 'fast-check';
import { defaultOptions, type Operation, type Options, READ_MODES, RULE_SWITCHES, type ServerId } from '../raft';
import {
  type Action,
  type Bookmark,
  type InitialServer,
  LATENCY_SHAPES,
  type LinkQuality,
  OWN_ACTIONS,
  type OwnAction,
  type PlainAction,
  type RecordedAction,
  type Run,
  type RunConfig,
  type Span,
  type Timing,
} from '../sim';

const HOUR = 3_600_000_000;
const TEN_DAYS = 864_000_000_000;
const MILLION = 1_000_000;

const microseconds = (least: number, most: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: least, max: Math.min(most, least + 1_000_000) }),
    fc.integer({ min: Math.ceil(least / 1000), max: Math.floor(most / 1000) }).map((number) => number * 1000),
    fc.integer({ min: least, max: most }),
  );

const span: fc.Arbitrary<Span> = fc
  .tuple(microseconds(0, 10 * MILLION), microseconds(0, 10 * MILLION))
  .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));

const timer = microseconds(1000, HOUR);

const timing: fc.Arbitrary<Timing> = fc.tuple(timer, timer, timer).map(([a, b, heartbeat]) => ({
  electionMin: Math.min(a, b),
  electionMax: Math.max(a, b),
  heartbeat,
}));

const millionths = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: MILLION }));

const quality: fc.Arbitrary<LinkQuality> = fc.record({
  latency: span,
  shape: fc.constantFrom(...LATENCY_SHAPES),
  loss: millionths,
  duplication: millionths,
});

const options: fc.Arbitrary<Options> = fc.oneof(
  fc.constant(defaultOptions()),
  fc.record({
    noop: fc.boolean(),
    conflictHint: fc.boolean(),
    pipeline: fc.boolean(),
    batchMax: fc.integer({ min: 1, max: 64 }),
    off: fc.shuffledSubarray([...RULE_SWITCHES]),
    preVote: fc.boolean(),
    checkQuorum: fc.boolean(),
    stickyLeader: fc.boolean(),
    snapshotEvery: fc.integer({ min: 0, max: 1000 }),
    priorities: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 9 }),
  }),
);

const text = fc.oneof(
  fc.constantFrom('x', 'y', 'z', '0', '7', '007', '', '1e3', '任期', 'clé', '🦀', '\ud83e'),
  fc.string({ maxLength: 30, unit: 'grapheme' }).filter((value) => value.length <= 64),
);

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ type: fc.constantFrom('put' as const, 'append' as const), key: text, value: text }),
  fc.record({ type: fc.constantFrom('get' as const, 'inc' as const), key: text }),
  fc.record({ type: fc.constant('cas' as const), key: text, expected: fc.option(text), value: text }),
  fc.record({ type: fc.constant('read' as const), key: text, mode: fc.constantFrom(...READ_MODES) }),
);

function initial(servers: number): fc.Arbitrary<RunConfig['initial']> {
  const one: fc.Arbitrary<InitialServer> = fc
    .tuple(
      fc.integer({ min: 0, max: 9 }),
      fc.option(fc.integer({ min: 1, max: servers })),
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }),
    )
    .map(([more, votedFor, terms]) => {
      const log = terms.sort((a, b) => a - b);
      return { currentTerm: (log.at(-1) ?? 0) + more, votedFor, log };
    });
  return fc.option(fc.array(one, { minLength: servers, maxLength: servers }));
}

function config(servers: number): fc.Arbitrary<RunConfig> {
  return fc.record({
    servers: fc.constant(servers),
    voters: fc.integer({ min: 0, max: servers }),
    options,
    timing,
    network: quality,
    disk: span,
    clients: fc.record({
      count: fc.integer({ min: 0, max: 9 }),
      interval: fc.oneof(fc.constant(0), timer),
      timeout: timer,
      patience: timer,
      reads: fc.constantFrom('log' as const, ...READ_MODES),
    }),
    initial: initial(servers),
    groups: fc.integer({ min: 1, max: 5 }),
  });
}

/** Disjoint groups, each in ascending order. */
function groups(servers: number): fc.Arbitrary<ServerId[][]> {
  return fc.array(fc.integer({ min: 0, max: 3 }), { minLength: servers, maxLength: servers }).map((numbers) => {
    const found: ServerId[][] = [[], [], []];
    numbers.forEach((number, i) => {
      found[number]?.push(i + 1);
    });
    return found.filter((group) => group.length > 0);
  });
}

/** Every type of action, by name so that none is forgotten. */
function plainByType(servers: number): { [T in PlainAction['type']]: fc.Arbitrary<Extract<PlainAction, { type: T }>> } {
  const server = fc.integer({ min: 1, max: servers });
  const message = fc.integer({ min: 0, max: 10_000 });
  const atServer = <T extends Action['type']>(type: T) => fc.record({ type: fc.constant(type), server });
  const onLink = <T extends Action['type']>(type: T) =>
    fc.record({ type: fc.constant(type), from: server, to: server });
  const onMessage = <T extends Action['type']>(type: T) => fc.record({ type: fc.constant(type), message });
  return {
    crash: atServer('crash'),
    restart: atServer('restart'),
    pause: atServer('pause'),
    resume: atServer('resume'),
    expireTimer: atServer('expireTimer'),
    setClock: fc.record({
      type: fc.constant('setClock'),
      server,
      rate: fc.integer({ min: 10_000, max: 100_000_000 }),
      offset: microseconds(0, TEN_DAYS).chain((size) => fc.constantFrom(size, 0 - size)),
    }),
    setDisk: fc.record({ type: fc.constant('setDisk'), server, latency: span }),
    partition: fc.record({ type: fc.constant('partition'), groups: groups(servers) }),
    isolate: atServer('isolate'),
    rejoin: atServer('rejoin'),
    cut: onLink('cut'),
    repair: onLink('repair'),
    heal: fc.constant({ type: 'heal' }),
    hold: onLink('hold'),
    release: onLink('release'),
    setNetwork: fc.record({ type: fc.constant('setNetwork'), quality }),
    setLink: fc.record({ type: fc.constant('setLink'), from: server, to: server, quality }),
    drop: onMessage('drop'),
    duplicate: onMessage('duplicate'),
    deliver: onMessage('deliver'),
    clientRequest: fc.record({
      type: fc.constant('clientRequest'),
      client: fc.integer({ min: 1, max: 9 }),
      operation,
      to: fc.option(server),
    }),
    setClients: fc.record({ type: fc.constant('setClients'), interval: fc.oneof(fc.constant(0), timer) }),
    setTiming: fc.record({ type: fc.constant('setTiming'), timing }),
    setOptions: fc.record({ type: fc.constant('setOptions'), options }),
    addServer: fc.constant({ type: 'addServer' }),
    changeMembers: fc.record({
      type: fc.constant('changeMembers'),
      server,
      voters: fc
        .shuffledSubarray(
          Array.from({ length: servers }, (_, i) => i + 1),
          { minLength: 1 },
        )
        .map((ids) => ids.sort((a, b) => a - b)),
      joint: fc.boolean(),
    }),
    transfer: fc.record({ type: fc.constant('transfer'), server, to: server }),
    compact: atServer('compact'),
    crashClient: fc.record({ type: fc.constant('crashClient'), client: fc.integer({ min: 1, max: 9 }) }),
    restartClient: fc.record({ type: fc.constant('restartClient'), client: fc.integer({ min: 1, max: 9 }) }),
  };
}

function actionsByType(servers: number): { [T in Action['type']]: fc.Arbitrary<Extract<Action, { type: T }>> } {
  const plain = plainByType(servers);
  const own = fc.oneof(...OWN_ACTIONS.map((type): fc.Arbitrary<OwnAction> => plain[type]));
  const inGroup = fc.record({
    type: fc.constant('inGroup' as const),
    group: fc.integer({ min: 2, max: 5 }),
    action: own,
  });
  return { ...plain, inGroup };
}

function actions(servers: number, most: number): fc.Arbitrary<RecordedAction[]> {
  const gap = fc.oneof(
    fc.integer({ min: 1, max: 2 * MILLION }),
    fc.integer({ min: 1, max: 5000 }).map((n) => n * 1000),
  );
  const action = fc.oneof(...(Object.values(actionsByType(servers)) as fc.Arbitrary<Action>[]));
  return fc.array(fc.record({ gap, action }), { maxLength: most }).map((list) => {
    let at = -1;
    return list.map((item) => {
      at += item.gap;
      return { at, action: item.action };
    });
  });
}

const words = (most: number) =>
  fc
    .oneof(fc.string({ maxLength: most }), fc.string({ maxLength: most / 2, unit: 'grapheme' }))
    .map((text) => text.slice(0, most));

/** A named instant, its texts in any script. */
export function arbitraryBookmark(): fc.Arbitrary<Bookmark> {
  return fc.record({
    at: fc.oneof(
      fc.nat(5000).map((n) => n * 1000),
      fc.nat(1_000_000_000),
    ),
    name: words(80),
    caption: words(400),
    notes: words(900),
  });
}

/** Any run with bookmarks. */
export function arbitraryMarkedRun(most = 10): fc.Arbitrary<Run> {
  return fc
    .tuple(arbitraryRun(most), fc.array(arbitraryBookmark(), { minLength: 1, maxLength: 12 }))
    .map(([run, bookmarks]) => ({ ...run, bookmarks }));
}

/** Any run with at most `most` actions. */
export function arbitraryRun(most = 30): fc.Arbitrary<Run> {
  return fc.integer({ min: 3, max: 9 }).chain((servers) =>
    fc.record({
      version: fc.constant(1 as const),
      seed: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 0xffffffff })),
      config: config(servers),
      actions: actions(servers, most),
    }),
  );
}
