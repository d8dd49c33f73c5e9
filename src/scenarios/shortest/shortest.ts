/** What the shortest ways to break a rule have in common. */
import type { PropertyId } from '../../invariants';
import { defaultOptions, type Options, type RuleSwitch } from '../../raft';
import {
  createRun,
  defaultConfig,
  MILLISECOND,
  type Microseconds,
  type RunConfig,
  SECOND,
  votersAtFirst,
} from '../../sim';
import type { Scenario } from '../scenario';
import { actionsOf, countSteps, type Step } from './schedule';

export interface Shortest {
  readonly rule: RuleSwitch;
  readonly property: PropertyId;
  /** The length of the shortest schedule that there is. */
  readonly shortest: number;
  readonly about: string;
  readonly steps: readonly Step[];
  /** What differs from three servers in a quiet world. */
  readonly servers?: number;
  readonly voters?: number;
  readonly options?: Partial<Options>;
  readonly initial?: RunConfig['initial'];
  /** How long it goes on after the last action. */
  readonly after?: Microseconds;
}

export function shortestWay({
  rule,
  property,
  shortest,
  about,
  steps,
  after = 100 * MILLISECOND,
  ...world
}: Shortest): Scenario {
  const config = quietConfig(rule, world);
  const actions = actionsOf(steps, votersAtFirst(config));
  return {
    id: `break-${rule}`,
    about,
    run: { ...createRun(1, config), actions },
    until: actions[actions.length - 1].at + after,
    breaking: { rule, property, steps: countSteps(steps), shortest },
  };
}

/** Nothing happens by itself: no timer runs out, leaders append nothing of their own, clients wait patiently. */
export function quietConfig(
  rule: RuleSwitch,
  { servers = 3, voters = 0, options = {}, initial = null }: Partial<Shortest>,
): RunConfig {
  const base = defaultConfig(servers);
  return {
    ...base,
    voters,
    initial,
    options: { ...defaultOptions(), noop: false, ...options, off: [rule] },
    timing: { electionMin: 20 * SECOND, electionMax: 21 * SECOND, heartbeat: 20 * SECOND },
    clients: { ...base.clients, timeout: 20 * SECOND, patience: 60 * SECOND },
  };
}
