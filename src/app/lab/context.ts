/** The texts of the lab for its components. */
import { createContext, useContext } from 'react';
import type { LabTexts } from '../../i18n';

const LabContext = createContext<LabTexts | null>(null);

export const LabProvider = LabContext.Provider;

export function useLab(): LabTexts {
  const texts = useContext(LabContext);
  if (texts === null) throw new Error('There is no LabProvider above this component.');
  return texts;
}
