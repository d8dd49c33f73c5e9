/** Why something happened: loaded with the pane that says it. */
import type { why as english } from '../en/why';
import { type Part, partOf, usePart } from '../part';

export type Why = typeof english;

export const WHY: Part<Why> = partOf({
  en: async () => (await import('../en/why')).why,
  'zh-CN': async () => (await import('../zh/why')).why,
});

export const useWhy = (): Why => usePart(WHY);
