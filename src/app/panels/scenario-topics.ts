import type { More } from '../../i18n';
import { RULE_GROUPS } from './rule-groups';

export type ScenarioId = keyof More['scenarios']['notes'];
type Topic = keyof More['scenarios']['topics'];

/** The scenarios by what they are about, in the order in which one would look at them. */
export const SCENARIO_TOPICS: Record<Topic, readonly ScenarioId[]> = {
  elections: ['first-election', 'candidate-yields', 'split-vote', 'leader-crash', 'two-leaders'],
  log: [
    'replication',
    'lagging-follower',
    'stale-append',
    'repeats',
    'figure-7',
    'figure-7-hint',
    'figure-8',
    'figure-8-commit',
    'figure-8-unsafe',
  ],
  members: [
    'add-server',
    'slow-newcomer',
    'remove-leader',
    'joint-consensus',
    'changes-wait',
    'change-rolled-back',
    'removed-server',
  ],
  snapshots: ['snapshot', 'install-snapshot', 'snapshot-keeps-tail'],
  calm: ['isolated-returns', 'prevote', 'check-quorum', 'transfer', 'transfer-fails', 'priorities'],
  clients: ['read-index', 'stale-read', 'lease-read', 'new-leader-read', 'exactly-once'],
  groups: ['multi-raft'],
  shortest: Object.values(RULE_GROUPS).flatMap((rules) => rules.map((rule): ScenarioId => `break-${rule}`)),
};

export const TOPICS = Object.keys(SCENARIO_TOPICS) as Topic[];
