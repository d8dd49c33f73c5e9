/** Trials of a line that are worth opening. */
import type { LineResult } from '../../lab';

/** The trial that came out as the median; null: none has ended. */
export function typicalTrial({ outcomes, summary }: LineResult): number | null {
  const exact = outcomes.find(({ value }) => value === summary.median);
  return (exact ?? outcomes[0])?.trial ?? null;
}

/** The trial that took longest, or never ended. */
export function worstTrial({ outcomes }: LineResult): number | null {
  let worst: LineResult['outcomes'][number] | null = null;
  for (const one of outcomes) {
    if (worst === null || (one.value ?? Number.POSITIVE_INFINITY) > (worst.value ?? Number.POSITIVE_INFINITY))
      worst = one;
  }
  return worst?.trial ?? null;
}
