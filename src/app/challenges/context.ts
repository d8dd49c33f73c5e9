import { createContext, useContext } from 'react';
import type { ChallengeContents } from '../../i18n';

const Contents = createContext<ChallengeContents | null>(null);

/** Gives the challenges' texts to everything below it. */
export const ContentsProvider = Contents.Provider;

export function useContents(): ChallengeContents {
  const contents = useContext(Contents);
  if (contents === null) throw new Error('There is no ContentsProvider above this component.');
  return contents;
}
