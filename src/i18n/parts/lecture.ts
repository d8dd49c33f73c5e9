/** Lectures, loaded with their door. */
import type { lecture as english } from '../en/lecture';
import { type Part, partOf, usePart } from '../part';

export type LectureWords = typeof english;

export const LECTURE: Part<LectureWords> = partOf({
  en: async () => (await import('../en/lecture')).lecture,
  'zh-CN': async () => (await import('../zh/lecture')).lecture,
});

export const useLectureWords = (): LectureWords => usePart(LECTURE);
