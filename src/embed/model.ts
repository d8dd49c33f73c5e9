/** What is known of an embed beside its run: its options as they are now, what it was opened with, and how it is played. */
import type { ChallengePlayer, Player } from '../app/panes';
import { EMBED_DEFAULTS, type EmbedOptions } from '../share';
import type { AppStore } from '../store';
import { type Content, createEmbedStore, fetchContent, show } from './open';
import type { Sight } from './sight';

export interface EmbedState {
  readonly options: EmbedOptions;
  readonly content: Content;
  /** What tells the story; null without one. */
  readonly player: Player | null;
  /** What moves through the challenge; null without one. */
  readonly quiz: ChallengePlayer | null;
  /** It stopped by itself after five seconds, and waits to be asked. */
  readonly resting: boolean;
  /** Something could not be fetched. */
  readonly missing: boolean;
}

/** What is to be known of embeds of the same `sync`. */
export interface Company {
  /** This one tells the others how time goes on. */
  leads(): boolean;
  /** Others are there. */
  isWith(): boolean;
  /** It has come to others, and shows what they show. */
  hasJoined(): boolean;
  /** What is done to the store meanwhile is told to nobody; after it, the store shows what the others show. */
  quietly(work: () => void): void;
  /** The address of the lecture that the others give; null: they have left it; undefined: nothing was heard of it. */
  hall(): string | null | undefined;
  /** All are shown for a hall from now on, or no more. */
  tellHall(address: string | null): void;
  /** Called when others have said how far they are. */
  readonly onHeard: Set<() => void>;
}

export interface Embed {
  readonly store: AppStore;
  /** Tells the page around, from when it can be told. */
  tell(event: string, fields?: object): void;
  /** Tells the page around of something that went wrong: an error that was thrown, or a sentence. */
  fail(error: unknown): void;
  /** Who is told. */
  tellWith(tell: Embed['tell']): void;
  readonly sight: Sight;
  state(): EmbedState;
  subscribe(listener: (state: EmbedState, before: EmbedState) => void): () => void;
  set(fields: Partial<EmbedState>): void;
  /** Fetches a variant of a challenge and shows it. Rejects when it cannot be fetched. */
  bring(challenge: string, seed: number): Promise<void>;
  /** Shows something else, paused at its instant. */
  show(content: Content): void;
  /** To the next or previous cue, or else key moment. False: there is none. */
  step(direction: -1 | 1): boolean;
  /** To a cue of the story. False: there is no such cue. */
  goToCue(id: string): boolean;
  setSpeed(speed: EmbedOptions['speed']): void;
  play(): void;
  toggle(): void;
  /** The other windows that show the same; null where there may be none. */
  company: Company | null;
  /** It is shown for a hall, and keys are that one's. */
  inHall: boolean;
  /** Because the others have. */
  leaveHall?: () => void;
  /** The run is the one that the options named: nobody has done anything to it. */
  isUntouched(): boolean;
}

export function createEmbed(sight: Sight, options: EmbedOptions, content: Content): Embed {
  const store = createEmbedStore(sight, options, content);
  const leads = () => embed.company?.leads() ?? true;
  const listeners = new Set<(state: EmbedState, before: EmbedState) => void>();
  const quiz = ask(store, content);
  let state: EmbedState = {
    options,
    content,
    player: tell(store, content, leads),
    quiz,
    resting: false,
    missing: false,
  };
  let teller: Embed['tell'] = () => undefined;
  const failed = new WeakSet<object>();
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
    tell: (event, fields) => teller(event, fields),
    fail: (error) => {
      // One error may come by several ways.
      if (typeof error === 'object' && error !== null) {
        if (failed.has(error)) return;
        failed.add(error);
      }
      embed.tell('error', { error: sentenceOf(error) });
    },
    tellWith: (next) => {
      teller = next;
    },
    company: null,
    inHall: false,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    show: (next) => {
      state.player?.dispose();
      state.quiz?.dispose();
      show(store, state.options, next);
      const player = tell(store, next, leads);
      shown = store.getState().session.run;
      set({ content: next, resting: false, player, quiz: ask(store, next) });
    },
    bring: async (challenge, seed) => embed.show(await fetchContent({ ...EMBED_DEFAULTS, challenge, seed })),
    step: (direction) => {
      const { player, quiz } = state;
      // It is not looked ahead in what is to be predicted.
      if (quiz !== null) return false;
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
      if (state.quiz !== null) {
        goOn(state.quiz);
        return;
      }
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
function tell(store: AppStore, { told, time }: Content, leads: () => boolean): Player | null {
  if (told === null) return null;
  const player = told.createPlayer(store, told.chapter, told.stops, told.stop, leads);
  if (store.time() !== time) store.seek(time);
  return player;
}

/** What went wrong, for the host. */
export const sentenceOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 300);

/** Puts a challenge on stage, where it stands still. */
const ask = (store: AppStore, { asked }: Content): ChallengePlayer | null =>
  asked === null ? null : asked.createPlayer(store, asked.situation);

/** What was predicted happens, or once more; nothing moves before it is predicted. */
function goOn(quiz: ChallengePlayer): void {
  if (quiz.phase() === 'locked') quiz.run();
  else if (quiz.phase() === 'revealed') quiz.watch();
}
