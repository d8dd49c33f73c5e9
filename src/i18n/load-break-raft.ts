/** Words that only the hunt needs, loaded with it: the first load has no room for them. */
import type { breakRaft } from './en/break-raft';
import type { Language } from './language';

export type BreakRaftWords = typeof breakRaft;

const loaded = new Map<Language, Promise<BreakRaftWords>>();

/** The same promise each time. Rejects when they cannot be fetched, and tries again then. */
export function loadBreakRaft(language: Language): Promise<BreakRaftWords> {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const words = fetchWords(language);
  loaded.set(language, words);
  words.catch(() => loaded.delete(language));
  return words;
}

async function fetchWords(language: Language): Promise<BreakRaftWords> {
  const module = language === 'zh-CN' ? import('./zh/break-raft') : import('./en/break-raft');
  return (await module).breakRaft;
}
