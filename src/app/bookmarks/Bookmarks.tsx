/** What shows bookmarks, loaded with the first run that has some. */
import { BOOKMARKS } from '../../i18n';
import { useStore } from '../../store';
import { later } from '../later';
import type { BookmarkMarksProps } from './BookmarkMarks';
import type { ToldProps } from './ToldPane';

const Marks = later<BookmarkMarksProps>(
  async (language) => {
    const [{ BookmarkMarks }] = await Promise.all([import('./BookmarkMarks'), BOOKMARKS.load(language)]);
    return BookmarkMarks;
  },
  () => null,
);

const ToldLater = later<ToldProps>(
  async (language) => {
    const [{ ToldPane }] = await Promise.all([import('./ToldPane'), BOOKMARKS.load(language)]);
    return ToldPane;
  },
  () => null,
);

/** Flags on the timeline, where the run has bookmarks. */
export function BookmarkFlags(props: Omit<BookmarkMarksProps, 'bookmarks'>) {
  const bookmarks = useStore((state) => state.session.run.bookmarks);
  return bookmarks === undefined ? null : <Marks {...props} bookmarks={bookmarks} />;
}

/** The caption of the instant, where the run has some. */
export function Told() {
  const bookmarks = useStore((state) => state.session.run.bookmarks);
  const hasCaptions = bookmarks?.some(({ caption }) => caption !== '') ?? false;
  return bookmarks === undefined || !hasCaptions ? null : <ToldLater bookmarks={bookmarks} />;
}
