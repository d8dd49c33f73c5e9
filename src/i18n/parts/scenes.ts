/** Names of scenarios: loaded with the first one that is opened, and with panels. */
import type { scenes as english } from '../en/scenes';
import { type Part, partOf, useLoaded, usePart } from '../part';

export type Scenes = typeof english;

export const SCENES: Part<Scenes> = partOf({
  en: async () => (await import('../en/scenes')).scenes,
  'zh-CN': async () => (await import('../zh/scenes')).scenes,
});

/** The name of a scenario once it is known; its id before, and where it has no name. */
export function useSceneName(id: string | null): string | null {
  const names: Readonly<Record<string, string>> | undefined = useLoaded(SCENES, id !== null);
  return id === null ? null : (names?.[id] ?? id);
}

export const useScenes = (): Scenes => usePart(SCENES);
