/** All that a reader sees or hears, typed: the English texts are the shape, and Chinese has the same. */
import { texts as en } from './en/texts';
import type { Language } from './language';
import type { Words } from './sentences';
import { texts as zh } from './zh/texts';

export type Texts = typeof en & { readonly language: Language };

const ENGLISH: Texts = { ...en, language: 'en' };
const CHINESE: Texts = { ...zh, language: 'zh-CN' };

/** The texts of a language; the same object each time. */
export function createTexts(language: Language): Texts {
  return language === 'zh-CN' ? CHINESE : ENGLISH;
}

/** What a transition can be about: a rule of the protocol, or something outside of it. */
export type TopicId = keyof Texts['rules'] | keyof Texts['events'];

/** The words about a topic. */
export function wordsOf(texts: Texts, topic: TopicId): Words {
  return topic in texts.rules
    ? texts.rules[topic as keyof Texts['rules']]
    : texts.events[topic as keyof Texts['events']];
}
