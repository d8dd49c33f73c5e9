import { useEffect } from 'react';
import { type Captions, type Contents, type Language, loadCaptions, loadContents, useTexts } from '../../i18n';
import { type Chapter, findChapter } from '../../stories';
import { Button } from '../../ui';
import { DoorHeader } from '../DoorHeader';
import { useBook } from '../later';
import { classOf, LayoutProvider, useWindowLayout } from '../layout';
import type { StoryPlace } from '../route';
import { ChapterList } from './ChapterList';
import { Reader } from './Reader';
import './learn.css';
import './reader.css';

/** The story: a chapter from a place in it, or the list of all. */
export function LearnDoor({ place }: { readonly place: StoryPlace | null }) {
  const layout = useWindowLayout();
  const id = place === null ? null : (findChapter(place.chapter)?.id ?? null);
  const { book, failed, retry } = useBook(loadBook, id);
  useListTitle(book !== null && book.told === null);
  const className = `learn ${classOf(layout).replaceAll('page', 'learn')}`;
  if (book !== null && book.told !== null) {
    return (
      <LayoutProvider value={layout}>
        <Reader
          key={book.told.chapter.id}
          className={className}
          chapter={book.told.chapter}
          captions={book.told.captions}
          cue={place?.cue ?? null}
          contents={book.contents}
        />
      </LayoutProvider>
    );
  }
  return (
    <LayoutProvider value={layout}>
      <div className={className}>
        <DoorHeader door="learn" />
        {book === null ? (
          <Loading failed={failed} onRetry={retry} />
        ) : (
          <ChapterList contents={book.contents} fault={place !== null} />
        )}
      </div>
    </LayoutProvider>
  );
}

/** A link to a chapter that does not exist leads to the list. */
function useListTitle(isList: boolean): void {
  const { learn } = useTexts().doors.titles;
  useEffect(() => {
    if (isList) document.title = learn;
  }, [isList, learn]);
}

function Loading({ failed, onRetry }: { readonly failed: boolean; readonly onRetry: () => void }) {
  const texts = useTexts().doors.story;
  return (
    <main className="learn__loading" aria-busy={!failed}>
      <p role="status">{failed ? texts.failed : <span className="unseen">{texts.loading}</span>}</p>
      {failed ? <Button onClick={onRetry}>{texts.again}</Button> : null}
    </main>
  );
}

interface Book {
  readonly contents: Contents;
  /** The chapter that is read, or null with the list of all. */
  readonly told: { readonly chapter: Chapter; readonly captions: Captions } | null;
}

async function loadBook(language: Language, id: string | null): Promise<Book> {
  const entry = id === null ? null : findChapter(id);
  if (entry === null) return { contents: await loadContents(language), told: null };
  const [contents, { chapter }, captions] = await Promise.all([
    loadContents(language),
    entry.load(),
    loadCaptions(language, entry.id),
  ]);
  return { contents, told: { chapter, captions } };
}
