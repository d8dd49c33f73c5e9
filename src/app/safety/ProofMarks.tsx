import { useMemo } from 'react';
import { useNotes } from '../../i18n';
import type { Violation } from '../../invariants';
import type { Axis, TimelineLayout } from '../../scene';
import { WitnessMarks } from '../../stage';
import { proofText } from './proof-text';

export interface ProofProps {
  readonly violation: Violation;
  readonly axis: Axis;
  readonly layout: TimelineLayout;
}

/** Each part of the proof, in words and around its transition. */
export function ProofMarks({ violation, axis, layout }: ProofProps) {
  const notes = useNotes();
  const parts = useMemo(
    () => violation.witness.map((step) => ({ at: step.at, server: step.server, text: proofText(step, notes) })),
    [violation, notes],
  );
  return <WitnessMarks parts={parts} axis={axis} layout={layout} />;
}
