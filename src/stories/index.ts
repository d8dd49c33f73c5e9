import type { Chapter } from './story';

export { factsAt, findStops, instantOf, runOf, type Stop } from './find';
export { Instant } from './instant';
export type { Act, Chapter, Cue, Fact, Facts, Finder, Pointer } from './story';

/** A chapter before it is loaded. */
export interface ChapterEntry {
  /** Names the chapter in links and texts. */
  readonly id: string;
  /** How many cues it has. */
  readonly steps: number;
  /** Rejects when it cannot be fetched. */
  load(): Promise<{ readonly chapter: Chapter }>;
}

/** The story, in order. Each chapter is loaded when it is read. */
export const CHAPTERS: readonly ChapterEntry[] = [
  { id: 'terms-and-roles', steps: 12, load: () => import('./chapters/terms-and-roles') },
  { id: 'leader-election', steps: 16, load: () => import('./chapters/leader-election') },
  { id: 'split-votes', steps: 14, load: () => import('./chapters/split-votes') },
  { id: 'log-replication', steps: 16, load: () => import('./chapters/log-replication') },
];

/** The chapter with this id, or null. */
export function findChapter(id: string): ChapterEntry | null {
  return CHAPTERS.find((chapter) => chapter.id === id) ?? null;
}
