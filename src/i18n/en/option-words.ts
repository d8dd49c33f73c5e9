/** Sentences about what was switched on or off during a run. */
import type { OptionChange } from '../sentences';
import { common } from './common';
import { flagNames, ruleNames } from './option-names';

const { server, list } = common;

/** "Broken from now on: “One vote a term”. Switched on: “PreVote”." */
export const optionsChanged = (changes: readonly OptionChange[]): string => {
  const named = (on: boolean, type: 'rule' | 'flag') =>
    changes.flatMap((change) => {
      if (change.type !== type || change.on !== on) return [];
      return [`“${change.type === 'rule' ? ruleNames[change.rule] : flagNames[change.flag]}”`];
    });
  const groups: [string, readonly string[]][] = [
    ['Broken from now on', named(false, 'rule')],
    ['Obeyed again', named(true, 'rule')],
    ['Switched on', named(true, 'flag')],
    ['Switched off', named(false, 'flag')],
  ];
  const sentences = [
    ...groups.filter(([, names]) => names.length > 0).map(([title, names]) => `${title}: ${list(names)}.`),
    ...changes.flatMap(valueChanged),
  ];
  return sentences.length === 0 ? 'The options of the run were changed.' : sentences.join(' ');
};

const valueChanged = (change: OptionChange): string[] => {
  if (change.type === 'priorities') return [`Priorities: ${priorities(change.values)}.`];
  if (change.type !== 'number') return [];
  return [
    change.option === 'batchMax' ? `Most entries in one message: ${change.value}.` : `${snapshots(change.value)}.`,
  ];
};

export const snapshots = (every: number): string =>
  every === 0
    ? 'Snapshots are taken only when asked for'
    : `A snapshot is taken once ${every === 1 ? 'one entry has' : `${every} entries have`} been applied since the last`;

export const priorities = (values: readonly number[]): string =>
  values.length === 0 ? 'all servers are equal' : values.map((value, i) => `${server(i + 1)} ${value}`).join(', ');
