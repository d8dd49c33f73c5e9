/** The embed for components. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Embed, EmbedState } from './model';

const EmbedContext = createContext<Embed | null>(null);

export const EmbedProvider = EmbedContext.Provider;

export function useEmbedModel(): Embed {
  const embed = useContext(EmbedContext);
  if (embed === null) throw new Error('There is no EmbedProvider above this component.');
  return embed;
}

/** A part of the embed's state, as it is or a primitive. */
export function useEmbedState<Part>(select: (state: EmbedState) => Part): Part {
  const embed = useEmbedModel();
  return useSyncExternalStore(embed.subscribe, () => select(embed.state()));
}

const NONE = { index: 0, goal: null };
const NEVER = () => () => undefined;

/** The place in the story and where it is going; the beginning where none is told. */
export function useStop() {
  const player = useEmbedState((state) => state.player);
  return useSyncExternalStore(player?.subscribe ?? NEVER, player?.state ?? (() => NONE));
}
