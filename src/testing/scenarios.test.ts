import { describe, expect, it } from 'vitest';
import { findViolations } from '../invariants';
import { RULE_IDS, type RuleId } from '../raft';
import { SCENARIOS } from '../scenarios';
import { simulate } from '../sim';
import { printRun } from '../trace';
import { expectGolden } from './golden';

describe('every scenario', () => {
  for (const scenario of SCENARIOS) {
    it(`${scenario.id}: says what it said before`, () => {
      expectGolden(`scenario-${scenario.id}`, `# ${scenario.about}\n${printRun(scenario.run, scenario.until)}`);
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
