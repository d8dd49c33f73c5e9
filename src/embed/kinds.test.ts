import { expect, test } from 'vitest';
import { findScenario } from '../scenarios';
import { simulate } from '../sim';
import { kindsOf } from './kinds';
import { isOffered } from './permissions';

const kindsIn = (id: string): Set<string> => {
  const scenario = findScenario(id);
  const found = new Set<string>();
  if (scenario === null) throw new Error(id);
  simulate(scenario.run, scenario.until, (transition) => {
    for (const kind of kindsOf(transition)) found.add(kind);
  });
  return found;
};

test('what happens in scenarios has the names that hosts ask for', () => {
  const all = [
    'two-leaders',
    'leader-crash',
    'joint-consensus',
    'install-snapshot',
    'lagging-follower',
    'figure-7',
    'isolated-returns',
  ];
  const found = new Set(all.flatMap((id) => [...kindsIn(id)]));
  expect([...found].sort()).toEqual([
    'append',
    'apply',
    'commit',
    'configuration',
    'crash',
    'election',
    'leader',
    'partition',
    'reject',
    'repair',
    'restart',
    'snapshot',
    'stepDown',
    'truncate',
    'vote',
  ]);
});

test('readers may touch what their author allows, and always look', () => {
  expect(isOffered('crash', ['crash'])).toBe(true);
  expect(isOffered('crash', ['timer'])).toBe(false);
  expect(isOffered('expireTimer', ['timer'])).toBe(true);
  expect(isOffered('eventForward', [])).toBe(true);
  expect(isOffered('undo', [])).toBe(false);
  // What opens a panel has no place in an embed.
  expect(isOffered('machine', ['crash', 'timer'])).toBe(false);
  expect(isOffered('palette', ['crash'])).toBe(false);
});
