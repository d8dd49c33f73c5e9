import { useMemo } from 'react';
import { useTexts } from '../../i18n';
import type { NamedPart } from '../../stage';
import { useViolation } from '../../store';
import { proofText } from './proof';

/** What proves that the property that broke last is broken, in words, for the timeline; null when all hold. */
export function useProof(): readonly NamedPart[] | null {
  const texts = useTexts();
  const violation = useViolation();
  return useMemo(
    () =>
      violation?.witness.map((step) => ({ at: step.at, server: step.server, text: proofText(step, texts) })) ?? null,
    [violation, texts],
  );
}
