/** The texts for React. */
import { createContext, useContext } from 'react';
import type { Texts } from './texts';

const TextsContext = createContext<Texts | null>(null);

/** Gives the texts to everything below it: `<TextsProvider value={texts}>`. */
export const TextsProvider = TextsContext.Provider;

export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (texts === null) throw new Error('There is no TextsProvider above this component.');
  return texts;
}
