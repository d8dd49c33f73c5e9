import { describe, expect, test } from 'vitest';
import { createMore, createTexts, LANGUAGES } from '../../i18n';
import { RULE_SWITCHES } from '../../raft';
import { SCENARIOS } from '../../scenarios';
import { RULE_GROUPS } from './rule-groups';
import { SCENARIO_TOPICS } from './scenario-topics';

describe('lists of panels', () => {
  test('every rule that can be switched off is in one group, with its words', () => {
    expect(Object.values(RULE_GROUPS).flat().sort()).toEqual([...RULE_SWITCHES].sort());
    for (const language of LANGUAGES) {
      expect(Object.keys(createMore(language).switches).sort()).toEqual([...RULE_SWITCHES].sort());
    }
  });

  test('every scenario of which it is said what it shows is listed once, and has a name', () => {
    const listed: string[] = Object.values(SCENARIO_TOPICS).flat();
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.filter((id) => !SCENARIOS.some((scenario) => scenario.id === id))).toEqual([]);
    for (const language of LANGUAGES) {
      const { notes } = createMore(language).scenarios;
      const { scenes } = createTexts(language);
      expect(Object.keys(notes).sort()).toEqual(listed.toSorted());
      for (const id of listed) {
        expect(Object.hasOwn(scenes, id), id).toBe(true);
      }
    }
  });
});
