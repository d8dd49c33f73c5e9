/** What embeds show of a challenge, after their first picture. */
import { findChallenge } from '../../challenges';
import {
  type ChallengeContents,
  type ChallengeWords,
  type Language,
  loadChallengeContents,
  loadChallengeWords,
} from '../../i18n';
import '../learn/learn.css';
import './challenges.css';

export { GroupChooser } from '../GroupChooser';
export { useGroups } from '../groups';
export { useBook } from '../later';
export { withBack } from '../route';
export { ContentsProvider, useContents } from './context';
export { Frozen } from './Frozen';
export { runAddress } from './links';
export { type OnStage, useOnStage } from './on-stage';
export type { Phase } from './player';
export { choose, isRight, NOTHING, type Prediction, pickOf, rightParts } from './prediction';
export { Question } from './Question';
export { RunLine } from './RunLine';
export { Verdict } from './Verdict';
export { type Speaker, speakerOf } from './words';

interface Book {
  readonly contents: ChallengeContents;
  readonly words: ChallengeWords;
}

/** The words of one challenge. Rejects when they cannot be fetched. */
export async function loadBook(language: Language, id: string | null): Promise<Book> {
  const entry = findChallenge(id ?? '');
  if (entry === null) throw new Error('There is no such challenge.');
  const [contents, words] = await Promise.all([
    loadChallengeContents(language),
    loadChallengeWords(language, entry.topic),
  ]);
  return { contents, words: words[entry.id] };
}
