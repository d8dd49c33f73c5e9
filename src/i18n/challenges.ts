/** The texts of the challenges: the page's with its door, the questions topic by topic. */
import type { contents as english } from './en/challenges/contents';
import type { Language } from './language';

export type ChallengeContents = typeof english;

/** The texts of one challenge, with placeholders. A situation names the one of several that applies. */
export interface ChallengeWords {
  readonly ask: Readonly<Record<string, string>>;
  /** What each part asks for. */
  readonly parts: Readonly<Record<string, string>>;
  /** Choices that are words, beside those that all challenges share. */
  readonly words?: Readonly<Record<string, string>>;
  readonly why: Readonly<Record<string, string>>;
  /** What the one thing to be changed is; by the wording of the question, or by the outcome. */
  readonly change: Readonly<Record<string, string>>;
}

type Topic = 'elections' | 'logs' | 'commits' | 'partitions' | 'timing' | 'members';
type Loader = () => Promise<{ readonly words: Readonly<Record<string, ChallengeWords>> }>;

const WORDS: Readonly<Record<Topic, Readonly<Record<Language, Loader>>>> = {
  elections: {
    en: () => import('./en/challenges/elections'),
    'zh-CN': () => import('./zh/challenges/elections'),
  },
  logs: { en: () => import('./en/challenges/logs'), 'zh-CN': () => import('./zh/challenges/logs') },
  commits: { en: () => import('./en/challenges/commits'), 'zh-CN': () => import('./zh/challenges/commits') },
  partitions: {
    en: () => import('./en/challenges/partitions'),
    'zh-CN': () => import('./zh/challenges/partitions'),
  },
  timing: { en: () => import('./en/challenges/timing'), 'zh-CN': () => import('./zh/challenges/timing') },
  members: { en: () => import('./en/challenges/members'), 'zh-CN': () => import('./zh/challenges/members') },
};

/** The texts around the challenges, and all titles. Rejects when they cannot be fetched. */
export async function loadChallengeContents(language: Language): Promise<ChallengeContents> {
  const { contents } =
    language === 'zh-CN' ? await import('./zh/challenges/contents') : await import('./en/challenges/contents');
  return contents;
}

/** The texts of all challenges of a topic, by their ids. Rejects when they cannot be fetched. */
export async function loadChallengeWords(
  language: Language,
  topic: Topic,
): Promise<Readonly<Record<string, ChallengeWords>>> {
  return (await WORDS[topic][language]()).words;
}
