/** What a server may be given, as arbitraries: messages that make sense, and messages that make none. */
import fc from 'fast-check';
import {
  defaultOptions,
  entriesBetween,
  type Input,
  type Message,
  type Options,
  RULE_SWITCHES,
  type Server,
  type Term,
  termAt,
} from '../raft';
import { commandOf, logOf, server } from './vocabulary';

/** Terms of a log: they never go down, and stay at or below `highest`. */
export const termsArbitrary = (highest: Term) =>
  fc
    .array(fc.integer({ min: 1, max: Math.max(1, highest) }), { maxLength: highest === 0 ? 0 : 6 })
    .map((terms) => terms.sort((a, b) => a - b));

export const optionsArbitrary: fc.Arbitrary<Options> = fc.record({
  noop: fc.boolean(),
  conflictHint: fc.boolean(),
  pipeline: fc.boolean(),
  batchMax: fc.integer({ min: 1, max: 4 }),
  off: fc.constant([]),
  preVote: fc.boolean(),
  checkQuorum: fc.boolean(),
  stickyLeader: fc.boolean(),
  snapshotEvery: fc.constantFrom(0, 0, 1, 3),
  priorities: fc.constantFrom([], [], [1, 1, 2, 0, 3]),
});

/** The options with some of the rules switched off. */
export const faultyOptionsArbitrary: fc.Arbitrary<Options> = fc
  .tuple(optionsArbitrary, fc.subarray([...RULE_SWITCHES]))
  .map(([options, off]) => ({ ...options, off }));

/** S1 in term 4, in any role and with any log. */
export const serverArbitrary = (options: fc.Arbitrary<Options> = fc.constant(defaultOptions())): fc.Arbitrary<Server> =>
  fc
    .record({
      of: fc.integer({ min: 3, max: 5 }),
      term: fc.constant(4),
      log: termsArbitrary(4),
      role: fc.constantFrom('follower', 'candidate', 'leader'),
      options,
    })
    .map((words) => server(1, { ...words, votesGranted: words.role === 'leader' ? [1, 2, 3] : [] }))
    .map((made) => (made.role === 'candidate' ? { ...made, votesGranted: [1] } : made));

/** Mostly the terms in which such a server is, so that it stays in them for a while. */
const term = fc.oneof(
  { weight: 20, arbitrary: fc.constant(4) },
  { weight: 4, arbitrary: fc.constant(5) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 7 }) },
);
const index = fc.integer({ min: 0, max: 8 });
const envelope = { id: fc.nat(99), from: fc.integer({ min: 2, max: 5 }), to: fc.constant(1), term };

const appendEntriesArbitrary: fc.Arbitrary<Message> = term.chain((sent) =>
  fc
    .record({
      ...envelope,
      term: fc.constant(sent),
      log: termsArbitrary(sent),
      prev: index,
      count: index,
      leaderCommit: index,
    })
    .map(({ log, prev, count, ...rest }) => {
      const prevLogIndex = Math.min(prev, log.length);
      const entries = entriesBetween(logOf(log), prevLogIndex + 1, prevLogIndex + count);
      const prevLogTerm = termAt(logOf(log), prevLogIndex);
      return { type: 'AppendEntries', stamp: 1, prevLogIndex, prevLogTerm, entries, ...rest };
    }),
);

/** Messages that some cluster might send, though not this one at this time. */
const soundMessageArbitrary: fc.Arbitrary<Message> = fc.oneof(
  appendEntriesArbitrary,
  fc.record({
    type: fc.constant('RequestVote' as const),
    ...envelope,
    lastLogIndex: index,
    lastLogTerm: term,
    transfer: fc.boolean(),
  }),
  term.chain((sent) =>
    fc.record({
      type: fc.constant('PreVote' as const),
      ...envelope,
      term: fc.constant(sent),
      nextTerm: fc.constant(sent + 1),
      lastLogIndex: index,
      lastLogTerm: term,
    }),
  ),
  fc.record({
    type: fc.constant('PreVoteResponse' as const),
    ...envelope,
    voteGranted: fc.boolean(),
    nextTerm: term,
    re: index,
  }),
  fc.record({ type: fc.constant('TimeoutNow' as const), ...envelope }),
  fc.record({ type: fc.constant('RequestVoteResponse' as const), ...envelope, voteGranted: fc.boolean(), re: index }),
  fc
    .record({ ...envelope, success: fc.boolean(), matchIndex: index, prevLogIndex: index, re: index, stamp: index })
    .map((fields): Message => ({ type: 'AppendEntriesResponse', conflict: null, ...fields })),
);

