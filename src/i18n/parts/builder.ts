/** The page that makes embeds. */
import type { builder as english } from '../en/builder';
import { type Part, partOf, usePart } from '../part';

export type BuilderTexts = typeof english;

export const BUILDER: Part<BuilderTexts> = partOf({
  en: async () => (await import('../en/builder')).builder,
  'zh-CN': async () => (await import('../zh/builder')).builder,
});

export const useBuilder = (): BuilderTexts => usePart(BUILDER);
