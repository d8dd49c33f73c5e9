import { useCallback, useMemo } from 'react';
import type { Part, Situation } from '../../challenges';
import { useTexts } from '../../i18n';
import type { Layout } from '../../scene';
import { Stage, type StageTarget } from '../../stage';
import { useAppStore, useStore } from '../../store';
import { useReducedMotion } from '../document';
import { GroupChooser } from '../GroupChooser';
import { useGroups } from '../groups';
import { useFrameSource } from '../sources';
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
  const store = useAppStore();
  const texts = useTexts();
  const source = useFrameSource();
  const selection = useStore((state) => state.view.selection);
  const rate = useStore((state) => state.playback.rate);
  const reducedMotion = useReducedMotion();
  const notes = useNotesOf(situation.notes);
  const contents = useContents();
  const groups = useGroups();
  const shown = useStore((state) => state.session.group);
  const stageGroups = useMemo(() => (groups.length === 0 ? null : { shown, states: groups }), [groups, shown]);
  const part = situation.parts.find(({ choices, form }) => form === 'one' && choices[0].type === 'server');
  const picked = pickedServer(part, prediction);
  const select = (target: StageTarget | null) => {
    if (phase !== 'predict' || target?.type !== 'server' || part === undefined) {
      store.select(target);
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
    <section className="story__stage challenge__stage" aria-label={texts.app.regions.stage}>
      <GroupChooser groups={groups} />
      <Stage
        source={source}
        texts={texts.stage}
        selection={selection}
        onSelect={select}
        rate={rate}
        paused={phase !== 'running'}
        reducedMotion={reducedMotion}
        notes={notes}
        groups={stageGroups}
        overlay={overlay}
      />
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
