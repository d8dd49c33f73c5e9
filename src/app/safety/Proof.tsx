import { NOTES } from '../../i18n';
import { later } from '../later';
import type { ProofProps } from './ProofMarks';

/** On the timeline: what proves that the property that broke last is broken. The notice says so where this cannot come. */
export const Proof = later<ProofProps>(
  async (language) => {
    const [{ ProofMarks }] = await Promise.all([import('./ProofMarks'), NOTES.load(language)]);
    return ProofMarks;
  },
  () => null,
);
