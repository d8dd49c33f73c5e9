/** What is known of an embed beside its run: its options as they are now, what it was opened with, and how it is played. */
import type { Player } from '../app/panes';
import type { EmbedOptions } from '../share';
import type { AppStore } from '../store';
import { type Content, createEmbedStore, show } from './open';
import type { Sight } from './sight';

export interface EmbedState {
  readonly options: EmbedOptions;
  readonly content: Content;
  /** What tells the story; null without one. */
  readonly player: Player | null;
  /** It stopped by itself after five seconds, and waits to be asked. */
  readonly resting: boolean;
  /** Something could not be fetched. */
  readonly missing: boolean;
}

export interface Embed {
  readonly store: AppStore;
  readonly sight: Sight;
  state(): EmbedState;
  subscribe(listener: (state: EmbedState, before: EmbedState) => void): () => void;
  set(fields: Partial<EmbedState>): void;
  /** Shows something else, paused at its instant. */
  show(content: Content): void;
  /** To the next or previous cue, or else key moment. False: there is none. */
  step(direction: -1 | 1): boolean;
  /** To a cue of the story. False: there is no such cue. */
  goToCue(id: string): boolean;
  setSpeed(speed: EmbedOptions['speed']): void;
  play(): void;
  toggle(): void;
  /** The run is the one that the options named: nobody has done anything to it. */
  isUntouched(): boolean;
}

export function createEmbed(sight: Sight, options: EmbedOptions, content: Content): Embed {
  const store = createEmbedStore(sight, options, content);
  const listeners = new Set<(state: EmbedState, before: EmbedState) => void>();
  let state: EmbedState = { options, content, player: tell(store, content), resting: false, missing: false };
  let shown = store.getState().session.run;
  const set = (fields: Partial<EmbedState>) => {
    const before = state;
    state = { ...state, ...fields };
    for (const listener of listeners) listener(state, before);
  };
  /** The story changes runs by itself. */
  const isUntouched = () => {
    const { run } = store.getState().session;
    const acts = state.content.told?.chapter.acts ?? [];
    return run === shown || acts.some(({ scenario }) => scenario.run === run);
  };
  const embed: Embed = {
    store,
    sight,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    show: (next) => {
      state.player?.dispose();
      show(store, state.options, next);
      const player = tell(store, next);
      shown = store.getState().session.run;
      set({ content: next, resting: false, player });
    },
    step: (direction) => {
      const { player } = state;
      if (player !== null) {
        const { index } = player.state();
        if (direction > 0) return player.next();
        player.back();
        return index > 0;
      }
      const before = store.time();
      store.stepMark(direction);
      return store.time() !== before;
    },
    goToCue: (id) => {
      const { player, content } = state;
      const index = content.told?.stops.findIndex(({ cue }) => cue.id === id) ?? -1;
      if (player === null || index < 0) return false;
      player.goTo(index);
      return true;
    },
    setSpeed: (speed) => {
      if (speed === 'auto') store.setAuto(true);
      else store.setRate(speed);
      set({ options: { ...state.options, speed } });
    },
    play: () => {
      const { until } = state.content;
      set({ resting: false });
      if (state.player !== null && isUntouched()) {
        if (!state.player.next()) state.player.goTo(0);
        return;
      }
      if (until !== null && isUntouched() && store.time() >= until) store.seek(0);
      store.play();
    },
    toggle: () => (store.getState().playback.playing ? store.pause() : embed.play()),
    isUntouched,
  };
  return embed;
}

/** Begins to tell the story at the stop, or, where the options name an instant, there. */
function tell(store: AppStore, { told, time }: Content): Player | null {
  if (told === null) return null;
  const player = told.createPlayer(store, told.chapter, told.stops, told.stop);
  if (store.time() !== time) store.seek(time);
  return player;
}
