import { useCallback } from 'react';
import type { Part, Situation } from '../../challenges';
import { useTexts } from '../../i18n';
import type { Layout } from '../../scene';
import { Stage, type StageTarget } from '../../stage';
import { GroupChooser } from '../GroupChooser';
import { useStage } from '../sources';
import { useContents } from './context';
import { useNotesOf } from './notes';
import type { Phase } from './player';
import { type Prediction, pickOf } from './prediction';

interface ChallengeStageProps {
  readonly situation: Situation;
  readonly phase: Phase;
  readonly prediction: Prediction;
  /** A server was chosen on the stage. */
  readonly onPick: (part: Part, place: number) => void;
}

/** The cluster as it stands still, with what is shown beside the servers and the reader's pick around them. */
export function ChallengeStage({ situation, phase, prediction, onPick }: ChallengeStageProps) {
  const texts = useTexts();
  const { states, stage } = useStage();
  const notes = useNotesOf(situation.notes);
  const contents = useContents();
  const part = situation.parts.find(({ choices, form }) => form === 'one' && choices[0].type === 'server');
  const picked = pickedServer(part, prediction);
  const select = (target: StageTarget | null) => {
    if (phase !== 'predict' || target?.type !== 'server' || part === undefined) {
      stage.onSelect(target);
      return;
    }
    const place = part.choices.findIndex((choice) => choice.type === 'server' && choice.id === target.id);
    if (place >= 0) onPick(part, place);
  };
  const overlay = useCallback(
    (layout: Layout) => (picked === null ? null : <Pick layout={layout} id={picked} label={contents.yourPick} />),
    [picked, contents],
  );
  return (
    <section
      className={`story__stage challenge__stage${states.length === 0 ? '' : ' has-groups'}`}
      aria-label={texts.app.regions.stage}
    >
      <GroupChooser groups={states} />
      <Stage {...stage} onSelect={select} paused={phase !== 'running'} notes={notes} overlay={overlay} />
    </section>
  );
}

function pickedServer(part: Part | undefined, prediction: Prediction): number | null {
  if (part === undefined) return null;
  const choice = part.choices[pickOf(prediction, part)[0]];
  return choice?.type === 'server' ? choice.id : null;
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
