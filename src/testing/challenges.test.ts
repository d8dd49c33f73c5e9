/** Every challenge in some of its variants: found, fair, safe, and said in both languages; every task: reached by doing, not by waiting. */
import { describe, expect, test } from 'vitest';
import { CHALLENGE_COUNT } from '../app';
import { CHALLENGES, type Challenge, findChallenge, loadTasks, pose, type Situation, TOPICS } from '../challenges';
import {
  type ChallengeWords,
  createTexts,
  fillCaption,
  LANGUAGES,
  type Language,
  loadChallengeContents,
  loadChallengeWords,
} from '../i18n';
import { findViolations } from '../invariants';
import { RULES } from '../raft';
import { simulate } from '../sim';
import { CHAPTERS } from '../stories';

const VARIANTS = [1, 2, 3, 4, 5, 6];
const ASK_MAX = { en: 200, 'zh-CN': 90 };
const WHY_MAX = { en: 200, 'zh-CN': 90 };
const SHORT_MAX = { en: 70, 'zh-CN': 26 };

const { TASKS } = await loadTasks();
const challenges = await Promise.all(CHALLENGES.map((entry) => entry.load()));
const words = new Map<Language, Readonly<Record<string, ChallengeWords>>>();
const contents = new Map(
  await Promise.all(LANGUAGES.map(async (language) => [language, await loadChallengeContents(language)] as const)),
);
for (const language of LANGUAGES) {
  const all = await Promise.all(TOPICS.map((topic) => loadChallengeWords(language, topic)));
  words.set(language, Object.assign({}, ...all));
}

/** Digits and names of servers: what a text must take from the situation. */
const BARE_FACT = /\d/;

/** All that is said of a situation, with what it may be long at most. */
function said(situation: Situation, own: ChallengeWords, language: Language): [string, string | undefined, number][] {
  const ask = situation.ask ?? 'ask';
  const choices = situation.parts.flatMap(({ choices: all }) =>
    all.flatMap((one) => (one.type === 'word' ? [one.id] : [])),
  );
  const shared: Readonly<Record<string, unknown>> = contents.get(language)?.choices ?? {};
  return [
    ['ask', own.ask[ask], ASK_MAX[language]],
    ['why', own.why[situation.outcome], WHY_MAX[language]],
    ['change', own.change[situation.outcome] ?? own.change[ask], SHORT_MAX[language]],
    ...situation.parts.map(({ id }): [string, string | undefined, number] => [id, own.parts[id], SHORT_MAX[language]]),
    ...choices.map((id): [string, string | undefined, number] => {
      const text = own.words?.[id] ?? shared[id];
      return [id, typeof text === 'string' ? text : undefined, SHORT_MAX[language]];
    }),
  ];
}

function checkTexts(challenge: Challenge, situation: Situation): void {
  for (const language of LANGUAGES) {
    const own = words.get(language)?.[challenge.id];
    if (own === undefined) throw new Error(`${challenge.id} has no texts`);
    for (const [name, template, most] of said(situation, own, language)) {
      expect(template, `${language}: ${challenge.id}/${name}`).toBeTruthy();
      const text = fillCaption(template ?? '', situation.facts, createTexts(language).common);
      expect(text, `${language}: ${challenge.id}/${name}`).not.toMatch(/[{}]/);
      expect(text.length, text).toBeLessThanOrEqual(most);
      expect((template ?? '').replace(/\{\w+\}/g, ''), `${language}: ${name}`).not.toMatch(BARE_FACT);
    }
  }
}

for (const challenge of challenges) {
  describe(challenge.id, () => {
    const situations = VARIANTS.map((variant) => pose(challenge, variant));

    test('every variant stands still before what decides, and has its answers among the choices', () => {
      for (const { run, moment, play, parts, rule } of situations) {
        expect(play.until).toBeGreaterThan(play.from);
        if (play.run === run) expect(play.from).toBe(moment);
        expect(parts.length).toBeGreaterThan(0);
        expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
        for (const { form, choices, answer } of parts) {
          expect(choices.length).toBeGreaterThan(1);
          expect(new Set(choices.map((choice) => JSON.stringify(choice))).size).toBe(choices.length);
          if (form === 'one') expect(answer).toHaveLength(1);
          expect(answer.every((place, i) => place < choices.length && (i === 0 || place > answer[i - 1]))).toBe(true);
        }
        expect(RULES[rule]).toBeDefined();
        for (const language of LANGUAGES) expect(Object.keys(contents.get(language)?.ruleNames ?? {})).toContain(rule);
      }
    });

    test('the variants differ, and so do their answers', () => {
      const answers = situations.map(({ parts }) =>
        JSON.stringify(parts.map(({ choices, answer }) => answer.map((place) => choices[place]))),
      );
      expect(new Set(answers).size).toBeGreaterThan(1);
      expect(new Set(situations.map(({ run, moment }) => JSON.stringify([run, moment]))).size).toBeGreaterThan(4);
    });

    test('no safety property breaks, except where a rule is off and the question says so', () => {
      for (const { run, play, ask = 'ask' } of situations) {
        const isOff = run.config.options.off.length > 0;
        if (!isOff) expect(findViolations(play.run, play.until)).toEqual([]);
        expect(words.get('en')?.[challenge.id].ask[ask].startsWith('A rule is off')).toBe(isOff);
        expect(words.get('zh-CN')?.[challenge.id].ask[ask].startsWith('有一条规则被关闭')).toBe(isOff);
      }
    });

    test('the one thing to be changed makes another run or another instant', () => {
      for (const { run, moment, change } of situations) {
        expect(JSON.stringify([change.run, change.time])).not.toBe(JSON.stringify([run, moment]));
        expect(() => simulate(change.run, change.time)).not.toThrow();
      }
    });

    test('all texts are there in both languages, take their facts from the situation, and are short', () => {
      for (const situation of situations) checkTexts(challenge, situation);
    });
  });
}

test('all kinds are asked, and all questions of the user study', () => {
  expect(CHALLENGES.map(({ kind }) => kind).sort((a, b) => a - b)).toEqual(Array.from({ length: 28 }, (_, i) => i + 1));
  expect(CHALLENGES.flatMap(({ study }) => study ?? []).sort()).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6a',
    '6b',
    '7',
    '8',
  ]);
});

test('challenges and tasks have titles in both languages, and no text is without its challenge', () => {
  for (const language of LANGUAGES) {
    const text = contents.get(language);
    expect(Object.keys(text?.titles ?? {})).toEqual(CHALLENGES.map(({ id }) => id));
    expect(Object.keys(words.get(language) ?? {}).sort()).toEqual(CHALLENGES.map(({ id }) => id).sort());
    expect(Object.keys(text?.tasks ?? {}).sort()).toEqual(TASKS.map(({ id }) => id).sort());
    for (const { id, steps } of TASKS) {
      expect(text?.tasks[id as keyof typeof text.tasks].steps, id).toHaveLength(steps);
    }
  }
});

test('the first page counts them, and every chapter ends with one of its own', () => {
  expect(CHALLENGE_COUNT).toBe(CHALLENGES.length);
  const named = CHAPTERS.map(({ challenge }) => challenge);
  expect(named.filter((id) => findChallenge(id) === null)).toEqual([]);
  expect(new Set(named).size).toBe(CHAPTERS.length);
});

test('the loop notices a text that is missing, and a placeholder without a fact', () => {
  const [challenge] = challenges;
  const situation = pose(challenge, 1);
  expect(() => checkTexts(challenge, { ...situation, outcome: 'nonsense' })).toThrow();
  expect(() => checkTexts(challenge, { ...situation, facts: {} })).toThrow();
});
