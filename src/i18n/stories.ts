/** The texts of the story, loaded chapter by chapter. */
import type { Language } from './language';

export interface ChapterTitle {
  readonly title: string;
  readonly about: string;
}

/** Titles by the ids of the chapters. */
export type Contents = Readonly<Record<string, ChapterTitle>>;

/** One caption, with what to try there; both may hold placeholders. */
export interface CueText {
  readonly say: string;
  readonly tryIt?: string;
}

export interface Captions {
  /** What to try at the end, and wherever a cue has nothing of its own. */
  readonly tryIt: string;
  /** Names of the parts. */
  readonly parts: Readonly<Record<string, string>>;
  readonly cues: Readonly<Record<string, CueText>>;
  /** Of chapters with drawings. */
  readonly figures?: FigureWords;
}

/** The words in drawings of other protocols, and the table that sets them side by side. */
export interface FigureWords {
  /** Titles of the drawings, by their ids. */
  readonly titles: Readonly<Record<string, string>>;
  /** Roles, states, messages. */
  readonly words: Readonly<Record<string, string>>;
  readonly table: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}

type Loader = () => Promise<{ readonly captions: Captions }>;

const CAPTIONS: Readonly<Record<string, Readonly<Record<Language, Loader>>>> = {
  'replicated-state': {
    en: () => import('./en/stories/replicated-state'),
    'zh-CN': () => import('./zh/stories/replicated-state'),
  },
  majorities: { en: () => import('./en/stories/majorities'), 'zh-CN': () => import('./zh/stories/majorities') },
  'terms-and-roles': {
    en: () => import('./en/stories/terms-and-roles'),
    'zh-CN': () => import('./zh/stories/terms-and-roles'),
  },
  'leader-election': {
    en: () => import('./en/stories/leader-election'),
    'zh-CN': () => import('./zh/stories/leader-election'),
  },
  'split-votes': { en: () => import('./en/stories/split-votes'), 'zh-CN': () => import('./zh/stories/split-votes') },
  'log-replication': {
    en: () => import('./en/stories/log-replication'),
    'zh-CN': () => import('./zh/stories/log-replication'),
  },
  'consistency-check': {
    en: () => import('./en/stories/consistency-check'),
    'zh-CN': () => import('./zh/stories/consistency-check'),
  },
  'repairing-logs': {
    en: () => import('./en/stories/repairing-logs'),
    'zh-CN': () => import('./zh/stories/repairing-logs'),
  },
  'election-restriction': {
    en: () => import('./en/stories/election-restriction'),
    'zh-CN': () => import('./zh/stories/election-restriction'),
  },
  'earlier-terms': {
    en: () => import('./en/stories/earlier-terms'),
    'zh-CN': () => import('./zh/stories/earlier-terms'),
  },
  partition: { en: () => import('./en/stories/partition'), 'zh-CN': () => import('./zh/stories/partition') },
  'leader-crashes': {
    en: () => import('./en/stories/leader-crashes'),
    'zh-CN': () => import('./zh/stories/leader-crashes'),
  },
  reads: { en: () => import('./en/stories/reads'), 'zh-CN': () => import('./zh/stories/reads') },
  snapshots: {
    en: () => import('./en/stories/snapshots'),
    'zh-CN': () => import('./zh/stories/snapshots'),
  },
  members: {
    en: () => import('./en/stories/members'),
    'zh-CN': () => import('./zh/stories/members'),
  },
  'staying-calm': {
    en: () => import('./en/stories/staying-calm'),
    'zh-CN': () => import('./zh/stories/staying-calm'),
  },
  'many-groups': {
    en: () => import('./en/stories/many-groups'),
    'zh-CN': () => import('./zh/stories/many-groups'),
  },
  'where-raft-stands': {
    en: () => import('./en/stories/where-raft-stands'),
    'zh-CN': () => import('./zh/stories/where-raft-stands'),
  },
};

/** The titles of all chapters. Rejects when they cannot be fetched. */
export async function loadContents(language: Language): Promise<Contents> {
  const { contents } =
    language === 'zh-CN' ? await import('./zh/stories/contents') : await import('./en/stories/contents');
  return contents;
}

/** The captions of a chapter that exists. Rejects when they cannot be fetched. */
export async function loadCaptions(language: Language, chapter: string): Promise<Captions> {
  return (await CAPTIONS[chapter][language]()).captions;
}
