/** The small page that other pages hold in a frame. */
import type { embed as english } from '../en/embed';
import { type Part, partOf, usePart } from '../part';

export type EmbedTexts = typeof english;

export const EMBED: Part<EmbedTexts> = partOf({
  en: async () => (await import('../en/embed')).embed,
  'zh-CN': async () => (await import('../zh/embed')).embed,
});

export const useEmbed = (): EmbedTexts => usePart(EMBED);
