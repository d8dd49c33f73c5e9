/** Every chapter, cue by cue: its moment comes, what it says is true there, and it says it in both languages. */
import { describe, expect, test } from 'vitest';
import { CHAPTER_COUNT, FIRST_CHAPTER } from '../app';
import { createTexts, fillCaption, LANGUAGES, loadCaptions, loadContents } from '../i18n';
import { findViolations } from '../invariants';
import { findScenario } from '../scenarios';
import { CHAPTERS, type Chapter, factsAt, findStops, instantOf, type Stop, wordsIn } from '../stories';

const CUES_MAX = 30;
const LENGTH_MAX = { en: 160, 'zh-CN': 60 };
/** What to try may be a little longer than what is said. */
const TRY_MAX = { en: 180, 'zh-CN': 80 };

const chapters = await Promise.all(CHAPTERS.map(async (entry) => (await entry.load()).chapter));
const contents = await Promise.all(
  LANGUAGES.map(async (language) => [language, await loadContents(language)] as const),
);

const stopsOf = (chapter: Chapter): readonly Stop[] => {
  const stops = findStops(chapter);
  if (!stops.ok) throw new Error(`${stops.error} is not found`);
  return stops.value;
};

/** Digits, names of servers and numbers in words: what a caption must take from the state. */
const BARE_FACT = /\d|\b(two|three|four|five|six|seven|eight|nine|ten)\b|[两三四五六七八九十百](?=[台票份个条封次位])/i;
/** Words that are no facts of the state. */
const HARMLESS =
  /\b(Two leaders|Two-phase|two leaders|two servers|two followers|Figure 7|Figure 8|in 2015)\b|两个|两位|图 [78]|2015 年/g;

