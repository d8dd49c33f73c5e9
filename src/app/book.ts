/** What a door needs of words and data before it can be read. */
import { useEffect, useState } from 'react';
import { type Language, useTexts } from '../i18n';

/**
 * What a door shows of one of its things, in the reader's language. While another language comes, the old one stays.
 *
 * @param load the same function at each call
 * @param id null: the list of all
 */
export function useBook<Book>(load: (language: Language, id: string | null) => Promise<Book>, id: string | null) {
  const { language } = useTexts();
  const [found, setFound] = useState<{ readonly id: string | null; readonly book: Book } | null>(null);
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try loads anew.
  useEffect(() => {
    let wanted = true;
    load(language, id).then(
      (book) => {
        if (wanted) setFound({ id, book });
      },
      () => {
        if (wanted) setFailed(true);
      },
    );
    return () => {
      wanted = false;
    };
  }, [load, language, id, tries]);
  const retry = () => {
    setFailed(false);
    setTries((count) => count + 1);
  };
  return { book: found !== null && found.id === id ? found.book : null, failed, retry };
}
