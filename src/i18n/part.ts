/** Texts that the first picture can do without: loaded in one language with what shows them. */
import { use, useEffect, useState } from 'react';
import type { Language } from './language';
import { useTexts } from './react';

export interface Part<Words> {
  /** The same promise each time. Rejects when the texts cannot be fetched, and tries again then. */
  load(language: Language): Promise<Words>;
  /** The texts that have been loaded; undefined before that. */
  loaded(language: Language): Words | undefined;
}

/** All parts of which something has been shown: a reader who changes the language gets them with the page. */
const shown = new Set<Part<unknown>>();

/** A part of the texts, from what imports it in each language. */
export function partOf<Words>(fetch: Readonly<Record<Language, () => Promise<Words>>>): Part<Words> {
  const asked = new Map<Language, Promise<Words>>();
  const here = new Map<Language, Words>();
  const part: Part<Words> = {
    loaded: (language) => here.get(language),
    load: (language) => {
      shown.add(part);
      const known = asked.get(language);
      if (known !== undefined) return known;
      const words = fetch[language]();
      asked.set(language, words);
      words.then(
        (value) => here.set(language, value),
        () => asked.delete(language),
      );
      return words;
    },
  };
  return part;
}

/** What has been shown of other parts, in this language. Rejects when some of it cannot be fetched. */
export async function loadShown(language: Language): Promise<void> {
  await Promise.all([...shown].map((part) => part.load(language)));
}

/** For components below a Suspense, and for those that are shown when the part has come. */
export function usePart<Words>(part: Part<Words>): Words {
  const { language } = useTexts();
  return part.loaded(language) ?? use(part.load(language));
}

/** The texts once they have come, which nothing waits for; where they cannot come, undefined. */
export function useLoaded<Words>(part: Part<Words>, wanted: boolean): Words | undefined {
  const { language } = useTexts();
  const [, setCount] = useState(0);
  const words = part.loaded(language);
  useEffect(() => {
    if (!wanted || words !== undefined) return;
    const show = () => setCount((count) => count + 1);
    part.load(language).then(show, () => undefined);
  }, [part, language, wanted, words]);
  return words;
}
