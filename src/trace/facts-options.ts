/** Which options an action changed. */
import { type Options, RULE_SWITCHES, type RuleSwitch } from '../raft';
import type { Action, Run } from '../sim';

/** A rule that is obeyed again or broken from now on, or an option with another value. */
export type OptionChange =
  | { readonly type: 'rule'; readonly rule: RuleSwitch; readonly on: boolean }
  | { readonly type: 'flag'; readonly flag: Flag; readonly on: boolean }
  | { readonly type: 'number'; readonly option: 'batchMax' | 'snapshotEvery'; readonly value: number }
  | { readonly type: 'priorities'; readonly values: readonly number[] };

export const FLAGS = ['noop', 'conflictHint', 'pipeline', 'preVote', 'checkQuorum', 'stickyLeader'] as const;
export type Flag = (typeof FLAGS)[number];
const NUMBERS = ['batchMax', 'snapshotEvery'] as const;

/** What a recorded action changes of the options that held before it. */
export function optionChanges(run: Run, action: Extract<Action, { type: 'setOptions' }>): readonly OptionChange[] {
  let before = run.config.options;
  for (const { action: earlier } of run.actions) {
    if (earlier === action) break;
    if (earlier.type === 'setOptions') before = earlier.options;
  }
  return difference(before, action.options);
}

function difference(before: Options, after: Options): readonly OptionChange[] {
  const changes: OptionChange[] = [];
  for (const rule of RULE_SWITCHES) {
    const on = !after.off.includes(rule);
    if (on === before.off.includes(rule)) changes.push({ type: 'rule', rule, on });
  }
  for (const flag of FLAGS) if (before[flag] !== after[flag]) changes.push({ type: 'flag', flag, on: after[flag] });
  for (const option of NUMBERS) {
    if (before[option] !== after[option]) changes.push({ type: 'number', option, value: after[option] });
  }
  if (before.priorities.join() !== after.priorities.join()) {
    changes.push({ type: 'priorities', values: after.priorities });
  }
  return changes;
}
