/** What the page says when a newer build of it is there. */
import type { newer as english } from '../en/newer';
import { type Part, partOf } from '../part';

export type Newer = typeof english;

export const NEWER: Part<Newer> = partOf({
  en: async () => (await import('../en/newer')).newer,
  'zh-CN': async () => (await import('../zh/newer')).newer,
});
