import { useEffect, useState } from 'react';
import { EMBED, loadTexts, negotiateLanguage, type Texts } from '../i18n';
import { useStore } from '../store';

/** The texts of the language that is chosen; those of the one before until they have come. */
export function useLanguage(initial: Texts): Texts {
  const choice = useStore((state) => state.settings.language);
  const [texts, setTexts] = useState(initial);
  const language = negotiateLanguage(choice, navigator.languages);
  useEffect(() => {
    let wanted = true;
    const show = ([loaded]: readonly [Texts, unknown]) => {
      if (wanted) setTexts(loaded);
    };
    Promise.all([loadTexts(language), EMBED.load(language)]).then(show, () => undefined);
    return () => {
      wanted = false;
    };
  }, [language]);
  return texts;
}