for (const chapter of chapters) {
  describe(chapter.id, async () => {
    const stops = stopsOf(chapter);
    const cues = stops.map((stop) => ({ stop, at: instantOf(chapter, stop) }));

    test('every cue is found, in order, and there are not too many', () => {
      expect(stops.map(({ cue }) => cue.id)).toEqual(chapter.acts.flatMap((act) => act.cues.map(({ id }) => id)));
      expect(new Set(stops.map(({ cue }) => cue.id)).size).toBe(stops.length);
      expect(stops.length).toBeLessThanOrEqual(CUES_MAX);
      for (const [i, stop] of stops.entries()) {
        const before = stops[i - 1];
        if (before?.act === stop.act) expect(stop.time).toBeGreaterThan(before.time);
        expect(stop.cue.part !== undefined || (i > 0 && before.act === stop.act), `${stop.cue.id} begins a part`).toBe(
          true,
        );
      }
    });

    for (const { stop } of cues.filter(({ stop: { cue } }) => cue.figure?.type === 'diagram')) {
      test(`${stop.cue.id}: what it claims is so of its drawing, and of no other`, async () => {
        const { figure } = stop.cue;
        if (figure?.type !== 'diagram') throw new Error('it has no drawing');
        expect(figure.holds(figure.diagram)).toBe(true);
        const drawings = cues.flatMap(({ stop: { cue } }) =>
          cue.figure?.type === 'diagram' ? cue.figure.diagram : [],
        );
        for (const other of drawings) if (other !== figure.diagram) expect(figure.holds(other), other.id).toBe(false);
      });
    }

    for (const { stop, at } of cues.filter(({ stop: { cue } }) => cue.figure?.type !== 'diagram')) {
      test(`${stop.cue.id}: what it claims is so, and is not so all the time`, () => {
        expect(stop.cue.holds(at)).toBe(true);
        const others = cues.filter((other) => other.stop !== stop);
        const isTold = others.some((other) => !holdsElsewhere(stop, other.at));
        expect(isTold, 'a claim that is always true says nothing').toBe(true);
      });
    }

    for (const language of LANGUAGES) {
      const words = await loadCaptions(language, chapter.id);
      const { common, citation } = createTexts(language);

      test(`${language}: it has all its texts, and no others`, () => {
        expect(Object.keys(words.cues)).toEqual(stops.map(({ cue }) => cue.id));
        const parts = stops.flatMap(({ cue }) => cue.part ?? []);
        expect(Object.keys(words.parts)).toEqual(parts);
        expect(words.tryIt.trim()).not.toBe('');
      });

      test(`${language}: its drawings have all their words, and no others`, () => {
        const drawings = stops.flatMap(({ cue: { figure } }) => (figure?.type === 'diagram' ? figure.diagram : []));
        expect(Object.keys(words.figures?.titles ?? {})).toEqual(drawings.map(({ id }) => id));
        const used = new Set(drawings.flatMap(wordsIn));
        expect(Object.keys(words.figures?.words ?? {}).sort()).toEqual([...used].sort());
        const table = words.figures?.table;
        for (const row of table?.rows ?? []) expect(row.length).toBe(table?.head.length);
      });

      for (const { stop, at } of cues) {
        test(`${language}: ${stop.cue.id} takes its facts from the state and is short`, () => {
          const { say, tryIt } = words.cues[stop.cue.id];
          const facts = factsAt(stop.cue, at);
          const said = fillCaption(say, facts, common);
          expect(said).not.toMatch(/[{}]/);
          expect(said.length, said).toBeLessThanOrEqual(LENGTH_MAX[language]);
          expect(say.replace(/\{\w+\}/g, '').replace(HARMLESS, '')).not.toMatch(BARE_FACT);
          expect(citation(stop.cue.section)).toMatch(/§|Figure|图/);
          const toTry = fillCaption(tryIt ?? words.tryIt, facts, common);
          expect(toTry).not.toMatch(/[{}]/);
          expect(toTry.length).toBeLessThanOrEqual(TRY_MAX[language]);
          const own = Object.keys(stop.cue.facts?.(at) ?? {});
          const unused = own.filter((name) => !`${say} ${tryIt ?? ''}`.includes(`{${name}}`));
          expect(unused, 'facts that nobody reads').toEqual([]);
        });
      }
    }

    test('no safety property breaks, except where a rule is off', () => {
      for (const { scenario } of chapter.acts) {
        expect(findScenario(scenario.id)).toBe(scenario);
        const isUnsafe = scenario.run.config.options.off.length > 0;
        expect(findViolations(scenario.run, scenario.until).length > 0).toBe(isUnsafe);
      }
    });
  });
}

/** A claim that cannot even be asked elsewhere is not true there. */
function holdsElsewhere({ cue }: Stop, at: Parameters<Stop['cue']['holds']>[0]): boolean {
  try {
    return cue.holds(at);
  } catch {
    return false;
  }
}

test('the list of chapters is as the chapters are, with a title for each in both languages', () => {
  expect(chapters.map(({ id }) => id)).toEqual(CHAPTERS.map(({ id }) => id));
  expect(chapters.map((chapter) => stopsOf(chapter).length)).toEqual(CHAPTERS.map(({ steps }) => steps));
  expect([CHAPTER_COUNT, FIRST_CHAPTER]).toEqual([CHAPTERS.length, CHAPTERS[0].id]);
  for (const [language, titles] of contents) {
    expect(Object.keys(titles), language).toEqual(CHAPTERS.map(({ id }) => id));
  }
});

test('the loop notices a claim that is false, a placeholder without a fact, and a bare number', () => {
  const [chapter] = chapters;
  const [first, second] = stopsOf(chapter);
  expect(second.cue.holds(instantOf(chapter, first))).toBe(false);
  const { common } = createTexts('en');
  expect(fillCaption('{nobody} leads', {}, common)).toMatch(/[{}]/);
  for (const text of ['S3 leads', 'three votes', 'term 4', '{a} 得到三票']) {
    expect(text.replace(/\{\w+\}/g, '')).toMatch(BARE_FACT);
  }
});
