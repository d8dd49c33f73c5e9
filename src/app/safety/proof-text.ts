/** From a violation, which is data, to the facts and words about it. */
import type { Notes } from '../../i18n';
import type { Violation, WitnessStep } from '../../invariants';
import { printOperation, tells } from '../client/operation-text';

/** What the words about a part of a proof are made of. */
export function proofFacts({ server, other, client, term, index, entryTerm, operation, value }: WitnessStep) {
  return {
    server: server ?? 0,
    other: other ?? 0,
    client: client ?? 0,
    term,
    index,
    entryTerm,
    operation: operation === null ? '' : printOperation(operation),
    isRead: operation !== null && tells(operation),
    value,
  };
}

/** What a part of a proof shows. */
export function proofText(step: WitnessStep, { safety }: Pick<Notes, 'safety'>): string {
  return safety.proof[step.role](proofFacts(step));
}

/** One sentence that says what broke. */
export function brokenSentence({ property, servers, witness }: Violation, { safety }: Pick<Notes, 'safety'>): string {
  return safety.broken[property](proofFacts(witness[witness.length - 1]), servers);
}
