/** What is for the ear: the cluster in words, and announcements. */
import type { spoken as english } from '../en/spoken';
import { type Part, partOf, usePart } from '../part';

export type Spoken = typeof english;

export const SPOKEN: Part<Spoken> = partOf({
  en: async () => (await import('../en/spoken')).spoken,
  'zh-CN': async () => (await import('../zh/spoken')).spoken,
});

export const useSpoken = (): Spoken => usePart(SPOKEN);
