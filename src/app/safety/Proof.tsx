import { NOTES } from '../../i18n';
import type { Violation } from '../../invariants';
import type { Axis, TimelineLayout } from '../../scene';
import { later } from '../later';

export interface ProofProps {
  readonly violation: Violation;
  readonly axis: Axis;
  readonly layout: TimelineLayout;
}

/** On the timeline: what proves that the property that broke last is broken. The notice says so where this cannot come. */
export const Proof = later<ProofProps>(
  async (language) => {
    const [{ ProofMarks }] = await Promise.all([import('./ProofMarks'), NOTES.load(language)]);
    return ProofMarks;
  },
  () => null,
);
