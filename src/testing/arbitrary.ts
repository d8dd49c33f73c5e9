/** Any run: any configuration within reason, and any action at any time, sensible or not. */
import fc from 'fast-check';
import { type Operation, READ_MODES } from '../raft';
import {
  type Action,
  type ActionType,
  LATENCY_SHAPES,
  type LinkQuality,
  type Microseconds,
  OWN_ACTIONS,
  type PlainAction,
  type RecordedAction,
  type Run,
  type RunConfig,
  type Span,
  type Timing,
} from '../sim';
import { optionsArbitrary, termsArbitrary } from './arbitrary-input';
import { ms } from './world';

/** How long arbitrary runs have actions, in µs; what comes later is quiet. */
export const ACTIVE: Microseconds = ms(2500);

// One more than there are servers in most runs, so that some actions name nobody.
const server = fc.integer({ min: 1, max: 6 });
const link = { from: server, to: server };
const flight = fc.integer({ min: 1, max: 600 });

const spanArbitrary = (most: Microseconds): fc.Arbitrary<Span> =>
  fc.tuple(fc.nat(most), fc.nat(most)).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));

const rate = fc.oneof(fc.constant(0), fc.nat(250_000));

const qualityArbitrary: fc.Arbitrary<LinkQuality> = fc.record({
  latency: spanArbitrary(ms(30)),
  shape: fc.constantFrom(...LATENCY_SHAPES),
  loss: rate,
  duplication: rate,
});

const timingArbitrary: fc.Arbitrary<Timing> = fc
  .record({
    electionMin: fc.integer({ min: ms(50), max: ms(300) }),
    width: fc.nat(ms(200)),
    heartbeat: fc.integer({ min: ms(10), max: ms(80) }),
  })
  .map(({ electionMin, width, heartbeat }) => ({ electionMin, electionMax: electionMin + width, heartbeat }));

const key = fc.constantFrom('x', 'y');
const operationArbitrary: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ type: fc.constantFrom('get' as const, 'inc' as const), key }),
  fc.record({ type: fc.constant('cas' as const), key, expected: fc.constantFrom(null, 'a'), value: fc.constant('b') }),
  fc.record({ type: fc.constant('read' as const), key, mode: fc.constantFrom(...READ_MODES) }),
  fc.record({ type: fc.constantFrom('put' as const, 'append' as const), key, value: fc.constantFrom('a', 'b') }),
);

const make = <Type extends ActionType>(
  type: Type,
  fields: { readonly [Field in keyof Omit<Extract<Action, { type: Type }>, 'type'>]: fc.Arbitrary<unknown> },
): fc.Arbitrary<Action> =>
  fc.record({ type: fc.constant(type), ...fields }) as fc.Arbitrary<unknown> as fc.Arbitrary<Action>;

const PLAIN: { readonly [Type in PlainAction['type']]: fc.Arbitrary<Action> } = {
  crash: make('crash', { server }),
  restart: make('restart', { server }),
  pause: make('pause', { server }),
  resume: make('resume', { server }),
  expireTimer: make('expireTimer', { server }),
  setClock: make('setClock', {
    server,
    rate: fc.integer({ min: 300_000, max: 3_000_000 }),
    offset: fc.integer({ min: -ms(50), max: ms(50) }),
  }),
  setDisk: make('setDisk', { server, latency: spanArbitrary(ms(20)) }),
  partition: make('partition', {
    groups: fc.array(fc.uniqueArray(server, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  }),
  isolate: make('isolate', { server }),
  rejoin: make('rejoin', { server }),
  cut: make('cut', link),
  repair: make('repair', link),
  heal: make('heal', {}),
  hold: make('hold', link),
  release: make('release', link),
  setNetwork: make('setNetwork', { quality: qualityArbitrary }),
  setLink: make('setLink', { ...link, quality: qualityArbitrary }),
  drop: make('drop', { message: flight }),
  duplicate: make('duplicate', { message: flight }),
  deliver: make('deliver', { message: flight }),
  clientRequest: make('clientRequest', {
    client: fc.integer({ min: 1, max: 3 }),
    operation: operationArbitrary,
    to: fc.option(server),
  }),
  setClients: make('setClients', { interval: fc.constantFrom(0, ms(20), ms(100)) }),
  setTiming: make('setTiming', { timing: timingArbitrary }),
  setOptions: make('setOptions', { options: optionsArbitrary }),
  addServer: make('addServer', {}),
  changeMembers: make('changeMembers', {
    server,
    voters: fc.uniqueArray(server, { minLength: 1, maxLength: 5 }).map((ids) => ids.sort((a, b) => a - b)),
    joint: fc.boolean(),
  }),
  transfer: make('transfer', { server, to: server }),
  compact: make('compact', { server }),
  crashClient: make('crashClient', { client: fc.integer({ min: 1, max: 3 }) }),
  restartClient: make('restartClient', { client: fc.integer({ min: 1, max: 3 }) }),
};

const ACTIONS: { readonly [Type in ActionType]: fc.Arbitrary<Action> } = {
  ...PLAIN,
  inGroup: make('inGroup', {
    group: fc.integer({ min: 2, max: 3 }),
    action: fc.oneof(...OWN_ACTIONS.map((type) => PLAIN[type])),
  }),
};

export const ACTION_TYPES = Object.keys(ACTIONS) as ActionType[];

export const actionArbitrary: fc.Arbitrary<Action> = fc.oneof(...Object.values(ACTIONS));

const recordedArbitrary: fc.Arbitrary<RecordedAction[]> = fc
  .uniqueArray(fc.record({ at: fc.integer({ min: 1, max: ACTIVE }), action: actionArbitrary }), {
    maxLength: 30,
    size: 'max',
    selector: ({ at }) => at,
  })
  .map((actions) => actions.sort((a, b) => a.at - b.at));

const initialArbitrary = (servers: number): fc.Arbitrary<RunConfig['initial']> =>
  fc.option(
    fc.array(
      termsArbitrary(3).map((log) => ({ currentTerm: 3, votedFor: null, log })),
      { minLength: servers, maxLength: servers },
    ),
    { freq: 4 },
  );

const configArbitrary: fc.Arbitrary<RunConfig> = fc.integer({ min: 3, max: 5 }).chain((servers) =>
  fc.record({
    servers: fc.constant(servers),
    voters: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: servers })),
    options: optionsArbitrary,
    timing: timingArbitrary,
    network: qualityArbitrary,
    disk: fc.oneof(fc.constant({ min: 0, max: 0 }), spanArbitrary(ms(5))),
    clients: fc.record({
      count: fc.nat(3),
      interval: fc.constantFrom(0, ms(20), ms(100)),
      timeout: fc.integer({ min: ms(50), max: ms(300) }),
      patience: fc.integer({ min: ms(300), max: ms(3000) }),
      reads: fc.constantFrom('log' as const, ...READ_MODES),
    }),
    initial: initialArbitrary(servers),
    groups: fc.constant(1),
  }),
);

export const runArbitrary: fc.Arbitrary<Run> = fc.record({
  version: fc.constant(1 as const),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  config: configArbitrary,
  actions: recordedArbitrary,
});

/** A time within or a little after the active part of a run. */
export const timeArbitrary: fc.Arbitrary<Microseconds> = fc.integer({ min: 0, max: ACTIVE + ms(500) });
