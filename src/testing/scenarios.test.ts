import { describe, expect, it } from 'vitest';
import { findViolations, PROPERTY_IDS } from '../invariants';
import { RULE_IDS, RULE_SWITCHES, type RuleId } from '../raft';
import { breakingOf, LIVENESS_RULES, SCENARIOS, type Scenario } from '../scenarios';
import { groupRun, MILLISECOND, simulate } from '../sim';
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

    it(`${scenario.id}: breaks a safety property exactly when a rule that keeps it is off`, () => {
      const unsafe = scenario.run.config.options.off.length > 0 && scenario.breaking?.property !== null;
      expect(findViolations(scenario.run, scenario.until).length > 0).toBe(unsafe);
    });
  }

  it('every rule that can be switched off has one that breaks it', () => {
    const broken = SCENARIOS.flatMap(({ breaking }) => breaking?.rule ?? []);
    expect(broken.toSorted()).toEqual([...RULE_SWITCHES].sort());
    const timeOnly = SCENARIOS.filter(({ breaking }) => breaking?.property === null);
    expect(timeOnly.map(({ breaking }) => breaking?.rule).sort()).toEqual([...LIVENESS_RULES].sort());
  });

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

/** Long enough for whatever is under way at the end to come to something. */
const LATER = 500 * MILLISECOND;

describe.each(RULE_SWITCHES)('without %s', (rule) => {
  const { run, until, breaking } = breakingOf(rule);

  it('only that rule is off', () => {
    expect(run.config.options.off).toEqual([rule]);
    expect(breaking?.rule).toBe(rule);
  });

  it('the property that it keeps is the first that breaks, at the end of the run', () => {
    const [first, ...rest] = findViolations(run, until, PROPERTY_IDS.length);
    expect(first?.property ?? null).toBe(breaking?.property ?? null);
    // What breaks by the same transition is the same event, seen otherwise.
    expect(rest.filter(({ seq }) => seq !== first.seq)).toEqual([]);
    const last = run.actions[run.actions.length - 1].at;
    if (first !== undefined) expect(first.at).toBeGreaterThan(last);
  });

  it('nothing breaks in the same run with the rule', () => {
    const options = { ...run.config.options, off: [] };
    expect(findViolations({ ...run, config: { ...run.config, options } }, until + LATER)).toEqual([]);
  });

  it('is hardly longer than the shortest schedule known', () => {
    const { steps = 0, shortest = null } = breaking ?? {};
    if (shortest === null) return;
    expect(steps).toBeGreaterThanOrEqual(shortest);
    expect(steps).toBeLessThanOrEqual(2 * shortest);
    expect(run.actions.length).toBeLessThanOrEqual(2 * shortest);
  });
});

it('a shortest schedule is known of 22 rules', () => {
  const known = SCENARIOS.filter(({ breaking }) => typeof breaking?.shortest === 'number');
  expect(known).toHaveLength(22);
});
