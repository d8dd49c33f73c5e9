/** What the first picture can do without: loaded when it is first shown, which is after the page has been painted. */
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { type Language, useTexts } from '../i18n';
import { Button } from '../ui';

/** The place of a component that has not come: the same box, and in it what is said when it cannot come. */
export type Place<Props> = ComponentType<Props & { readonly children: ReactNode }>;

/**
 * A component that is loaded with the first effect of its place.
 *
 * @param load gives it, with the texts that it shows
 */
export function later<Props extends object>(
  load: (language: Language) => Promise<ComponentType<Props>>,
  Box: Place<Props>,
): ComponentType<Props> {
  // A component has no identity of its own: all places share what has come.
  let here: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const { language } = useTexts();
    const [Found, setFound] = useState(() => here);
    const bring = async () => {
      here = await load(language);
      return here;
    };
    const { failed, retry } = useAttempt(
      () => (Found === null ? bring() : null),
      (component) => setFound(() => component),
      [Found, language],
    );
    if (Found !== null) return <Found {...props} />;
    return <Box {...props}>{failed ? <Missing onRetry={retry} /> : null}</Box>;
  };
}

/**
 * What a door shows of one of its things, in the reader's language. While another language comes, the old one stays.
 *
 * @param load the same function at each call
 * @param id null: the list of all
 */
export function useBook<Book>(load: (language: Language, id: string | null) => Promise<Book>, id: string | null) {
  const { language } = useTexts();
  const [found, setFound] = useState<{ readonly id: string | null; readonly book: Book } | null>(null);
  const { failed, retry } = useAttempt(
    () => load(language, id),
    (book) => setFound({ id, book }),
    [load, language, id],
  );
  return { book: found !== null && found.id === id ? found.book : null, failed, retry };
}

/**
 * Loads something with an effect, again when `of` changes, and again when it failed and the reader asks for it.
 *
 * @param begin null: nothing is to be loaded
 * @param done hears of it only while it is still wanted
 */
export function useAttempt<What>(
  begin: () => Promise<What> | null,
  done: (what: What) => void,
  of: readonly unknown[],
) {
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try loads anew.
  useEffect(() => {
    let wanted = true;
    begin()?.then(
      (what) => {
        if (wanted) done(what);
      },
      () => {
        if (wanted) setFailed(true);
      },
    );
    return () => {
      wanted = false;
    };
  }, [...of, tries]);
  const retry = () => {
    setFailed(false);
    setTries((count) => count + 1);
  };
  return { failed, retry };
}

/** One sentence where something should be. */
function Missing({ onRetry }: { readonly onRetry: () => void }) {
  const texts = useTexts().app.missing;
  return (
    <div className="missing" role="status">
      <p>{texts.text}</p>
      <Button onClick={onRetry}>{texts.again}</Button>
    </div>
  );
}
