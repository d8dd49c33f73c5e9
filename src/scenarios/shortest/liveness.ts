/** Rules without which nothing false is ever said, but time is lost, or no leader is elected any more. */
import type { Options, RuleSwitch } from '../../raft';
import { createRun, MILLISECOND, type RunConfig } from '../../sim';
import {
  changeMembers,
  crash,
  cut,
  type Direction,
  directions,
  expireTimer,
  isolate,
  liveConfig,
  put,
  rejoin,
  repair,
  type Scenario,
  transfer,
} from '../scenario';

/** Rules that cost time and not safety. */
export const LIVENESS_RULES = [
  'noPreVote',
  'preVoteIgnoresLowerTerm',
  'timerOnAnyRpc',
  'noCheckQuorum',
  'removeSelfEarly',
] as const satisfies readonly RuleSwitch[];

export type LivenessRule = (typeof LIVENESS_RULES)[number];

/** What the rule is about begins with the last action. */
function way(
  rule: LivenessRule,
  about: string,
  seed: number,
  config: RunConfig,
  until: number,
  ...steps: readonly Direction[]
): Scenario {
  const actions = directions(...steps);
  return {
    id: `break-${rule}`,
    about,
    run: { ...createRun(seed, config), actions },
    until: until * MILLISECOND,
    breaking: { rule, property: null, steps: actions.length, shortest: null },
  };
}

const without = (rule: LivenessRule, servers: number, options: Partial<Options> = {}): RunConfig =>
  liveConfig(servers, { ...options, off: [rule] });

const noPreVote = way(
  'noPreVote',
  'S5 is cut off and raises its term again and again; when it returns, a healthy leader falls.',
  1,
  without('noPreVote', 5, { preVote: true, stickyLeader: true }),
  2300,
  [20, expireTimer(1)],
  [120, put('x', '1')],
  [150, isolate(5)],
  [1750, rejoin(5)],
);

const preVoteIgnoresLowerTerm = way(
  'preVoteIgnoresLowerTerm',
  'S3 comes back from term 1, the leader crashes: S1 does not answer S3, and does not count what S3 answers.',
  1,
  without('preVoteIgnoresLowerTerm', 3, { preVote: true }),
  1800,
  [20, expireTimer(1)],
  [150, isolate(3)],
  [200, transfer(1, 2)],
  [350, transfer(2, 1)],
  [500, transfer(1, 2)],
  [700, rejoin(3)],
  [701, crash(2)],
);

/** Figure 16: the leader is gone, all timers started together, and two of the other four have shorter logs. */
const figure16 = without('timerOnAnyRpc', 5);
const timerOnAnyRpc = way(
  'timerOnAnyRpc',
  'Two candidates that lack entries cannot win, but each of their requests starts the timers of all others anew.',
  1,
  {
    ...figure16,
    timing: { electionMin: 150 * MILLISECOND, electionMax: 155 * MILLISECOND, heartbeat: 75 * MILLISECOND },
    network: { ...figure16.network, latency: { min: 500, max: 2500 } },
    initial: [2, 2, 2, 1, 1].map((entries) => ({ currentTerm: 1, votedFor: 1, log: [1, 1].slice(0, entries) })),
  },
  1000,
  [0.001, crash(1)],
);

const deaf = without('noCheckQuorum', 3, { checkQuorum: true, preVote: true, stickyLeader: true });
const noCheckQuorum = way(
  'noCheckQuorum',
  'The leader can send but hears nobody: its heartbeats keep the others quiet, and nothing is committed.',
  1,
  { ...deaf, clients: { ...deaf.clients, patience: 100_000 * MILLISECOND } },
  1200,
  [20, expireTimer(1)],
  [120, put('x', '1')],
  [200, cut(2, 1)],
  [201, cut(3, 1)],
  [240, put('x', '2')],
);

const removeSelfEarly = way(
  'removeSelfEarly',
  'S1 removes itself and leaves at once; the message with the change is lost, and S2 waits for S1’s vote for ever.',
  1,
  { ...without('removeSelfEarly', 3), voters: 2 },
  1300,
  [20, expireTimer(1)],
  [120, put('x', '1')],
  [250, cut(1, 2)],
  [260, changeMembers(1, [2])],
  [300, repair(1, 2)],
);

export const liveness: readonly Scenario[] = [
  noPreVote,
  preVoteIgnoresLowerTerm,
  timerOnAnyRpc,
  noCheckQuorum,
  removeSelfEarly,
];
