/** What the stages of all doors are drawn from. */
import { useMemo } from 'react';
import { useTexts } from '../i18n';
import type { StageTarget } from '../stage';
import { type GroupState, useAppStore, useStore } from '../store';
import { useReducedMotion } from './document';
import { useGroups } from './groups';
import { useFrameSource } from './sources';

/** The store's frames, selection, playback and groups as a stage takes them; and the groups, for their chooser. */
export function useStage() {
  const store = useAppStore();
  const texts = useTexts();
  const source = useFrameSource();
  const selection = useStore((state) => state.view.selection);
  const playing = useStore((state) => state.playback.playing);
  const rate = useStore((state) => state.playback.rate);
  const reducedMotion = useReducedMotion();
  const states: readonly GroupState[] = useGroups();
  const shown = useStore((state) => state.session.group);
  const groups = useMemo(() => (states.length === 0 ? null : { shown, states }), [states, shown]);
  const onSelect = (target: StageTarget | null) => store.select(target);
  return {
    states,
    stage: { source, texts: texts.stage, selection, onSelect, rate, paused: !playing, reducedMotion, groups },
  };
}
