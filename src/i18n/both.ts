/** Both languages at hand, for tests and the gallery; the page loads the one that is read. */
import { texts as en } from './en/texts';
import type { Language } from './language';
import type { Texts } from './texts';
import { texts as zh } from './zh/texts';

const made = new Map<Language, Texts>();

/** The texts of a language; the same object each time. */
export function createTexts(language: Language): Texts {
  const known = made.get(language);
  if (known !== undefined) return known;
  const texts: Texts = { ...(language === 'zh-CN' ? zh : en), language };
  made.set(language, texts);
  return texts;
}
