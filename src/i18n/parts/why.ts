/** Why something happened: loaded with the pane that says it. */
import type { why as english } from '../en/why';
import { type Part, partOf, usePart } from '../part';
import type { Words } from '../sentences';

export type Why = typeof english;

export const WHY: Part<Why> = partOf({
  en: async () => (await import('../en/why')).why,
  'zh-CN': async () => (await import('../zh/why')).why,
});

export const useWhy = (): Why => usePart(WHY);

/** What a transition can be about: a rule of the protocol, or something outside of it. */
export type TopicId = keyof Why['rules'] | keyof Why['events'];

/** The words about a topic. */
export function wordsOf(why: Why, topic: TopicId): Words {
  return topic in why.rules ? why.rules[topic as keyof Why['rules']] : why.events[topic as keyof Why['events']];
}
