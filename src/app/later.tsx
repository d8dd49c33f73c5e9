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
    const [failed, setFailed] = useState(false);
    const [tries, setTries] = useState(0);
    // biome-ignore lint/correctness/useExhaustiveDependencies: another try loads anew.
    useEffect(() => {
      if (Found !== null) return;
      let wanted = true;
      load(language).then(
        (component) => {
          here = component;
          if (wanted) setFound(() => component);
        },
        () => {
          if (wanted) setFailed(true);
        },
      );
      return () => {
        wanted = false;
      };
    }, [Found, language, tries]);
    if (Found !== null) return <Found {...props} />;
    const retry = () => {
      setFailed(false);
      setTries((count) => count + 1);
    };
    return <Box {...props}>{failed ? <Missing onRetry={retry} /> : null}</Box>;
  };
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
