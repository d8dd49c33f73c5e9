/** Dialogs and sheets. */
import type { more as english } from '../en/more';
import { type Part, partOf, usePart } from '../part';

export type More = typeof english;

export const MORE: Part<More> = partOf({
  en: async () => (await import('../en/more')).more,
  'zh-CN': async () => (await import('../zh/more')).more,
});

export const useMore = (): More => usePart(MORE);
