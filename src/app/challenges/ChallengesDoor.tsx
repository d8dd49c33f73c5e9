import { type ComponentType, useEffect } from 'react';
import { type Challenge, findChallenge, loadTasks, type Task, VARIANTS_MAX } from '../../challenges';
import {
  type ChallengeContents,
  type ChallengeWords,
  type Language,
  loadChallengeContents,
  loadChallengeWords,
  useTexts,
} from '../../i18n';
import { Button } from '../../ui';
import { DoorHeader } from '../DoorHeader';
import { useBook } from '../later';
import { classOf, LayoutProvider, useWindowLayout } from '../layout';
import type { ChallengePlace } from '../route';
import type { ChallengeListProps } from './ChallengeList';
import type { ChallengePageProps } from './ChallengePage';
import { ContentsProvider } from './context';
import '../learn/learn.css';
import './challenges.css';

interface ChallengesDoorProps {
  readonly place: ChallengePlace | null;
  /** With the list: the variant that its links lead to. */
  readonly given?: number | null;
}

/** The challenges: one that stands still, or the list of all. */
export function ChallengesDoor({ place, given = null }: ChallengesDoorProps) {
  const layout = useWindowLayout();
  const id = place === null ? null : (findChallenge(place.challenge)?.id ?? null);
  const { book, failed, retry } = useBook(loadBook, id);
  useListTitle(book !== null && 'List' in book);
  const className = `learn ${classOf(layout).replaceAll('page', 'learn')}`;
  const variant = place === null || Number.isNaN(place.variant) ? 1 : Math.min(place.variant, VARIANTS_MAX);
  if (book === null) {
    return (
      <LayoutProvider value={layout}>
        <div className={className}>
          <DoorHeader door="challenges" />
          <Loading failed={failed} onRetry={retry} />
        </div>
      </LayoutProvider>
    );
  }
  return (
    <LayoutProvider value={layout}>
      <ContentsProvider value={book.contents}>
        {'List' in book ? (
          <div className={className}>
            <DoorHeader door="challenges" />
            <book.List tasks={book.tasks} given={given} fault={place !== null} />
          </div>
        ) : (
          <book.Page
            key={`${book.challenge.id}.${variant}`}
            className={className}
            challenge={book.challenge}
            words={book.words}
            variant={variant}
            lost={place !== null && Number.isNaN(place.variant)}
          />
        )}
      </ContentsProvider>
    </LayoutProvider>
  );
}

/** A link to a challenge that does not exist leads to the list. */
function useListTitle(isList: boolean): void {
  const { challenges } = useTexts().doors.titles;
  useEffect(() => {
    if (isList) document.title = challenges;
  }, [isList, challenges]);
}

function Loading({ failed, onRetry }: { readonly failed: boolean; readonly onRetry: () => void }) {
  const texts = useTexts().doors;
  return (
    <main className="learn__loading" aria-busy={!failed}>
      <p role="status">{failed ? texts.challengesFailed : <span className="unseen">{texts.challengesLoading}</span>}</p>
      {failed ? <Button onClick={onRetry}>{texts.story.again}</Button> : null}
    </main>
  );
}

/** What the door shows: the list of all, or one challenge; each is loaded when it is wanted. */
type Book =
  | {
      readonly contents: ChallengeContents;
      readonly List: ComponentType<ChallengeListProps>;
      readonly tasks: readonly Task[];
    }
  | {
      readonly contents: ChallengeContents;
      readonly Page: ComponentType<ChallengePageProps>;
      readonly challenge: Challenge;
      readonly words: ChallengeWords;
    };

async function loadBook(language: Language, id: string | null): Promise<Book> {
  const entry = id === null ? null : findChallenge(id);
  const contents = loadChallengeContents(language);
  if (entry === null) {
    const [{ ChallengeList: List }, { TASKS: tasks }] = await Promise.all([import('./ChallengeList'), loadTasks()]);
    return { contents: await contents, List, tasks };
  }
  const [{ ChallengePage: Page }, challenge, words] = await Promise.all([
    import('./ChallengePage'),
    entry.load(),
    loadChallengeWords(language, entry.topic),
  ]);
  return { contents: await contents, Page, challenge, words: words[entry.id] };
}
