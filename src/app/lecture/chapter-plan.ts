/** A chapter of the story as a lecture. */
import { type Captions, type Contents, fillCaption, loadCaptions, loadContents, type Texts } from '../../i18n';
import { type Chapter, factsAt, findChapter, findStops, groupOf, instantOf, runOf, type Stop } from '../../stories';
import type { Plan } from './plan';

/** Has the chapter on its way; what cannot be fetched rejects. */
export const fetchChapter = async (id: string): Promise<unknown> => findChapter(id)?.load();

/** The chapter with this id, or null. Rejects when something of it cannot be fetched. */
export async function loadChapterPlan(id: string, texts: Texts): Promise<Plan | null> {
  const entry = findChapter(id);
  if (entry === null) return null;
  const [contents, { chapter }, captions] = await Promise.all([
    loadContents(texts.language),
    entry.load(),
    loadCaptions(texts.language, entry.id),
  ]);
  const stops = findStops(chapter);
  return stops.ok ? planOfChapter(chapter, stops.value, captions, contents, texts) : null;
}

/** A chapter of the story, told in the reader's language. Notes are what the reader is offered to try. */
function planOfChapter(
  chapter: Chapter,
  stops: readonly Stop[],
  captions: Captions,
  contents: Contents,
  { common, citation }: Texts,
): Plan {
  return {
    title: contents[chapter.id].title,
    logs: chapter.logs,
    captions,
    cues: stops.map((stop) => {
      const words = captions.cues[stop.cue.id];
      const at = instantOf(chapter, stop);
      const facts = factsAt(stop.cue, at);
      const caption = fillCaption(words.say, facts, common);
      return {
        id: stop.cue.id,
        run: runOf(chapter, stop.act).run,
        scenario: chapter.acts[stop.act].scenario.id,
        time: stop.time,
        group: groupOf(stop.cue),
        caption,
        notes: `${common.capital(citation(stop.cue.section))}\n${fillCaption(words.tryIt ?? captions.tryIt, facts, common)}`,
        name: caption,
        point: () => stop.cue.point?.(at) ?? null,
        figure: stop.cue.figure ?? null,
      };
    }),
  };
}
