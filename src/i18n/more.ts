/** The texts of panels in one language, loaded with the first panel that shows them. */
import { use } from 'react';
import type { more as english } from './en/more';
import type { Language } from './language';
import { useTexts } from './react';

export type More = typeof english;

const loaded = new Map<Language, Promise<More>>();

/** The same promise each time. Rejects when the texts cannot be fetched, and tries again then. */
export function loadMore(language: Language): Promise<More> {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const texts = fetchMore(language);
  loaded.set(language, texts);
  texts.catch(() => loaded.delete(language));
  return texts;
}

async function fetchMore(language: Language): Promise<More> {
  return (language === 'zh-CN' ? await import('./zh/more') : await import('./en/more')).more;
}

/** For components below a Suspense. */
export function useMore(): More {
  return use(loadMore(useTexts().language));
}
