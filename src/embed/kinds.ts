/** What happened, by the names that hosts hear: `raft:<kind>`. */
import type { RuleId } from '../raft';
import type { ActionType, Transition } from '../sim';
import { commitChange, growth, isLeaderChange, truncation } from '../trace';

export type Kind =
  | 'election'
  | 'vote'
  | 'leader'
  | 'stepDown'
  | 'append'
  | 'reject'
  | 'commit'
  | 'apply'
  | 'truncate'
  | 'crash'
  | 'restart'
  | 'partition'
  | 'repair'
  | 'configuration'
  | 'snapshot'
  | 'violation';

const OF_RULES: readonly (readonly [RuleId, Kind])[] = [
  ['beginElection', 'election'],
  ['electAgain', 'election'],
  ['electAtOnce', 'election'],
  ['grantVote', 'vote'],
  ['failConsistencyCheck', 'reject'],
  ['changeMember', 'configuration'],
  ['beginJoint', 'configuration'],
  ['leaveJoint', 'configuration'],
  ['adoptConfiguration', 'configuration'],
  ['rollBackConfiguration', 'configuration'],
  ['takeSnapshot', 'snapshot'],
  ['installSnapshot', 'snapshot'],
];

const OF_ACTIONS: Partial<Record<ActionType, Kind>> = {
  crash: 'crash',
  restart: 'restart',
  partition: 'partition',
  isolate: 'partition',
  cut: 'partition',
  heal: 'repair',
  rejoin: 'repair',
  repair: 'repair',
};

/** All kinds of a transition, each once. */
export function kindsOf(transition: Transition): readonly Kind[] {
  const { action, rules, events, before, after } = transition;
  const kinds = new Set<Kind>();
  const done = action === null ? undefined : OF_ACTIONS[action.type];
  if (done !== undefined) kinds.add(done);
  for (const [rule, kind] of OF_RULES) if (rules.includes(rule)) kinds.add(kind);
  if (isLeaderChange(transition)) kinds.add('leader');
  if (before?.role === 'leader' && after !== null && after.role !== 'leader' && after.status !== 'crashed') {
    kinds.add('stepDown');
  }
  if (growth(transition) !== null) kinds.add('append');
  if (truncation(transition) !== null) kinds.add('truncate');
  if (commitChange(transition) !== null) kinds.add('commit');
  if (events.some(({ type }) => type === 'apply')) kinds.add('apply');
  return [...kinds];
}
