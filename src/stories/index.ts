import type { Chapter } from './story';

export { type Diagram, type LaneState, type Line, type Mark, type Span, wordsIn } from './diagram';
export { factsAt, findStops, groupOf, instantOf, runOf, type Stop } from './find';
export { Instant, STILL } from './instant';
export {
  type Act,
  type Chapter,
  COUNT,
  type Cue,
  type Fact,
  type Facts,
  type Figure,
  type Finder,
  N,
  type Pointer,
  S,
  TEXT,
} from './story';

/** A chapter before it is loaded. */
export interface ChapterEntry {
  /** Names the chapter in links and texts. */
  readonly id: string;
  /** How many cues it has. */
  readonly steps: number;
  /** The challenge that asks what the chapter told, by its id. */
  readonly challenge: string;
  /** Rejects when it cannot be fetched. */
  load(): Promise<{ readonly chapter: Chapter }>;
}

/** The story, in order. Each chapter is loaded when it is read. */
export const CHAPTERS: readonly ChapterEntry[] = [
  { id: 'replicated-state', steps: 12, challenge: 'four-or-five', load: () => import('./chapters/replicated-state') },
  { id: 'majorities', steps: 12, challenge: 'minority-leader', load: () => import('./chapters/majorities') },
  { id: 'terms-and-roles', steps: 12, challenge: 'rocket-term', load: () => import('./chapters/terms-and-roles') },
  { id: 'leader-election', steps: 16, challenge: 'first-candidate', load: () => import('./chapters/leader-election') },
  { id: 'split-votes', steps: 14, challenge: 'near-tie', load: () => import('./chapters/split-votes') },
  { id: 'log-replication', steps: 16, challenge: 'whose-answer', load: () => import('./chapters/log-replication') },
  {
    id: 'consistency-check',
    steps: 12,
    challenge: 'wrong-next-index',
    load: () => import('./chapters/consistency-check'),
  },
  { id: 'repairing-logs', steps: 13, challenge: 'possible-followers', load: () => import('./chapters/repairing-logs') },
  {
    id: 'election-restriction',
    steps: 16,
    challenge: 'short-log',
    load: () => import('./chapters/election-restriction'),
  },
  { id: 'earlier-terms', steps: 22, challenge: 'figure-8', load: () => import('./chapters/earlier-terms') },
  { id: 'partition', steps: 14, challenge: 'healing', load: () => import('./chapters/partition') },
  { id: 'leader-crashes', steps: 29, challenge: 'twice', load: () => import('./chapters/leader-crashes') },
  { id: 'reads', steps: 22, challenge: 'stale-read', load: () => import('./chapters/reads') },
  { id: 'snapshots', steps: 16, challenge: 'snapshot-gap', load: () => import('./chapters/snapshots') },
  { id: 'members', steps: 25, challenge: 'joint-majority', load: () => import('./chapters/members') },
  { id: 'staying-calm', steps: 21, challenge: 'half-deaf', load: () => import('./chapters/staying-calm') },
  { id: 'many-groups', steps: 11, challenge: 'many-groups', load: () => import('./chapters/many-groups') },
  {
    id: 'where-raft-stands',
    steps: 15,
    challenge: 'deposed-leader',
    load: () => import('./chapters/where-raft-stands'),
  },
];

/** The chapter with this id, or null. */
export function findChapter(id: string): ChapterEntry | null {
  return CHAPTERS.find((chapter) => chapter.id === id) ?? null;
}
