/** Notices, refusals, branches, safety properties and their proofs. */
import type { notes as english } from '../en/notes';
import { type Part, partOf, usePart } from '../part';

export type Notes = typeof english;

export const NOTES: Part<Notes> = partOf({
  en: async () => (await import('../en/notes')).notes,
  'zh-CN': async () => (await import('../zh/notes')).notes,
});

export const useNotes = (): Notes => usePart(NOTES);
