/** What a challenge puts on a stage: notes beside the servers, the reader's pick around one, and choosing by a tap. */
import { useCallback } from 'react';
import type { Part, Situation } from '../../challenges';
import type { Layout } from '../../scene';
import type { StageTarget } from '../../stage';
import { useContents } from './context';
import { useNotesOf } from './notes';
import type { Phase } from './player';
import { type Prediction, pickOf } from './prediction';

export interface OnStage {
  readonly situation: Situation;
  readonly phase: Phase;
  readonly prediction: Prediction;
  /** A server was chosen on the stage. */
  readonly onPick: (part: Part, place: number) => void;
}

/**
 * The properties of a stage that are the challenge's.
 *
 * @param select what a tap does that is no choice
 */
export function useOnStage(
  { situation, phase, prediction, onPick }: OnStage,
  select: (target: StageTarget | null) => void,
) {
  const notes = useNotesOf(situation.notes);
  const contents = useContents();
  const part = situation.parts.find(({ choices, form }) => form === 'one' && choices[0].type === 'server');
  const choice = part?.choices[pickOf(prediction, part)[0]];
  const picked = choice?.type === 'server' ? choice.id : null;
  const onSelect = (target: StageTarget | null) => {
    if (phase !== 'predict' || target?.type !== 'server' || part === undefined) {
      select(target);
      return;
    }
    const place = part.choices.findIndex((choice) => choice.type === 'server' && choice.id === target.id);
    if (place >= 0) onPick(part, place);
  };
  const overlay = useCallback(
    (layout: Layout) => (picked === null ? null : <Pick layout={layout} id={picked} label={contents.yourPick} />),
    [picked, contents],
  );
  return { onSelect, paused: phase !== 'running', notes, overlay };
}

/** The reader's pick: dashed, because it is provisional. */
function Pick({ layout, id, label }: { readonly layout: Layout; readonly id: number; readonly label: string }) {
  const place = layout.places[id - 1];
  if (place === undefined) return null;
  const r = layout.r * 1.46;
  const middle = layout.places.reduce((sum, { y }) => sum + y, 0) / layout.places.length;
  // On the side where the middle of the ring leaves room; where labels stand below, there is none.
  const y = place.y > middle ? place.y - r - 9 : place.y + r + layout.font.line + 6;
  return (
    <g className="pick" pointerEvents="none">
      <circle cx={place.x} cy={place.y} r={r} strokeDasharray="7 5" />
      {place.label.anchor === 'middle' ? null : (
        <text x={place.x} y={y} fontSize={layout.font.role} textAnchor="middle">
          {label}
        </text>
      )}
    </g>
  );
}
