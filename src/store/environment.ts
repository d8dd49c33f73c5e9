/** All that the store needs of a browser, as one object, so that tests bring their own time, storage and address. */

import type { Result } from '../base';
import type { createMonitor } from '../invariants';
import type { Run } from '../sim';

/** Runs as text for links, and back. */
export interface Links {
  encodeRun(run: Run): string;
  decodeRun(text: string): Result<Run>;
}

export interface Environment {
  /** Asks for one animation frame. The callback gets real time in milliseconds, on the scale of `now`. */
  requestFrame(callback: (now: number) => void): number;
  cancelFrame(id: number): void;
  /** Real time in milliseconds. */
  now(): number;
  /** Null where storage is denied. Methods may throw. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  readonly location: { readonly hash: string };
  /** `replaceState` may throw: browsers limit how often an address changes, and sandboxes forbid it. */
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  isHidden(): boolean;
  /** Each of these calls the listener on a change and returns what ends that. */
  onVisibility(listener: () => void): () => void;
  onHashChange(listener: () => void): () => void;
  onMotionPreference(listener: () => void): () => void;
  prefersReducedMotion(): boolean;
  /** An integer in [0, 2^32) that nobody can foresee. */
  randomSeed(): number;
  /** A scenario by its id, or null. */
  findScenario(id: string): Run | null;
  /** What reads and writes links, where it has been fetched; an address that names a run is opened with it only. */
  readonly links: Links | null;
  /** Fetches it: it is not needed for the first picture. */
  loadLinks(): Promise<Links>;
  /** Fetches what watches the safety properties: they are not needed for the first picture. */
  loadMonitor(): Promise<typeof createMonitor>;
}
