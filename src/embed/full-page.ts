import type { AppStore } from '../store';
import type { Content } from './open';

/** The page beside the embed's own file, at an address of the run. */
export function fullPage(hash: string): string {
  return new URL(`./${hash}`, window.location.href.replace(/[?#].*$/, '')).href;
}

/** Where the full page shows this: the challenge, or else exactly this run at this instant; null: not known yet. */
export function addressOf(store: AppStore, { asked }: Content): string | null {
  return asked === null ? store.address() : `#challenge=${asked.id}&v=${asked.variant}`;
}
