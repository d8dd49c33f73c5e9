/** All that the first picture shows in words, typed: the English texts are the shape, and Chinese has the same. */
import type { texts as english } from './en/texts';
import type { Language } from './language';
import type { Why } from './parts/why';
import type { Words } from './sentences';

export type Texts = typeof english & { readonly language: Language };

/** What a transition can be about: a rule of the protocol, or something outside of it. */
export type TopicId = keyof Why['rules'] | keyof Why['events'];

/** The words about a topic. */
export function wordsOf(why: Why, topic: TopicId): Words {
  return topic in why.rules ? why.rules[topic as keyof Why['rules']] : why.events[topic as keyof Why['events']];
}
