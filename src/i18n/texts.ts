/** All that a reader sees or hears, typed: the English texts are the shape, and Chinese has the same. */
import type { texts as english } from './en/texts';
import type { Language } from './language';
import type { Words } from './sentences';

export type Texts = typeof english & { readonly language: Language };

/** What a transition can be about: a rule of the protocol, or something outside of it. */
export type TopicId = keyof Texts['rules'] | keyof Texts['events'];

/** The words about a topic. */
export function wordsOf(texts: Texts, topic: TopicId): Words {
  return topic in texts.rules
    ? texts.rules[topic as keyof Texts['rules']]
    : texts.events[topic as keyof Texts['events']];
}