const inputOf = (message: fc.Arbitrary<Message>): fc.Arbitrary<Input> =>
  fc.oneof(
    { weight: 8, arbitrary: message.map((received) => ({ type: 'receive' as const, message: received })) },
    { weight: 1, arbitrary: fc.constant({ type: 'electionTimeout' as const }) },
    { weight: 1, arbitrary: fc.constant({ type: 'heartbeatTimeout' as const }) },
    {
      weight: 2,
      arbitrary: fc.nat(9).map((serial) => ({ type: 'clientRequest' as const, command: commandOf(serial) })),
    },
  );

export const soundInputs = fc.array(inputOf(soundMessageArbitrary), { maxLength: 40, size: 'max' });

/** A success vouches for entries that the leader itself has sent, and so holds. */
export function isSound({ log }: Server, input: Input): boolean {
  if (input.type !== 'receive' || input.message.type !== 'AppendEntriesResponse') return true;
  return input.message.matchIndex <= log.index && input.message.prevLogIndex <= log.index;
}

const odd = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.constantFrom(0.5, -1, 2 ** 31, Number.MAX_SAFE_INTEGER, Number.NaN, Number.POSITIVE_INFINITY),
);
const oddEntries = fc
  .array(fc.record({ terms: termsArbitrary(9), index: odd, term: odd }), { maxLength: 4 })
  .map((list) => list.map(({ terms, ...fields }) => ({ ...logOf(terms), ...fields })));
const oddEnvelope = { id: odd, from: odd, to: odd, term: odd, re: odd, stamp: odd };

/** Messages that no server would ever send: strangers, gaps, terms that go down, indexes beyond every log. */
const oddMessageArbitrary: fc.Arbitrary<Message> = fc.oneof(
  fc.record({
    type: fc.constant('AppendEntries' as const),
    ...oddEnvelope,
    prevLogIndex: odd,
    prevLogTerm: odd,
    leaderCommit: odd,
    entries: oddEntries,
  }),
  fc.record({
    type: fc.constant('RequestVote' as const),
    ...oddEnvelope,
    lastLogIndex: odd,
    lastLogTerm: odd,
    transfer: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('PreVote' as const),
    ...oddEnvelope,
    nextTerm: odd,
    lastLogIndex: odd,
    lastLogTerm: odd,
  }),
  fc.record({
    type: fc.constant('PreVoteResponse' as const),
    ...oddEnvelope,
    nextTerm: odd,
    voteGranted: fc.boolean(),
  }),
  fc.record({ type: fc.constant('TimeoutNow' as const), ...oddEnvelope }),
  fc.record({ type: fc.constant('InstallSnapshotResponse' as const), ...oddEnvelope, matchIndex: odd }),
  fc.record({ type: fc.constant('RequestVoteResponse' as const), ...oddEnvelope, voteGranted: fc.boolean() }),
  fc.record({
    type: fc.constant('AppendEntriesResponse' as const),
    ...oddEnvelope,
    success: fc.boolean(),
    matchIndex: odd,
    prevLogIndex: odd,
    conflict: fc.option(fc.record({ term: odd, index: odd })),
  }),
);

export const oddInputs = fc.array(inputOf(fc.oneof(oddMessageArbitrary, soundMessageArbitrary)), {
  maxLength: 40,
  size: 'max',
});
