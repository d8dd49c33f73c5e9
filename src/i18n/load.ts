/** The texts of one language, loaded when it is read: nobody downloads the other. */
import type { Language } from './language';
import { loadShown } from './part';
import type { Texts } from './texts';

const loaded = new Map<Language, Promise<Texts>>();

/**
 * The texts of a language, and with them all parts of which something is shown; the same object each time. Rejects
 * when they cannot be fetched, and tries again then.
 */
export async function loadTexts(language: Language): Promise<Texts> {
  const [texts] = await Promise.all([loadPage(language), loadShown(language)]);
  return texts;
}

function loadPage(language: Language): Promise<Texts> {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const texts = fetchTexts(language);
  loaded.set(language, texts);
  texts.catch(() => loaded.delete(language));
  return texts;
}

async function fetchTexts(language: Language): Promise<Texts> {
  const { texts } = language === 'zh-CN' ? await import('./zh/texts') : await import('./en/texts');
  return { ...texts, language };
}
