import { describe, expect, it } from 'vitest';
import { findViolations } from '../invariants';
import { RULE_IDS, type RuleId } from '../raft';
import { SCENARIOS, type Scenario } from '../scenarios';
import { groupRun, simulate } from '../sim';
import { printRun } from '../trace';
import { expectGolden } from './golden';

/** The dialogue of the run; of several groups each one's, the first one first. */
function dialogues({ run, until }: Scenario): string[] {
  const { groups } = run.config;
  if (groups === 1) return [printRun(run, until)];
  return Array.from({ length: groups }, (_, i) => `## Group ${i + 1}\n${printRun(groupRun(run, i + 1), until)}`);
}

describe('every scenario', () => {
  for (const scenario of SCENARIOS) {
    it(`${scenario.id}: says what it said before`, () => {
      expectGolden(`scenario-${scenario.id}`, `# ${scenario.about}\n${dialogues(scenario).join('\n')}`);
    });

    it(`${scenario.id}: breaks a safety property exactly when a rule is off`, () => {
      const unsafe = scenario.run.config.options.off.length > 0;
      expect(findViolations(scenario.run, scenario.until).length > 0).toBe(unsafe);
    });
  }

  it('between them they use every rule', () => {
    const used = new Set<RuleId>();
    for (const { run, until } of SCENARIOS) {
      simulate(run, until, ({ rules }) => {
        for (const rule of rules) used.add(rule);
      });
    }
    expect(RULE_IDS.filter((rule) => !used.has(rule))).toEqual([]);
  });
});
