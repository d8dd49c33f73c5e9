/** The texts of the story, loaded chapter by chapter; and how a caption is filled from the state. */
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
}

type Loader = () => Promise<{ readonly captions: Captions }>;

const CAPTIONS: Readonly<Record<string, Readonly<Record<Language, Loader>>>> = {
  'terms-and-roles': {
    en: () => import('./en/stories/terms-and-roles'),
    'zh-CN': () => import('./zh/stories/terms-and-roles'),
  },
  'leader-election': {
    en: () => import('./en/stories/leader-election'),
    'zh-CN': () => import('./zh/stories/leader-election'),
  },
  'split-votes': {
    en: () => import('./en/stories/split-votes'),
    'zh-CN': () => import('./zh/stories/split-votes'),
  },
  'log-replication': {
    en: () => import('./en/stories/log-replication'),
    'zh-CN': () => import('./zh/stories/log-replication'),
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

/** What a placeholder stands for: servers, a number in digits, a number in words where it is small, or a text. */
export type CaptionFact =
  | { readonly servers: readonly number[] }
  | { readonly number: number }
  | { readonly count: number }
  | { readonly text: string };

export interface CaptionWords {
  servers(ids: readonly number[]): string;
  number(count: number): string;
  capital(text: string): string;
}

/**
 * The caption with its placeholders filled. One that has no fact stays as it is written, so that tests find it.
 *
 * @param words `texts.common`
 */
export function fillCaption(
  template: string,
  facts: Readonly<Record<string, CaptionFact>>,
  words: CaptionWords,
): string {
  const filled = template.replace(/\{(\w+)\}/g, (written, name: string) => {
    const fact = facts[name];
    return fact === undefined ? written : wordsOfFact(fact, words);
  });
  return filled.replace(/(^|[.!?] )([a-z]+)/g, (_, before: string, word: string) => before + words.capital(word));
}

function wordsOfFact(fact: CaptionFact, words: CaptionWords): string {
  if ('servers' in fact) return words.servers(fact.servers);
  if ('count' in fact) return words.number(fact.count);
  return 'number' in fact ? String(fact.number) : fact.text;
}
