/** Bookmarks, loaded with the first that is shown. */
import type { bookmarks as english } from '../en/bookmarks';
import { type Part, partOf, usePart } from '../part';

export type BookmarkWords = typeof english;

export const BOOKMARKS: Part<BookmarkWords> = partOf({
  en: async () => (await import('../en/bookmarks')).bookmarks,
  'zh-CN': async () => (await import('../zh/bookmarks')).bookmarks,
});

export const useBookmarkWords = (): BookmarkWords => usePart(BOOKMARKS);
