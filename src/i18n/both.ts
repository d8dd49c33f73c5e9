/** Both languages at hand, for tests and the gallery; the page loads the one that is read. */
import { lab as enLab, type LabTexts } from './en/lab';
import { more as enMore } from './en/more';
import { texts as en } from './en/texts';
import type { Language } from './language';
import type { More } from './more';
import type { Texts } from './texts';
import { lab as zhLab } from './zh/lab';
import { more as zhMore } from './zh/more';
import { texts as zh } from './zh/texts';

/** The texts of panels. */
export const createMore = (language: Language): More => (language === 'zh-CN' ? zhMore : enMore);

/** The texts of the lab. */
export const createLab = (language: Language): LabTexts => (language === 'zh-CN' ? zhLab : enLab);

const made = new Map<Language, Texts>();

/** The texts of a language; the same object each time. */
export function createTexts(language: Language): Texts {
  const known = made.get(language);
  if (known !== undefined) return known;
  const texts: Texts = { ...(language === 'zh-CN' ? zh : en), language };
  made.set(language, texts);
  return texts;
}
